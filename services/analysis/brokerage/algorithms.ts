/** The registered algorithms of this family. */
import { z } from 'zod'
import { algorithm, GROUPS, GROUPS_UNDIRECTED, NETWORK, UNDIRECTED, ofNodes, workFromSources } from '../algorithm.ts'
import type { Algorithm, Measured, MeasureInput } from '../algorithm.ts'
import type { Context } from '../context.ts'
import { acrossGroups } from '../centrality/across-groups.ts'
import { BetweennessOptions } from '../centrality/betweenness.ts'
import { degree } from '../centrality/degree.ts'
import { bridgeScoreParts } from './bridge-score.ts'
import { cutLinks } from './cut-links.ts'
import type { CutLink } from './cut-links.ts'
import { cutOff } from './cut-vertices.ts'
import { everettValente } from './everett-valente.ts'
import { GROUP_ROLES, groupRoles, hubPossible } from './group-roles.ts'
import { linksOf, participation, ParticipationOptions } from './participation.ts'
import { rolesByChance, RolesOptions } from './roles-by-chance.ts'
import { structuralHoles } from './structural-holes.ts'
import { withinGroupZ } from './within-group.ts'
import { workOfPairs } from '../work.ts'

export const BROKERAGE: Algorithm[] = [
  algorithm({
    name: 'countryParticipation', family: 'brokerage', title: 'Spread over countries', says: 'How evenly its links are spread over countries.',
    needs: GROUPS, complexity: 'O(m)', reference: 'Guimera & Amaral 2005, Nature 433:895',
    options: ParticipationOptions, compute: ({ graph, groups, groupNames }, { links }) => ofNodes({ countryParticipation: participation(linksOf(graph, links), groups, groupNames.length) })
  }),
  algorithm({
    name: 'withinGroupZ', family: 'brokerage', title: 'Standing in its group', says: 'How strongly it is linked inside its own group, against the others of that group.',
    needs: GROUPS_UNDIRECTED, complexity: 'O(m)', reference: 'Guimera & Amaral 2005, Nature 433:895',
    options: z.object({}), compute: ({ graph, groups, groupNames }) => ofNodes({ withinGroupZ: withinGroupZ(graph, groups, groupNames.length) })
  }),
  algorithm({
    name: 'groupRoles', family: 'brokerage', title: 'Role among groups', says: 'Whether it keeps to its own group or joins several, and whether it is a hub there; in a group of fewer than eight nobody can be one.',
    needs: GROUPS_UNDIRECTED, complexity: 'O(m)', reference: 'Guimera & Amaral 2005, Nature 433:895, roles R1 to R7',
    options: z.object({}), compute: rolesAmongGroups
  }),
  algorithm({
    name: 'structuralHoles', family: 'brokerage', title: 'Structural holes', says: 'Whether its partners deal with each other, or only through it.',
    needs: NETWORK, complexity: 'O(sum of squared degrees)', reference: 'Burt 1992, Structural Holes',
    options: z.object({}), compute: ({ graph }, _options, context) => ofNodes({ ...structuralHoles(graph, context) })
  }),
  algorithm({
    name: 'brokerageRoles', family: 'brokerage', title: 'Brokerage roles', says: 'Between which groups it stands when two others deal only through it.',
    needs: GROUPS, complexity: 'O(sum of in x out)', reference: 'Gould & Fernandez 1989, Sociol. Methodol. 19:89',
    // Once for the counts and once for what chance gives.
    work: size => 2 * workOfPairs(size),
    options: RolesOptions, compute: rolesByChance
  }),
  algorithm({
    name: 'everettValente', family: 'brokerage', title: 'Brokerage', says: "How much of the others' dealing each of its links carries on average.",
    needs: NETWORK, complexity: 'O(nm)', reference: 'Everett & Valente 2016, Soc. Networks 44:202',
    work: workFromSources,
    options: z.object({}), compute: ({ graph }, _options, context) => { const { mean, sides } = everettValente(graph, context); return ofNodes({ everettValente: mean, ...(sides !== null && { in: sides.in, out: sides.out }) }) }
  }),
  algorithm({
    name: 'cutOff', family: 'brokerage', title: 'Only link for', says: 'How many organisations would lose their only connection if it left.',
    needs: UNDIRECTED, complexity: 'O(n + m)', reference: 'Hopcroft & Tarjan 1973, Commun. ACM 16:372',
    options: z.object({}), compute: ({ graph }) => ofNodes({ cutOff: cutOff(graph) })
  }),
  algorithm({
    name: 'cutLinks', family: 'brokerage', title: 'Links nothing can replace', says: 'Links without which the network would fall apart, and how many organisations each end would no longer reach.',
    needs: UNDIRECTED, complexity: 'O(n + m)', reference: 'Tarjan 1974, Inf. Process. Lett. 2:160',
    options: z.object({}), compute: ({ ids, graph }) => cutLinksTable(ids, cutLinks(graph))
  }),
  algorithm({
    name: 'bridgeScore', family: 'brokerage', title: 'Bridge score', says: 'A shortlist mark: high means it connects countries and is on the way between them.',
    needs: GROUPS_UNDIRECTED, complexity: 'O(n log n) after its two parts', reference: "this project's definition, version 1",
    work: workFromSources,
    options: BetweennessOptions, compute: bridgeScoreWithParts
  })
]

function cutLinksTable (ids: readonly string[], links: CutLink[]): Measured {
  const ofNode = new Float64Array(ids.length)
  for (const { source, target } of links) {
    ofNode[source]++
    ofNode[target]++
  }
  const table = { source: links.map(({ source }) => ids[source]), target: links.map(({ target }) => ids[target]), weight: links.map(({ weight }) => weight), sourceLoses: links.map(({ sourceLoses }) => sourceLoses), targetLoses: links.map(({ targetLoses }) => targetLoses) }
  return { nodes: { cutLinks: ofNode }, metrics: { cutLinks: links.length }, tables: { links: table } }
}

function rolesAmongGroups ({ ids, graph, groups, groupNames }: MeasureInput): Measured {
  const spread = participation(graph, groups, groupNames.length)
  const z = withinGroupZ(graph, groups, groupNames.length)
  const role = groupRoles(spread, z)
  const named = Array.from(role.keys()).filter(v => role[v] > 0)
  return {
    nodes: { participation: spread, withinGroupZ: z, role: Float64Array.from(role, place => place === 0 ? NaN : place), hubPossible: hubPossible(groups, groupNames.length) },
    metrics: {},
    tables: { roles: { id: named.map(v => ids[v]), group: named.map(v => groupNames[groups[v]]), role: named.map(v => GROUP_ROLES[role[v] - 1]) } }
  }
}

function bridgeScoreWithParts (input: MeasureInput, options: BetweennessOptions, context: Context): Measured {
  const { graph, groups, groupNames } = input
  const betweennessAcross = acrossGroups(input, options, context)
  const spread = participation(graph, groups, groupNames.length)
  const { scores, ...percentile } = bridgeScoreParts(betweennessAcross, spread)
  return ofNodes({ bridgeScore: scores, crossBorderBetweenness: betweennessAcross, crossBorderBetweennessPercentile: percentile.across, countryParticipation: spread, countryParticipationPercentile: percentile.spread, degree: degree(graph), cutOff: cutOff(graph) })
}
