/** What regions have declared, read and written. */
import type { DeclaredPriority, DeclaredState, PrioritiesReport } from '../../services/contract/declared-priorities.ts'
import type { Problem } from '../../services/contract/problem.ts'
import { ApiProblem, fetchJson } from './fetch-json.ts'
import { forget } from './resource.ts'

export async function saveDeclared (region: string, priorities: DeclaredPriority[], version: number): Promise<DeclaredState> {
  const saved = await fetchJson<DeclaredState>(`/api/v1/declared-priorities/${region}`, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ priorities, version }) })
  forget()
  return saved
}

export async function withdrawDeclared ({ region, version }: DeclaredState): Promise<void> {
  await send(`/api/v1/declared-priorities/${region}?basedOn=${version}`, { method: 'DELETE' })
  forget()
}

/** The report, also where rows were refused. */
export async function importDeclared (file: File, dryRun: boolean): Promise<PrioritiesReport> {
  const answer = await send(`/api/v1/declared-priorities?${new URLSearchParams({ dryRun: String(dryRun), name: file.name }).toString()}`, { method: 'POST', body: file, headers: { 'content-type': 'text/csv' } })
  forget()
  return await answer.json() as PrioritiesReport
}

async function send (path: string, init: RequestInit): Promise<Response> {
  const token = sessionStorage.getItem('token')
  const headers = new Headers(init.headers)
  if (token !== null) headers.set('authorization', `Bearer ${token}`)
  const answer = await fetch(path, { ...init, headers })
  if (answer.ok || answer.status === 422) return answer
  throw new ApiProblem(await answer.json() as Problem)
}
