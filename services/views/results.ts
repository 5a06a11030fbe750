/** The values of a run of any kind as a table: one line for each organisation, sorted by a column. */
import type { OrganisationFilter } from '../contract/filter.ts'
import type { OrganisationSummary } from '../contract/organisation.ts'
import type { SortOrder } from '../contract/page.ts'
import { MEASURES } from '../contract/run.ts'
import type { Run } from '../contract/run.ts'
import { ServiceError } from '../errors.ts'
import type { LoadedRun, RunValues } from '../runs/run-service.ts'
import { clusterIndexes } from './find-in-run.ts'
import { rankOf } from './ranks.ts'
import { selectOrganisations } from './select.ts'
import type { OrganisationLookup } from './view-parts.ts'
import { clusterCodeOf, describeNodes } from './view-parts.ts'

export interface ResultsQuery {
  /** A column; without it the bridge score, or the first column of a measure. */
  sort?: string
  /** Without it the greatest first. */
  order?: SortOrder
  /** Only members of these clusters. */
  cluster?: string[]
  filter?: OrganisationFilter
}

export interface ResultRow {
  organisation: OrganisationSummary
  /** null: in none, or the run found none. */
  cluster: string | null
  scores: Record<string, number | null>
  /** 1: greatest; null: not defined, or no link where the run found clusters. */
  ranks: Record<string, number | null>
  /** 0 to 1, of what is ranked. */
  percentiles: Record<string, number | null>
}

/** Columns of the values of a completed run, in their order. */
export const columnsOf = (run: Run): readonly string[] => run.measured?.columns ?? MEASURES

const hasClusters = (values: RunValues): values is LoadedRun => 'clusters' in values

/** Greatest or lowest value of the column first, organisations it is not defined for last, equals by id. INVALID_INPUT for an unknown column, NOT_FOUND for an unknown cluster. */
export function orderResults (values: RunValues, { sort, order = 'descending', cluster, filter = {} }: ResultsQuery): number[] {
  const passing = selectOrganisations(values.snapshot, filter)
  const inside = cluster === undefined ? null : new Set(clusterIndexes(requireClusters(values), cluster))
  const found: number[] = []
  for (let i = 0; i < passing.length; i++) if (passing[i] === 1 && (inside === null || inside.has((values as LoadedRun).clusterOf[i]))) found.push(i)
  const column = sort ?? (hasClusters(values) ? 'bridgeScore' : columnsOf(values.run)[0])
  if (column === undefined) return found
  if (!columnsOf(values.run).includes(column)) throw refuseField('sort', `"${column.slice(0, 60)}" is not a column of this run; it has ${columnsOf(values.run).join(', ') || 'none'}`)
  const sorted = values.scores[column]
  const sign = order === 'descending' ? 1 : -1
  return found.sort((a, b) => Number(Number.isNaN(sorted[a])) - Number(Number.isNaN(sorted[b])) || (sign * (sorted[b] - sorted[a]) || 0) || a - b)
}

/** The lines of these nodes, in their order. */
export async function describeResults (values: RunValues, nodes: number[], lookup: OrganisationLookup): Promise<ResultRow[]> {
  const described = await describeNodes(values, nodes, lookup)
  const columns = columnsOf(values.run)
  return nodes.map(i => {
    const { name, kind, country, city } = described.get(i)!
    const ranked = columns.map(column => [column, rankOf(values, column, i)] as const)
    return {
      organisation: { id: values.snapshot.ids[i], name, kind, country, city },
      cluster: hasClusters(values) ? clusterCodeOf(values, i) : null,
      scores: Object.fromEntries(ranked.map(([column, { value }]) => [column, value])),
      ranks: Object.fromEntries(ranked.map(([column, { rank }]) => [column, rank])),
      percentiles: Object.fromEntries(ranked.map(([column, { percentile }]) => [column, percentile]))
    }
  })
}

/** A page of them. */
export async function listResults (values: RunValues, { offset, limit, ...query }: ResultsQuery & { offset: number, limit: number }, lookup: OrganisationLookup): Promise<{ items: ResultRow[], total: number }> {
  const order = orderResults(values, query)
  return { total: order.length, items: await describeResults(values, order.slice(offset, offset + limit), lookup) }
}

function requireClusters (values: RunValues): LoadedRun {
  if (hasClusters(values)) return values
  throw refuseField('cluster', `run ${values.run.id} measured ${values.run.request.algorithm} and has no clusters; leave the filter out`)
}

const refuseField = (path: string, message: string): ServiceError => new ServiceError('INVALID_INPUT', `${path}: ${message}.`, { errors: [{ path, message }] })
