/** The one list of algorithms: what they are called, what they say, and the options they take. The API, the forms and the documentation read it. */
import { z } from 'zod'
import type { AlgorithmDescription } from '../contract/run.ts'
import type { Csr } from '../snapshot/snapshot.ts'
import { BetweennessOptions } from './centrality/betweenness.ts'
import { PagerankOptions } from './centrality/pagerank.ts'
import { leiden, LeidenOptions } from './communities/leiden.ts'
import { louvain, LouvainOptions } from './communities/louvain.ts'
import type { Context } from './context.ts'

/** Repetitions of the default run: with three, three times as many communities of a rewired network look stable; with fifty, none does. */
const REPEATS_DEFAULT = 50

/** Options that every run takes besides those of its community algorithm. */
const RunOptions = z.object({
  repeats: z.number().int().min(0).max(200).default(REPEATS_DEFAULT).describe('repetitions with other seeds: the communities are what they agree on, and stability how often they come back; 0: one analysis, stability not measured'),
  betweennessSources: z.number().int().min(0).max(1_000_000).default(0).describe('shortest-path sources drawn by the seed; 0: all of them where that fits the time of a run, otherwise as many as do')
})

/** Community algorithms by the name a run request gives them. */
export const COMMUNITIES = {
  leiden: {
    options: LeidenOptions.extend(RunOptions.shape).strict(),
    find: (graph: Csr, options: LeidenOptions, seed: number, context: Context) => leiden(graph, options, seed, context)
  },
  louvain: {
    options: LouvainOptions.extend(RunOptions.shape).strict(),
    find: (graph: Csr, options: LouvainOptions, seed: number, context: Context) => louvain(graph, options, seed, context)
  }
} as const

interface Entry extends Omit<AlgorithmDescription, 'optionsSchema'> { options: z.ZodObject }

const ENTRIES: Entry[] = [
  { name: 'leiden', family: 'communities', title: 'Clusters by Leiden', says: 'Groups of organisations that deal with each other more than chance would explain.', complexity: 'about O(m) an iteration', reference: 'Traag, Waltman & van Eck 2019, Sci. Rep. 9:5233', options: COMMUNITIES.leiden.options },
  { name: 'louvain', family: 'communities', title: 'Clusters by Louvain', says: 'The same question answered by an older, faster and less thorough method; for comparison.', complexity: 'about O(m) a pass', reference: 'Blondel et al. 2008, JSTAT P10008; graphology-communities-louvain', options: COMMUNITIES.louvain.options },
  { name: 'components', family: 'communities', title: 'Connected components', says: 'Which organisations can reach each other at all.', complexity: 'O(n + m)', reference: 'depth-first search', options: z.object({}) },
  { name: 'degree', family: 'centrality', title: 'Partners', says: 'How many partners it has.', complexity: 'O(n)', reference: 'Freeman 1979, Soc. Networks 1:215', options: z.object({}) },
  { name: 'strength', family: 'centrality', title: 'Work', says: 'How much passes between it and its partners: shared projects, each weighted by 1 over its other members.', complexity: 'O(m)', reference: 'Newman 2001, Phys. Rev. E 64:016132', options: z.object({}) },
  { name: 'pagerank', family: 'centrality', title: 'PageRank', says: 'How much of a walk that follows links at random is spent here.', complexity: 'O(m) an iteration', reference: 'Page et al. 1999', options: PagerankOptions },
  { name: 'betweenness', family: 'centrality', title: 'Betweenness', says: 'How often it lies on the shortest route between two other organisations.', complexity: 'O(nm + n^2 log n)', reference: 'Brandes 2001, J. Math. Sociol. 25:163', options: BetweennessOptions },
  { name: 'crossBorderBetweenness', family: 'centrality', title: 'Betweenness across borders', says: 'How often it lies on the shortest route between organisations in different countries.', complexity: 'O(nm + n^2 log n)', reference: 'Flom et al. 2004; Guns & Rousseau 2015, doi 10.1631/FITEE.1400425', options: BetweennessOptions },
  { name: 'countryParticipation', family: 'brokerage', title: 'Spread over countries', says: 'How evenly its links are spread over countries.', complexity: 'O(m)', reference: 'Guimera & Amaral 2005, Nature 433:895', options: z.object({}) },
  { name: 'crossBorderShare', family: 'brokerage', title: 'Work across a border', says: 'Share of its work that crosses a border.', complexity: 'O(m)', reference: 'share of strength', options: z.object({}) },
  { name: 'eiIndex', family: 'brokerage', title: 'E-I index', says: 'From -1, only domestic links, to +1, only foreign links.', complexity: 'O(m)', reference: 'Krackhardt & Stern 1988, Soc. Psychol. Q. 51:123', options: z.object({}) },
  { name: 'clusterInsideShare', family: 'brokerage', title: 'Work inside its cluster', says: 'Share of its work that stays in its own cluster.', complexity: 'O(m)', reference: 'share of strength', options: z.object({}) },
  { name: 'memberConfidence', family: 'communities', title: 'Sure of its cluster', says: 'In what share of the repetitions it was in this cluster.', complexity: 'O(repetitions x n)', reference: 'Hennig 2007, Comput. Stat. Data Anal. 52:258; by member', options: z.object({}) },
  { name: 'cutOff', family: 'brokerage', title: 'Only link for', says: 'How many organisations would lose their only connection if it left.', complexity: 'O(n + m)', reference: 'Hopcroft & Tarjan 1973, Commun. ACM 16:372', options: z.object({}) },
  { name: 'bridgeScore', family: 'brokerage', title: 'Bridge score', says: 'A shortlist mark: high means it connects countries and is on the way between them.', complexity: 'O(n log n) after its two parts', reference: "this project's definition, version 1", options: z.object({}) }
]

export const listAlgorithms = (): AlgorithmDescription[] =>
  ENTRIES.map(({ options, ...entry }) => ({ ...entry, optionsSchema: z.toJSONSchema(options, { io: 'input' }) as Record<string, unknown> }))
