/** What a decision does to the priorities it names: keep gives the state that its step gives, drop takes the priority out of the running. */
import type { ContentOf } from '../contract/workspace-items.ts'
import { PRIORITY_STATES, STATE_GIVEN } from '../contract/workspace.ts'
import { ServiceError } from '../errors.ts'
import { itemsOf } from './workspace-state.ts'
import type { Standing, WorkspaceState } from './workspace-state.ts'
import type { Edit } from './workspace-records.ts'

type State = ContentOf<'priority'>['state']
/** How far a priority has come: 0, proposed or dropped; 5, assessed. */
const reached = (state: State): number => (PRIORITY_STATES as readonly State[]).indexOf(state) + 1

/** Edits of priorities. INVALID_INPUT where the step gives no state, or a priority has not been through the step before. A state that is reached already stays; `decision` is its id. */
export function carryOut ({ stage, verdicts }: ContentOf<'decision'>, decision: string, state: WorkspaceState): Edit[] {
  const given = STATE_GIVEN[stage]
  if (given === undefined && verdicts.length > 0) throw new ServiceError('INVALID_INPUT', `A decision of the page ${stage} gives priorities no state; leave the verdicts out, or decide in the step that does.`, { errors: [{ path: 'content.verdicts', message: 'must be empty here' }] })
  return verdicts.flatMap(({ priority: id, verdict }, i) => {
    const priority = itemsOf(state, 'priority').find(item => item.id === id)!
    const next = verdict === 'drop' ? 'dropped' : nextState(priority, given!, i)
    const decidedBy = verdict === 'keep' && next === priority.content.state && next !== given ? priority.content.decidedBy : decision
    return next === priority.content.state && decidedBy === priority.content.decidedBy ? [] : [{ item: id, basedOn: priority.version, content: { ...priority.content, state: next, decidedBy } }]
  })
}

function nextState ({ content: { state, title } }: Standing<ContentOf<'priority'>>, given: State, i: number): State {
  if (reached(state) >= reached(given)) return state
  if (reached(state) === reached(given) - 1) return given
  const missing = PRIORITY_STATES[reached(state)]
  throw new ServiceError('INVALID_INPUT', `"${title}" is ${state} and cannot become ${given} yet: it must first become ${missing}, by a decision of that step.`, { errors: [{ path: `content.verdicts.${i}.priority`, value: title, message: `is ${state}; ${missing} comes next` }] })
}
