/** The links of a network as parallel arrays, each once, ascending by source, then target: undirected, the lesser node is the source. */
import type { Csr } from '../../snapshot/snapshot.ts'

export interface Links { sources: Int32Array, targets: Int32Array, weights: Float64Array }

export function listLinks ({ directed, n, m, offsets, targets, weights }: Csr): Links {
  const links: Links = { sources: new Int32Array(m), targets: new Int32Array(m), weights: new Float64Array(m) }
  let count = 0
  for (let v = 0; v < n; v++) {
    for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) {
      if (!directed && targets[slot] < v) continue
      links.sources[count] = v
      links.targets[count] = targets[slot]
      links.weights[count++] = weights[slot]
    }
  }
  return links
}
