/** Connected components: which organisations can reach each other at all. Labels by size, then smallest member. O(n + m). Isolates are components of one. */
import type { Csr } from '../../snapshot/snapshot.ts'
import { canonicalLabels, splitDisconnected } from './partition.ts'

export function components (graph: Csr): { labels: Int32Array, count: number } {
  const labels = splitDisconnected(graph, new Int32Array(graph.n))
  return { labels, count: canonicalLabels(labels) }
}
