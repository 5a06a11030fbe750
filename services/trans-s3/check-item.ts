/** Whether an item makes sense in its workspace: what it names is there, and what only the service sets was not set by hand. */
import { isDeepStrictEqual } from 'node:util'
import type { ContentOf, ItemContent, ItemType } from '../contract/workspace-items.ts'
import { JOINT_PRIORITIES_MAX, stageOfItem } from '../contract/workspace-items.ts'
import { CHECKS } from '../contract/workspace.ts'
import { ServiceError } from '../errors.ts'
import type { FieldError } from '../errors.ts'
import type { Reference } from '../reference/reference.ts'
import { chooseRegions, isSameRegion } from './choose-regions.ts'
import { itemsOf, settingsOf, stageOf } from './workspace-state.ts'
import type { Standing, WorkspaceState } from './workspace-state.ts'

export interface Checking { state: WorkspaceState, reference: Reference, /** As it stands; null: it is new. */ before: Standing | null }

/** INVALID_INPUT or CONFLICT, with every field that is wrong and what to do. */
export function checkItem (content: ItemContent, checking: Checking): void {
  const { before, state } = checking
  if (before !== null && before.content.type !== content.type) throw new ServiceError('INVALID_INPUT', `Item ${before.id} is of type ${before.content.type} and cannot become ${content.type}; add a new item.`)
  const errors = (CHECKERS[content.type] as (content: ItemContent, checking: Checking) => FieldError[])(content, checking)
  if (errors.length > 0) throw new ServiceError('INVALID_INPUT', errors.map(({ path, message, value }) => `${path}${value === undefined ? '' : ` "${value}"`} ${message}`).join('; ') + '.', { errors: errors.map(error => ({ ...error, path: `content.${error.path}` })) })
  if (before === null && ONLY_ONE.has(content.type)) throw new ServiceError('CONFLICT', `The workspace has its ${content.type} already: change that one.`)
  const twin = before === null ? itemsOf(state, content.type).find(item => isTwin(item.content, content)) : undefined
  if (twin !== undefined) throw new ServiceError('CONFLICT', `That is there already, as item ${twin.id} at version ${twin.version}: change that one, based on its version.`)
}

/** CONFLICT where something else stands on it. */
export function checkRemoval (item: Standing, state: WorkspaceState): void {
  const { type } = item.content
  if (ONLY_ONE.has(type) || type === 'stage') throw new ServiceError('CONFLICT', `The ${type} of a workspace can be changed, not taken out.`)
  if (type === 'participant') throw new ServiceError('CONFLICT', 'A participant is not taken out, since what they wrote names them: revoke the invitation.')
  const standing = state.items.find(other => other.id !== item.id && refersTo(other.content, item.id))
  if (standing !== undefined) throw new ServiceError('CONFLICT', `The ${standing.content.type} ${standing.id} stands on this ${type}: ${type === 'priority' ? 'drop it by a decision' : 'change that one first'}.`)
}

const ONLY_ONE = new Set<ItemType>(['settings', 'charter'])

/** One of a kind for each region, and for each participant and priority. */
function isTwin (a: ItemContent, b: ItemContent): boolean {
  if (a.type === 'stage' && b.type === 'stage') return a.stage === b.stage
  if (a.type === 'declared' && b.type === 'declared') return a.region === b.region
  return a.type === 'rating' && b.type === 'rating' && a.participant === b.participant && a.priority === b.priority
}

function refersTo (content: ItemContent, id: string): boolean {
  switch (content.type) {
    case 'decision': return content.verdicts.some(({ priority }) => priority === id)
    case 'rating': return content.priority === id
    case 'objective': return content.priorities.includes(id)
    case 'action': case 'indicator': return content.objective === id
    case 'sme-strategy': return content.priority === id
    default: return false
  }
}

type Checker<Type extends ItemType> = (content: ContentOf<Type>, checking: Checking) => FieldError[]

