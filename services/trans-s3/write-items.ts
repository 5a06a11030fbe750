/** Adding, changing and taking out items: who may, whether it makes sense, and what else changes with it. */
import type { ContentOf, ItemChange, ItemContent } from '../contract/workspace-items.ts'
import type { Author } from '../contract/workspace.ts'
import { ServiceError } from '../errors.ts'
import type { Reference } from '../reference/reference.ts'
import { checkItem, checkRemoval, needOpen } from './check-item.ts'
import { carryOut } from './decide.ts'
import { checkExpiry } from './invitations.ts'
import { needWrite } from './may.ts'
import { changeWorkspace, newItemId } from './workspace-records.ts'
import type { Edit, WorkspaceStore } from './workspace-records.ts'
import { itemsOf, settingsOf } from './workspace-state.ts'
import type { Standing, WorkspaceState } from './workspace-state.ts'

export interface Writing { store: WorkspaceStore, workspace: string, by: Author, reference: Reference, clock: () => Date }

/** The item as saved. `item`: null adds one. CONFLICT where there is a newer version than `basedOn`, FORBIDDEN where the role may not, INVALID_INPUT where it makes no sense. */
export async function saveItem ({ store, workspace, by, reference, clock }: Writing, item: string | null, { basedOn, content, why }: ItemChange): Promise<Standing> {
  const state = await changeWorkspace(store, workspace, by, why, clock, state => {
    const before = item === null ? null : findItem(state, item)
    needWrite(by, content, before)
    const complete = completed(content, state)
    checkItem(complete, { state, reference, before })
    needOpen(complete, state)
    if (complete.type === 'participant' && (before === null || (before.content as typeof complete).expiresAt !== complete.expiresAt)) checkExpiry(complete.expiresAt, clock)
    const own: Edit = { item, basedOn, content: complete }
    if (complete.type !== 'decision') return [own]
    return [own, ...carryOut(complete, item ?? newItemId(state.id, state.version + 1, 0), state)]
  })
  return findItem(state, item ?? newItemId(state.id, state.version, 0))
}

/** What it held stays among its versions. */
export async function removeItem ({ store, workspace, by, clock }: Writing, item: string, basedOn: number): Promise<WorkspaceState> {
  return await changeWorkspace(store, workspace, by, null, clock, state => {
    const before = findItem(state, item)
    needWrite(by, before.content, before)
    checkRemoval(before, state)
    needOpen(before.content, state)
    return [{ item, basedOn, content: null }]
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

/** A decision names the run it stands on, though nobody typed it. */
const completed = (content: ItemContent, state: WorkspaceState): ItemContent => content.type === 'decision' && content.run === null ? { ...content, run: settingsOf(state).runs.at(-1)! } : content
