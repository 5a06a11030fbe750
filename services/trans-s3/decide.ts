/**
 * What decisions do to priorities. Of each step the decision made last that names a priority counts: keep gives the state that the step gives, drop takes the priority out of the running. States follow one after the
 * other, so a priority stands where its unbroken row of keeps ends; whatever is decided, changed or taken out, all of it is worked out again.
 */
import type { ContentOf } from '../contract/workspace-items.ts'
import { STAGES_IN_ORDER, STATE_GIVEN } from '../contract/workspace.ts'
import type { PriorityState } from '../contract/workspace.ts'
import { ServiceError } from '../errors.ts'
import { itemsOf } from './workspace-state.ts'
import type { WorkspaceState } from './workspace-state.ts'
import type { Edit } from './workspace-records.ts'

type Decided = Pick<ContentOf<'decision'>, 'stage' | 'verdicts'>
type Standing = Pick<ContentOf<'priority'>, 'state' | 'decidedBy'>

/** Edits of priorities that follow when a decision is made, changed or taken out (`content` null). INVALID_INPUT where its page gives no state, or a priority has not been through the step before. */
export function carryOut (decision: string, content: ContentOf<'decision'> | null, state: WorkspaceState): Edit[] {
  if (content !== null && content.verdicts.length > 0 && STATE_GIVEN[content.stage] === undefined) throw new ServiceError('INVALID_INPUT', `A decision of the page ${content.stage} gives priorities no state; leave the verdicts out, or decide in the step that does.`, { errors: [{ path: 'content.verdicts', message: 'must be empty here' }] })
  const others = itemsOf(state, 'decision').filter(({ id }) => id !== decision).map(({ id, made, content }) => ({ id, made, content: content as Decided }))
  const own = itemsOf(state, 'decision').find(({ id }) => id === decision)?.made ?? [state.version + 1, 0]
  const all = [...others, ...content === null ? [] : [{ id: decision, made: own, content: content as Decided }]].sort((a, b) => a.made[0] - b.made[0] || a.made[1] - b.made[1])
  return itemsOf(state, 'priority').flatMap((priority): Edit[] => {
    const next = standingOf(priority.id, all)
    content?.verdicts.forEach(({ priority: named, verdict }, i) => { if (named === priority.id && verdict === 'keep') needReached(priority.content.title, next.state, content.stage, i) })
    const { state: now, decidedBy } = priority.content
    return next.state === now && next.decidedBy === decidedBy ? [] : [{ item: priority.id, basedOn: priority.version, content: { ...priority.content, ...next } }]
  })
}

function standingOf (priority: string, decisions: ReadonlyArray<{ id: string, content: Decided }>): Standing {
  let standing: Standing = { state: 'proposed', decidedBy: null }
  for (const stage of STAGES_IN_ORDER) {
    const given = STATE_GIVEN[stage]
    const last = decisions.findLast(({ content }) => content.stage === stage && content.verdicts.some(named => named.priority === priority))
    if (given === undefined || last === undefined) break
    const { verdict } = last.content.verdicts.find(named => named.priority === priority)!
    if (verdict === 'drop') return { state: 'dropped', decidedBy: last.id }
    standing = { state: given, decidedBy: last.id }
  }
  return standing
}

const ORDER: readonly PriorityState[] = STAGES_IN_ORDER.flatMap(stage => STATE_GIVEN[stage] ?? [])

function needReached (title: string, reached: Standing['state'], stage: ContentOf<'decision'>['stage'], i: number): void {
  const given = STATE_GIVEN[stage]!
  const at = (ORDER as readonly string[]).indexOf(reached)
  if (at >= ORDER.indexOf(given)) return
  const said = reached === 'dropped' ? 'was dropped by an earlier step' : `is ${reached}`
  const missing = reached === 'dropped' ? 'keep it there first' : `it must first become ${ORDER[at + 1]}, by a decision of the step ${STAGES_IN_ORDER[at + 1]}`
  throw new ServiceError('INVALID_INPUT', `"${title}" ${said} and cannot become ${given} yet: ${missing}.`, { errors: [{ path: `content.verdicts.${i}.priority`, value: title, message: `${said}; ${missing}` }] })
}
