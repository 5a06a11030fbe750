/** Who a request about a workspace comes from: a participant by invitation, the operator of the service, or a visitor of a demonstration. */
import type { FastifyRequest } from 'fastify'
import { INVITATION_HEADER } from '../../contract/workspace-access.ts'
import type { Author } from '../../contract/workspace.ts'
import { ServiceError } from '../../errors.ts'
import { deletionOf } from '../../trans-s3/delete-workspace.ts'
import { checkInvitation, participantOf } from '../../trans-s3/invitations.ts'
import { OPERATOR, VISITOR } from '../../trans-s3/may.ts'
import { goneWorkspace, missingWorkspace, unknownWorkspace } from '../../trans-s3/missing-workspace.ts'
import { loadWorkspace } from '../../trans-s3/workspace-records.ts'
import { settingsOf } from '../../trans-s3/workspace-state.ts'
import type { WorkspaceState } from '../../trans-s3/workspace-state.ts'
import type { Parts } from '../parts.ts'

export interface Visit { who: Author, /** The newest. */ state: WorkspaceState }

/**
 * With an invitation somebody is that participant and no more, whatever else he may do. UNAUTHORISED or INVITATION_NOT_VALID for everybody who is nobody here, alike where the workspace does not exist: that tells
 * nobody which do. GONE, where it was deleted, for those who could come in then and whose link has not expired since.
 */
export async function visit (parts: Pick<Parts, 'store' | 'seesConfidential' | 'invitationKey' | 'clock'>, request: FastifyRequest, id: string): Promise<Visit> {
  const state = await loadWorkspace(parts.store, id)
  const invitation = request.headers[INVITATION_HEADER]
  if (state === null) {
    const deletion = await deletionOf(parts.store, id)
    if (deletion?.demonstration) throw goneWorkspace(deletion.at)
    // Nobody takes part in one that was never there: a link is refused in the words of one that is.
    if (invitation !== undefined) checkInvitation(parts.invitationKey(), id, deletion?.links ?? [], String(invitation), parts.clock)
    else if (!parts.seesConfidential(request)) throw notInvited()
    throw deletion === null ? unknownWorkspace(id) : goneWorkspace(deletion.at)
  }
  if (invitation !== undefined) return { state, who: participantOf(parts.invitationKey(), state, String(invitation), parts.clock) }
  if (parts.seesConfidential(request)) return { state, who: OPERATOR }
  if (settingsOf(state).demonstration) return { state, who: VISITOR }
  throw notInvited()
}

/** As `visit`, and the workspace as it stood at a version. */
export async function visitVersion (parts: Parts, request: FastifyRequest, id: string, version: number | undefined): Promise<Visit & { at: WorkspaceState }> {
  const { who, state } = await visit(parts, request, id)
  return { who, state, at: await atVersion(parts, state, version) }
}

export async function atVersion ({ store }: Pick<Parts, 'store'>, state: WorkspaceState, version: number | undefined): Promise<WorkspaceState> {
  const at = version === undefined ? state : await loadWorkspace(store, state.id, version)
  if (at !== null) return at
  // It may have been deleted since it was visited.
  if (await loadWorkspace(store, state.id) === null) throw await missingWorkspace(store, state.id)
  throw new ServiceError('NOT_FOUND', `Workspace ${state.id} has no version ${version}; the newest is ${state.version}.`)
}

const notInvited = (): ServiceError => new ServiceError('UNAUTHORISED', 'This workspace is open to its participants: use the link you were sent, or ask the coordinator for one. The operator of the service sends the token as "Authorization: Bearer ...".')

/** UNAUTHORISED for everybody but the operator. */
export function needOperator ({ seesConfidential }: Pick<Parts, 'seesConfidential'>, request: FastifyRequest): void {
  if (!seesConfidential(request) || request.headers[INVITATION_HEADER] !== undefined) throw new ServiceError('UNAUTHORISED', 'Workspaces are begun by the operator of the service: send the token as "Authorization: Bearer ...", and no invitation.')
}
