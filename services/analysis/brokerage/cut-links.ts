/**
 * Cut links: links that alone hold a part of the network to the rest, and how many organisations each end would lose with them.
 *
 * A link of the depth-first tree, parent to child, is one where nothing below the child reaches the parent or above by another link: low(child) > entry(parent).
 * Called bridges in graph theory; here a bridge is an organisation. Undirected, weights make no difference; rows by the smaller side, greatest first, then by ends.
 * An end loses all that is on the other side. O(n + m + k log k) for k such links.
 * Source: Tarjan 1974, Inf. Process. Lett. 2:160. Tested against networkx bridges and taking links away one by one.
 */
import type { Csr } from '../../snapshot/snapshot.ts'
import { depthFirst } from './depth-first.ts'

export interface CutLink { source: number, target: number, weight: number, /** Nodes that source, and that target, can no longer reach. */ sourceLoses: number, targetLoses: number }

export function cutLinks (graph: Csr): CutLink[] {
  const { offsets, targets, weights } = graph
  const { order, parent, entry, low, below, partSize } = depthFirst(graph)
  const found: CutLink[] = []
  for (const child of order) {
    const p = parent[child]
    if (p < 0 || low[child] <= entry[p]) continue
    const weight = weights[targets.subarray(offsets[child], offsets[child + 1]).indexOf(p) + offsets[child]]
    const [under, over] = [below[child], partSize[child] - below[child]]
    found.push(child < p ? { source: child, target: p, weight, sourceLoses: over, targetLoses: under } : { source: p, target: child, weight, sourceLoses: under, targetLoses: over })
  }
  const smallerSide = ({ sourceLoses, targetLoses }: CutLink): number => Math.min(sourceLoses, targetLoses)
  return found.sort((a, b) => smallerSide(b) - smallerSide(a) || a.source - b.source || a.target - b.target)
}
