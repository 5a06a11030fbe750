/**
 * Louvain communities by graphology-communities-louvain: the peer, selectable beside our own.
 *
 * Same objective and conventions as louvain.ts, undirected modularity only. The library draws from the seeded generator given here; nodes are added in
 * id order, so equal seeds give equal results. It gains nothing below a fixed threshold, so weights are brought near 1 first. Communities it leaves disconnected are split.
 * Source: Blondel et al. 2008, JSTAT P10008.
 */
import Graph from 'graphology'
import louvainOf from 'graphology-communities-louvain'
import type { z } from 'zod'
import type { Csr } from '../../snapshot/snapshot.ts'
import { UNWATCHED } from '../context.ts'
import type { Context } from '../context.ts'
import { nearOne } from '../near-one.ts'
import { createRandom } from '../random.ts'
import { LeidenOptions } from './leiden.ts'
import { canonicalLabels, singletons, splitDisconnected } from '../partitions/partition.ts'

export const GraphologyLouvainOptions = LeidenOptions.pick({ resolution: true })
export type GraphologyLouvainOptions = z.infer<typeof GraphologyLouvainOptions>

export function graphologyLouvain (given: Csr, { resolution }: GraphologyLouvainOptions, seed: number, context: Context = UNWATCHED): Int32Array {
  const { graph } = nearOne(given)
  const labels = singletons(graph.n)
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
