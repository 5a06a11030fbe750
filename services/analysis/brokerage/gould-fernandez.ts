/**
 * Brokerage roles (Gould and Fernandez): between which groups an organisation stands when two others deal only through it.
 *
 * Counts ordered pairs a -> v -> b, a and b different and without a link a -> b, by the groups of a, v and b:
 * coordinator all the same; itinerant a and b the same, v not; representative a and v, b not; gatekeeper v and b, a not; liaison all different.
 * On an undirected network every pair is two ways and counts twice. expected*: the count if the labels of all others were shuffled on the same
 * links: T_v times the share of ordered pairs of other nodes with such labels. Nodes without a group (-1) are a group of their own. O(sum in x out).
 * Sources: Gould & Fernandez 1989, Sociol. Methodol. 19:89; shuffled labels: closed form, checked against 4000 permutations. Tested against R sna::brokerage.
 */
import type { Csr } from '../../snapshot/snapshot.ts'
import { UNWATCHED } from '../context.ts'
import type { Context } from '../context.ts'

export const ROLES = ['coordinator', 'itinerant', 'representative', 'gatekeeper', 'liaison'] as const
export type Role = typeof ROLES[number]
export interface BrokerageRoles { counts: Record<Role, Float64Array>, expected: Record<Role, Float64Array>, total: Float64Array }

export function brokerageRoles ({ n, offsets, targets }: Csr, groups: Int32Array, groupCount: number, context: Context = UNWATCHED): BrokerageRoles {
  const counts = emptyColumns(n)
  /** Target of a marked by a + 1: is there a link a -> b? */
  const reached = new Int32Array(n)
  for (let a = 0; a < n; a++) {
    if ((a & 0xff) === 0) {
      context.check()
      context.progress(a / n)
    }
    for (let slot = offsets[a]; slot < offsets[a + 1]; slot++) reached[targets[slot]] = a + 1
    for (let slot = offsets[a]; slot < offsets[a + 1]; slot++) {
      const v = targets[slot]
      for (let at = offsets[v]; at < offsets[v + 1]; at++) {
        const b = targets[at]
        if (b !== a && reached[b] !== a + 1) counts[roleOf(groups[a], groups[v], groups[b])][v]++
      }
    }
  }
  const total = new Float64Array(n)
  for (const role of ROLES) counts[role].forEach((count, v) => { total[v] += count })
  return { counts, expected: expectedRoles(n, groups, groupCount, total), total }
}

function roleOf (a: number, v: number, b: number): Role {
  if (a === b) return a === v ? 'coordinator' : 'itinerant'
  return a === v ? 'representative' : v === b ? 'gatekeeper' : 'liaison'
}

function expectedRoles (n: number, groups: Int32Array, groupCount: number, total: Float64Array): Record<Role, Float64Array> {
  const sizes = new Float64Array(groupCount + 1)
  for (const group of groups) sizes[group + 1]++
  const squares = sizes.reduce((sum, size) => sum + size * size, 0)
  const pairsAlike = sizes.reduce((sum, size) => sum + size * (size - 1), 0)
  const expected = emptyColumns(n)
  const pairs = (n - 1) * (n - 2)
  if (pairs <= 0) return expected
  for (let v = 0; v < n; v++) {
    const own = sizes[groups[v] + 1]
    const each = total[v] / pairs
    expected.coordinator[v] = each * (own - 1) * (own - 2)
    expected.itinerant[v] = each * (pairsAlike - own * (own - 1))
    expected.representative[v] = expected.gatekeeper[v] = each * (own - 1) * (n - own)
    expected.liaison[v] = each * ((n - own) ** 2 - (squares - own * own))
  }
  return expected
}

const emptyColumns = (n: number): Record<Role, Float64Array> => Object.fromEntries(ROLES.map(role => [role, new Float64Array(n)])) as Record<Role, Float64Array>
