/**
 * Communities of organisations and their networks together: who joins the same networks more than activity and size alone would explain.
 *
 * Q = 1/m sum over memberships and pairs (i in network j) of [ B_ij - k_i d_j / m ] within communities, B = 1 for a membership, k = networks of an
 * organisation, d = members of a network, m = memberships. This is the directed modularity of Leicht and Newman on links organisation -> network, so
 * the search and the value are those. Of a grouping of organisations alone, each network counts with the group that it fits best, or with none.
 * No projection, so no size cap. Organisations without a membership are singletons. null without memberships. About O(m) an iteration.
 *
 * Source: Barber 2007, Phys. Rev. E 76:066102. Tested against numpy and another search on the Southern Women of Davis, Gardner & Gardner 1941 (.345537).
 */
import { z } from 'zod'
import { buildCsr } from '../../snapshot/build-csr.ts'
import type { Csr, Incidence } from '../../snapshot/snapshot.ts'
import type { Context } from '../context.ts'
import { leiden, LeidenOptions } from '../communities/leiden.ts'
import { modularity } from '../communities/modularity.ts'

export const BipartiteCommunitiesOptions = LeidenOptions.pick({ resolution: true, iterationsMax: true }).extend({
  restarts: z.number().int().min(1).max(1000).default(50).describe('seeded starts, of which the one with the highest modularity is kept')
})
export type BipartiteCommunitiesOptions = z.infer<typeof BipartiteCommunitiesOptions>

/** `networks`: community of each network; below n + networks where it is alone. */
export interface BipartiteCommunities { organisations: Int32Array, networks: Int32Array, modularity: number | null }

export function bipartiteCommunities (n: number, incidence: Incidence, { resolution, iterationsMax, restarts }: BipartiteCommunitiesOptions, seed: number, context: Context): BipartiteCommunities {
  const graph = bipartiteGraph(n, incidence)
  const labels = leiden(graph, { quality: 'modularity', resolution, iterationsMax, restarts }, seed, context)
  return { organisations: labels.slice(0, n), networks: labels.slice(n), modularity: modularity(graph, labels) }
}

/** `groups` of organisations; -1: none, and then it is alone. */
export function groupedModularity (n: number, incidence: Incidence, groups: Int32Array, groupCount: number): BipartiteCommunities {
  const graph = bipartiteGraph(n, incidence)
  const { networks, offsets, members } = incidence
  const activity = new Float64Array(groupCount)
  for (const member of members) if (groups[member] >= 0) activity[groups[member]]++
  const fits = Int32Array.from(networks, (_, network) => {
    const inside = new Float64Array(groupCount)
    for (let at = offsets[network]; at < offsets[network + 1]; at++) if (groups[members[at]] >= 0) inside[groups[members[at]]]++
    const gains = inside.map((count, group) => count - (offsets[network + 1] - offsets[network]) * activity[group] / members.length)
    const best = gains.reduce((most, gain, group) => gain > (gains[most] ?? 0) ? group : most, -1)
    return best
  })
  // Labels of the grouping first, then one for each that stands alone; every label is below the number of nodes, or modularity would not count it.
  const used = new Map([...new Set(groups.filter(group => group >= 0))].map((group, label) => [group, label]))
  let alone = used.size
  const labels = Int32Array.from([...groups, ...fits], group => used.get(group) ?? alone++)
  return { organisations: groups, networks: fits, modularity: modularity(graph, labels) }
}

/** Links organisation -> network; networks follow the n organisations. */
function bipartiteGraph (n: number, { networks, offsets, members }: Incidence): Csr {
  const targets = new Int32Array(members.length)
  for (let network = 0; network < networks.length; network++) targets.fill(n + network, offsets[network], offsets[network + 1])
  return buildCsr(n + networks.length, { sources: members, targets }, true).graph
}
