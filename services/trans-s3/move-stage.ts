/** A page of the method is open, in review or closed; re-opening one marks what was built on it. */
import type { ContentOf } from '../contract/workspace-items.ts'
import { CHECKS, STAGES_IN_ORDER } from '../contract/workspace.ts'
import type { Author, Stage } from '../contract/workspace.ts'
import { ServiceError } from '../errors.ts'
import { changeWorkspace } from './workspace-records.ts'
import type { Edit, WorkspaceStore } from './workspace-records.ts'
import { itemsOf, settingsOf, stageOf } from './workspace-state.ts'
import type { Standing, WorkspaceState } from './workspace-state.ts'

type StageState = ContentOf<'stage'>['state']
export interface Move { stage: Stage, to: StageState, reason: string, basedOn: number }

/** Steps build on those before them; the strategy also on the general component. */
export const dependantsOf = (stage: Stage): Stage[] => stage === 'general' ? ['strategy'] : STAGES_IN_ORDER.slice(STAGES_IN_ORDER.indexOf(stage) + 1)
const basisOf = (stage: Stage): Stage[] => stage === 'general' ? [] : STAGES_IN_ORDER.slice(0, STAGES_IN_ORDER.indexOf(stage))

/**
 * Closing needs every line of the checklist ticked, the steps before closed, and no decision left to review; it takes the mark off. Re-opening what was closed needs a reason, and marks the
 * steps after it that were worked on as to be reviewed: those closed go back into review. CONFLICT and INVALID_INPUT say what is missing.
 */
export const moveStage = (store: WorkspaceStore, workspace: string, move: Move, by: Author, clock: () => Date): Promise<WorkspaceState> =>
  changeWorkspace(store, workspace, by, move.reason === '' ? null : move.reason, clock, state => planMove(state, move))

function planMove (state: WorkspaceState, { stage, to, reason, basedOn }: Move): Edit[] {
  const item = stageOf(state, stage)
  if (item.content.state === to) throw new ServiceError('CONFLICT', `The step ${stage} is ${to} already.`)
  const reopens = item.content.state === 'closed'
  if (reopens && reason === '') throw new ServiceError('INVALID_INPUT', `Re-opening ${stage} needs a reason: what has been learnt since? It stands beside everything that is to be reviewed because of it.`, { errors: [{ path: 'reason', message: 'must not be empty' }] })
  if (to === 'closed') needReady(state, item)
  const shows = stage === 'consultation' && item.content.state === 'open'
  if (shows) needRound(state, item.content.shownSince)
  const shownSince = shows && itemsOf(state, 'rating').length > 0 ? state.version + 1 : item.content.shownSince
  const own: Edit = { item: item.id, basedOn, content: { ...item.content, state: to, toReview: to === 'closed' ? null : item.content.toReview, shownSince } }
  if (!reopens) return [own]
  const marked = dependantsOf(stage).map(each => stageOf(state, each)).filter(each => wasWorkedOn(each, state))
  return [own, ...marked.map(({ id, version, content }): Edit => ({
    item: id, basedOn: version, content: { ...content, state: content.state === 'closed' ? 'in review' : content.state, toReview: { since: state.version + 1, because: stage, reason } }
  }))]
}

/** Results shown now beside those shown before would tell the answers of few: of each group nobody, or as many as may be told, have rated or changed theirs since. */
function needRound (state: WorkspaceState, shownSince: number | null): void {
  if (shownSince === null) return
  const { groupMin } = settingsOf(state)
  const changed = new Set(itemsOf(state, 'rating').flatMap(({ workspaceVersion, content }) => workspaceVersion > shownSince ? [content.participant] : []))
  const people = itemsOf(state, 'participant').filter(({ id }) => changed.has(id)).map(({ content }) => content)
  const few = [...new Set(people.flatMap(({ helix, region }) => [helix, region]))].filter(group => { const n = people.filter(({ helix, region }) => helix === group || region === group).length; return n < groupMin })
  if (few.length === 0) return
  throw new ServiceError('CONFLICT', `Since results were shown last, fewer than ${groupMin} people of ${few.map(group => group ?? 'no group').join(', ')} have rated or changed their ratings: results before and after would tell what they said. Wait until ${groupMin} of each have, or none.`)
}

/** In review or closed, or something was decided in it. */
const wasWorkedOn = ({ content: { stage, state: at } }: Standing<ContentOf<'stage'>>, state: WorkspaceState): boolean =>
  at !== 'open' || itemsOf(state, 'decision').some(({ content }) => content.stage === stage) || (stage === 'strategy' && itemsOf(state, 'objective').length > 0)

function needReady (state: WorkspaceState, { content: { stage, checks } }: Standing<ContentOf<'stage'>>): void {
  const unticked = CHECKS[stage].filter(check => checks[check]?.done !== true)
  if (unticked.length > 0) throw new ServiceError('CONFLICT', `The checklist of ${stage} has lines that are not ticked: ${unticked.join(', ')}. Tick what is done; where one does not apply, tick it with a note that says why.`)
  const open = basisOf(stage).find(each => stageOf(state, each).content.state !== 'closed')
  if (open !== undefined) throw new ServiceError('CONFLICT', `The step ${open} comes before ${stage} and is not closed: close it first.`)
  const old = itemsOf(state, 'decision').filter(({ content, toReview }) => content.stage === stage && toReview)
  if (old.length > 0) throw new ServiceError('CONFLICT', `${old.length} decision${old.length === 1 ? '' : 's'} of ${stage} ${old.length === 1 ? 'is' : 'are'} to be reviewed, since a step before was re-opened: confirm each by saving it again, or change it.`)
}
