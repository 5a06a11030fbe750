/** What regions have declared, read and written. */
import type { DeclaredPriority, DeclaredState, PrioritiesReport } from '../../services/contract/declared-priorities.ts'
import { fetchJson, REFUSED } from './fetch-json.ts'
import { forget } from './resource.ts'

export async function saveDeclared (region: string, priorities: DeclaredPriority[], version: number): Promise<DeclaredState> {
  const saved = await fetchJson<DeclaredState>(`/api/v1/declared-priorities/${region}`, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ priorities, version }) })
  forget()
  return saved
}

export async function withdrawDeclared ({ region, version }: DeclaredState): Promise<void> {
  await fetchJson<null>(`/api/v1/declared-priorities/${region}?basedOn=${version}`, { method: 'DELETE' })
  forget()
}

/** The report, also where rows were refused. */
export async function importDeclared (file: File, dryRun: boolean): Promise<PrioritiesReport> {
  const report = await fetchJson<PrioritiesReport>(`/api/v1/declared-priorities?${new URLSearchParams({ dryRun: String(dryRun), name: file.name }).toString()}`, { method: 'POST', body: file, headers: { 'content-type': 'text/csv' } }, [REFUSED])
  forget()
  return report
}
