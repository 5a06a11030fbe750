/**
 * Eigenvector centrality: an organisation matters as much as those that deal with it.
 *
 * x proportional to A' x (links into a node), weighted, length 1, never negative. Disconnected: only the part with the greatest eigenvalue scores. Without links: all 0.
 * Undefined (NaN) on a network without a directed cycle, which has no such vector, and where `iterationsMax` iterations do not settle it.
 *
 * Who is on no way from a cycle scores 0, and who is on no way to one follows from those before it; the others are found by power iteration on A + c I, c the mean of their
 * strengths, which does not swing on two-sided networks and knows no unit of weight. Settled: |A' x - k x| in sum below `tolerance` times k, k the eigenvalue, where x sums to 1.
 * O(m) an iteration. Source: Bonacich 1972, J. Math. Sociol. 2:113. Tested against networkx.
 */
import { z } from 'zod'
import type { Csr } from '../../snapshot/snapshot.ts'
import { UNWATCHED } from '../context.ts'
import type { Context } from '../context.ts'
import { reversed } from '../reversed.ts'

export const EigenvectorOptions = z.object({
  tolerance: z.number().positive().default(1e-13).describe('stops when the scores, which sum to 1, change by less than this in sum'),
  iterationsMax: z.number().int().min(1).max(1_000_000).default(10_000).describe('where so many do not settle the scores, they are not defined')
})
export type EigenvectorOptions = z.infer<typeof EigenvectorOptions>

export function eigenvector (graph: Csr, options: EigenvectorOptions, context: Context = UNWATCHED): Float64Array {
  if (graph.m === 0) return new Float64Array(graph.n)
  const { value, vector } = leading(graph, options, context)
  return value > 0 ? vector : vector.fill(NaN)
}

/** Greatest eigenvalue of A' and its vector, of length 1. 0: there is no directed cycle; NaN: not settled. */
export function leading (graph: Csr, { tolerance, iterationsMax }: EigenvectorOptions, context: Context): { value: number, vector: Float64Array } {
  const { n } = graph
  const into = reversed(graph)
  /** 1: on a way from a cycle to a cycle. */
  const core = new Float64Array(n).fill(1)
  for (const v of withoutLinks(into, graph)) core[v] = 0
  if (sumOf(core) === 0) return { value: 0, vector: new Float64Array(n) }
  // Taken from the end, so the last comes first.
  const behind = withoutLinks(graph, into).reverse().filter(v => core[v] === 1)
  for (const v of behind) core[v] = 0
  const size = sumOf(core)
  const within = (scores: Float64Array): Float64Array => {
    const pushed = pushAlong(graph, scores, new Float64Array(n))
    for (let v = 0; v < n; v++) pushed[v] *= core[v]
    return pushed
  }
  const shift = sumOf(within(core)) / size
  let scores: Float64Array = core.map(inside => inside / size)
  for (let iteration = 0; iteration < iterationsMax; iteration++) {
    if ((iteration & 0xf) === 0) context.check()
    const next = within(scores)
    const value = sumOf(next)
    let residual = 0
    for (let v = 0; v < n; v++) {
      residual += Math.abs(next[v] - value * scores[v])
      next[v] = (next[v] + shift * scores[v]) / (value + shift)
    }
    scores = next
    if (residual < tolerance * value) return { value, vector: toLengthOne(follow(graph, scores, behind, value)) }
  }
  return { value: NaN, vector: scores }
}

/** Nodes without a link, those whose links all lead to such nodes, and so on: all that lie on no way to a cycle. `into`: the same links the other way round. */
function withoutLinks ({ n, offsets }: Csr, into: Csr): number[] {
  const left = Int32Array.from({ length: n }, (_, v) => offsets[v + 1] - offsets[v])
  const found = Array.from(left.keys()).filter(v => left[v] === 0)
  // The list grows while it is read.
  for (const v of found) for (let slot = into.offsets[v]; slot < into.offsets[v + 1]; slot++) if (--left[into.targets[slot]] === 0) found.push(into.targets[slot])
  return found
}

/** k x = A' x for nodes on no way to a cycle, in an order in which all that lead to a node come before it. */
function follow (graph: Csr, scores: Float64Array, behind: number[], value: number): Float64Array {
  const pushed = pushAlong(graph, scores, new Float64Array(graph.n))
  for (const v of behind) {
    const score = pushed[v] / value
    scores[v] = score
    for (let slot = graph.offsets[v]; slot < graph.offsets[v + 1]; slot++) pushed[graph.targets[slot]] += graph.weights[slot] * score
    if (score > LARGE) for (const each of [scores, pushed]) for (let w = 0; w < graph.n; w++) each[w] /= score
  }
  return scores
}

/** Scores along a chain of weights of 1e50 behind a cycle of 1e-50 grow a hundred orders of magnitude a step: from here on all are made smaller. */
const LARGE = 1e50

function toLengthOne (scores: Float64Array): Float64Array {
  const most = scores.reduce((greatest, score) => Math.max(greatest, score), 0)
  const length = Math.sqrt(scores.reduce((sum, score) => sum + (score / most) ** 2, 0))
  return scores.map(score => score / most / length)
}

const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0)

/** Adds A' x to `onto`. */
export function pushAlong ({ n, offsets, targets, weights }: Csr, scores: Float64Array, onto: Float64Array): Float64Array {
  for (let v = 0; v < n; v++) for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) onto[targets[slot]] += weights[slot] * scores[v]
  return onto
}

/** Adds A x to `onto`. */
export function pullAlong ({ n, offsets, targets, weights }: Csr, scores: Float64Array, onto: Float64Array): Float64Array {
  for (let v = 0; v < n; v++) for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) onto[v] += weights[slot] * scores[targets[slot]]
  return onto
}
