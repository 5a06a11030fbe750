/** The registered algorithms of this family. */
import { z } from 'zod'
import { algorithm, GROUPS, GROUPS_UNDIRECTED, NETWORK, UNDIRECTED, ofNodes, workFromSources } from '../algorithm.ts'
import type { Algorithm } from '../algorithm.ts'
import { acrossGroups } from '../centrality/across-groups.ts'
import { betweenness, BetweennessOptions } from '../centrality/betweenness.ts'
import { assortativity } from './assortativity.ts'
import { bridgeScore } from './bridge-score.ts'
import { crossBorder, crossBorderShares } from './cross-border.ts'
import { cutOff } from './cut-vertices.ts'
import { everettValente } from './everett-valente.ts'
import { brokerageRoles, ROLES } from './gould-fernandez.ts'
import { participation } from './participation.ts'
import { structuralHoles } from './structural-holes.ts'
import { withinGroupZ } from './within-group.ts'

export const BROKERAGE: Algorithm[] = [
  algorithm({
    name: 'countryParticipation', family: 'brokerage', title: 'Spread over countries', says: 'How evenly its links are spread over countries.',
    needs: GROUPS_UNDIRECTED, complexity: 'O(m)', reference: 'Guimera & Amaral 2005, Nature 433:895',
    options: z.object({}), compute: ({ graph, groups, groupNames }) => ofNodes({ countryParticipation: participation(graph, groups, groupNames.length) })
  }),
  algorithm({
    name: 'withinGroupZ', family: 'brokerage', title: 'Standing in its group', says: 'How strongly it is linked inside its own group, against the others of that group.',
    needs: GROUPS_UNDIRECTED, complexity: 'O(m)', reference: 'Guimera & Amaral 2005, Nature 433:895',
    options: z.object({}), compute: ({ graph, groups, groupNames }) => ofNodes({ withinGroupZ: withinGroupZ(graph, groups, groupNames.length) })
  }),
  algorithm({
    name: 'crossBorderShare', family: 'brokerage', title: 'Work across a border', says: 'Share of its work that crosses a border.',
    needs: GROUPS_UNDIRECTED, complexity: 'O(m)', reference: 'share of strength',
    options: z.object({}), compute: ({ graph, groups, groupNames }) => { const { share, expected, ratio } = crossBorder(graph, groups, groupNames.length); return { nodes: { crossBorderShare: crossBorderShares(graph, groups) }, metrics: { crossBorderShare: share, crossBorderShareExpected: expected, crossBorderRatio: ratio } } }
  }),
  algorithm({
    name: 'eiIndex', family: 'brokerage', title: 'E-I index', says: 'From -1, only domestic links, to +1, only foreign links.',
    needs: GROUPS_UNDIRECTED, complexity: 'O(m)', reference: 'Krackhardt & Stern 1988, Soc. Psychol. Q. 51:123',
    options: z.object({}), compute: ({ graph, groups, groupNames }) => ({ nodes: { eiIndex: crossBorderShares(graph, groups).map(share => 2 * share - 1) }, metrics: { eiIndex: crossBorder(graph, groups, groupNames.length).eiIndex } })
  }),
  algorithm({
    name: 'assortativity', family: 'brokerage', title: 'Assortativity', says: 'Whether links stay within groups (1), as chance would have it (0), or avoid them.',
    needs: GROUPS, complexity: 'O(m)', reference: 'Newman 2003, Phys. Rev. E 67:026126',
    options: z.object({}), compute: ({ graph, groups, groupNames }) => ({ nodes: {}, metrics: { assortativity: assortativity(graph, groups, groupNames.length) } })
  }),
  algorithm({
    name: 'structuralHoles', family: 'brokerage', title: 'Structural holes', says: 'Whether its partners deal with each other, or only through it.',
    needs: NETWORK, complexity: 'O(sum of squared degrees)', reference: 'Burt 1992, Structural Holes',
    options: z.object({}), compute: ({ graph }, _options, context) => ofNodes({ ...structuralHoles(graph, context) })
  }),
  algorithm({
    name: 'brokerageRoles', family: 'brokerage', title: 'Brokerage roles', says: 'Between which groups it stands when two others deal only through it.',
    needs: GROUPS, complexity: 'O(sum of in x out)', reference: 'Gould & Fernandez 1989, Sociol. Methodol. 19:89',
    options: z.object({}), compute: ({ graph, groups, groupNames }, _options, context) => { const { counts, expected } = brokerageRoles(graph, groups, groupNames.length, context); return ofNodes(Object.fromEntries(ROLES.flatMap(role => [[role, counts[role]], [`${role}Expected`, expected[role]]]))) }
  }),
  algorithm({
    name: 'everettValente', family: 'brokerage', title: 'Brokerage', says: "How much of the others' dealing each of its links carries on average.",
    needs: UNDIRECTED, complexity: 'O(nm)', reference: 'Everett & Valente 2016, Soc. Networks 44:202',
    work: workFromSources,
    options: z.object({}), compute: ({ graph, seed }, _options, context) => ofNodes({ everettValente: everettValente(graph, betweenness(graph, new Int32Array(graph.n), { weighted: false, sources: 0 }, seed, context).plain) })
  }),
  algorithm({
    name: 'clusterInsideShare', family: 'brokerage', title: 'Work inside its cluster', says: 'Share of its work that stays in its own cluster.',
    needs: GROUPS_UNDIRECTED, complexity: 'O(m)', reference: 'share of strength',
    options: z.object({}), compute: ({ graph, groups }) => ofNodes({ clusterInsideShare: crossBorderShares(graph, groups).map(outside => 1 - outside) })
  }),
  algorithm({
    name: 'cutOff', family: 'brokerage', title: 'Only link for', says: 'How many organisations would lose their only connection if it left.',
    needs: UNDIRECTED, complexity: 'O(n + m)', reference: 'Hopcroft & Tarjan 1973, Commun. ACM 16:372',
    options: z.object({}), compute: ({ graph }) => ofNodes({ cutOff: cutOff(graph) })
  }),
  algorithm({
    name: 'bridgeScore', family: 'brokerage', title: 'Bridge score', says: 'A shortlist mark: high means it connects countries and is on the way between them.',
    needs: GROUPS_UNDIRECTED, complexity: 'O(n log n) after its two parts', reference: "this project's definition, version 1",
    work: workFromSources,
    options: BetweennessOptions, compute: (input, options, context) => ofNodes({ bridgeScore: bridgeScore(acrossGroups(input, options, context), participation(input.graph, input.groups, input.groupNames.length)) })
  })
]
