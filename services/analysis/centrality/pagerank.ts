/**
 * PageRank: how much of a walk that follows links at random is spent at each organisation.
 *
 * x = alpha P' x + (alpha (mass of dangling nodes) + 1 - alpha) s, P = weights over row sums; s, where the walk starts anew, is the same everywhere, or
 * `start` for what is near to some organisations (personalised). The walk follows source -> target, so on supply it gathers at end markets;
 * reversed, at the suppliers that others depend on. Sums to 1. Isolates keep their share of s. Weights are strengths.
 *
 * Power iteration until the L1 change is below `tolerance`; O(m) an iteration. Empty graph: empty result.
 * The kernel takes the same sums in the same order. Source: Page et al. 1999; Haveliwala 2002, WWW '02 (personalised).
 * Tested against networkx and igraph (karate .096997, .100919).
 */
import { z } from 'zod'
import { openKernel } from '../../kernels/kernel.ts'
import type { Kernel } from '../../kernels/kernel.ts'
import type { Csr } from '../../snapshot/snapshot.ts'
import { UNWATCHED } from '../context.ts'
import type { Context } from '../context.ts'
import { isUnweighted } from '../is-unweighted.ts'
import { placesOf } from '../place-of.ts'
import { reversed } from '../reversed.ts'
import { strength } from './degree.ts'

export const PagerankOptions = z.object({
  damping: z.number().min(0).max(0.999).default(0.85).describe('alpha: chance to follow a link instead of starting anew'),
  tolerance: z.number().positive().default(1e-12).describe('stops when the scores change by less than this in sum'),
  iterationsMax: z.number().int().min(1).max(10000).default(1000),
  reversed: z.boolean().default(false).describe('the walk follows links from target to source: on supply it gathers at the suppliers that others depend on'),
  start: z.array(z.string().min(1)).max(10_000).default([]).describe('ids of the nodes where the walk starts anew: what is near to them; none: everywhere alike')
})
export type PagerankOptions = z.infer<typeof PagerankOptions>

/** Iterations it takes at most: the scores differ by 2 at the beginning, and by `damping` times as much after each. */
export const iterationsOf = ({ damping, tolerance, iterationsMax }: Pick<PagerankOptions, 'damping' | 'tolerance' | 'iterationsMax'>): number =>
  Math.min(iterationsMax, damping === 0 ? 1 : Math.max(1, Math.ceil(Math.log(tolerance / 2) / Math.log(damping)) + 1))

/** Weights of where the walk starts anew, by the ids that `start` names; undefined where it names none. Throws MeasureError for an id that no node has. */
export function startWeights (ids: readonly string[], start: readonly string[]): Float64Array | undefined {
  if (start.length === 0) return undefined
  const weights = new Float64Array(ids.length)
  for (const v of placesOf(ids, start, 'node has the id', 'start')) weights[v] = 1
  return weights
}

/** Links into each node, strengths of those out of it, and where the walk starts anew. */
interface Walk { into: Csr, out: Float64Array, start: Float64Array }

/** `start`: weights of the nodes where the walk starts anew; all alike when left out or all 0. */
export function pagerank (graph: Csr, options: PagerankOptions, context: Context = UNWATCHED, start?: Float64Array): Float64Array {
  const walk = walkOf(graph, options, start)
  const kernel = openKernel(context)
  return kernel === null ? pagerankByDefinition(walk, options, context) : byKernel(kernel, walk, options)
}

export function walkOf (graph: Csr, options: PagerankOptions, start?: Float64Array): Walk {
  const total = start?.reduce((sum, weight) => sum + weight, 0) ?? 0
  const along = options.reversed ? reversed(graph) : graph
  return {
    into: options.reversed ? graph : reversed(graph),
    out: strength(along),
    start: total > 0 ? (start as Float64Array).map(weight => weight / total) : new Float64Array(graph.n).fill(1 / graph.n)
  }
}

export function pagerankByDefinition ({ into: { n, offsets, targets, weights }, out, start }: Walk, { damping, tolerance, iterationsMax }: PagerankOptions, context: Context): Float64Array {
  const scores = start.slice()
  const shares = new Float64Array(n)
  for (let iteration = 0; iteration < iterationsMax; iteration++) {
    context.check()
    let dangling = 0
    for (let v = 0; v < n; v++) {
      if (out[v] === 0) dangling += scores[v]
      shares[v] = out[v] === 0 ? 0 : scores[v] / out[v]
    }
    const anew = 1 - damping + damping * dangling
    let change = 0
    for (let v = 0; v < n; v++) {
      let sum = 0
      for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) sum += shares[targets[slot]] * weights[slot]
      const score = anew * start[v] + damping * sum
      change += Math.abs(score - scores[v])
      scores[v] = score
    }
    if (change < tolerance) break
  }
  return scores
}

function byKernel ({ call, put, reserve, floats }: Kernel, { into, out, start }: Walk, { damping, tolerance, iterationsMax }: PagerankOptions): Float64Array {
  const { n } = into
  const scores = reserve(8 * n)
  const weights = isUnweighted(into) ? 0 : put(into.weights)
  call.pagerank(n, put(into.offsets), put(into.targets), weights, put(out), put(start), scores, reserve(call.pagerankScratch(n)), damping, tolerance, iterationsMax)
  return floats(scores, n)
}
