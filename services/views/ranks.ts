/** Ranks and percentiles of a measure among the organisations that have a link. */
import type { Ranked } from '../contract/organisation-profile.ts'
import type { Measure } from '../contract/run.ts'
import type { LoadedRun } from '../runs/run-service.ts'

interface Ranking { of: number, rank: Int32Array, percentile: Float64Array }

/** Rankings made so far: a run never changes, and one sort serves every page of it. */
const rankings = new WeakMap<LoadedRun, Map<Measure, Ranking>>()

/**
 * Value of node i (-1: not in the run) with rank (1: greatest; equals share the better rank), number ranked, and percentile (midrank - 1/2) / of on the
 * ascending order, 0 to 1. Organisations without a link, and those the measure is not defined for, are not ranked.
 */
export function rankOf (loaded: LoadedRun, measure: Measure, i: number): Ranked {
  const { of, rank, percentile } = rankingOf(loaded, measure)
  if (i < 0) return { value: null, rank: null, of, percentile: null }
  const value = loaded.scores[measure][i]
  return { value: Number.isNaN(value) ? null : value, rank: rank[i] === 0 ? null : rank[i], of, percentile: rank[i] === 0 ? null : percentile[i] }
}

function rankingOf (loaded: LoadedRun, measure: Measure): Ranking {
  const known = rankings.get(loaded) ?? new Map<Measure, Ranking>()
  rankings.set(loaded, known)
  const ranking = known.get(measure) ?? makeRanking(loaded, measure)
  known.set(measure, ranking)
  return ranking
}

function makeRanking ({ projection: { graph }, scores }: LoadedRun, measure: Measure): Ranking {
  const values = scores[measure]
  const nodes: number[] = []
  for (let i = 0; i < graph.n; i++) if (graph.offsets[i] < graph.offsets[i + 1] && !Number.isNaN(values[i])) nodes.push(i)
  nodes.sort((a, b) => values[b] - values[a])
  const rank = new Int32Array(graph.n)
  const percentile = new Float64Array(graph.n)
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
