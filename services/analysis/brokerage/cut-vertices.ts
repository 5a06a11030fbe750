/**
 * Cut vertices: organisations without which others lose their only connection, and how many they cut off.
 *
 * For each node, the organisations outside the largest part that its component falls into when it is taken away.
 * 0: nothing is cut off. Undirected. O(n + m).
 * Source: Tarjan 1972; Hopcroft & Tarjan 1973. Tested against networkx articulation_points and removal one by one.
 */
import type { Csr } from '../../snapshot/snapshot.ts'
import { depthFirst } from './depth-first.ts'

export function cutOff (graph: Csr): Int32Array {
  const { order, parent, entry, low, below, partSize } = depthFirst(graph)
  /** Sum and maximum of what hangs on this node alone. */
  const hanging = new Int32Array(graph.n)
  const hangingMax = new Int32Array(graph.n)
  for (const v of order) {
    const p = parent[v]
    if (p < 0 || low[v] < entry[p]) continue
    hanging[p] += below[v]
    hangingMax[p] = Math.max(hangingMax[p], below[v])
  }
  return hanging.map((sum, v) => partSize[v] - 1 - Math.max(partSize[v] - 1 - sum, hangingMax[v]))
}
