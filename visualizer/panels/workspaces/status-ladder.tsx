/** How far a joint action or SME strategy has come, on the ladder that thematic partnerships use. */
import type { VNode } from 'preact'
import { STATUS_LADDER } from '../../../services/contract/workspace.ts'
import { t } from '../../text/translate.ts'

export function StatusLadder ({ status }: { status: typeof STATUS_LADDER[number] }): VNode {
  const at = STATUS_LADDER.indexOf(status)
  return (
    <>
      <ol class='ladder' aria-label={t('workspaces.field.status')}>
        {STATUS_LADDER.map((rung, i) => <li key={rung} class={i === at ? 'now' : i < at ? 'passed' : ''} aria-current={i === at ? 'step' : undefined}>{t(`workspaces.status.${rung}`)}</li>)}
      </ol>
      <p class='hint'>{t(`workspaces.status.${status}`)}: {t(`workspaces.statusIs.${status}`)}</p>
    </>
  )
}
