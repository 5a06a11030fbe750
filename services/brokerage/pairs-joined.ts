/**
 * Pairs of the two sides that an organisation deals with and that do not deal with each other: those it could introduce in person.
 *
 * Unordered, one of each side, the organisation itself left out. Undirected. O(sum of its partners' degrees).
 * Source: open two-paths as in Gould & Fernandez 1989, Sociol. Methodol. 19:89. Equals `joins` of a third party (third-parties.ts); tested against a look at every pair.
 */
import type { Csr } from '../snapshot/snapshot.ts'
import { A, B } from './sides.ts'
import type { Sides } from './sides.ts'

export function pairsJoined ({ n, offsets, targets }: Csr, { of }: Sides, v: number): number {
  const partners = targets.subarray(offsets[v], offsets[v + 1])
  const isPartnerInB = new Uint8Array(n)
  let inB = 0
  for (const w of partners) {
    if (of[w] !== B) continue
    isPartnerInB[w] = 1
    inB++
  }
  let pairs = 0
  for (const a of partners) {
    if (of[a] !== A) continue
    pairs += inB
    for (let slot = offsets[a]; slot < offsets[a + 1]; slot++) pairs -= isPartnerInB[targets[slot]]
  }
  return pairs
}
