/**
 * Links across borders against chance: the share of links that leave their group, of the network and of each group, and what dealing the groups out anew would give.
 *
 * external = weight of links between groups, internal = weight of links inside one; a link counts once for the network and once for each group it touches.
 * share = external / (external + internal), E-I = 2 share - 1. With share the E-I index has the same p. NaN without links. O(shuffles m).
 * Source: Krackhardt & Stern 1988, Soc. Psychol. Q. 51:123. Tested on an exact count of 560 arrangements.
 */
import type { Csr } from '../../snapshot/snapshot.ts'
import type { Context } from '../context.ts'
import { compareWithDealtGroups } from '../statistics/dealt-groups.ts'
import type { Chance } from '../statistics/dealt-groups.ts'
import { listLinks } from '../../snapshot/list-links.ts'
import type { Links } from '../../snapshot/list-links.ts'

export interface BorderChance {
  network: { share: number, chance: Chance }
  /** By group; nodes without one are left out here. */
  groups: Array<{ internal: number, external: number, share: number, chance: Chance }>
}

export function borderChance (graph: Csr, groups: Int32Array, groupCount: number, shuffling: { shuffles: number, seed: number }, context: Context): BorderChance {
  const links = listLinks(graph)
  const sums = volumes(links, groups, groupCount)
  const shares = sharesOf(sums)
  const chances = compareWithDealtGroups(shares, groups, shuffling, context, (dealt, into) => { into.set(sharesOf(volumes(links, dealt, groupCount))) })
  return {
    network: { share: shares[groupCount + 1], chance: chances[groupCount + 1] },
    groups: Array.from({ length: groupCount }, (_, g) => ({ internal: sums.internal[g + 1], external: sums.external[g + 1], share: shares[g + 1], chance: chances[g + 1] }))
  }
}

/** By group plus 1, those without one first; the network last. */
interface Volumes { internal: Float64Array, external: Float64Array }

function volumes ({ sources, targets, weights }: Links, groups: Int32Array, groupCount: number): Volumes {
  const internal = new Float64Array(groupCount + 2)
  const external = new Float64Array(groupCount + 2)
  for (let i = 0; i < sources.length; i++) {
    const a = groups[sources[i]] + 1
    const b = groups[targets[i]] + 1
    const sums = a === b ? internal : external
    sums[a] += weights[i]
    if (a !== b) sums[b] += weights[i]
    sums[groupCount + 1] += weights[i]
  }
  return { internal, external }
}

const sharesOf = ({ internal, external }: Volumes): Float64Array => external.map((sum, g) => sum / (sum + internal[g]))
