/** Every link the other way round: buyer -> seller instead of seller -> buyer. An undirected graph is returned as it is. O(n + m). */
import type { Csr } from '../snapshot/snapshot.ts'

export function reversed (graph: Csr): Csr {
  if (!graph.directed) return graph
  const { n, m } = graph
  const offsets = new Int32Array(n + 1)
  for (const target of graph.targets) offsets[target + 1]++
  for (let v = 0; v < n; v++) offsets[v + 1] += offsets[v]
  const next = offsets.slice(0, n)
  const targets = new Int32Array(m)
  const weights = new Float64Array(m)
  // Rows in ascending order leave the columns of the result in ascending order.
  for (let v = 0; v < n; v++) {
    for (let slot = graph.offsets[v]; slot < graph.offsets[v + 1]; slot++) {
      const at = next[graph.targets[slot]]++
      targets[at] = v
      weights[at] = graph.weights[slot]
    }
  }
  return { directed: true, n, m, offsets, targets, weights }
}
