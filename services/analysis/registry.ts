/** The one list of algorithms: what they are called, what they say, the options they take and what they need. The API, the command line and the documentation read it. */
import { z } from 'zod'
import type { AlgorithmDescription } from '../contract/run.ts'
import type { Csr } from '../snapshot/snapshot.ts'
import { assortativity } from './brokerage/assortativity.ts'
import { bridgeScore } from './brokerage/bridge-score.ts'
import { crossBorder, crossBorderShares } from './brokerage/cross-border.ts'
import { cutOff } from './brokerage/cut-vertices.ts'
import { everettValente } from './brokerage/everett-valente.ts'
import { brokerageRoles, ROLES } from './brokerage/gould-fernandez.ts'
import { participation } from './brokerage/participation.ts'
import { structuralHoles } from './brokerage/structural-holes.ts'
import { withinGroupZ } from './brokerage/within-group.ts'
import { betweenness, BetweennessOptions, betweennessScale, pairsAcrossGroups } from './centrality/betweenness.ts'
import { closeness } from './centrality/closeness.ts'
import { coreness } from './centrality/coreness.ts'
import { degree, strength } from './centrality/degree.ts'
import { eigenvector, EigenvectorOptions } from './centrality/eigenvector.ts'
import { harmonicCloseness } from './centrality/harmonic.ts'
import { hits } from './centrality/hits.ts'
import { katz, KatzOptions } from './centrality/katz.ts'
import { pagerank, PagerankOptions } from './centrality/pagerank.ts'
import { agreeOnCommunities } from './communities/agree.ts'
import { components } from './communities/components.ts'
import { leiden, LeidenOptions } from './communities/leiden.ts'
import { louvain, LouvainOptions } from './communities/louvain.ts'
import { modularity } from './communities/modularity.ts'
import { debtRank } from './robustness/debt-rank.ts'
import { byScore, removalCurve } from './robustness/removal-curve.ts'
import { supplierConcentration } from './robustness/supplier-concentration.ts'
import type { Context } from './context.ts'

/** Repetitions of the default run: with three, three times as many communities of a rewired network look stable; with fifty, none does. */
const REPEATS_DEFAULT = 50

const Repeats = z.object({
  repeats: z.number().int().min(0).max(200).default(REPEATS_DEFAULT).describe('repetitions with other seeds: the communities are what they agree on, and stability how often they come back; 0: one analysis, stability not measured')
})
/** Of the shortest paths that every run follows beside its communities. */
const Sources = z.object({
  betweennessSources: z.number().int().min(0).max(1_000_000).default(0).describe('shortest-path sources drawn by the seed; 0: all of them where that fits the time of a run, otherwise as many as do')
})
const LeidenWithRepeats = LeidenOptions.extend(Repeats.shape)
const LouvainWithRepeats = LouvainOptions.extend(Repeats.shape)

/** Community algorithms by the name a run request gives them. */
export const COMMUNITIES = {
  leiden: {
    options: LeidenWithRepeats.extend(Sources.shape).strict(),
    find: (graph: Csr, options: LeidenOptions, seed: number, context: Context) => leiden(graph, options, seed, context)
  },
  louvain: {
    options: LouvainWithRepeats.extend(Sources.shape).strict(),
    find: (graph: Csr, options: LouvainOptions, seed: number, context: Context) => louvain(graph, options, seed, context)
  }
} as const

/** A network to measure, with the group of each node where a measure needs groups (-1: none). */
export interface MeasureInput { graph: Csr, groups: Int32Array, groupCount: number, seed: number }
/** A value for each node, by column; figures of the network as a whole. NaN and null: not defined. */
export interface Measured { nodes: Record<string, ArrayLike<number>>, metrics: Record<string, number | null> }
type Compute = (input: MeasureInput, options: never, context: Context) => Measured

interface Entry extends Omit<AlgorithmDescription, 'optionsSchema'> {
  options: z.ZodObject
  /** Absent: it is made of a run, not of a network alone. */
  compute?: Compute
}

