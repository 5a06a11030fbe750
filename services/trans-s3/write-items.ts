/** Adding, changing and taking out items: who may, whether it makes sense, and what else changes with it. */
import type { ContentOf, ItemChange, ItemContent } from '../contract/workspace-items.ts'
import type { Author } from '../contract/workspace.ts'
import { ServiceError } from '../errors.ts'
import type { Reference } from '../reference/reference.ts'
import { checkItem, checkRemoval, needOpen } from './check-item.ts'
import { isSameRegion } from './choose-regions.ts'
import { carryOut } from './decide.ts'
import { checkExpiry } from './invitations.ts'
import { needWrite } from './may.ts'
import { changeWorkspace, newItemId } from './workspace-records.ts'
import type { Edit, WorkspaceStore } from './workspace-records.ts'
import { itemsOf, settingsOf, stageOf } from './workspace-state.ts'
import type { Standing, WorkspaceState } from './workspace-state.ts'

export interface Writing { store: WorkspaceStore, workspace: string, by: Author, reference: Reference, clock: () => Date }

/** The item as saved. `item`: null adds one. CONFLICT where there is a newer version than `basedOn`, FORBIDDEN where the role may not, INVALID_INPUT where it makes no sense. */
export async function saveItem ({ store, workspace, by, reference, clock }: Writing, item: string | null, { basedOn, content, why }: ItemChange): Promise<Standing> {
  const state = await changeWorkspace(store, workspace, by, why, clock, state => {
    const before = item === null ? null : findItem(state, item)
    const complete = completed(content, state, reference)
    needWrite(by, complete, before)
    checkItem(complete, { state, reference, before })
    needOpen(complete, before, state)
    if (complete.type === 'participant' && (before === null || (before.content as typeof complete).expiresAt !== complete.expiresAt)) checkExpiry(complete.expiresAt, clock)
    const own: Edit = { item, basedOn, content: complete }
    if (complete.type !== 'decision') return [own]
    return [own, ...carryOut(item ?? newItemId(state.id, state.version + 1, 0), complete, state)]
  })
  return findItem(state, item ?? newItemId(state.id, state.version, 0))
}

/** What it held stays among its versions. */
export async function removeItem ({ store, workspace, by, clock }: Writing, item: string, basedOn: number): Promise<WorkspaceState> {
  return await changeWorkspace(store, workspace, by, null, clock, state => {
    const before = findItem(state, item)
    needWrite(by, before.content, before)
    checkRemoval(before, state)
    needOpen(before.content, before, state)
    if (before.content.type === 'rating' && stageOf(state, 'consultation').content.shownSince !== null) throw new ServiceError('CONFLICT', 'Results have been shown with this rating in them: it can be changed, not taken out.')
    return [{ item, basedOn, content: null }, ...before.content.type === 'decision' ? carryOut(item, null, state) : []]
  })
}

/** NOT_FOUND where the workspace has none, or has it no more. */
export function findItem (state: WorkspaceState, id: string): Standing {
  const found = state.items.find(item => item.id === id)
  if (found === undefined) throw new ServiceError('NOT_FOUND', `Workspace ${state.id} has no item "${id.slice(0, 60)}", or not any more; its versions say when it was taken out.`)
  return found
}

export function findOf <Type extends ItemContent['type']> (state: WorkspaceState, id: string, type: Type): Standing<ContentOf<Type>> {
  const found = itemsOf(state, type).find(item => item.id === id)
  if (found === undefined) throw new ServiceError('NOT_FOUND', `Workspace ${state.id} has no ${type} "${id.slice(0, 60)}".`)
  return found
}

/** A decision names the run it stands on, though nobody typed it; regions are written as the group writes them, so that one region is not two. */
function completed (content: ItemContent, state: WorkspaceState, reference: Reference): ItemContent {
  const { runs, group } = settingsOf(state)
  const own = (code: string): string => group.regions.find(region => isSameRegion(region, code, reference)) ?? code
  switch (content.type) {
    case 'decision': return content.run === null ? { ...content, run: runs.at(-1)! } : content
    case 'declared': return { ...content, region: own(content.region) }
    case 'participant': return content.region === null ? content : { ...content, region: own(content.region) }
    case 'priority': return { ...content, from: content.from.map(each => ({ ...each, region: own(each.region) })) }
    case 'action': return { ...content, lead: own(content.lead), partners: content.partners.map(own) }
    default: return content
  }
}
