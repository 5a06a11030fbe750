/** Data of an address as a Preact hook: kept per address, so that going back is instant. */
import { useEffect, useState } from 'preact/hooks'
import { heldToken } from './access.ts'
import { fetchJson } from './fetch-json.ts'

export interface Resource<Value> { value: Value | undefined, error: Error | undefined, loading: boolean }

/** Answers kept; the oldest goes first. */
const KEPT_MAX = 60
const kept = new Map<string, Promise<unknown>>()

function load (path: string, ask: (path: string) => Promise<unknown>): Promise<unknown> {
  const known = kept.get(path)
  if (known !== undefined) return known
  const loading = ask(path)
  kept.set(path, loading)
  loading.catch(() => kept.delete(path))
  for (const oldest of kept.keys()) if (kept.size > KEPT_MAX) kept.delete(oldest)
  return loading
}

/** Forgets all answers: after the data or the run has changed. */
export const forget = (): void => kept.clear()

/** `path` null: nothing is asked for. While the next answer is on its way the last one stays. Asked anew with another token. `ask`: where one call is not all; it is the same for the same path. */
export function useResource<Value> (path: string | null, ask: (path: string) => Promise<unknown> = fetchJson): Resource<Value> {
  const [state, setState] = useState<Resource<Value> & { path: string | null }>({ path: null, value: undefined, error: undefined, loading: path !== null })
  useEffect(() => {
    if (path === null) {
      setState({ path, value: undefined, error: undefined, loading: false })
      return
    }
    let current = true
    setState(before => ({ ...before, loading: true, error: undefined }))
    load(path, ask).then(
      value => { if (current) setState({ path, value: value as Value, error: undefined, loading: false }) },
      (error: Error) => { if (current) setState({ path, value: undefined, error, loading: false }) }
    )
    return () => { current = false }
  }, [path, heldToken.value])
  // What stands is of another path until the effect has run.
  return { ...state, loading: state.loading || state.path !== path }
}