const nodes = (columns: Measured['nodes']): Measured => ({ nodes: columns, metrics: {} })
const none = z.object({})
const NETWORK = { groups: false, direction: 'either' } as const
const UNDIRECTED = { groups: false, direction: 'undirected' } as const
const GROUPS = { groups: true, direction: 'undirected' } as const
/** As a run does it, on all links. */
function communities <Options extends { repeats: number, resolution: number }> (find: (graph: Csr, options: Options, seed: number, context: Context) => Int32Array, { graph, seed }: MeasureInput, options: Options, context: Context): Measured {
  const search = (each: Csr, start: number): Int32Array => find(each, options, start, { ...context, progress: () => {} })
  const repeats = Array.from({ length: graph.m === 0 ? 0 : options.repeats }, (_, i) => search(graph, (seed + 1 + i) >>> 0))
  const { community, memberConfidence, agreement } = agreeOnCommunities(graph, repeats, [], seed, search, context)
  return { nodes: { community, memberConfidence }, metrics: { communities: new Set(community).size, modularity: modularity(graph, community, options.resolution), agreement: Number.isNaN(agreement) ? null : agreement } }
}
const acrossGroups = ({ graph, groups, seed }: MeasureInput, options: BetweennessOptions, context: Context): Float64Array => {
  const pairs = pairsAcrossGroups(graph, groups)
  return betweenness(graph, groups, options, seed, context).acrossGroups.map((sum, v) => pairs[v] === 0 ? 0 : sum / pairs[v])
}

