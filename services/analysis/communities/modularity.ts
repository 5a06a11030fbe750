/**
 * Modularity: how much more weight stays inside the groups than volumes alone would put there.
 *
 * Q = sum over communities c of [ L_c / W - gamma (K_c / 2W)^2 ], L_c = weight inside, K_c = sum of strengths, W = total weight.
 * Undirected, weighted by strength. null without links. O(n + m).
 * Source: Newman & Girvan 2004, Phys. Rev. E 69:026113; resolution gamma: Reichardt & Bornholdt 2006.
 * Tested against networkx and igraph (karate .419790, Les Miserables .566688).
 */
import type { Csr } from '../../snapshot/snapshot.ts'

export function modularity ({ n, offsets, targets, weights }: Csr, labels: Int32Array, resolution = 1): number | null {
  const volumes = new Float64Array(n)
  let inside = 0
  let twiceTotal = 0
  for (let v = 0; v < n; v++) {
    for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) {
      volumes[labels[v]] += weights[slot]
      twiceTotal += weights[slot]
      if (labels[targets[slot]] === labels[v]) inside += weights[slot]
    }
  }
  if (twiceTotal === 0) return null
  let expected = 0
  for (let c = 0; c < n; c++) expected += (volumes[c] / twiceTotal) ** 2
  return inside / twiceTotal - resolution * expected
}