const CHECKERS: { [Type in ItemType]: Checker<Type> } = {
  settings: (content, { reference, before, state }) => {
    chooseRegions(content.group, reference)
    const inUse = before === null ? [] : state.items.flatMap(({ content: item }) => item.type === 'declared' || item.type === 'participant' ? item.region ?? [] : item.type === 'action' ? item.lead : [])
    const gone = inUse.find(code => !content.group.regions.some(region => isSameRegion(region, code, reference)))
    return [
      ...period(content.from, content.to, 'to'),
      ...(gone === undefined ? [] : [{ path: 'group.regions', value: gone, message: 'is in use by a participant, a declaration or an action and cannot leave the group; take those out first' }]),
      ...(before !== null && (before.content as typeof content).demonstration !== content.demonstration ? [{ path: 'demonstration', message: 'cannot be changed' }] : [])
    ]
  },
  stage: (content, { before }) => {
    const known: readonly string[] = CHECKS[content.stage]
    const was = before?.content as typeof content | undefined
    return [
      ...Object.keys(content.checks).filter(check => !known.includes(check)).map(check => ({ path: `checks.${check}`, message: `is no line of this checklist; it has ${known.join(', ')}` })),
      ...(was !== undefined && (was.stage !== content.stage || was.state !== content.state || was.shownSince !== content.shownSince || !isDeepStrictEqual(was.toReview, content.toReview)) ? [{ path: 'state', message: 'is changed by POST /api/v1/workspaces/{id}/stages/{stage} alone' }] : [])
    ]
  },
  charter: () => [],
  declared: (content, checking) => [
    ...inGroup('region', content.region, checking),
    ...content.priorities.flatMap((priority, i) => [...sectors(`priorities.${i}.sectors`, priority.sectors, checking), ...domains(`priorities.${i}.domains`, priority.domains, checking)])
  ],
  priority: (content, checking) => {
    const was = checking.before?.content as typeof content | undefined
    const parts = content.sectors.length + content.technologies.length + content.themes.length + content.knowledge.length
    return [
      ...sectors('sectors', content.sectors, checking), ...domains('themes', content.themes, checking), ...domains('knowledge', content.knowledge, checking),
      ...content.from.flatMap(({ region }, i) => inGroup(`from.${i}.region`, region, checking)),
      ...(parts === 0 ? [{ path: 'sectors', message: 'are empty, and so are technologies, themes and knowledge: a priority is a combination of these, name at least one' }] : []),
      ...(was !== undefined && isSettled(was, checking) && !isDeepStrictEqual(combinationOf(was), combinationOf(content)) ? [{ path: 'title', value: was.title, message: 'has been rated or made final: what it says cannot be changed any more. Drop it by a decision, and propose another' }] : []),
      ...((was?.state ?? 'proposed') !== content.state || (was?.decidedBy ?? null) !== content.decidedBy ? [{ path: 'state', value: content.state, message: 'is given by decisions: add one that names this priority' }] : []),
      ...(was === undefined && itemsOf(checking.state, 'priority').length >= JOINT_PRIORITIES_MAX ? [{ path: 'title', message: `would be priority ${JOINT_PRIORITIES_MAX + 1}; a group works with at most ${JOINT_PRIORITIES_MAX}. Join some` }] : [])
    ]
  },
  decision: (content, { state, before }) => [
    ...(content.run === null || settingsOf(state).runs.includes(content.run) || (before?.content as typeof content | undefined)?.run === content.run ? [] : [{ path: 'run', value: content.run, message: `is none of the workspace, which stands on ${settingsOf(state).runs.join(', ')}` }]),
    ...(before !== null && (before.content as typeof content).stage !== content.stage ? [{ path: 'stage', message: 'cannot be changed; add a decision there' }] : []),
    ...content.verdicts.flatMap(({ priority }, i) => [
      ...there(`verdicts.${i}.priority`, priority, 'priority', state),
      ...(content.verdicts.findIndex(other => other.priority === priority) < i ? [{ path: `verdicts.${i}.priority`, value: priority, message: 'is named twice' }] : [])
    ])
  ],
  note: () => [],
  participant: (content, checking) => [
    ...(settingsOf(checking.state).demonstration ? [{ path: 'role', message: 'cannot be given: a demonstration has no participants. Begin a workspace of your own' }] : []),
    ...(content.region === null ? [] : inGroup('region', content.region, checking)),
    ...(content.issue < ((checking.before?.content as typeof content | undefined)?.issue ?? 1) ? [{ path: 'issue', value: String(content.issue), message: 'cannot go back: links that were replaced would work again' }] : []),
    ...((checking.before?.content as typeof content | undefined)?.form ?? null) !== content.form ? [{ path: 'form', message: 'is set by the service when it reads a form' }] : [],
    ...whoRated(content, checking),
    ...((content.role === 'authority' || content.role === 'stakeholder') && content.region === null ? [{ path: 'region', message: `is needed for a${content.role === 'authority' ? 'n authority' : ' stakeholder'}: one of the group` }] : []),
    ...(content.role === 'stakeholder' && content.helix === null ? [{ path: 'helix', message: 'is needed for a stakeholder: industry, science, administration or society' }] : [])
  ],
  rating: (content, { state }) => [...there('participant', content.participant, 'participant', state), ...there('priority', content.priority, 'priority', state)],
  objective: (content, { state, before }) => content.priorities.flatMap((id, i) => {
    const priority = itemsOf(state, 'priority').find(item => item.id === id)
    if (priority === undefined) return there(`priorities.${i}`, id, 'priority', state)
    const stood = (before?.content as typeof content | undefined)?.priorities.includes(id) === true
    return stood || priority.content.state === 'final' || priority.content.state === 'assessed' ? [] : [{ path: `priorities.${i}`, value: priority.content.title, message: `is ${priority.content.state}; an objective stands on priorities that consultation made final` }]
  }),
  action: (content, checking) => [
    ...there('objective', content.objective, 'objective', checking.state), ...inGroup('lead', content.lead, checking),
    ...content.partners.flatMap((region, i) => [...inGroup(`partners.${i}`, region, checking), ...(region === content.lead || content.partners.indexOf(region) < i ? [{ path: `partners.${i}`, value: region, message: 'is named already' }] : [])]),
    ...(content.from === null || content.until === null ? [] : period(content.from, content.until, 'until'))
  ],
  indicator: (content, checking) => {
    const was = checking.before?.content as typeof content | undefined
    return [
      ...there('objective', content.objective, 'objective', checking.state), ...(content.domain === null ? [] : domains('domain', [content.domain], checking)),
      ...(isDeepStrictEqual(was?.measurements ?? [], content.measurements) ? [] : [{ path: 'measurements', message: 'are made by the service: POST /api/v1/workspaces/{id}/indicators/{item}/measure' }]),
      ...(was !== undefined && was.measurements.length > 0 && (was.measure !== content.measure || was.domain !== content.domain) ? [{ path: 'measure', message: 'cannot be changed once something was measured: what was measured would no longer compare. Add another indicator' }] : [])
    ]
  },
  'sme-strategy': (content, { state }) => [
    ...(content.priority === null ? [] : there('priority', content.priority, 'priority', state)),
    ...content.members.flatMap(({ organisation }, i) => content.members.findIndex(other => other.organisation === organisation) < i ? [{ path: `members.${i}.organisation`, value: organisation, message: 'is named twice' }] : []),
    ...(new Set(content.members.map(({ country }) => country)).size < 2 ? [{ path: 'members', message: 'are of fewer than two countries; a joint transnational strategy needs two' }] : [])
  ]
}

