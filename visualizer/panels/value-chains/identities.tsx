/** Whether numbers that are equal by definition came out equal, and how far apart they are where they did not. */
import type { VNode } from 'preact'
import type { IdentityCheck } from '../../../services/contract/value-chains.ts'
import { figure, t } from '../../text/translate.ts'
import { DataTable } from '../data-table.tsx'

export const holds = ({ residual, tolerance }: Pick<IdentityCheck, 'residual' | 'tolerance'>): boolean => Number.isFinite(residual) && residual <= tolerance

export function Identities ({ identities }: { identities: IdentityCheck[] }): VNode {
  const kept = identities.filter(holds).length
  return (
    <details class='identities'>
      <summary>{t('valueChains.identities')} <span class={kept === identities.length ? 'pass' : 'warn'}>{t('valueChains.identitiesHold', { n: kept, of: identities.length })}</span></summary>
      <p class='hint'>{t('valueChains.identitiesHint')}</p>
      <DataTable
        caption={t('valueChains.identities')} rows={[...identities].sort((a, b) => Number(holds(a)) - Number(holds(b)))} rowKey={identity => identity.says}
        columns={[
          { key: 'says', head: t('valueChains.identity'), cell: identity => <code>{identity.says}</code> },
          { key: 'residual', head: t('valueChains.residual'), cell: identity => holds(identity) ? t('valueChains.holds') : <strong>{t('valueChains.apart', { share: `${figure(identity.residual * 100)}\u00a0%`, at: identity.at })}</strong>, by: identity => identity.residual }
        ]}
      />
    </details>
  )
}
