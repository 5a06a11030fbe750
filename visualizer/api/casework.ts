/** Changes of what brokers keep, and that something was changed, so that what is shown is asked for anew. */
import { signal } from '@preact/signals'
import { fetchJson } from './fetch-json.ts'
import { useResource } from './resource.ts'
import type { Resource } from './resource.ts'

const changes = signal(0)

export async function saveCasework<Value> (path: string, body: unknown, method: 'POST' | 'DELETE' = 'POST'): Promise<Value> {
  const init: RequestInit = method === 'DELETE' ? { method } : { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  const value = await fetchJson<Value>(path, init)
  changes.value++
  return value
}

/** As useResource, read again after every change made here. */
export const useCasework = <Value>(path: string | null): Resource<Value> => useResource<Value>(path === null ? null : `${path}#${changes.value}`)
