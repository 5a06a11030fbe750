import { readdirSync } from 'node:fs'
import type { Query } from '../../graph-queries/query.ts'

/** Every query that is bound in graph-queries, by name. */
export async function allQueries (): Promise<Query[]> {
  const folders = readdirSync('graph-queries', { withFileTypes: true }).filter(entry => entry.isDirectory() && entry.name !== 'schema')
  const bindings = await Promise.all(folders.map(({ name }) => import(`../../graph-queries/${name}/index.ts`) as Promise<Record<string, Query>>))
  return bindings.flatMap(binding => Object.values(binding)).sort((a, b) => a.name < b.name ? -1 : 1)
}

/** Queries that read everything of a kind by their nature: lists, counts and streams without an anchor. */
export const READS_ALL = new Set([
  'count-facet', 'count-links', 'count-networks', 'count-organisations', 'count-dataset', 'count-imports', 'count-runs', 'list-links', 'list-networks', 'list-organisations', 'list-memberships',
  'list-input-output-tables', 'list-sources', 'list-imports', 'list-runs', 'count-network-size', 'stream-bare-links', 'stream-bare-memberships', 'stream-bare-networks', 'stream-bare-organisations', 'stream-links', 'stream-memberships', 'stream-networks', 'stream-organisations',
  'count-organisation-gaps', 'count-network-gaps', 'count-years', 'count-connections'
])
