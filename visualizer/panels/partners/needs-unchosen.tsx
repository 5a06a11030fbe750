/** Several needs and none chosen: the list is made for none of them, and each is offered. */
import type { VNode } from 'preact'
import type { PartnerProfile } from '../../../services/contract/partner-profile.ts'
import { NO_NEED } from '../../api/partners.ts'
import { t } from '../../text/translate.ts'
import { Icon } from '../icons.tsx'
import { choose } from './partner-form.tsx'

export const NeedsUnchosen = ({ needs }: { needs: PartnerProfile[] }): VNode => (
  <section class='notice needs-unchosen' aria-labelledby='needs-unchosen'>
    <p><Icon name='warning' /> <strong id='needs-unchosen'>{t('partners.unchosen', { n: needs.length })}</strong> {t('partners.unchosenHint')}</p>
    <ul class='chosen'>{needs.map(({ id, type, title }) => <li key={id}><button type='button' class='chosen-word' onClick={() => choose('need', id)}>{t(`type.${type}`)}: {title}</button></li>)}
      <li><button type='button' class='chosen-word' onClick={() => choose('need', NO_NEED)}>{t('partners.anyNeed')}</button></li>
    </ul>
  </section>
)
