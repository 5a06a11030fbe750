/** One call to the API; a problem document becomes an Error with its words. */
import type { Problem } from '../../services/contract/problem.ts'
import { isUnauthorised, tokenWanted, withToken } from './access.ts'

export class ApiProblem extends Error {
  override name = 'ApiProblem'
  readonly problem: Problem
  constructor (problem: Problem) {
    super(problem.detail)
    this.problem = problem
  }
}

export async function fetchJson<Value> (path: string, init: RequestInit = {}): Promise<Value> {
  const request = withToken(init)
  request.headers.set('accept', 'application/json')
  const answer = await fetch(path, request)
  const body = answer.status === 204 ? null : await answer.json() as unknown
  if (answer.ok) return body as Value
  if (init.method !== undefined && isUnauthorised(body as Problem)) tokenWanted.value = true
  throw new ApiProblem(body as Problem)
}
