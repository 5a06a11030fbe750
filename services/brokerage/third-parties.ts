/**
 * Third parties: organisations that are a member of neither side and deal with both, so that the two can meet through them.
 *
 * `joins` of v: pairs of one organisation of each side that both deal with v, and not with each other: the two-step ways across through v.
 * `strength`: the lesser of its strengths to the two sides, as much as can pass. `onlyFor`: members of either side that have no link across of their own and, of all
 * third parties, deal with v alone. Undirected. O(m + sum over links across of the degrees of their ends).
 * Source: two-step open paths as in Gould & Fernandez 1989, Sociol. Methodol. 19:89, of one pair of groups. Tested against a look at every triple.
 */
import type { Csr } from '../snapshot/snapshot.ts'
import type { LinksAcross } from './links-across.ts'
import { A, B, isMember } from './sides.ts'
import type { Sides } from './sides.ts'

export interface ThirdParties {
  /** Links to each side, by node; of third parties, 0 for all others. */
  toA: Int32Array
  toB: Int32Array
  joins: Float64Array
  strength: Float64Array
  onlyFor: Int32Array
  /** `ways`: two-step ways, over all third parties; `reached`: members without a link across that a third party brings there; `single`: those of them that one alone does. */
  total: { organisations: number, ways: number, strength: number, reached: number, single: number }
}

export function thirdParties (graph: Csr, sides: Sides, { links }: LinksAcross): ThirdParties {
  const { n, offsets, targets, weights } = graph
  const { of } = sides
  const toA = new Int32Array(n)
  const toB = new Int32Array(n)
  const strength = new Float64Array(n)
  const total = { organisations: 0, ways: 0, strength: 0, reached: 0, single: 0 }
  for (let v = 0; v < n; v++) {
    if (isMember(of[v])) continue
    const sums = [0, 0, 0, 0]
    const counts = [0, 0, 0, 0]
    for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) {
      counts[of[targets[slot]]]++
      sums[of[targets[slot]]] += weights[slot]
    }
    if (counts[A] === 0 || counts[B] === 0) continue
    toA[v] = counts[A]
    toB[v] = counts[B]
    strength[v] = Math.min(sums[A], sums[B])
    total.organisations++
    total.strength += strength[v]
  }
  const joins = openWays(graph, sides, toA, toB)
  for (const ways of joins) total.ways += ways
  const onlyFor = new Int32Array(n)
  for (let v = 0; v < n; v++) {
    if (!isMember(of[v]) || links[v] > 0) continue
    let parties = 0
    let last = -1
    for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) {
      if (toA[targets[slot]] === 0) continue
      parties++
      last = targets[slot]
    }
    if (parties === 0) continue
    total.reached++
    if (parties === 1) {
      total.single++
      onlyFor[last]++
    }
  }
  return { toA, toB, joins, strength, onlyFor, total }
}

/** All pairs through a third party, less those that are linked: each link across is a pair that its common third parties do not have to join. */
function openWays ({ n, offsets, targets }: Csr, { of }: Sides, toA: Int32Array, toB: Int32Array): Float64Array {
  const joins = Float64Array.from(toA, (count, v) => count * toB[v])
  /** Third parties of the a at hand, marked by a + 1. */
  const partner = new Int32Array(n)
  for (let a = 0; a < n; a++) {
    if (of[a] !== A) continue
    for (let slot = offsets[a]; slot < offsets[a + 1]; slot++) partner[targets[slot]] = a + 1
    for (let slot = offsets[a]; slot < offsets[a + 1]; slot++) {
      const b = targets[slot]
      if (of[b] !== B) continue
      for (let at = offsets[b]; at < offsets[b + 1]; at++) {
        const v = targets[at]
        if (partner[v] === a + 1 && toA[v] > 0) joins[v]--
      }
    }
  }
  return joins
}
