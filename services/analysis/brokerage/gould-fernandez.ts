/**
 * Brokerage roles (Gould and Fernandez): between which groups an organisation stands when two others deal only through it.
 *
 * Counts open pairs, ordered a -> v -> b with a and b different and without a link a -> b, by the groups of a, v and b:
 * coordinator all the same; itinerant a and b the same, v not; representative a and v, b not; gatekeeper v and b, a not; liaison all different.
 * On an undirected network every pair is two ways and counts twice. `weighted`: the sum over open pairs of the lesser of the weights of a -> v and v -> b,
 * this project's own variant. Nodes without a group (-1) are a group of their own. O(sum in x out).
 * What chance would give: shuffled-roles.ts, random-link-roles.ts.
 * Source: Gould & Fernandez 1989, Sociol. Methodol. 19:89. Tested against R sna::brokerage.
 */
import type { Csr } from '../../snapshot/snapshot.ts'
import { UNWATCHED } from '../context.ts'
import type { Context } from '../context.ts'

export const ROLES = ['coordinator', 'itinerant', 'representative', 'gatekeeper', 'liaison'] as const
export type Role = typeof ROLES[number]
export type RoleColumns = Record<Role | 'total', Float64Array>
export interface BrokerageRoles { counts: RoleColumns, weighted: RoleColumns }

export function brokerageRoles ({ n, offsets, targets, weights }: Csr, groups: Int32Array, context: Context = UNWATCHED): BrokerageRoles {
  const counts = emptyColumns(n)
  const weighted = emptyColumns(n)
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
        if (b === a || reached[b] === a + 1) continue
        const role = roleOf(groups[a], groups[v], groups[b])
        const weight = Math.min(weights[slot], weights[at])
        counts[role][v]++
        counts.total[v]++
        weighted[role][v] += weight
        weighted.total[v] += weight
      }
    }
  }
  return { counts, weighted }
}

export function roleOf (a: number, v: number, b: number): Role {
  if (a === b) return a === v ? 'coordinator' : 'itinerant'
  return a === v ? 'representative' : v === b ? 'gatekeeper' : 'liaison'
}

export const emptyColumns = (n: number): RoleColumns => Object.fromEntries([...ROLES, 'total'].map(role => [role, new Float64Array(n)])) as RoleColumns

/** What chance would give: expected count and its standard deviation. */
export interface RoleChance { expected: RoleColumns, deviation: RoleColumns }

/** (count - expected) / deviation; NaN where chance would always give the same. */
export function standardised (counts: RoleColumns, { expected, deviation }: RoleChance): RoleColumns {
  const z = emptyColumns(counts.total.length)
  for (const role of [...ROLES, 'total'] as const) z[role].forEach((_, v) => { z[role][v] = deviation[role][v] === 0 ? NaN : (counts[role][v] - expected[role][v]) / deviation[role][v] })
  return z
}
