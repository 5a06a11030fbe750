/**
 * Noise-corrected backbone: the links that carry more than the volumes of their two ends would put there, by more than counting noise.
 *
 * score = (kappa w - 1) / (kappa w + 1), kappa = W / (s_i^out s_j^in): 0 where the weight w is what chance expects, towards 1 above it, towards -1 below. Its
 * standard deviation comes from a beta prior on the share of W that the pair gets, updated by what was recorded. Kept: score above delta deviations.
 * Undirected links are taken both ways (W is twice the total weight). Weights are counts of something: the same network in other units has other deviations.
 * Not defined (NaN), and not kept, where one organisation sells or buys everything. For display only. O(m).
 *
 * It keeps opposite links to the disparity backbone: those of minor organisations that deal with few (Les Miserables at 1.28, 1.64, 2.32: 209, 195, 177 of 254).
 * Source: Coscia & Neffke 2017, ICDE, arXiv 1701.07336. Tested against an independent implementation.
 */
import { z } from 'zod'
import type { Csr } from '../../snapshot/snapshot.ts'
import { strength } from '../centrality/degree.ts'
import { reversed } from '../reversed.ts'
import { listLinks } from '../../snapshot/list-links.ts'
import type { Links } from '../../snapshot/list-links.ts'

export const NoiseCorrectedOptions = z.object({ delta: z.number().min(0).max(100).default(1.64).describe('standard deviations that a score must be above 0: 1.28, 1.64 and 2.32 are one-sided chances of .10, .05 and .01') })

export function noiseCorrected (graph: Csr): Links & { scores: Float64Array, deviations: Float64Array } {
  const links = listLinks(graph)
  const sold = strength(graph)
  const bought = strength(reversed(graph))
  const total = sold.reduce((sum, volume) => sum + volume, 0)
  const scores = new Float64Array(graph.m)
  const deviations = new Float64Array(graph.m)
  for (let link = 0; link < graph.m; link++) {
    const [out, into, weight] = [sold[links.sources[link]], bought[links.targets[link]], links.weights[link]]
    const kappa = total / (out * into)
    scores[link] = (kappa * weight - 1) / (kappa * weight + 1)
    const slope = 2 * (kappa + weight * (1 / (out * into) - total * (out + into) / (out * into) ** 2)) / (kappa * weight + 1) ** 2
    deviations[link] = Math.sqrt(weightVariance(out, into, weight, total)) * Math.abs(slope)
  }
  return { ...links, scores, deviations }
}

/** Variance of a weight: binomial, with the chance expected after what was recorded; before, mean and variance are those of drawing volumes without return. */
function weightVariance (out: number, into: number, weight: number, total: number): number {
  const mean = out * into / total ** 2
  const variance = out * into * (total - out) * (total - into) / (total ** 4 * (total - 1))
  const prior = mean ** 2 / variance * (1 - mean) - mean
  const priorAgainst = mean / variance * (1 - mean ** 2) - (1 - mean)
  const chance = variance === 0 ? NaN : (prior + weight) / (prior + priorAgainst + total)
  return chance * (1 - chance) * total
}
