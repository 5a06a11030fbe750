/** The network without some of its links: as it would be if they had not come about. */
import type { Csr } from '../snapshot/snapshot.ts'

/** Pairs in any order; those without a link change nothing. Undirected. O(m). */
export function withoutLinks ({ n, offsets, targets, weights }: Csr, pairs: ReadonlyArray<readonly [number, number]>): Csr {
  const gone = new Set(pairs.flatMap(([a, b]) => [a * n + b, b * n + a]))
  const starts = new Int32Array(n + 1)
  const kept: number[] = []
  for (let v = 0; v < n; v++) {
    for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) if (!gone.has(v * n + targets[slot])) kept.push(slot)
    starts[v + 1] = kept.length
  }
  return { directed: false, n, m: kept.length / 2, offsets: starts, targets: Int32Array.from(kept, slot => targets[slot]), weights: Float64Array.from(kept, slot => weights[slot]) }
}
