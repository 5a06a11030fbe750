/**
 * Coreness: how deep an organisation sits in the dense middle of the network.
 *
 * The largest k for which it belongs to a part where everybody has k partners in that part. Undirected (both directions of a pair are one link), weights are
 * ignored; isolates 0. Peeled level by level: those with fewest partners leave, and with them whoever has no more then; only what is left is looked through for the next level. Whoever is left at level k
 * has k partners, so at most 2 m / k are: O(m log n), with nothing to keep sorted.
 * Sources: Seidman 1983, Soc. Networks 5:269; Dasari, Ranjan & Zubair 2014, IEEE Big Data (ParK). Tested against networkx core_number and igraph.
 */
import type { Csr } from '../../snapshot/snapshot.ts'
import { undirected } from '../undirected.ts'

export function coreness (graph: Csr): Float64Array {
  const { n, offsets, targets } = undirected(graph)
  /** Partners among those who are left; of those who left, their coreness. */
  const partners = new Int32Array(n)
  const left = new Int32Array(n)
  for (let v = 0; v < n; v++) {
    partners[v] = offsets[v + 1] - offsets[v]
    left[v] = v
  }
  const leaving = new Int32Array(n)
  let count = n
  for (let level = -1; ;) {
    let kept = 0
    let fewest = Infinity
    for (let i = 0; i < count; i++) {
      const v = left[i]
      if (partners[v] <= level) continue
      left[kept++] = v
      if (partners[v] < fewest) fewest = partners[v]
    }
    if (kept === 0) return Float64Array.from(partners)
    count = kept
    level = fewest
    let last = 0
    for (let i = 0; i < count; i++) if (partners[left[i]] === level) leaving[last++] = left[i]
    for (let first = 0; first < last; first++) {
      const v = leaving[first]
      for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) {
        const w = targets[slot]
        if (partners[w] > level && --partners[w] === level) leaving[last++] = w
      }
    }
  }
}
