/** What whoever uses the page may show the service: a token, or the invitation to a workspace. Kept for this tab alone, sent with every request it is for, forgotten when asked to. */
import { signal } from '@preact/signals'
import type { Problem } from '../../services/contract/problem.ts'
import { INVITATION_HEADER } from '../../services/contract/workspace-access.ts'

const KEY = 'token'

export const heldToken = signal(sessionStorage.getItem(KEY))
/** Whether something that was to be written was refused for want of a token: the page then asks for one. */
export const tokenWanted = signal(false)

export function holdToken (token: string | null): void {
  if (token === null) sessionStorage.removeItem(KEY)
  else sessionStorage.setItem(KEY, token)
  tokenWanted.value = false
  heldToken.value = token
}

/** Raised when an invitation is taken up or given back: who reads a workspace is then somebody else. */
export const invitationChanges = signal(0)

const invitationKey = (workspace: string): string => `invitation ${workspace}`
export const heldInvitation = (workspace: string): string | null => sessionStorage.getItem(invitationKey(workspace))

export function forgetInvitation (workspace: string): void {
  sessionStorage.removeItem(invitationKey(workspace))
  invitationChanges.value++
}

const leftKey = (workspace: string): string => `left ${workspace}`
/** The title of a workspace that was left in this tab: it is not shown as somebody else would see it until that is asked for. */
export const titleOfLeft = (workspace: string): string | null => sessionStorage.getItem(leftKey(workspace))

export function leaveWorkspace (workspace: string, title: string): void {
  sessionStorage.setItem(leftKey(workspace), title)
  forgetInvitation(workspace)
}

export function comeBack (workspace: string): void {
  sessionStorage.removeItem(leftKey(workspace))
  invitationChanges.value++
}

/** A link of invitation carries its secret behind the #, which browsers keep to themselves; from there it goes into the tab, and out of the address, so that nobody shares it with a copied link. */
function takeInvitation (): void {
  const workspace = new URLSearchParams(location.search).get('of')
  const invitation = /^#invitation=(.+)$/.exec(location.hash)?.[1]
  if (workspace === null || invitation === undefined) return
  sessionStorage.setItem(invitationKey(workspace), invitation)
  sessionStorage.removeItem(leftKey(workspace))
  history.replaceState(history.state, '', location.pathname + location.search)
  invitationChanges.value++
}
takeInvitation()
addEventListener('hashchange', takeInvitation)

const OF_WORKSPACE = /^\/api\/v1\/workspaces\/(wsp-[0-9a-z]+)/

export function withAccess (path: string, given: RequestInit = {}): RequestInit & { headers: Headers } {
  const headers = new Headers(given.headers)
  if (heldToken.value !== null) headers.set('authorization', `Bearer ${heldToken.value}`)
  const invitation = heldInvitation(OF_WORKSPACE.exec(path)?.[1] ?? '')
  if (invitation !== null) headers.set(INVITATION_HEADER, invitation)
  return { ...given, headers }
}

export const isUnauthorised = ({ code }: Pick<Problem, 'code'>): boolean => code === 'UNAUTHORISED'
