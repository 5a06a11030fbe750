/** Pairs that are not linked but have a common partner: two links apart. Undirected; O(sum of squared degrees) for all of a network. */
import type { Csr } from '../../snapshot/snapshot.ts'

/** Room for walks of two links, made once. */
export interface Walks { common: Int32Array, byInverseLog: Float64Array, byInverse: Float64Array, found: number[] }
export const walksOf = (n: number): Walks => ({ common: new Int32Array(n), byInverseLog: new Float64Array(n), byInverse: new Float64Array(n), found: [] })

/** Fills the sums over common partners z of v and each candidate: 1, 1 / ln k_z, 1 / k_z. Candidates stand in `found`, ascending; `clear` before the next. */
export function walkTwoLinks ({ offsets, targets }: Csr, v: number, { common, byInverseLog, byInverse, found }: Walks): void {
  for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) {
    const z = targets[slot]
    const degree = offsets[z + 1] - offsets[z]
    for (let further = offsets[z]; further < offsets[z + 1]; further++) {
      const w = targets[further]
      if (w === v) continue
      if (common[w]++ === 0) found.push(w)
      byInverseLog[w] += 1 / Math.log(degree)
      byInverse[w] += 1 / degree
    }
  }
  found.sort((a, b) => a - b)
}

export function clear ({ common, byInverseLog, byInverse, found }: Walks): void {
  for (const w of found) common[w] = byInverseLog[w] = byInverse[w] = 0
  found.length = 0
}

/** 1 for v's partners; take back with 0. */
export function markPartners ({ offsets, targets }: Csr, v: number, linked: Uint8Array, mark: 0 | 1): void {
  for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) linked[targets[slot]] = mark
}
