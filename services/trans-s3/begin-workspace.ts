/** A new workspace: its settings, an open page for each stage, an empty charter. */
import { inTurn } from '../casework/in-turn.ts'
import type { ContentOf, ItemContent } from '../contract/workspace-items.ts'
import { Charter, Settings, StageItem } from '../contract/workspace-items.ts'
import { STAGES, WORKSPACES_MAX } from '../contract/workspace.ts'
import type { Author } from '../contract/workspace.ts'
import { ServiceError } from '../errors.ts'
import { idFor } from '../ids.ts'
import type { Reference } from '../reference/reference.ts'
import { chooseRegions } from './choose-regions.ts'
import { beginRecords, listWorkspaces } from './workspace-records.ts'
import type { WorkspaceStore } from './workspace-records.ts'
import type { WorkspaceState } from './workspace-state.ts'

export interface Beginning { store: WorkspaceStore, reference: Reference, by: Author, clock: () => Date, newKey: () => string }

/** INVALID_INPUT for a group that cannot be, or a period that ends before it begins; CONFLICT beyond WORKSPACES_MAX. */
export function beginWorkspace ({ store, reference, by, clock, newKey }: Beginning, settings: ContentOf<'settings'>): Promise<WorkspaceState> {
  chooseRegions(settings.group, reference)
  if (settings.from > settings.to) throw new ServiceError('INVALID_INPUT', `The joint work ends (${settings.to}) before it begins (${settings.from}).`, { errors: [{ path: 'to', value: settings.to, message: `is before ${settings.from}` }] })
  return inTurn(store, async () => {
    await needRoom(store)
    return await beginRecords(store, idFor('wsp', newKey()), firstItems(settings), by, clock)
  })
}

export async function needRoom (store: WorkspaceStore): Promise<void> {
  const { total } = await listWorkspaces(store, { limit: 1, after: null })
  if (total >= WORKSPACES_MAX) throw new ServiceError('CONFLICT', `The service has ${total} workspaces, as many as it keeps: go on in one of them, or begin this one in another service.`)
}

/** What every workspace begins with. */
export const firstItems = (settings: ContentOf<'settings'>): ItemContent[] =>
  [Settings.parse(settings), ...STAGES.map(stage => StageItem.parse({ type: 'stage', stage, state: 'open' })), Charter.parse({ type: 'charter' })]
