/** A run's results as a table: one line for each organisation, sorted by a measure. */
import type { OrganisationFilter } from '../contract/filter.ts'
import type { OrganisationSummary } from '../contract/organisation.ts'
import type { Measure } from '../contract/run.ts'
import { MEASURES } from '../contract/run.ts'
import type { LoadedRun } from '../runs/run-service.ts'
import { clusterIndexes } from './find-in-run.ts'
import { rankOf } from './ranks.ts'
import { selectOrganisations } from './select.ts'
import type { OrganisationLookup } from './view-parts.ts'
import { clusterCodeOf, describeNodes, scoresOf } from './view-parts.ts'

export interface ResultsQuery {
  sort: Measure
  /** Only members of these clusters. */
  cluster?: string[]
  filter?: OrganisationFilter
  offset: number
  limit: number
}

export interface ResultRow {
  organisation: OrganisationSummary
  cluster: string | null
  scores: Record<string, number | null>
  /** 1: greatest; null: no link, or not defined. */
  ranks: Record<string, number | null>
}

/** Greatest value of the measure first, organisations it is not defined for last, equals by id. NOT_FOUND for an unknown cluster. */
export async function listResults (loaded: LoadedRun, { sort, cluster, filter = {}, offset, limit }: ResultsQuery, lookup: OrganisationLookup): Promise<{ items: ResultRow[], total: number }> {
  const passing = selectOrganisations(loaded.snapshot, filter)
  const inside = cluster === undefined ? null : new Set(clusterIndexes(loaded, cluster))
  const values = loaded.scores[sort]
  const found: number[] = []
  for (let i = 0; i < passing.length; i++) if (passing[i] === 1 && (inside === null || inside.has(loaded.clusterOf[i]))) found.push(i)
  found.sort((a, b) => Number(Number.isNaN(values[a])) - Number(Number.isNaN(values[b])) || (values[b] - values[a] || 0) || a - b)
  const shown = found.slice(offset, offset + limit)
  const described = await describeNodes(loaded, shown, lookup)
  return {
    total: found.length,
    items: shown.map(i => {
      const { name, kind, country, city } = described.get(i)!
      return {
        organisation: { id: loaded.snapshot.ids[i], name, kind, country, city },
        cluster: clusterCodeOf(loaded, i),
        scores: scoresOf(loaded, i),
        ranks: Object.fromEntries(MEASURES.map(measure => [measure, rankOf(loaded, measure, i).rank]))
      }
    })
  }
}
