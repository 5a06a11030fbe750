/**
 * Lift of pairs of groups: how many links there are between two groups, or within one, against what their volumes of links predict.
 *
 * Links counted, not weighted. Expected K_a K_b / 2m for a and b different, K_a^2 / 4m within one (K = sum of degrees); lift = observed / expected. p: two-sided, groups
 * dealt out anew on the same links (statistics/dealt-groups.ts), so it knows sizes and links but keeps no group's volume; q over all pairs judged. Lift, p and q are NaN
 * where fewer than `expectedMin` links are expected. Undirected; nodes without a group are left out. Pairs in the order of groups. O(shuffles (m + groups^2)).
 * Source: expectation as in modularity, Newman & Girvan 2004, Phys. Rev. E 69:026113. Tested on an independent implementation and by hand.
 */
import type { Csr } from '../../snapshot/snapshot.ts'
import type { Context } from '../context.ts'
import { benjaminiHochberg } from '../statistics/benjamini-hochberg.ts'
import { compareWithDealtGroups } from '../statistics/dealt-groups.ts'
import { countryPairs } from './cross-border.ts'
import type { PairCount } from './cross-border.ts'
import { listLinks } from '../../snapshot/list-links.ts'

export interface GroupPair extends PairCount { lift: number, p: number, q: number }

export function groupPairs (graph: Csr, groups: Int32Array, groupCount: number, options: { expectedMin: number, shuffles: number, seed: number }, context: Context): GroupPair[] {
  const pairs = countryPairs(graph, groups, groupCount, new Uint8Array(graph.n).fill(1))
  const judged = pairs.filter(({ expected }) => expected >= options.expectedMin)
  const { sources, targets } = listLinks(graph)
  const place = new Int32Array(groupCount * groupCount).fill(-1)
  judged.forEach(({ a, b }, i) => { place[a * groupCount + b] = place[b * groupCount + a] = i })
  const chances = compareWithDealtGroups(judged.map(({ observed }) => observed), groups, options, context, (dealt, into) => {
    into.fill(0)
    for (let i = 0; i < sources.length; i++) {
      const a = dealt[sources[i]]
      const b = dealt[targets[i]]
      if (a < 0 || b < 0) continue
      const pair = place[a * groupCount + b]
      if (pair >= 0) into[pair]++
    }
  })
  const q = benjaminiHochberg(chances.map(({ p }) => p))
  const found = new Map(judged.map((pair, i) => [pair, { lift: pair.observed / pair.expected, p: chances[i].p, q: q[i] }]))
  return pairs.map(pair => ({ ...pair, ...found.get(pair) ?? { lift: NaN, p: NaN, q: NaN } }))
}
