/** What a participant may read and change, by the one table of services/contract/workspace-access.ts. */
import { reachOf } from '../contract/workspace-access.ts'
import type { WorkspaceAction } from '../contract/workspace-access.ts'
import type { ItemContent, ItemType, WorkspaceItem } from '../contract/workspace-items.ts'
import type { Author, WorkspaceChange, WorkspaceRole } from '../contract/workspace.ts'
import { ServiceError } from '../errors.ts'

export const OPERATOR: Author = { participant: null, role: 'operator', region: null, helix: null, name: null }
/** Whoever looks at a demonstration. */
export const VISITOR: Author = { ...OPERATOR, role: 'reader' }

const ROLE_NAMES: Record<WorkspaceRole, string> = { operator: 'the operator of the service', coordinator: 'a coordinator', authority: 'a regional authority', stakeholder: 'a stakeholder', reader: 'a reader' }

/** FORBIDDEN where the role may not at all. */
export function need (who: Author, action: WorkspaceAction): void {
  if (reachOf(who.role, action) === 'none') throw forbidden(who, action)
}

/** FORBIDDEN where the role may not, or this one is not its own. `before`: as it stands; null: it is new. */
export function needWrite (who: Author, content: ItemContent, before: { madeBy: Author, content: ItemContent } | null): void {
  const action: WorkspaceAction = `write ${content.type}`
  need(who, action)
  if (reachOf(who.role, action) === 'all') return
  if (!isOwn(who, content, null)) throw forbidden(who, action, 'that is not your own')
  if (before !== null && !isOwn(who, before.content, before.madeBy)) throw forbidden(who, action, 'that is not your own')
}

/** The items that somebody may read, as he may: names of people are told to participants alone. */
export function readableFor <Item extends WorkspaceItem> (who: Author, items: readonly Item[]): Item[] {
  const namesToo = reachOf(who.role, 'read names') === 'all'
  return items.filter(({ content, by }) => {
    if (content === null) return true
    const reach = reachOf(who.role, `read ${content.type}`)
    return reach === 'all' || (reach === 'own' && isOwn(who, content, by))
  }).map(item => namesToo ? item : { ...item, by: { ...item.by, name: null, participant: null } })
}

/** What of an item goes out: not what orders it, which its place in a list says, nor who began it. */
export const told = <Item extends WorkspaceItem & { made?: unknown, madeBy?: unknown }>({ made: _made, madeBy: _madeBy, ...item }: Item): WorkspaceItem => item

/** `by`: whose it is, where nothing in it says so; null: it is being written now, by this person. */
function isOwn (who: Author, content: ItemContent, by: Author | null): boolean {
  if (content.type === 'rating') return who.participant !== null && content.participant === who.participant
  if (content.type === 'declared') return content.region === who.region
  if (content.type === 'action') return content.lead === who.region
  return by === null || (who.participant !== null && by.participant === who.participant)
}

const WHAT: Record<ItemType, string> = {
  settings: 'the settings', stage: 'the state or the checklist of a step', charter: 'the charter', declared: 'what a region has declared', priority: 'a joint priority', decision: 'a decision', note: 'a note',
  participant: 'participants or their links', rating: 'a rating', objective: 'an objective', action: 'a joint action', indicator: 'an indicator', 'sme-strategy': 'a strategy of enterprises'
}

function forbidden (who: Author, action: WorkspaceAction, more = ''): ServiceError {
  const written = /^write (.*)$/.exec(action)?.[1] as ItemType | undefined
  const what = written !== undefined ? `add or change ${WHAT[written]}${more === '' ? '' : ` ${more}`}` : action === 'export' ? 'download the whole workspace' : action === 'delete' ? 'delete the workspace' : action
  return new ServiceError('FORBIDDEN', `You are here as ${ROLE_NAMES[who.role]}${who.region === null ? '' : ` of ${who.region}`}, who may not ${what}. Ask the coordinator of the workspace.`)
}

/** A change as somebody may read it: what he may not read is left out of its items, names as in readableFor. A rating is not told of, since when it was made tells who made it. */
export function changeFor (who: Author, change: WorkspaceChange): WorkspaceChange {
  const items = change.items.filter(({ type }) => reachOf(who.role, `read ${type as ItemType}`) === 'all')
  const hidden = items.length < change.items.length
  const by = hidden && items.length === 0 ? { ...VISITOR } : reachOf(who.role, 'read names') === 'all' ? change.by : { ...change.by, name: null, participant: null }
  return { ...change, items, by, why: hidden && items.length === 0 ? null : change.why }
}
