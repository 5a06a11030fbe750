/** A run: one stored, versioned analysis. Same snapshot, algorithm, options and seed give the same results. */
import { z } from 'zod'
import { Id, Timestamp } from './scalars.ts'
import { RunNetwork, TableNetwork } from './value-added-network.ts'
import { LAYERS, RUN_STATUSES } from './vocabulary.ts'

/** Networks with more members than this are not turned into links (a 300-member association would make a 44,850-link clique). */
export const NETWORK_SIZE_MAX_DEFAULT = 100

/** What it does not know is refused: a misspelt field must not look like one that was heeded. */
export const ProjectionOptions = z.strictObject({
  layers: z.array(z.enum(LAYERS)).min(1).default([...LAYERS]),
  networkSizeMax: z.number().int().min(2).max(1000).default(NETWORK_SIZE_MAX_DEFAULT).describe('networks with more members are not turned into links; they are counted and reported'),
  networkSizeBasis: z.enum(['in-store', 'in-source']).default('in-store').describe('members counted in the Newman weight 1/(members - 1): those in the store, or all in the source')
})
export type ProjectionOptions = z.infer<typeof ProjectionOptions>

export const COMMUNITY_ALGORITHMS = ['leiden', 'louvain', 'graphologyLouvain', 'labelPropagation'] as const
export const CommunityAlgorithm = z.enum(COMMUNITY_ALGORITHMS)
export type CommunityAlgorithm = z.infer<typeof CommunityAlgorithm>
/** Those whose clusters can be carried over to changed data: their search can begin from any labels. */
export const UPDATABLE_ALGORITHMS = ['leiden', 'louvain'] as const
export const canUpdate = (algorithm: string): boolean => (UPDATABLE_ALGORITHMS as readonly string[]).includes(algorithm)
/** Whether a run of this algorithm finds clusters; every other registered one measures. */
export const findsClusters = (algorithm: string): algorithm is CommunityAlgorithm => (COMMUNITY_ALGORITHMS as readonly string[]).includes(algorithm)

/** What an organisation's group can be, where a measure needs groups. */
export const RUN_GROUPS = ['country', 'region', 'sector', 'kind', 'cluster'] as const
/** What an organisation's words can be, where a measure needs terms. */
export const RUN_TERMS = ['domains', 'sectors'] as const

/** Any number will do; a fixed one gives everybody the same results. */
export const SEED_DEFAULT = 42

/** Strict, like its projection. */
export const RunRequest = z.strictObject({
  algorithm: z.string().max(60).default('leiden').describe('name of a registered algorithm, see /api/v1/algorithms'),
  seed: z.number().int().min(0).max(2 ** 32 - 1).default(SEED_DEFAULT),
  options: z.record(z.string(), z.unknown()).default({}).describe("the algorithm's own options, see /api/v1/algorithms"),
  projection: ProjectionOptions.prefault({}),
  network: RunNetwork.optional().describe('the network of an input-output table in place of the organisations: its nodes are country-sectors or countries, its links the supply layer, from who gives to who takes. Such a run is opened by its id alone'),
  group: z.enum(RUN_GROUPS).default('country').describe('groups of a measure that needs them: country; NUTS 2 region; NACE division, none for those in several; kind; or cluster of the run named in groupsFrom'),
  groupsFrom: z.string().max(60).optional().describe('with group "cluster": a completed run that found clusters; without it the newest'),
  startFrom: z.string().max(60).optional().describe('a completed run of the same algorithm, quality, resolution and projection, or latest: its clusters are carried over, and move only where links have changed since; how often they would come back is then not measured. leiden and louvain only'),
  alignTo: z.string().max(60).optional().describe('a completed run that found clusters, or latest: pictures are turned onto its pictures, so that what is still there stays in its place; without it the run named in startFrom'),
  terms: z.enum(RUN_TERMS).default('domains').describe('words of a measure that needs them'),
  trial: z.boolean().optional().describe('of a run that finds clusters: opened by its id alone; "latest" goes on naming the one before')
})
export type RunRequest = z.infer<typeof RunRequest>
/** Of a run that finds clusters. */
export type ClusterRequest = RunRequest & { algorithm: CommunityAlgorithm }

const Candidates = z.object({
  clusters: z.number().describe('communities of five or more, on average'),
  passing: z.number().describe('of these, such as pass every test of a cross-border specialisation cluster but stability, on average'),
  passingLeast: z.number().int().describe('in the search with the fewest'), passingMost: z.number().int().describe('in the search with the most')
})
/** What single searches find in the network, and in the same network with its memberships and links shuffled, where every organisation keeps its numbers of them. The clusters of a run are what many searches agree on, so they compare with neither. */
export const ShuffledNetworks = z.object({
  networks: z.number().int().describe('shuffled networks, each searched once; the network itself is searched as often'),
  itself: Candidates.describe('the network itself'), shuffled: Candidates.describe('the shuffled networks')
})
export type ShuffledNetworks = z.infer<typeof ShuffledNetworks>

