/** Says that files and briefs are made without the chosen need, where it is not public. */
import type { VNode } from 'preact'
import type { PartnerProfile } from '../../../services/contract/partner-profile.ts'
import { t } from '../../text/translate.ts'

export const WithoutNeed = ({ need }: { need: PartnerProfile | undefined }): VNode | null =>
  need === undefined || need.confidentiality === 'public' ? null : <p class='hint'>{t('partners.withoutNeed', { title: need.title })}</p>
