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
/** Characters of a link or pass looked at: one has about 170. */
export const INVITATION_LENGTH_MAX = 300

const DAY_MS = 24 * 60 * 60 * 1000
const ASK = 'Ask the coordinator of the workspace for a new link.'

/** Of a participant, what says which links are good. */
export type LinkState = { id: string } & Pick<ContentOf<'participant'>, 'issue' | 'expiresAt' | 'revoked'>

export const linkStatesOf = (state: Pick<WorkspaceState, 'items'>): LinkState[] => itemsOf(state, 'participant').map(({ id, content: { issue, expiresAt, revoked } }) => ({ id, issue, expiresAt, revoked }))

/** `issue` and expiry are those of the participant, so renewing makes links before it useless. */
export const signInvitation = (key: Buffer, workspace: string, { id, content: { issue, expiresAt } }: Standing<ContentOf<'participant'>>): string => sign(key, [workspace, id, issue, expiresAt])

/** The participant behind a link; refused as `checkInvitation` does. */
export function participantOf (key: Buffer, state: Pick<WorkspaceState, 'id' | 'items'>, invitation: string, clock: () => Date): Author {
  const participant = checkInvitation(key, state.id, linkStatesOf(state), invitation, clock)
  const { role, region, helix, name } = itemsOf(state, 'participant').find(({ id }) => id === participant)!.content
  return { participant, role, region, helix, name }
}

/** The participant's id. INVITATION_NOT_VALID, with the reason, for a link that is altered, of another workspace, renewed since, revoked or expired. */
export function checkInvitation (key: Buffer, workspace: string, links: readonly LinkState[], invitation: string, clock: () => Date): string {
  const signed = readSigned(key, invitation)
  if (signed === null) throw refusal('is not one that this service made, or a part of it is missing: copy the whole link')
  const [opens, ...link] = signed
  if (opens !== workspace) throw refusal(`is for another workspace, ${opens}, and opens that one alone`)
  return checkLink(links, link, clock)
}

function checkLink (links: readonly LinkState[], [participant, issue, expiresAt]: string[], clock: () => Date): string {
  const held = links.find(({ id }) => id === participant)
  if (held === undefined) throw refusal('is of a participant that the workspace does not have')
  if (held.revoked) throw refusal('was revoked')
  if (held.issue !== Number(issue) || held.expiresAt !== expiresAt) throw refusal('was replaced by a newer one')
  if (clock().toISOString() >= expiresAt) throw refusal(`expired on ${expiresAt.slice(0, 10)}`)
  return participant
}

/** What was signed; null where the signature is not ours. */
function readSigned (key: Buffer, invitation: string): string[] | null {
  const [said = '', signature = ''] = invitation.slice(0, INVITATION_LENGTH_MAX).split('.')
  return isSame(signature, signatureOf(key, said)) ? Buffer.from(said, 'base64url').toString().split(' ') : null
}

/** Milliseconds that a pass opens documents: as long as somebody reads in a tab; the page makes another. */
export const DOCUMENT_PASS_MS = 60 * 60 * 1000

/** In place of participant, issue and expiry, in a pass of whoever came without an invitation. */
const NO_LINK = '-'

/**
 * For an address that a browser opens by itself, without the invitation: whoever has it reads the documents of the workspace, which are public in kind, and nothing else. That of a participant names
 * the link it was made by and ends with it.
 */
export function signDocumentPass (key: Buffer, state: Pick<WorkspaceState, 'id' | 'items'>, who: Author, clock: () => Date): string {
  const held = linkStatesOf(state).find(({ id }) => id === who.participant)
  const link = held === undefined ? [NO_LINK] : [held.id, held.issue, held.expiresAt]
  return sign(key, ['documents', state.id, new Date(clock().getTime() + DOCUMENT_PASS_MS).toISOString(), ...link])
}

/** INVITATION_NOT_VALID for a pass that is altered, of another workspace, or old, or whose participant's link is not good any more. */
export function checkDocumentPass (key: Buffer, state: Pick<WorkspaceState, 'id' | 'items'>, pass: string, clock: () => Date): void {
  const [kind, opens, until, ...link] = readSigned(key, pass) ?? []
  if (kind !== 'documents' || opens !== state.id || clock().toISOString() >= until) throw new ServiceError('INVITATION_NOT_VALID', `This address opens a document for ${DOCUMENT_PASS_MS / 60_000} minutes. Open the document again on the page of the workspace.`)
  if (link[0] !== NO_LINK) checkLink(linkStatesOf(state), link, clock)
}

/** INVALID_INPUT where it is past, or too far off. */
export function checkExpiry (expiresAt: string, clock: () => Date): void {
  const days = (Date.parse(expiresAt) - clock().getTime()) / DAY_MS
  if (days > 0 && days <= INVITATION_DAYS_MAX) return
  throw new ServiceError('INVALID_INPUT', `expiresAt ${expiresAt} is ${days <= 0 ? 'past' : `more than ${INVITATION_DAYS_MAX} days off`}; give a time within the next ${INVITATION_DAYS_MAX} days.`, { errors: [{ path: 'content.expiresAt', value: expiresAt, message: `must be within the next ${INVITATION_DAYS_MAX} days` }] })
}

function sign (key: Buffer, words: ReadonlyArray<string | number>): string {
  const said = Buffer.from(words.join(' ')).toString('base64url')
  return `${said}.${signatureOf(key, said)}`
}

const signatureOf = (key: Buffer, said: string): string => createHmac('sha256', key).update(said).digest('base64url')

function isSame (given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}

const refusal = (why: string): ServiceError => new ServiceError('INVITATION_NOT_VALID', `The invitation ${why}. ${ASK}`)
