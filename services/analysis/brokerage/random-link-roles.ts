/**
 * Roles by chance, links drawn anew: the counts an organisation would have if every ordered pair of organisations were linked with the same chance,
 * the density d = m / (n (n - 1)), groups staying as they are.
 *
 * Expected = P d^2 (1 - d), variance = expected (1 - d^2 (1 - d)) + S d^3 (1 - d)^3, where P = ordered pairs of others whose groups give the role and S = couples of
 * such pairs, in both orders, that share their first or their last node. The same for all of one group. Says whether a role is more frequent than in a network
 * without shape, degrees included; the shuffled labels (shuffled-roles.ts) ask of the groups alone. O(n + groups).
 * Source: Gould & Fernandez 1989, Sociol. Methodol. 19:89. Tested against R sna::brokerage (expected, deviation and z).
 */
import type { Csr } from '../../snapshot/snapshot.ts'
import { emptyColumns, ROLES } from './gould-fernandez.ts'
import type { Role, RoleChance } from './gould-fernandez.ts'

export function randomLinkRoles ({ n, directed, m }: Csr, groups: Int32Array, groupCount: number): RoleChance {
  const sizes = new Float64Array(groupCount + 1)
  for (const group of groups) sizes[group + 1]++
  const density = n < 2 ? 0 : (directed ? m : 2 * m) / (n * (n - 1))
  const open = density ** 2 * (1 - density)
  const both = density ** 3 * (1 - density) ** 3
  const expected = emptyColumns(n)
  const deviation = emptyColumns(n)
  const ofGroup = Array.from(sizes, (size, g) => size === 0 ? null : pairsOf(sizes, g, n))
  for (let v = 0; v < n; v++) {
    for (const role of [...ROLES, 'total'] as const) {
      const { pairs, sharing } = (ofGroup[groups[v] + 1] as Record<Role | 'total', RolePairs>)[role]
      expected[role][v] = pairs * open
      deviation[role][v] = Math.sqrt(pairs * open * (1 - open) + sharing * both)
    }
  }
  return { expected, deviation }
}

interface RolePairs { pairs: number, sharing: number }

function pairsOf (sizes: Float64Array, own: number, n: number): Record<Role | 'total', RolePairs> {
  const x = sizes[own] - 1
  const y = n - sizes[own]
  const foreign = sizes.filter((_, g) => g !== own)
  const sum = (of: (size: number) => number): number => foreign.reduce((total, size) => total + of(size), 0)
  const across = { pairs: x * y, sharing: x * y * (y - 1) + y * x * (x - 1) }
  return {
    coordinator: { pairs: x * (x - 1), sharing: 2 * x * (x - 1) * (x - 2) },
    itinerant: { pairs: sum(size => size * (size - 1)), sharing: 2 * sum(size => size * (size - 1) * (size - 2)) },
    representative: across,
    gatekeeper: across,
    liaison: { pairs: sum(size => size * (y - size)), sharing: 2 * sum(size => size * (y - size) * (y - size - 1)) },
    total: { pairs: (n - 1) * (n - 2), sharing: 2 * (n - 1) * (n - 2) * (n - 3) }
  }
}
