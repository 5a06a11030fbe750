/** State of the service, and search over everything it holds. */
import { z } from 'zod'
import { SearchQuery, SEARCH_SUGGESTIONS_MAX, Suggestion } from '../contract/search.ts'
import { Status } from '../contract/status.ts'
import { findSources } from './parts.ts'
import type { RoutePlugin } from './parts.ts'
import { suggest } from './search-organisations.ts'

export const serviceRoutes: RoutePlugin = (app, parts) => {
  const { store, runs } = parts

  app.get('/status', {
    schema: { tags: ['service'], summary: 'Get the state of the service', description: 'What the store holds, the newest completed run, and whether the data has changed since.', response: { 200: Status } }
  }, async (): Promise<Status> => {
    const [revision, counts, latestRun, sources] = await Promise.all([store.revision(), store.counts(), runs.latest(), findSources(parts)])
    return { version: parts.version, store: store.kind, revision: revision.number, committedAt: revision.committedAt, counts, writable: parts.writable, sources, latestRun, outdated: latestRun !== null && latestRun.revision !== revision.number }
  })

  app.get<{ Querystring: z.infer<typeof SearchQuery> }>('/search', {
    schema: {
      tags: ['service'], summary: 'Suggest what was meant', description: `Organisations, clusters of the newest run, places, domains and countries; forgiving of spelling and diacritics. At most ${SEARCH_SUGGESTIONS_MAX}.`,
      querystring: SearchQuery, response: { 200: z.object({ items: z.array(Suggestion) }) }
    }
  }, async ({ query: { q, limit } }) => ({ items: await suggest(parts, q, limit) }))
}
