/** The links of a network as parallel arrays, each once, ascending by source, then target: undirected, the lesser node is the source. O(n + m). */
import type { PackedCsr } from './snapshot.ts'

export interface Links { sources: Int32Array, targets: Int32Array, weights: Float64Array }

export const linksOfLength = (m: number): Links => ({ sources: new Int32Array(m), targets: new Int32Array(m), weights: new Float64Array(m) })

/** `into`: where there is room for them from place `at` on. */
export function listLinks ({ directed, n, m, offsets, targets, weights }: PackedCsr, into: Links = linksOfLength(m), at = 0): Links {
  let count = at
  for (let v = 0; v < n; v++) {
    for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) {
      if (!directed && targets[slot] < v) continue
      into.sources[count] = v
      into.targets[count] = targets[slot]
      into.weights[count++] = weights[slot]
    }
  }
  return into
}
