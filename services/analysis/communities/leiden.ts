/**
 * Leiden communities: groups of organisations that deal with each other more than chance would explain.
 *
 * Maximises modularity with resolution gamma (directed graphs: Leicht and Newman's), or the constant Potts quality, whose gamma is the least density
 * inside and the greatest between communities, on the scale of the weights. Weights are strengths. The best of `restarts` seeded searches is
 * kept; communities are connected, labels are by size and smallest member. Isolates are singletons; without links everything is.
 *
 * About O(m) an iteration; see search.ts for the steps.
 * Source: Traag, Waltman & van Eck 2019, Sci. Rep. 9:5233. Tested against igraph and leidenalg on modularity reached, and exact optima.
 */
import { z } from 'zod'
import type { Csr } from '../../snapshot/snapshot.ts'
import { UNWATCHED } from '../context.ts'
import type { Context } from '../context.ts'
import { canonicalLabels, singletons } from '../partitions/partition.ts'
import { quality } from './quality.ts'
import { scaledForSearch } from '../near-one.ts'
import { createSearcher } from './search-kernel.ts'

export const LeidenOptions = z.object({
  quality: z.enum(['modularity', 'constantPotts']).default('modularity').describe('what is maximised: modularity, or the constant Potts quality, which has no resolution limit'),
  resolution: z.number().positive().max(100).default(1).describe('gamma: higher gives more and smaller communities'),
  restarts: z.number().int().min(1).max(200).default(1).describe('seeded starts, of which the one with the highest quality is kept; in each repetition'),
  iterationsMax: z.number().int().min(1).max(100).default(20).describe('most iterations of one run; it stops earlier when nothing moves')
})
export type LeidenOptions = z.infer<typeof LeidenOptions>

/** Differences smaller than this are rounding, not improvement. */
const IMPROVEMENT_MIN = 1e-12

export function leiden (given: Csr, asked: LeidenOptions, seed: number, context: Context = UNWATCHED): Int32Array {
  let best: Int32Array = singletons(given.n)
  if (given.m === 0) return best
  const { graph, options } = scaledForSearch(given, asked)
  const searcher = createSearcher(graph, { ...options, refined: true }, context)
  let bestQuality = -Infinity
  for (let restart = 0; restart < options.restarts; restart++) {
    const labels = searcher.search((seed + restart) >>> 0)
    canonicalLabels(labels)
    const found = options.restarts === 1 ? 0 : quality(graph, labels, options) as number
    if (found <= bestQuality + IMPROVEMENT_MIN) continue
    best = labels
    bestQuality = found
  }
  return best
}
