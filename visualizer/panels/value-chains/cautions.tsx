/** What a reader must know before concluding anything from a table. */
import type { VNode } from 'preact'
import type { IdentityCheck, TableDetail } from '../../../services/contract/value-chains.ts'
import { t } from '../../text/translate.ts'
import { Identities } from './identities.tsx'

interface Props { table: Pick<TableDetail, 'checks'> | undefined, valueAdded: 'residual' | 'stated', identities: IdentityCheck[] }

export const Cautions = ({ table, valueAdded, identities }: Props): VNode => (
  <section class='card full cautions'>
    <h2>{t('valueChains.cautions')}</h2>
    <ul>
      <li>{t('valueChains.caution.estimate')}</li>
      <li>{t('valueChains.caution.same')}</li>
      <li>{t(`valueChains.caution.${valueAdded}`)}</li>
      {table?.checks.some(({ name }) => name === 'rowBalance') === true && <li>{t('valueChains.caution.balance')}</li>}
      <li>{t('valueChains.caution.share')}</li>
      <li>{t('valueChains.caution.firms')}</li>
    </ul>
    <Identities identities={identities} />
  </section>
)