/** Results count somebody in a group: once he has rated, he stays in it. */
function whoRated (content: ContentOf<'participant'>, { before, state }: Checking): FieldError[] {
  if (before === null || !itemsOf(state, 'rating').some(rating => rating.content.participant === before.id)) return []
  const was = before.content as typeof content
  return (['role', 'region', 'helix'] as const).flatMap(field => was[field] === content[field] ? [] : [{ path: field, value: String(content[field]), message: 'cannot be changed once this participant has rated: results would change with it. Revoke the link and invite anew' }])
}

const combinationOf = ({ title, description, sectors, technologies, themes, knowledge }: ContentOf<'priority'>) => ({ title, description, sectors, technologies, themes, knowledge })
/** People have said what they think of it as it is. */
const isSettled = ({ state }: ContentOf<'priority'>, { before, state: workspace }: Checking): boolean => state === 'final' || state === 'assessed' || itemsOf(workspace, 'rating').some(({ content }) => content.priority === before?.id)

/** CONFLICT where a step that something stands in, or stood in, is closed; ratings are taken while consultation is open alone, since its results are shown from then on. */
export function needOpen (content: ItemContent, before: Standing | null, state: WorkspaceState): void {
  if (content.type === 'rating' && stageOf(state, 'consultation').content.state !== 'open') throw ratingsOver(state)
  const closed = [...before === null ? [] : [stageOfItem(before.content)], stageOfItem(content), changesWeights(content, before) ? 'internationalisation' as const : null].find(stage => stage !== null && stageOf(state, stage).content.state === 'closed')
  if (closed == null) return
  throw new ServiceError('CONFLICT', `The step ${closed} is closed: ${before === null ? 'nothing is added to it' : 'what stands in it is not changed'} any more. Re-open the step first, with a reason; the coordinator may.`)
}

/** Weights are looked at and agreed on in the step of internationalisation, though they are kept with the settings. */
const changesWeights = (content: ItemContent, before: Standing | null): boolean => content.type === 'settings' && before !== null && !isDeepStrictEqual((before.content as typeof content).weights, content.weights)

export const ratingsOver = (state: WorkspaceState): ServiceError => new ServiceError('CONFLICT', `The step consultation is ${stageOf(state, 'consultation').content.state}: ratings are not taken any more. The coordinator can open it again.`)

const inGroup = (path: string, region: string, { state, reference }: Checking): FieldError[] => {
  const { regions } = settingsOf(state).group
  return regions.some(code => isSameRegion(code, region, reference)) ? [] : [{ path, value: region, message: `is not in the group, which has ${regions.join(', ')}` }]
}
const sectors = (path: string, codes: readonly string[], { reference }: Checking): FieldError[] => codes.flatMap((code, i) => reference.sector(code) === undefined ? [{ path: `${path}.${i}`, value: code, message: `is not in /api/v1/reference/sectors${near(reference.didYouMean('sectors', code))}` }] : [])
const domains = (path: string, codes: readonly string[], { reference }: Checking): FieldError[] => codes.flatMap((code, i) => reference.domain(code) === undefined ? [{ path: `${path}.${i}`, value: code, message: `is not in /api/v1/reference/domains${near(reference.didYouMean('domains', code))}` }] : [])
const near = (codes: readonly string[]): string => codes.length > 0 ? `; did you mean ${codes.join(' or ')}?` : ''
const period = (from: string, to: string, path: string): FieldError[] => from > to ? [{ path, value: to, message: `is before ${from}` }] : []
const there = (path: string, id: string, type: ItemType, state: WorkspaceState): FieldError[] => itemsOf(state, type).some(item => item.id === id) ? [] : [{ path, value: id, message: `is no ${type} of this workspace` }]