const ENTRIES: Entry[] = [
  { name: 'leiden', family: 'communities', title: 'Clusters by Leiden', says: 'Groups of organisations that deal with each other more than chance would explain.', needs: UNDIRECTED, complexity: 'about O(m) an iteration', reference: 'Traag, Waltman & van Eck 2019, Sci. Rep. 9:5233', options: LeidenWithRepeats, compute: (input, options: z.infer<typeof LeidenWithRepeats>, context) => communities(leiden, input, options, context) },
  { name: 'louvain', family: 'communities', title: 'Clusters by Louvain', says: 'The same question answered by an older, faster and less thorough method; for comparison.', needs: UNDIRECTED, complexity: 'about O(m) a pass', reference: 'Blondel et al. 2008, JSTAT P10008; graphology-communities-louvain', options: LouvainWithRepeats, compute: (input, options: z.infer<typeof LouvainWithRepeats>, context) => communities(louvain, input, options, context) },
  { name: 'components', family: 'communities', title: 'Connected components', says: 'Which organisations can reach each other at all.', needs: UNDIRECTED, complexity: 'O(n + m)', reference: 'depth-first search', options: none, compute: ({ graph }) => { const { labels, count } = components(graph); return { nodes: { component: labels }, metrics: { components: count } } } },
  { name: 'degree', family: 'centrality', title: 'Partners', says: 'How many partners it has.', needs: NETWORK, complexity: 'O(n)', reference: 'Freeman 1979, Soc. Networks 1:215', options: none, compute: ({ graph }) => nodes({ degree: degree(graph) }) },
  { name: 'strength', family: 'centrality', title: 'Work', says: 'How much passes between it and its partners: shared projects, each weighted by 1 over its other members.', needs: NETWORK, complexity: 'O(m)', reference: 'Newman 2001, Phys. Rev. E 64:016132', options: none, compute: ({ graph }) => nodes({ strength: strength(graph) }) },
  { name: 'pagerank', family: 'centrality', title: 'PageRank', says: 'How much of a walk that follows links at random is spent here.', needs: NETWORK, complexity: 'O(m) an iteration', reference: 'Page et al. 1999', options: PagerankOptions, compute: ({ graph }, options: PagerankOptions, context) => nodes({ pagerank: pagerank(graph, options, context) }) },
  { name: 'betweenness', family: 'centrality', title: 'Betweenness', says: 'How often it lies on the shortest route between two other organisations.', needs: NETWORK, complexity: 'O(nm + n^2 log n)', reference: 'Brandes 2001, J. Math. Sociol. 25:163', options: BetweennessOptions, compute: ({ graph, seed }, options: BetweennessOptions, context) => { const { plain } = betweenness(graph, new Int32Array(graph.n), options, seed, context); return nodes({ betweenness: plain.map(sum => sum * betweennessScale(graph)), raw: plain }) } },
  { name: 'crossBorderBetweenness', family: 'centrality', title: 'Betweenness across borders', says: 'How often it lies on the shortest route between organisations in different countries.', needs: { groups: true, direction: 'either' }, complexity: 'O(nm + n^2 log n)', reference: 'Flom et al. 2004; Guns & Rousseau 2015, doi 10.1631/FITEE.1400425', options: BetweennessOptions, compute: (input, options: BetweennessOptions, context) => nodes({ crossBorderBetweenness: acrossGroups(input, options, context) }) },
  { name: 'harmonicCloseness', family: 'centrality', title: 'Harmonic closeness', says: 'How near the others are to it, counting links.', needs: NETWORK, complexity: 'O(n m / 32)', reference: 'Marchiori & Latora 2000, Physica A 285:539', options: none, compute: ({ graph }, _options, context) => nodes({ harmonicCloseness: harmonicCloseness(graph, context) }) },
  { name: 'closeness', family: 'centrality', title: 'Closeness (Wasserman and Faust)', says: 'How near the others are to it, those out of reach lowering it.', needs: NETWORK, complexity: 'O(nm)', reference: 'Wasserman & Faust 1994, Social Network Analysis, 5.3', options: none, compute: ({ graph }, _options, context) => nodes({ closeness: closeness(graph, context) }) },
  { name: 'coreness', family: 'centrality', title: 'Core', says: 'How deep it sits in the dense middle of the network.', needs: NETWORK, complexity: 'O(n + m)', reference: 'Seidman 1983, Soc. Networks 5:269', options: none, compute: ({ graph }) => nodes({ coreness: coreness(graph) }) },
  { name: 'eigenvector', family: 'centrality', title: 'Eigenvector centrality', says: 'It matters as much as those that deal with it.', needs: NETWORK, complexity: 'O(m) an iteration', reference: 'Bonacich 1972, J. Math. Sociol. 2:113', options: EigenvectorOptions, compute: ({ graph }, options: EigenvectorOptions, context) => nodes({ eigenvector: eigenvector(graph, options, context) }) },
  { name: 'katz', family: 'centrality', title: 'Katz centrality', says: 'How many walks end at it, each step counting less.', needs: NETWORK, complexity: 'O(m) an iteration', reference: 'Katz 1953, Psychometrika 18:39', options: KatzOptions, compute: ({ graph }, options: KatzOptions, context) => nodes({ katz: katz(graph, options, context) }) },
  { name: 'hits', family: 'centrality', title: 'Hubs and authorities', says: 'A hub sells to important buyers, an authority buys from important sellers.', needs: { groups: false, direction: 'directed' }, complexity: 'O(m) an iteration', reference: 'Kleinberg 1999, J. ACM 46:604', options: EigenvectorOptions, compute: ({ graph }, options: EigenvectorOptions, context) => nodes({ ...hits(graph, options, context) }) },
  { name: 'countryParticipation', family: 'brokerage', title: 'Spread over countries', says: 'How evenly its links are spread over countries.', needs: GROUPS, complexity: 'O(m)', reference: 'Guimera & Amaral 2005, Nature 433:895', options: none, compute: ({ graph, groups, groupCount }) => nodes({ countryParticipation: participation(graph, groups, groupCount) }) },
  { name: 'withinGroupZ', family: 'brokerage', title: 'Standing in its group', says: 'How strongly it is linked inside its own group, against the others of that group.', needs: GROUPS, complexity: 'O(m)', reference: 'Guimera & Amaral 2005, Nature 433:895', options: none, compute: ({ graph, groups, groupCount }) => nodes({ withinGroupZ: withinGroupZ(graph, groups, groupCount) }) },
  { name: 'crossBorderShare', family: 'brokerage', title: 'Work across a border', says: 'Share of its work that crosses a border.', needs: GROUPS, complexity: 'O(m)', reference: 'share of strength', options: none, compute: ({ graph, groups, groupCount }) => { const { share, expected, ratio } = crossBorder(graph, groups, groupCount); return { nodes: { crossBorderShare: crossBorderShares(graph, groups) }, metrics: { crossBorderShare: share, crossBorderShareExpected: expected, crossBorderRatio: ratio } } } },
  { name: 'eiIndex', family: 'brokerage', title: 'E-I index', says: 'From -1, only domestic links, to +1, only foreign links.', needs: GROUPS, complexity: 'O(m)', reference: 'Krackhardt & Stern 1988, Soc. Psychol. Q. 51:123', options: none, compute: ({ graph, groups, groupCount }) => ({ nodes: { eiIndex: crossBorderShares(graph, groups).map(share => 2 * share - 1) }, metrics: { eiIndex: crossBorder(graph, groups, groupCount).eiIndex } }) },
  { name: 'assortativity', family: 'brokerage', title: 'Assortativity', says: 'Whether links stay within groups (1), as chance would have it (0), or avoid them.', needs: { groups: true, direction: 'either' }, complexity: 'O(m)', reference: 'Newman 2003, Phys. Rev. E 67:026126', options: none, compute: ({ graph, groups, groupCount }) => ({ nodes: {}, metrics: { assortativity: assortativity(graph, groups, groupCount) } }) },
  { name: 'structuralHoles', family: 'brokerage', title: 'Structural holes', says: 'Whether its partners deal with each other, or only through it.', needs: NETWORK, complexity: 'O(sum of squared degrees)', reference: 'Burt 1992, Structural Holes', options: none, compute: ({ graph }, _options, context) => nodes({ ...structuralHoles(graph, context) }) },
  { name: 'brokerageRoles', family: 'brokerage', title: 'Brokerage roles', says: 'Between which groups it stands when two others deal only through it.', needs: { groups: true, direction: 'either' }, complexity: 'O(sum of in x out)', reference: 'Gould & Fernandez 1989, Sociol. Methodol. 19:89', options: none, compute: ({ graph, groups, groupCount }, _options, context) => { const { counts, expected } = brokerageRoles(graph, groups, groupCount, context); return nodes(Object.fromEntries(ROLES.flatMap(role => [[role, counts[role]], [`${role}Expected`, expected[role]]]))) } },
  { name: 'everettValente', family: 'brokerage', title: 'Brokerage', says: "How much of the others' dealing each of its links carries on average.", needs: UNDIRECTED, complexity: 'O(nm)', reference: 'Everett & Valente 2016, Soc. Networks 44:202', options: none, compute: ({ graph, seed }, _options, context) => nodes({ everettValente: everettValente(graph, betweenness(graph, new Int32Array(graph.n), { weighted: false, sources: 0 }, seed, context).plain) }) },
  { name: 'supplierConcentration', family: 'robustness', title: 'Supplier concentration', says: 'Whether its purchases come from one supplier (1) or from many.', needs: { groups: false, direction: 'directed' }, complexity: 'O(m)', reference: 'Hirschman 1964, Am. Econ. Rev. 54:761', options: none, compute: ({ graph }) => nodes({ supplierConcentration: supplierConcentration(graph) }) },
  { name: 'debtRank', family: 'robustness', title: 'Exposure to it', says: 'Share of recorded trade that is touched downstream if it stops.', needs: { groups: false, direction: 'directed' }, complexity: 'O(nm)', reference: 'Battiston et al. 2012, Sci. Rep. 2:541', options: none, compute: ({ graph }, _options, context) => nodes({ debtRank: debtRank(graph, context) }) },
  { name: 'removalCurve', family: 'robustness', title: 'Targeted removal', says: 'How fast the largest connected part shrinks when those with most partners leave one after the other.', needs: UNDIRECTED, complexity: 'O(n log n + m)', reference: 'Schneider et al. 2011, PNAS 108:3838', options: none, compute: ({ graph }) => { const order = byScore(degree(graph)); const { largest, robustness } = removalCurve(graph, order); const left = new Float64Array(graph.n); order.forEach((v, q) => { left[v] = largest[q] }); return { nodes: { largestPartWhenGone: left }, metrics: { robustness } } } },
  { name: 'clusterInsideShare', family: 'brokerage', title: 'Work inside its cluster', says: 'Share of its work that stays in its own cluster.', needs: GROUPS, complexity: 'O(m)', reference: 'share of strength', options: none, compute: ({ graph, groups }) => nodes({ clusterInsideShare: crossBorderShares(graph, groups).map(outside => 1 - outside) }) },
  { name: 'memberConfidence', family: 'communities', title: 'Sure of its cluster', says: 'In what share of the repetitions it was in this cluster.', needs: UNDIRECTED, complexity: 'O(repetitions x n)', reference: 'Hennig 2007, Comput. Stat. Data Anal. 52:258; by member', options: none },
  { name: 'cutOff', family: 'brokerage', title: 'Only link for', says: 'How many organisations would lose their only connection if it left.', needs: UNDIRECTED, complexity: 'O(n + m)', reference: 'Hopcroft & Tarjan 1973, Commun. ACM 16:372', options: none, compute: ({ graph }) => nodes({ cutOff: cutOff(graph) }) },
  { name: 'bridgeScore', family: 'brokerage', title: 'Bridge score', says: 'A shortlist mark: high means it connects countries and is on the way between them.', needs: GROUPS, complexity: 'O(n log n) after its two parts', reference: "this project's definition, version 1", options: BetweennessOptions, compute: (input, options: BetweennessOptions, context) => nodes({ bridgeScore: bridgeScore(acrossGroups(input, options, context), participation(input.graph, input.groups, input.groupCount)) }) }
]

const isCommunities = (name: string): name is keyof typeof COMMUNITIES => name in COMMUNITIES

/** With the options a run takes. */
export const listAlgorithms = (): AlgorithmDescription[] =>
  ENTRIES.map(({ options, compute: _compute, ...entry }) => ({ ...entry, optionsSchema: z.toJSONSchema(isCommunities(entry.name) ? COMMUNITIES[entry.name].options : options, { io: 'input' }) as Record<string, unknown> }))

/** Algorithms that measure a network by itself, by name. */
export const MEASURABLE: ReadonlyMap<string, Required<Entry>> = new Map(ENTRIES.filter((entry): entry is Required<Entry> => entry.compute !== undefined).map(entry => [entry.name, entry]))
