/**
 * Removal: how fast the largest connected part shrinks when organisations leave in a given order (removal-order.ts).
 *
 * largest[q] = nodes in the largest part after q + 1 have left; robustness = sum of largest / n^2, at most 0.5: near 0, a few hold the network together.
 * Undirected. Computed backwards, adding nodes to a forest of parts: O(n log n + m).
 * Source: Schneider et al. 2011, PNAS 108:3838. Tested against networkx, removal one by one.
 */
import type { Csr } from '../../snapshot/snapshot.ts'

export interface RemovalCurve { largest: Int32Array, /** null without nodes. */ robustness: number | null }

export function removalCurve ({ n, offsets, targets }: Csr, order: ArrayLike<number>): RemovalCurve {
  const largest = new Int32Array(n)
  const parent = Int32Array.from({ length: n }, (_, v) => v)
  const size = new Int32Array(n).fill(1)
  const present = new Uint8Array(n)
  const root = (v: number): number => {
    while (parent[v] !== v) v = parent[v] = parent[parent[v]]
    return v
  }
  let most = 0
  for (let q = n - 1; q >= 0; q--) {
    largest[q] = most
    const v = order[q]
    present[v] = 1
    most = Math.max(most, 1)
    for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) {
      if (present[targets[slot]] === 0) continue
      const [a, b] = [root(v), root(targets[slot])]
      if (a === b) continue
      const [small, big] = size[a] < size[b] ? [a, b] : [b, a]
      parent[small] = big
      size[big] += size[small]
      most = Math.max(most, size[big])
    }
  }
  return { largest, robustness: n === 0 ? null : largest.reduce((sum, nodes) => sum + nodes, 0) / n ** 2 }
}
