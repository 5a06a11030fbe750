/** The registered algorithms of this family, and those a run can find its communities with. */
import { z } from 'zod'
import { algorithm, GROUPS_UNDIRECTED, NETWORK, UNDIRECTED } from '../algorithm.ts'
import type { Algorithm, Measured, MeasureInput, Size } from '../algorithm.ts'
import type { ClusterRequest, CommunityAlgorithm } from '../../contract/run.ts'
import type { Csr } from '../../snapshot/snapshot.ts'
import type { Context } from '../context.ts'
import { AboveChanceOptions, modularityAboveChance } from './above-chance.ts'
import { agreeOnCommunities } from './agree.ts'
import { communityQuality } from './community-quality.ts'
import { components } from './components.ts'
import { graphologyLouvain, GraphologyLouvainOptions } from './graphology-louvain.ts'
import { labelPropagation, LabelPropagationOptions } from './label-propagation.ts'
import { leiden, LeidenOptions } from './leiden.ts'
import { louvain, LouvainOptions } from './louvain.ts'
import { statedModularity } from './quality.ts'
import { SWAPS_PER_LINK } from '../null-models/rewire-links.ts'
import { plateau, resolutionScan, ResolutionScanOptions } from './resolution-scan.ts'
import type { SearchOptions } from './search.ts'
import { workOfSearches, workOfSwaps } from '../work.ts'

/** Repetitions of the default run: with three, three times as many communities of a rewired network look stable; with fifty, none does. */
const REPEATS_DEFAULT = 50

const Repeats = z.object({
  repeats: z.number().int().min(0).max(200).default(REPEATS_DEFAULT).describe('repetitions with other seeds: the communities are what they agree on, and stability how often they come back; 0: one analysis, stability not measured')
})
/** Shuffled networks of the default run: enough to tell the means of seed-sized networks apart by a cluster or two, at a tenth of the run's time. */
const SHUFFLED_DEFAULT = 10
/** The spread of so many is known to a tenth; more only cost time. */
export const SHUFFLED_MAX = 100

/** Of the comparison with chance that every run makes beside its communities. */
const Shuffled = z.object({
  shuffledNetworks: z.number().int().min(0).max(SHUFFLED_MAX).default(SHUFFLED_DEFAULT).describe('networks with memberships and links shuffled, each searched once, to see how many clusters pass every test but stability by chance; 0: not measured')
})
/** Of the shortest paths that every run follows beside its communities. */
const Sources = z.object({
  betweennessSources: z.number().int().min(0).max(1_000_000).default(0).describe('shortest-path sources drawn by the seed; 0: all of them where that fits the time of a run, otherwise as many as do')
})

type Find = (graph: Csr, options: never, seed: number, context: Context) => Int32Array
interface Finder {
  /** Without repetitions. */
  options: z.ZodObject
  find: Find
}
const FINDERS: Record<CommunityAlgorithm, Finder> = {
  leiden: { options: LeidenOptions, find: leiden },
  louvain: { options: LouvainOptions, find: louvain },
  graphologyLouvain: { options: GraphologyLouvainOptions, find: graphologyLouvain },
  labelPropagation: { options: LabelPropagationOptions, find: labelPropagation }
}

/** The options of a run: the algorithm's, repetitions, and what the run does beside. */
export const runOptions = (name: CommunityAlgorithm): z.ZodObject => FINDERS[name].options.extend({ ...Repeats.shape, ...Shuffled.shape, ...Sources.shape }).strict()

/** Communities of a network with the options of a run, once. */
export function findCommunities (graph: Csr, { algorithm: name, options }: Pick<ClusterRequest, 'algorithm' | 'options'>, seed: number, context: Context): Int32Array {
  return FINDERS[name].find(graph, runOptions(name).parse(options) as never, seed, context)
}

type RepeatedSearch = { repeats: number } & Partial<SearchOptions>

/** As a run does it, on all links. */
function agreed ({ find }: Finder, { graph, seed }: MeasureInput, options: RepeatedSearch, context: Context): Measured {
  const search = (each: Csr, start: number): Int32Array => find(each, options as never, start, { ...context, progress: () => {} })
  const count = graph.m === 0 ? 0 : options.repeats
  const repeats = Array.from({ length: count }, (_, i) => {
    context.progress(i / count)
    return search(graph, (seed + 1 + i) >>> 0)
  })
  const { community, memberConfidence, agreement } = agreeOnCommunities(graph, repeats, [], seed, search, { ...context, progress: () => {} })
  return { nodes: { community, memberConfidence }, metrics: { communities: new Set(community).size, modularity: statedModularity(graph, community, options), agreement: Number.isNaN(agreement) ? null : agreement } }
}

/** Searches beside those that are repeated: of what the repetitions agree on, until all do. */
const AGREEING_SEARCHES = 4

/** Of a run: repetitions on all links and on part of them, what they agree on, and shuffled networks. */
const workOfRun = (size: Size, { repeats = 0, restarts = 1, shuffledNetworks = 0 }: { repeats?: number, restarts?: number, shuffledNetworks?: number }): number =>
  workOfSearches(size, restarts * (2 * repeats + (repeats === 0 ? 1 : AGREEING_SEARCHES) + shuffledNetworks)) + shuffledNetworks * (workOfSwaps(size.n, size.recorded, SWAPS_PER_LINK) + SWAPS_PER_LINK * (size.m - size.recorded))

