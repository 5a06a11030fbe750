/** Ranks and percentiles of a column: where a run found clusters among the organisations that have a link, otherwise among all it is defined for. */
import type { Ranked } from '../contract/organisation-profile.ts'
import type { LoadedRun, RunValues } from '../runs/run-service.ts'

interface Ranking { of: number, rank: Int32Array, percentile: Float64Array }

/** Rankings made so far: a run never changes, and one sort serves every page of it. */
const rankings = new WeakMap<RunValues, Map<string, Ranking>>()

/**
 * Value of node i (-1: not in the run) with rank (1: greatest; equals share the better rank), number ranked, and percentile (midrank - 1/2) / of on the
 * ascending order, 0 to 1. Who is not ranked has neither.
 */
export function rankOf (values: RunValues, column: string, i: number): Ranked {
  const { of, rank, percentile } = rankingOf(values, column)
  if (i < 0) return { value: null, rank: null, of, percentile: null }
  const value = values.scores[column][i]
  return { value: Number.isNaN(value) ? null : value, rank: rank[i] === 0 ? null : rank[i], of, percentile: rank[i] === 0 ? null : percentile[i] }
}

function rankingOf (values: RunValues, column: string): Ranking {
  const known = rankings.get(values) ?? new Map<string, Ranking>()
  rankings.set(values, known)
  const ranking = known.get(column) ?? makeRanking(values, column)
  known.set(column, ranking)
  return ranking
}

function makeRanking (run: RunValues, column: string): Ranking {
  const values = run.scores[column]
  const n = values.length
  // Where the network is at hand those without a link are left out; a measure says itself for whom it is not defined.
  const offsets = (run as Partial<LoadedRun>).projection?.graph.offsets
  const nodes: number[] = []
  for (let i = 0; i < n; i++) if (!Number.isNaN(values[i]) && (offsets === undefined || offsets[i] < offsets[i + 1])) nodes.push(i)
  nodes.sort((a, b) => values[b] - values[a])
  const rank = new Int32Array(n)
  const percentile = new Float64Array(n)
  for (let start = 0, end = 0; start < nodes.length; start = end) {
    while (end < nodes.length && values[nodes[end]] === values[nodes[start]]) end++
    // Descending places start + 1 .. end are ascending places n - end + 1 .. n - start: their mean is the midrank.
    const midrank = nodes.length - (start + end - 1) / 2
    for (let at = start; at < end; at++) {
      rank[nodes[at]] = start + 1
      percentile[nodes[at]] = (midrank - 0.5) / nodes.length
    }
  }
  return { of: nodes.length, rank, percentile }
}
