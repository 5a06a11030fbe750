/** The token of whoever uses the page: kept for this tab alone, sent with every request, forgotten when asked to. */
import { signal } from '@preact/signals'
import type { Problem } from '../../services/contract/problem.ts'

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

export function withToken (given: RequestInit = {}): RequestInit & { headers: Headers } {
  const headers = new Headers(given.headers)
  if (heldToken.value !== null) headers.set('authorization', `Bearer ${heldToken.value}`)
  return { ...given, headers }
}

export const isUnauthorised = ({ code }: Pick<Problem, 'code'>): boolean => code === 'UNAUTHORISED'
