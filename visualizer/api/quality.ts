/** What people decide about entries that may be one organisation. Each forgets the answers that it makes old. */
import type { DecisionInput, MergeInput, MergeSummary } from '../../services/contract/duplicate.ts'
import { fetchJson } from './fetch-json.ts'
import { refresh } from './service.ts'

const json = (method: 'POST', body: unknown): RequestInit => ({ method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

export async function decide (decision: DecisionInput): Promise<void> {
  await fetchJson('/api/v1/duplicates/decisions', json('POST', decision))
  await refresh()
}

export async function mergePair (pair: MergeInput): Promise<void> {
  await fetchJson<MergeSummary>('/api/v1/merges', json('POST', pair))
  await refresh()
}

/** One after the other, until `goesOn` says no; what is refused does not keep the others back. */
export async function mergeMany (pairs: readonly MergeInput[], goesOn: () => boolean, onEach: (pair: MergeInput, problem: Error | null) => void): Promise<void> {
  for (const pair of pairs) {
    if (!goesOn()) break
    try {
      await fetchJson<MergeSummary>('/api/v1/merges', json('POST', pair))
      onEach(pair, null)
    } catch (error) {
      onEach(pair, error as Error)
    }
  }
  await refresh()
}

export async function undoMerge (merged: string): Promise<void> {
  await fetchJson(`/api/v1/merges/${merged}`, { method: 'DELETE' })
  await refresh()
}
