/**
 * Coreness: how deep an organisation sits in the dense middle of the network.
 *
 * The largest k for which it belongs to a part where everybody has k partners in that part. Undirected (both directions of a pair are one link), weights are
 * ignored; isolates 0. O(n + m) by peeling in order of degree.
 * Sources: Seidman 1983, Soc. Networks 5:269; Batagelj & Zaversnik 2003, arXiv cs/0310049. Tested against networkx core_number.
 */
import type { Csr } from '../../snapshot/snapshot.ts'
import { undirected } from '../undirected.ts'

export function coreness (graph: Csr): Float64Array {
  const { n, offsets, targets } = undirected(graph)
  const degrees = Int32Array.from({ length: n }, (_, v) => offsets[v + 1] - offsets[v])
  const most = degrees.reduce((max, degree) => Math.max(max, degree), 0)
  /** Nodes in order of what is left of their degree; starts[d] is where those with d begin. */
  const starts = new Int32Array(most + 2)
  for (const degree of degrees) starts[degree + 1]++
  for (let d = 0; d <= most; d++) starts[d + 1] += starts[d]
  const next = starts.slice()
  const order = new Int32Array(n)
  const place = new Int32Array(n)
  for (let v = 0; v < n; v++) {
    place[v] = next[degrees[v]]++
    order[place[v]] = v
  }
  for (let at = 0; at < n; at++) {
    const v = order[at]
    for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) {
      const w = targets[slot]
      if (degrees[w] <= degrees[v]) continue
      // w goes to the front of its degree, whose bucket then begins one later.
      const front = starts[degrees[w]]++
      const other = order[front]
      order[place[w]] = other
      place[other] = place[w]
      order[front] = w
      place[w] = front
      degrees[w]--
    }
  }
  return Float64Array.from(degrees)
}
