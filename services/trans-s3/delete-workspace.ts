/** A workspace that is deleted is gone with every version of everything in it. What is kept is its id, the day and which links were good, so that these can say what happened, its file brings no other back, and a demonstration does not come back with the next start. */
import { inTurn } from '../casework/in-turn.ts'
import { ServiceError } from '../errors.ts'
import type { GraphStore, RecordDraft } from '../store/graph-store.ts'
import { linkStatesOf } from './invitations.ts'
import type { LinkState } from './invitations.ts'
import { missingWorkspace } from './missing-workspace.ts'
import { loadWorkspace } from './workspace-records.ts'
import type { WorkspaceStore } from './workspace-records.ts'
import { settingsOf } from './workspace-state.ts'

/** `demonstration`: everybody could read it, so everybody is told. `links`: as they stood, those of participants whom an earlier deletion knew and this one did not too. */
export interface WorkspaceDeletion { at: string, demonstration: boolean, links: LinkState[] }
type StoredDeletion = Omit<WorkspaceDeletion, 'at'>

/** CONFLICT where it was changed after `basedOn`: nobody deletes what he has not seen. GONE where somebody else was quicker. */
export async function deleteWorkspace (store: WorkspaceStore & Pick<GraphStore, 'eraseRecords'>, id: string, basedOn: number, clock: () => Date): Promise<void> {
  await inTurn(store, async () => {
    const state = await loadWorkspace(store, id)
    if (state === null) throw await missingWorkspace(store, id)
    if (state.version !== basedOn) throw new ServiceError('CONFLICT', `Workspace ${id} is at version ${state.version}, and you saw version ${basedOn}: read it again, save its file again if you keep one, and delete it then.`, { errors: [{ path: 'basedOn', value: String(basedOn), message: `is not the newest version, which is ${state.version}` }] })
    const savedAt = clock().toISOString()
    const before = await store.listRecordVersions('workspace-deletion', id)
    const last: RecordDraft = { kind: 'workspace', id, basedOn, savedAt, subjects: [id], document: null }
    const earlier = before.findLast(({ document }) => document !== null)?.document as StoredDeletion | undefined
    const document: StoredDeletion = { demonstration: settingsOf(state).demonstration, links: joined(earlier?.links ?? [], linkStatesOf(state)) }
    const deletion: RecordDraft = { kind: 'workspace-deletion', id, basedOn: before.length, savedAt, subjects: [], document }
    try {
      await store.eraseRecords([last, deletion], { kinds: ['workspace', 'workspace-item'], subject: id })
    } catch (error) {
      // Another process may have been quicker.
      throw (error as Error).name === 'StoreConflict' && await store.getRecord('workspace', id) === null ? await missingWorkspace(store, id) : error
    }
  })
}

const joined = (earlier: readonly LinkState[], now: readonly LinkState[]): LinkState[] => [...earlier.filter(({ id }) => !now.some(link => link.id === id)), ...now]

/** Null where it was not deleted, or was opened again from its file. */
export async function deletionOf (store: Pick<GraphStore, 'getRecord'>, id: string): Promise<WorkspaceDeletion | null> {
  const record = await store.getRecord('workspace-deletion', id)
  return record === null ? null : { at: record.savedAt, ...record.document as StoredDeletion }
}

/** What is saved with a workspace that comes back; nothing where it was not deleted. */
export async function takeBackDeletion (store: Pick<GraphStore, 'getRecord'>, id: string, savedAt: string): Promise<RecordDraft[]> {
  const record = await store.getRecord('workspace-deletion', id)
  return record === null ? [] : [{ kind: 'workspace-deletion', id, basedOn: record.version, savedAt, subjects: [], document: null }]
}
