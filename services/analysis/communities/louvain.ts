/**
 * Louvain communities: the older, faster and less thorough search for the same thing as leiden.ts, of which it is the first iteration without refinement.
 *
 * Same quality, conventions and labels. Communities it leaves disconnected are split. About O(m).
 * Source: Blondel et al. 2008, JSTAT P10008. Tested against igraph, NetworKit and graphology on modularity reached.
 */
import type { z } from 'zod'
import type { Csr } from '../../snapshot/snapshot.ts'
import { UNWATCHED } from '../context.ts'
import type { Context } from '../context.ts'
import { LeidenOptions } from './leiden.ts'
import { canonicalLabels, singletons } from '../partitions/partition.ts'
import { scaledForSearch } from '../near-one.ts'
import { createSearcher } from './search-kernel.ts'

export const LouvainOptions = LeidenOptions.pick({ quality: true, resolution: true })
export type LouvainOptions = z.infer<typeof LouvainOptions>

export function louvain (given: Csr, asked: LouvainOptions, seed: number, context: Context = UNWATCHED): Int32Array {
  const { graph, options } = scaledForSearch(given, asked)
  const labels = graph.m === 0 ? singletons(graph.n) : createSearcher(graph, { ...options, refined: false, iterationsMax: 1 }, context).search(seed)
  canonicalLabels(labels)
  return labels
}
