/** Why a workspace is not there: it was deleted, or nobody ever began it. */
import { ServiceError } from '../errors.ts'
import type { GraphStore } from '../store/graph-store.ts'

/** For whoever could come in before. */
export async function missingWorkspace (store: Pick<GraphStore, 'getRecord'>, id: string): Promise<ServiceError> {
  const deletion = await store.getRecord('workspace-deletion', id)
  return deletion === null ? unknownWorkspace(id) : goneWorkspace(deletion.savedAt)
}

export const goneWorkspace = (at: string): ServiceError => new ServiceError('GONE', `This workspace was deleted on ${at.slice(0, 10)}, with everything in it. Whoever saved it as a file can have the operator open that file again; links of the participants in it then work again, unless they were revoked or replaced by newer ones.`)

export const unknownWorkspace = (id: string): ServiceError => new ServiceError('NOT_FOUND', `Workspace "${id.slice(0, 60)}" is not here; /api/v1/workspaces lists those that you may read.`)
