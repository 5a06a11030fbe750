/**
 * Hubs and authorities: a hub sells to important buyers, an authority buys from important sellers.
 *
 * hub = A authority, authority = A' hub, weighted, each summing to 1; power iteration. Only the part with the greatest singular value scores. Without
 * links: all 0. Undefined (NaN) where `iterationsMax` iterations do not settle it. O(m) an iteration. Source: Kleinberg 1999, J. ACM 46:604. Tested against numpy.
 */
import type { Csr } from '../../snapshot/snapshot.ts'
import { UNWATCHED } from '../context.ts'
import type { Context } from '../context.ts'
import { pullAlong, pushAlong } from './eigenvector.ts'
import type { EigenvectorOptions } from './eigenvector.ts'

export function hits (graph: Csr, { tolerance, iterationsMax }: EigenvectorOptions, context: Context = UNWATCHED): { hub: Float64Array, authority: Float64Array } {
  const empty = (): Float64Array => new Float64Array(graph.n)
  if (graph.m === 0) return { hub: empty(), authority: empty() }
  let hub = empty().fill(1 / graph.n)
  let authority = empty()
  for (let iteration = 0; iteration < iterationsMax; iteration++) {
    if ((iteration & 0xf) === 0) context.check()
    authority = toSumOne(pushAlong(graph, hub, empty()))
    const next = toSumOne(pullAlong(graph, authority, empty()))
    let change = 0
    for (let v = 0; v < graph.n; v++) change += Math.abs(next[v] - hub[v])
    hub = next
    if (change < tolerance) return { hub, authority }
  }
  return { hub: empty().fill(NaN), authority: empty().fill(NaN) }
}

function toSumOne (scores: Float64Array): Float64Array {
  const sum = scores.reduce((total, score) => total + score, 0)
  return scores.map(score => score / sum)
}
