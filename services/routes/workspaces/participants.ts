/** Invitation links of the participants of a workspace. */
import { z } from 'zod'
import { INVITATION_HEADER } from '../../contract/workspace-access.ts'
import { need } from '../../trans-s3/may.ts'
import { signInvitation } from '../../trans-s3/invitations.ts'
import { findOf, saveItem } from '../../trans-s3/write-items.ts'
import { ServiceError } from '../../errors.ts'
import type { RoutePlugin } from '../parts.ts'
import { visit } from './who.ts'
import { WorkspaceParams } from './workspaces.ts'

const LinkRequest = z.object({ renew: z.boolean().default(false).describe('true: links made before stop working') })
const Invitation = z.object({ invitation: z.string().describe(`sent as the header ${INVITATION_HEADER}; on the page, behind #invitation= of the address`), expiresAt: z.iso.datetime() })

export const participantRoutes: RoutePlugin = (app, parts) => {
  const { store, reference, clock, invitationKey } = parts

  app.post<{ Params: { id: string, item: string }, Body: z.infer<typeof LinkRequest> }>('/workspaces/:id/participants/:item/link', {
    config: { takesInvitations: true },
    schema: { tags: ['workspaces'], summary: 'Make the invitation link of a participant', description: 'The same link each time, until it is renewed, revoked or the time it works is changed; the service keeps none. Whoever has it is that participant: send it to nobody else.', params: WorkspaceParams.extend({ item: z.string() }), body: LinkRequest, response: { 200: Invitation } }
  }, async request => {
    const { who, state } = await visit(parts, request, request.params.id)
    need(who, 'write participant')
    const found = findOf(state, request.params.item, 'participant')
    if (found.content.revoked) throw new ServiceError('CONFLICT', `The invitation of ${found.content.name} was revoked: take that back first.`)
    const saved = request.body.renew ? await saveItem({ store, workspace: state.id, by: who, reference, clock }, found.id, { basedOn: found.version, content: { ...found.content, issue: found.content.issue + 1 }, why: null }) : found
    return { invitation: signInvitation(invitationKey(), state.id, saved as typeof found), expiresAt: found.content.expiresAt }
  })
}
