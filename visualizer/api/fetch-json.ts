/** One call to the API; a problem document becomes an Error with its words. */
import type { Problem } from '../../services/contract/problem.ts'
import { INVITATION_HEADER } from '../../services/contract/workspace-access.ts'
import { problemInWords } from '../text/problem-words.ts'
import { isUnauthorised, tokenWanted, withAccess } from './access.ts'

/** Status of a report whose rows or cells were refused. */
export const REFUSED = 422

export class ApiProblem extends Error {
  override name = 'ApiProblem'
  readonly problem: Problem
  constructor (problem: Problem) {
    const said = problemInWords(problem)
    super(said.detail)
    this.problem = said
  }
}

/** `alsoAnswers`: statuses beside the good ones whose body is an answer, such as a report of what was refused. */
export const fetchJson = async <Value>(path: string, init: RequestInit = {}, alsoAnswers: readonly number[] = []): Promise<Value> => (await fetchAnswer<Value>(path, init, alsoAnswers)).body

/** With the status, where that tells something too. */
export async function fetchAnswer<Value> (path: string, init: RequestInit = {}, alsoAnswers: readonly number[] = []): Promise<{ status: number, body: Value }> {
  const request = withAccess(path, init)
  request.headers.set('accept', 'application/json')
  const answer = await fetch(path, request)
  const body = answer.status === 204 ? null : await answer.json() as unknown
  if (answer.ok || alsoAnswers.includes(answer.status)) return { status: answer.status, body: body as Value }
  // Whoever came by a link has no token, and none would help.
  if (init.method !== undefined && !request.headers.has(INVITATION_HEADER) && isUnauthorised(body as Problem)) tokenWanted.value = true
  throw new ApiProblem(body as Problem)
}
