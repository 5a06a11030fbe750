/** What the measures of this family are shown as: figures of organisations, of the whole, and rows of pairs or links. */
import type { Measured, MeasureInput } from '../algorithm.ts'
import type { Context } from '../context.ts'
import type { CoMembershipBackbone } from './co-membership-backbone.ts'
import { bipartiteClustering, coMembership, sumByOrganisation } from './co-membership.ts'
import type { CoMembershipOptions } from './co-membership.ts'
import type { Links } from '../../snapshot/list-links.ts'
import { membershipCounts, networkSizes } from './two-mode.ts'

const named = (ids: readonly string[], nodes: ArrayLike<number>): string[] => Array.from(nodes, v => ids[v])

export function coMembershipTables ({ ids, memberships }: MeasureInput, options: CoMembershipOptions, context: Context): Measured {
  const { affiliations, pairs } = coMembership(ids.length, memberships, options, context)
  const sizes = networkSizes(affiliations.incidence)
  const strength = sumByOrganisation(ids.length, pairs, pairs.weights)
  return {
    nodes: { memberships: membershipCounts(affiliations), partners: sumByOrganisation(ids.length, pairs, pairs.shared.map(() => 1)), strength },
    metrics: {
      pairs: pairs.i.length,
      networksCounted: sizes.length,
      networksAboveCap: affiliations.networksAboveCap,
      networksWithOneMember: sizes.reduce((sum, size) => sum + Number(size === 1), 0),
      bipartiteClustering: bipartiteClustering(affiliations, pairs)
    },
    tables: { pairs: { organisation: named(ids, pairs.i), partner: named(ids, pairs.j), sharedNetworks: pairs.shared, weight: pairs.weights } }
  }
}

export function backboneOfPairs (ids: readonly string[], { pairs, p, q, kept, model, tests, deviation, networksAboveCap }: CoMembershipBackbone): Measured {
  return {
    nodes: { partners: sumByOrganisation(ids.length, pairs, pairs.shared.map(() => 1)), keptPartners: sumByOrganisation(ids.length, pairs, kept) },
    metrics: { pairs: pairs.i.length, pairsTested: tests, pairsKept: kept.reduce((sum, flag) => sum + flag, 0), networksAboveCap, degreeDeviation: deviation },
    tables: { pairs: { organisation: named(ids, pairs.i), partner: named(ids, pairs.j), sharedNetworks: pairs.shared, p, q, kept, model: pairs.shared.map(() => model) } }
  }
}

export function backboneOfLinks (ids: readonly string[], { sources, targets, weights }: Links, scores: Record<string, Float64Array>, kept: Uint8Array): Measured {
  const ends = { i: Array.from(sources), j: Array.from(targets) }
  return {
    nodes: { links: sumByOrganisation(ids.length, ends, weights.map(() => 1)), keptLinks: sumByOrganisation(ids.length, ends, kept) },
    metrics: { links: weights.length, linksKept: kept.reduce((sum, flag) => sum + flag, 0) },
    tables: { links: { source: named(ids, sources), target: named(ids, targets), weight: weights, ...scores, kept } }
  }
}
