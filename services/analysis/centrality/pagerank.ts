/**
 * PageRank: how much of a walk that follows links at random is spent at each organisation.
 *
 * x = alpha P' x + alpha (mass of dangling nodes) / n + (1 - alpha) / n, P = weights over row sums; the walk follows
 * source -> target, so on supply it gathers at end markets. Sums to 1. Isolates keep their teleport share.
 * Power iteration until the L1 change is below `tolerance`; O(m) an iteration. Empty graph: empty result.
 * Source: Page et al. 1999. Tested against networkx and igraph (karate .096997, .100919).
 */
import { z } from 'zod'
import type { Csr } from '../../snapshot/snapshot.ts'
import { UNWATCHED } from '../context.ts'
import type { Context } from '../context.ts'
import { reversed } from '../reversed.ts'

export const PagerankOptions = z.object({
  damping: z.number().min(0).max(0.999).default(0.85).describe('alpha: chance to follow a link instead of starting anew'),
  tolerance: z.number().positive().default(1e-12).describe('stops when the scores change by less than this in sum'),
  iterationsMax: z.number().int().min(1).max(10000).default(1000),
  reversed: z.boolean().default(false).describe('the walk follows links from target to source: on supply it gathers at the suppliers that others depend on')
})
export type PagerankOptions = z.infer<typeof PagerankOptions>

export function pagerank (graph: Csr, { damping, tolerance, iterationsMax, reversed: backwards }: PagerankOptions, context: Context = UNWATCHED): Float64Array {
  const { n, offsets, targets, weights } = backwards ? reversed(graph) : graph
  let scores = new Float64Array(n).fill(1 / n)
  const out = new Float64Array(n)
  for (let v = 0; v < n; v++) for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) out[v] += weights[slot]
  for (let iteration = 0; iteration < iterationsMax; iteration++) {
    context.check()
    let dangling = 0
    for (let v = 0; v < n; v++) if (out[v] === 0) dangling += scores[v]
    const next = new Float64Array(n).fill((1 - damping + damping * dangling) / n)
    for (let v = 0; v < n; v++) {
      if (out[v] === 0) continue
      const share = damping * scores[v] / out[v]
      for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) next[targets[slot]] += share * weights[slot]
    }
    let change = 0
    for (let v = 0; v < n; v++) change += Math.abs(next[v] - scores[v])
    scores = next
    if (change < tolerance) break
  }
  return scores
}
