/**
 * Invitation links: whoever has one is that participant until it expires or is revoked. A link names workspace, participant and issue, and is signed (HMAC-SHA256), so none can be
 * made or altered without the key; the service keeps no link, only which issue of it is in force.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { ContentOf } from '../contract/workspace-items.ts'
import type { Author } from '../contract/workspace.ts'
import { ServiceError } from '../errors.ts'
import { itemsOf } from './workspace-state.ts'
import type { Standing, WorkspaceState } from './workspace-state.ts'

/** Longest time a link works, days: a programme period's half; then it is renewed by somebody who still knows the participant. */
export const INVITATION_DAYS_MAX = 1100
/** Characters of a link looked at: one has about 110. */
export const INVITATION_LENGTH_MAX = 300

const DAY_MS = 24 * 60 * 60 * 1000
const ASK = 'Ask the coordinator of the workspace for a new link.'

/** `issue` and expiry are those of the participant, so renewing makes links before it useless. */
export function signInvitation (key: Buffer, workspace: string, { id, content: { issue, expiresAt } }: Standing<ContentOf<'participant'>>): string {
  const said = Buffer.from([workspace, id, issue, expiresAt].join(' ')).toString('base64url')
  return `${said}.${signatureOf(key, said)}`
}

/** The participant behind a link. INVITATION_NOT_VALID, with the reason, for one that is altered, of another workspace, renewed since, revoked or expired. */
export function participantOf (key: Buffer, state: Pick<WorkspaceState, 'id' | 'items'>, invitation: string, clock: () => Date): Author {
  const signed = readSigned(key, invitation)
  if (signed === null) throw refusal('is not one that this service made, or a part of it is missing: copy the whole link')
  const [workspace, id, issue, expiresAt] = signed
  if (workspace !== state.id) throw refusal(`is for another workspace, ${workspace}, and opens that one alone`)
  const participant = itemsOf(state, 'participant').find(item => item.id === id)
  if (participant === undefined) throw refusal('is of a participant that the workspace does not have')
  const { content } = participant
  if (content.revoked) throw refusal('was revoked')
  if (content.issue !== Number(issue) || content.expiresAt !== expiresAt) throw refusal('was replaced by a newer one')
  if (clock().toISOString() >= expiresAt) throw refusal(`expired on ${expiresAt.slice(0, 10)}`)
  return { participant: id, role: content.role, region: content.region, helix: content.helix, name: content.name }
}

/** Whether this service made the link for this workspace, which need not be there any more. */
export const isFor = (key: Buffer, workspace: string, invitation: string): boolean => readSigned(key, invitation)?.[0] === workspace

/** Workspace, participant, issue and expiry; null where the signature is not ours. */
function readSigned (key: Buffer, invitation: string): string[] | null {
  const [said = '', signature = ''] = invitation.slice(0, INVITATION_LENGTH_MAX).split('.')
  return isSame(signature, signatureOf(key, said)) ? Buffer.from(said, 'base64url').toString().split(' ') : null
}

/** Milliseconds that a pass opens documents: as long as somebody reads in a tab; the page makes another. */
export const DOCUMENT_PASS_MS = 60 * 60 * 1000

/** For an address that a browser opens by itself, without the invitation: whoever has it reads the documents of the workspace, which are public in kind, and nothing else. */
export const signDocumentPass = (key: Buffer, workspace: string, clock: () => Date): string => {
  const said = Buffer.from(['documents', workspace, new Date(clock().getTime() + DOCUMENT_PASS_MS).toISOString()].join(' ')).toString('base64url')
  return `${said}.${signatureOf(key, said)}`
}

/** INVITATION_NOT_VALID for a pass that is altered, of another workspace, or old. */
export function checkDocumentPass (key: Buffer, workspace: string, pass: string, clock: () => Date): void {
  const [kind, opens, until] = readSigned(key, pass) ?? []
  if (kind !== 'documents' || opens !== workspace || clock().toISOString() >= until) throw new ServiceError('INVITATION_NOT_VALID', `This address opens a document for ${DOCUMENT_PASS_MS / 60_000} minutes. Open the document again on the page of the workspace.`)
}

/** INVALID_INPUT where it is past, or too far off. */
export function checkExpiry (expiresAt: string, clock: () => Date): void {
  const days = (Date.parse(expiresAt) - clock().getTime()) / DAY_MS
  if (days > 0 && days <= INVITATION_DAYS_MAX) return
  throw new ServiceError('INVALID_INPUT', `expiresAt ${expiresAt} is ${days <= 0 ? 'past' : `more than ${INVITATION_DAYS_MAX} days off`}; give a time within the next ${INVITATION_DAYS_MAX} days.`, { errors: [{ path: 'content.expiresAt', value: expiresAt, message: `must be within the next ${INVITATION_DAYS_MAX} days` }] })
}

const signatureOf = (key: Buffer, said: string): string => createHmac('sha256', key).update(said).digest('base64url')

function isSame (given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}

const refusal = (why: string): ServiceError => new ServiceError('INVITATION_NOT_VALID', `The invitation ${why}. ${ASK}`)
