/**
 * Katz centrality: how many walks end at an organisation, each step counting less.
 *
 * x = attenuation A' x + 1, weighted, scaled to length 1; by iteration. The attenuation must stay below 1 / (greatest eigenvalue); unless given it is 0.85
 * of that, so that the unit of weights says nothing; on a network without a directed cycle, where every attenuation settles, it is 1. Where it is too large, or the eigenvalue
 * not found, the sum does not settle and everything is undefined (NaN). Without links all are alike. O(m) an iteration.
 * Source: Katz 1953, Psychometrika 18:39. Tested against networkx.
 */
import { z } from 'zod'
import type { Csr } from '../../snapshot/snapshot.ts'
import { UNWATCHED } from '../context.ts'
import type { Context } from '../context.ts'
import { EigenvectorOptions, leading, pushAlong } from './eigenvector.ts'

/** Part of the greatest attenuation that is used when none is given. */
const SAFE_PART = 0.85

export const KatzOptions = EigenvectorOptions.extend({ attenuation: z.number().positive().max(1).optional().describe('what a step further counts; left out: 0.85 / greatest eigenvalue, or 1 without a directed cycle') })
export type KatzOptions = z.infer<typeof KatzOptions>

export function katz (graph: Csr, options: KatzOptions, context: Context = UNWATCHED): Float64Array {
  const { n } = graph
  const attenuation = options.attenuation ?? safeAttenuation(graph, options, context)
  const steps = graph.m === 0 ? 0 : options.iterationsMax
  let scores: Float64Array = new Float64Array(n).fill(1)
  let settled = steps === 0
  for (let iteration = 0; iteration < steps && !settled; iteration++) {
    if ((iteration & 0xf) === 0) context.check()
    const next = pushAlong(graph, scores.map(score => attenuation * score), new Float64Array(n).fill(1))
    let change = 0
    let size = 0
    for (let v = 0; v < n; v++) {
      change += Math.abs(next[v] - scores[v])
      size += next[v]
    }
    scores = next
    if (!Number.isFinite(size)) break
    settled = change < options.tolerance * size
  }
  if (!settled) return new Float64Array(n).fill(NaN)
  const length = Math.sqrt(scores.reduce((sum, score) => sum + score * score, 0))
  return scores.map(score => score / length)
}

function safeAttenuation (graph: Csr, options: EigenvectorOptions, context: Context): number {
  const { value } = leading(graph, options, context)
  return value === 0 ? 1 : SAFE_PART / value
}
