/** The decision that is being written on a page: evidence can be picked for it before its form is opened. */
import type { ContentOf } from '../../../services/contract/workspace-items.ts'
import type { Stage } from '../../../services/contract/workspace.ts'
import { mayWrite, settingsOf, useDraft } from '../../api/workspaces.ts'
import type { OpenWorkspace } from '../../api/workspaces.ts'
import { draftName } from '../workspaces/item-form.tsx'

type Decision = ContentOf<'decision'>

export const newDecisionName = (stage: Stage): string => `decision ${stage}`

/** Its run is the one that evidence is taken from. */
export const emptyDecision = (open: OpenWorkspace, stage: Stage): Decision => ({ type: 'decision', stage, what: '', why: '', evidence: [], run: settingsOf(open.workspace).content.runs.at(-1) ?? null, verdicts: [], dissent: '' })

export function useNewDecision (open: OpenWorkspace, stage: Stage): { may: boolean, begun: boolean, /** In words, beside evidence that was picked. */ written: boolean, evidence: string[], toggle: (key: string, run: string | null) => void } {
  const { value, begun, set } = useDraft<{ basedOn: number, content: Decision, why: string }>(draftName(open, null, newDecisionName(stage)), () => ({ basedOn: 0, content: emptyDecision(open, stage), why: '' }))
  const { content } = value
  return {
    may: mayWrite(open, content), begun, written: content.what !== '' || content.why !== '' || content.dissent !== '', evidence: content.evidence,
    toggle: (key, run) => set({ ...value, content: { ...content, run: run ?? content.run, evidence: content.evidence.includes(key) ? content.evidence.filter(other => other !== key) : [...content.evidence, key] } })
  }
}
