/**
 * Brokerage roles of one organisation, beside what the groups of the others dealt out anew would give: the row of brokerageRoles and shuffledRoles for one node, without those of all others.
 *
 * Counts are of ordered pairs, so on an undirected network each pair counts twice, and representative and gatekeeper are the same number. z is NaN where chance would always give the same.
 * O(sum of the degrees of its partners + in x out), and O(m) for a directed network.
 * Source: Gould & Fernandez 1989, Sociol. Methodol. 19:89. Tested against the columns of all nodes.
 */
import type { Csr } from '../../snapshot/snapshot.ts'
import { reversed } from '../reversed.ts'
import { roleOf, ROLES } from './gould-fernandez.ts'
import type { Role } from './gould-fernandez.ts'
import type { OpenPairsOfOne } from './open-pairs.ts'
import { shuffledRolesOfOne } from './shuffled-roles.ts'

export interface RoleOfOne { count: number, expected: number, z: number }

export function rolesOfOne (graph: Csr, groups: Int32Array, groupCount: number, v: number): Record<Role, RoleOfOne> {
  const { n, offsets, targets } = graph
  const back = reversed(graph)
  const sources = back.targets.subarray(back.offsets[v], back.offsets[v + 1])
  const ends = targets.subarray(offsets[v], offsets[v + 1])
  const counts: Record<Role, number> = { coordinator: 0, itinerant: 0, representative: 0, gatekeeper: 0, liaison: 0 }
  /** Open pairs that begin, and that end, at a partner. */
  const beginning = new Map<number, number>()
  const ending = new Map<number, number>()
  const isSource = new Set(sources)
  const isEnd = new Set(ends)
  const reached = new Int32Array(n)
  const reaching = new Int32Array(n)
  let reverses = 0
  for (const a of sources) {
    for (let slot = offsets[a]; slot < offsets[a + 1]; slot++) reached[targets[slot]] = a + 1
    for (let slot = back.offsets[a]; slot < back.offsets[a + 1]; slot++) reaching[back.targets[slot]] = a + 1
    for (const b of ends) {
      if (b === a || reached[b] === a + 1) continue
      counts[roleOf(groups[a], groups[v], groups[b])]++
      beginning.set(a, (beginning.get(a) ?? 0) + 1)
      ending.set(b, (ending.get(b) ?? 0) + 1)
      // The same pair the other way: b -> v -> a, without b -> a.
      if (isEnd.has(a) && isSource.has(b) && reaching[b] !== a + 1) reverses++
    }
  }
  const pairs: OpenPairsOfOne = { pairs: 0, sharingFirst: 0, sharingLast: 0, reverses, following: -2 * reverses }
  for (const [x, count] of beginning) {
    pairs.pairs += count
    pairs.sharingFirst += count * (count - 1)
    pairs.following += 2 * count * (ending.get(x) ?? 0)
  }
  for (const count of ending.values()) pairs.sharingLast += count * (count - 1)
  const chance = shuffledRolesOfOne(groups, groupCount, groups[v], pairs)
  return Object.fromEntries(ROLES.map(role => {
    const { expected, deviation } = chance[role]
    return [role, { count: counts[role], expected, z: deviation === 0 ? NaN : (counts[role] - expected) / deviation }]
  })) as Record<Role, RoleOfOne>
}