const finder = (name: CommunityAlgorithm, entry: Pick<Algorithm, 'title' | 'says' | 'needs' | 'complexity' | 'reference'>): Algorithm => algorithm({
  ...entry, name, family: 'communities', work: workOfRun, options: FINDERS[name].options.extend(Repeats.shape), compute: (input, options, context) => agreed(FINDERS[name], input, options as RepeatedSearch, context)
})

export const COMMUNITIES: Algorithm[] = [
  finder('leiden', {
    title: 'Clusters by Leiden', says: 'Groups of organisations that deal with each other more than chance would explain.',
    needs: NETWORK, complexity: 'about O(m) an iteration', reference: 'Traag, Waltman & van Eck 2019, Sci. Rep. 9:5233'
  }),
  finder('louvain', {
    title: 'Clusters by Louvain', says: 'The same question answered by an older, faster and less thorough method; for comparison.',
    needs: NETWORK, complexity: 'about O(m) a pass', reference: 'Blondel et al. 2008, JSTAT P10008'
  }),
  finder('graphologyLouvain', {
    title: 'Clusters by Louvain, of graphology', says: 'Louvain as another program computes it; for comparison.',
    needs: UNDIRECTED, complexity: 'about O(m) a pass', reference: 'graphology-communities-louvain 2.0.2'
  }),
  finder('labelPropagation', {
    title: 'Clusters by label propagation', says: 'Groups that form when everybody joins those it deals with most; quick and unsteady, for comparison.',
    needs: UNDIRECTED, complexity: 'O(m) a round', reference: 'Raghavan, Albert & Kumara 2007, Phys. Rev. E 76:036106'
  }),
  algorithm({
    name: 'components', family: 'communities', title: 'Connected components', says: 'Which organisations can reach each other at all.',
    needs: UNDIRECTED, complexity: 'O(n + m)', reference: 'Sutton et al. 2018, IPDPS (Afforest)',
    options: z.object({}), compute: ({ graph }) => { const { labels, count } = components(graph); return { nodes: { component: labels }, metrics: { components: count } } }
  }),
  algorithm({
    name: 'memberConfidence', family: 'communities', title: 'Sure of its cluster', says: 'In what share of the repetitions it was in this cluster.',
    needs: UNDIRECTED, complexity: 'O(repetitions x n)', reference: 'Hennig 2007, Comput. Stat. Data Anal. 52:258; by member',
    options: z.object({})
  }),
  algorithm({
    name: 'resolutionScan', family: 'communities', title: 'Scan of resolutions', says: 'How many groups there are when looking closer or from further away, and how surely each time.',
    needs: NETWORK, complexity: 'O(resolutions x repetitions) searches', reference: 'Fortunato & Barthelemy 2007, PNAS 104:36',
    work: (size, { resolutions, repeats }: z.infer<typeof ResolutionScanOptions>) => resolutions.length * (workOfSearches(size, repeats) + repeats ** 2 * size.n),
    options: ResolutionScanOptions,
    compute: ({ graph, seed }, options, context) => {
      const rows = resolutionScan(graph, options, seed, context)
      const column = (key: Exclude<keyof typeof rows[number], 'toldApart'>): number[] => rows.map(row => row[key])
      return {
        nodes: {},
        metrics: { plateauResolution: plateau(rows) },
        tables: { resolutions: { resolution: column('resolution'), communities: column('communities'), alone: column('alone'), largest: column('largest'), modularity: column('modularity'), modularityAtOne: column('modularityAtOne'), agreement: column('agreement'), likenessToPrevious: column('likenessToPrevious') } }
      }
    }
  }),
  algorithm({
    name: 'modularityAboveChance', family: 'communities', title: 'Modularity above chance', says: 'Whether the grouping is stronger than in shuffled networks.',
    needs: NETWORK, complexity: 'O(rewirings) searches and shuffles', reference: 'Guimera, Sales-Pardo & Amaral 2004, Phys. Rev. E 70:025101',
    work: (size, { rewirings, swapsPerLink }: z.infer<typeof AboveChanceOptions>) => workOfSearches(size, 1 + rewirings) + rewirings * workOfSwaps(size.n, size.m, swapsPerLink),
    options: AboveChanceOptions, compute: ({ graph, seed }, options, context) => ({ nodes: {}, metrics: { ...modularityAboveChance(graph, options, seed, context) } })
  }),
  algorithm({
    name: 'communityQuality', family: 'communities', title: 'How closed groups are', says: 'How much of the work of each group leaves it, and how many of its possible links exist.',
    needs: GROUPS_UNDIRECTED, complexity: 'O(n + m)', reference: 'Kannan, Vempala & Vetta 2004, J. ACM 51:497',
    options: z.object({}),
    compute: ({ graph, groups, groupNames }) => {
      const { coverage, ...quality } = communityQuality(graph, groups, groupNames.length)
      return { nodes: {}, metrics: { coverage: graph.m === 0 ? null : coverage.reduce((sum, share) => sum + share, 0) }, tables: { groups: { group: groupNames, ...quality, coverage } } }
    }
  })
]
