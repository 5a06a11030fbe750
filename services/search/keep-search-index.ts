/** The search index in use: made anew when the data or the run changes, while the old one still answers. */
import type { SearchIndex } from './search-index.ts'

export interface SearchKeeper extends SearchIndex {
  /** Makes the index for `version` with `build` unless it is there or under way; resolves when an index of at least this request is in use. */
  refresh: (version: string, build: () => Promise<SearchIndex>) => Promise<void>
  /** Version of the index that answers, null before the first. */
  version: () => string | null
}

/** One build at a time; requests that come meanwhile end in one more build, of the newest. A build that fails leaves the old index in use and rejects. */
export function keepSearchIndex (): SearchKeeper {
  let current: { version: string, index: SearchIndex } | null = null
  let running: { version: string, done: Promise<void> } | null = null
  let waiting: { version: string, build: () => Promise<SearchIndex>, done: Promise<void> } | null = null

  const start = (version: string, build: () => Promise<SearchIndex>): Promise<void> => {
    const done = build().then(index => { current = { version, index } }).finally(() => { running = null })
    running = { version, done }
    return done
  }
  return {
    version: () => current?.version ?? null,
    search: (q, limit) => current?.index.search(q, limit) ?? [],
    rank: q => current?.index.rank(q) ?? [],
    refresh: (version, build) => {
      if (waiting !== null) {
        waiting.version = version
        waiting.build = build
        return waiting.done
      }
      if (running === null) return current?.version === version ? Promise.resolve() : start(version, build)
      if (running.version === version) return running.done
      const next = { version, build, done: Promise.resolve() }
      next.done = running.done.catch(() => undefined).then(() => {
        waiting = null
        return current?.version === next.version ? undefined : start(next.version, next.build)
      })
      waiting = next
      return next.done
    }
  }
}
