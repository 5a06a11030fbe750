/**
 * Degree and strength: how many partners an organisation has, and how much passes between them.
 *
 * degree = links, strength = sum of their weights; on the undirected projection a pair counts once. 0 for isolates. O(n + m).
 */
import type { Csr } from '../../snapshot/snapshot.ts'

export function degree ({ n, offsets }: Csr): Float64Array {
  return Float64Array.from({ length: n }, (_, v) => offsets[v + 1] - offsets[v])
}

export function strength ({ n, offsets, weights }: Csr): Float64Array {
  const strengths = new Float64Array(n)
  for (let v = 0; v < n; v++) for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) strengths[v] += weights[slot]
  return strengths
}