/** Figures of the network as a whole. null: not defined here, never zero in its place. */
export const RunMetrics = z.object({
  organisations: z.number().int(), isolates: z.number().int(), links: z.number().int(), weightTotal: z.number(),
  linksByLayer: z.record(z.string(), z.number().int()),
  networks: z.number().int(), networksProjected: z.number().int(), networksAboveCap: z.number().int(), networksWithOneMember: z.number().int(),
  components: z.number().int(), largestComponent: z.number().int(),
  repeats: z.number().int().describe('repetitions the communities were agreed from; 0: one analysis, stability not measured'),
  agreement: z.number().nullable().describe('mean adjusted Rand index between repetitions: 1, all the same; 0, as alike as chance'),
  modularity: z.number().nullable(), communities: z.number().int().describe('communities of two or more'), clusters: z.number().int().describe('communities of five or more: those with a profile'),
  crossBorderClusters: z.number().int().nullable().describe('cross-border specialisation clusters; null: stability was not measured, and without it there are only candidates; or the run is on a table, whose country-sectors have no fields'),
  shuffledNetworks: ShuffledNetworks.nullable().describe('how many communities of single searches pass every test but stability, and how many do by chance, in shuffled networks; null: not measured'),
  crossBorderShare: z.number().nullable(), crossBorderShareExpected: z.number().nullable(), crossBorderRatio: z.number().nullable(), eiIndex: z.number().nullable(),
  network: TableNetwork.optional().describe('of a run on the network of a table'),
  betweennessSources: z.number().int().describe('shortest-path sources used; fewer than the linked organisations means the figures are estimates')
})
export type RunMetrics = z.infer<typeof RunMetrics>

/** Of a run that measures: what its results hold. */
export const RunMeasured = z.object({
  organisations: z.number().int(), links: z.number().int().describe('of the network that was measured'),
  columns: z.array(z.string()).describe('values by organisation: the columns of its results'),
  metrics: z.record(z.string(), z.number().nullable()).describe('figures of the network as a whole; null: not defined'),
  network: TableNetwork.optional().describe('of a run on the network of a table'),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: z.number().int(), rowsLeftOut: z.number().int().describe('beyond the limit of a stored table') }))
})
export type RunMeasured = z.infer<typeof RunMeasured>

/** What a run would need, from the size of the network as it is now. */
export const RunEstimate = z.object({
  organisations: z.number().int(), links: z.number().int().describe('at most: pairs that share several networks are counted for each'),
  bytes: z.number().describe('memory of the computation'), bytesMax: z.number(),
  steps: z.number().describe('links looked at, in all'), stepsMax: z.number().describe('what fits the time of a run')
})
export type RunEstimate = z.infer<typeof RunEstimate>

export const Run = z.object({
  id: Id, request: RunRequest, status: z.enum(RUN_STATUSES), revision: z.number().int().describe('dataset revision that was analysed; 0: none, but the table that request.network names'),
  softwareVersion: z.string(), requestedAt: Timestamp, startedAt: Timestamp.nullable(), finishedAt: Timestamp.nullable(), durationMs: z.number().nullable(),
  inputHash: z.string().nullable().describe('SHA-256 over the snapshot: equal hashes, equal input'),
  metrics: RunMetrics.nullable().describe('of a completed run that finds clusters'), measured: RunMeasured.nullable().describe('of a completed run that measures'), problem: z.string().nullable()
})
export type Run = z.infer<typeof Run>
/** Of a completed run on a table; null: of organisations. */
export const tableNetworkOf = ({ metrics, measured }: Pick<Run, 'metrics' | 'measured'>): TableNetwork | null => metrics?.network ?? measured?.network ?? null

export const RUN_STAGES = ['snapshot', 'projection', 'communities', 'shuffling', 'centrality', 'clusters', 'layout', 'measure', 'saving'] as const
export const RunEvent = z.object({
  run: Id, status: z.enum(RUN_STATUSES), stage: z.enum(RUN_STAGES).nullable(), progress: z.number().min(0).max(1), message: z.string()
})
export type RunEvent = z.infer<typeof RunEvent>

/** Measures a run stores for each organisation, in the order columns are shown. */
export const MEASURES = ['degree', 'strength', 'pagerank', 'betweenness', 'crossBorderBetweenness', 'countryParticipation', 'crossBorderShare', 'eiIndex', 'clusterInsideShare', 'memberConfidence', 'cutOff', 'bridgeScore'] as const
export const Measure = z.enum(MEASURES)
export type Measure = z.infer<typeof Measure>

export const AlgorithmDescription = z.object({
  name: z.string(), family: z.string(), title: z.string(), says: z.string().describe('one plain sentence for the interface'),
  needs: z.object({
    direction: z.enum(['either', 'undirected', 'directed']),
    groups: z.boolean().describe('a group for each node, such as its country'),
    terms: z.boolean().describe('any number of words for each node, such as its domains'),
    memberships: z.boolean().describe('networks and their members instead of links'),
    coordinates: z.boolean().describe('where each node is, degrees; links then do not count')
  }),
  gives: z.enum(['clusters', 'values']).nullable().describe('what a run of it gives: clusters with all measures, or its own values alone; null: it is no run of its own but a column of those that find clusters'),
  complexity: z.string(), reference: z.string(), optionsSchema: z.record(z.string(), z.unknown()).describe('JSON Schema with defaults')
})
export type AlgorithmDescription = z.infer<typeof AlgorithmDescription>
