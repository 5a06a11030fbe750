/** Both directions of each pair summed into one link; an undirected graph is returned as it is. O(n + m): each row is two ascending lists merged. */
import type { Csr } from '../snapshot/snapshot.ts'
import { reversed } from './reversed.ts'

export function undirected (graph: Csr): Csr {
  if (!graph.directed) return graph
  const { n, m } = graph
  const back = reversed(graph)
  const offsets = new Int32Array(n + 1)
  const targets = new Int32Array(2 * m)
  const weights = new Float64Array(2 * m)
  let length = 0
  for (let v = 0; v < n; v++) {
    let out = graph.offsets[v]
    let into = back.offsets[v]
    while (out < graph.offsets[v + 1] || into < back.offsets[v + 1]) {
      const a = out < graph.offsets[v + 1] ? graph.targets[out] : n
      const b = into < back.offsets[v + 1] ? back.targets[into] : n
      targets[length] = Math.min(a, b)
      weights[length++] = (a <= b ? graph.weights[out++] : 0) + (b <= a ? back.weights[into++] : 0)
    }
    offsets[v + 1] = length
  }
  return { directed: false, n, m: length / 2, offsets, targets: targets.subarray(0, length), weights: weights.subarray(0, length) }
}
