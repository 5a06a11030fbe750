/** The links of a graph as a list, each once: an undirected link from its lower node. */
import type { Csr } from '../../snapshot/snapshot.ts'

export interface Links { sources: Int32Array, targets: Int32Array, weights: Float64Array }

export function listLinks ({ n, m, directed, offsets, targets, weights }: Csr): Links {
  const list: Links = { sources: new Int32Array(m), targets: new Int32Array(m), weights: new Float64Array(m) }
  let length = 0
  for (let v = 0; v < n; v++) {
    for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) {
      if (!directed && targets[slot] < v) continue
      list.sources[length] = v
      list.targets[length] = targets[slot]
      list.weights[length++] = weights[slot]
    }
  }
  return list
}
