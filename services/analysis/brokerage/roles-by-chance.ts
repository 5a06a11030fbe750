/** Brokerage roles beside what chance would give: counts, this project's weighted variant, expected counts, deviations and z, by role and in total. */
import { z } from 'zod'
import type { Measured, MeasureInput } from '../algorithm.ts'
import { part } from '../context.ts'
import type { Context } from '../context.ts'
import { brokerageRoles, ROLES, standardised } from './gould-fernandez.ts'
import { openPairs } from './open-pairs.ts'
import { randomLinkRoles } from './random-link-roles.ts'
import { shuffledRoles } from './shuffled-roles.ts'

export const RolesOptions = z.object({
  chance: z.enum(['shuffledGroups', 'randomLinks']).default('shuffledGroups')
    .describe('what counts are compared with: shuffledGroups, the same links with the groups of all others dealt out anew; randomLinks, links drawn anew at the same density, as R sna does')
})

export function rolesByChance ({ graph, groups, groupNames }: MeasureInput, { chance }: z.infer<typeof RolesOptions>, context: Context): Measured {
  const { counts, weighted } = brokerageRoles(graph, groups, part(context, 0, 0.5))
  const compared = chance === 'randomLinks' ? randomLinkRoles(graph, groups, groupNames.length) : shuffledRoles(groups, groupNames.length, openPairs(graph, part(context, 0.5, 1)))
  const standard = standardised(counts, compared)
  const nodes = Object.fromEntries(([...ROLES, 'total'] as const).flatMap(role => [
    [role, counts[role]], [`${role}Expected`, compared.expected[role]], [`${role}Deviation`, compared.deviation[role]], [`${role}Z`, standard[role]], [`${role}Weighted`, weighted[role]]
  ]))
  return { nodes, metrics: {} }
}
