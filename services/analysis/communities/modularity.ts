/**
 * Modularity: how much more weight stays inside the groups than volumes alone would put there.
 *
 * Undirected Q = sum over communities c of [ L_c / W - gamma (K_c / 2W)^2 ], L_c = weight inside, K_c = sum of strengths, W = total weight;
 * directed Q = sum of [ L_c / W - gamma K_c^out K_c^in / W^2 ] (Leicht & Newman). null without links. O(n + m).
 * Source: Newman & Girvan 2004, Phys. Rev. E 69:026113; Leicht & Newman 2008, Phys. Rev. Lett. 100:118703; gamma: Reichardt & Bornholdt 2006.
 * Tested against networkx and igraph (karate .419790, Les Miserables .566688).
 */
import type { Csr } from '../../snapshot/snapshot.ts'

export function modularity ({ directed, n, offsets, targets, weights }: Csr, labels: Int32Array, resolution = 1): number | null {
  const out = new Float64Array(n)
  const into = directed ? new Float64Array(n) : out
  let inside = 0
  let total = 0
  for (let v = 0; v < n; v++) {
    for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) {
      out[labels[v]] += weights[slot]
      if (directed) into[labels[targets[slot]]] += weights[slot]
      total += weights[slot]
      if (labels[targets[slot]] === labels[v]) inside += weights[slot]
    }
  }
  if (total === 0) return null
  let expected = 0
  for (let c = 0; c < n; c++) expected += (out[c] / total) * (into[c] / total)
  return inside / total - resolution * expected
}
