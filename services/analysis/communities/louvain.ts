/**
 * Louvain communities by graphology-communities-louvain: the peer, selectable beside Leiden.
 *
 * Same objective and conventions as leiden.ts. The library draws from the seeded generator given here; nodes are added in
 * id order, so equal seeds give equal results. Communities it leaves disconnected are split.
 * Source: Blondel et al. 2008, JSTAT P10008.
 */
import Graph from 'graphology'
import louvainOf from 'graphology-communities-louvain'
import { z } from 'zod'
import type { Csr } from '../../snapshot/snapshot.ts'
import { UNWATCHED } from '../context.ts'
import type { Context } from '../context.ts'
import { createRandom } from '../random.ts'
import { canonicalLabels, splitDisconnected } from './partition.ts'

export const LouvainOptions = z.object({
  resolution: z.number().positive().max(100).default(1).describe('gamma: higher gives more and smaller communities')
})
export type LouvainOptions = z.infer<typeof LouvainOptions>

export function louvain (graph: Csr, { resolution }: LouvainOptions, seed: number, context: Context = UNWATCHED): Int32Array {
  const labels = Int32Array.from({ length: graph.n }, (_, v) => v)
  if (graph.m === 0) return labels
  context.check()
  const named = new Graph({ type: 'undirected', multi: false, allowSelfLoops: false })
  for (let v = 0; v < graph.n; v++) named.addNode(v)
  for (let v = 0; v < graph.n; v++) {
    for (let slot = graph.offsets[v]; slot < graph.offsets[v + 1]; slot++) {
      if (graph.targets[slot] > v) named.addEdge(v, graph.targets[slot], { weight: graph.weights[slot] })
    }
  }
  const random = createRandom(seed)
  const communities = louvainOf(named, { resolution, rng: random.next, getEdgeWeight: 'weight' })
  for (let v = 0; v < graph.n; v++) labels[v] = communities[v]
  const split = splitDisconnected(graph, labels)
  canonicalLabels(split)
  context.progress(1)
  return split
}
