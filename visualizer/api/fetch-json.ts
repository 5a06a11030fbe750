/** One call to the API; a problem document becomes an Error with its words. */
import type { Problem } from '../../services/contract/problem.ts'

export class ApiProblem extends Error {
  override name = 'ApiProblem'
  readonly problem: Problem
  constructor (problem: Problem) {
    super(problem.detail)
    this.problem = problem
  }
}

export async function fetchJson<Value> (path: string, init: RequestInit = {}): Promise<Value> {
  const token = sessionStorage.getItem('token')
  const headers = new Headers(init.headers)
  headers.set('accept', 'application/json')
  if (token !== null) headers.set('authorization', `Bearer ${token}`)
  const answer = await fetch(path, { ...init, headers })
  const body = answer.status === 204 ? null : await answer.json() as unknown
  if (answer.ok) return body as Value
  throw new ApiProblem(body as Problem)
}
