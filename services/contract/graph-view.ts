/** A graph view: what one picture of the visualizer shows, with the same rows its table twin lists. */
import { z } from 'zod'
import { decimal } from './decimal.ts'
import { commaList } from './page.ts'
import { OrganisationFilter } from './filter.ts'
import { GRAPH_VIEW_LEVELS, ORGANISATION_KINDS } from './vocabulary.ts'
import { CommunityAlgorithm } from './run.ts'

/** Most organisations one view draws; above it the strongest by strength are kept and the status line says so. */
export const VIEW_NODES_MAX = 2000
/** Links drawn unless asked for more: the strongest. */
export const VIEW_EDGES_DEFAULT = 1000
export const VIEW_EDGES_MAX = 10000
/** Links a file holds at most: every link among the organisations of a view, in all but the densest networks. */
export const EXPORT_EDGES_MAX = 200_000
/** Links a file of the whole network holds at most: about half a gigabyte of GEXF, and as many as Gephi takes on an ordinary machine. */
export const NETWORK_EDGES_MAX = 1_000_000
export const EGO_DEPTH_MAX = 2
const edgesUpTo = (most: number) => decimal(z.number().int().min(0).max(most)).default(VIEW_EDGES_DEFAULT)

export const GraphViewQuery = OrganisationFilter.extend({
  run: z.string().default('latest').describe('run id, or latest'),
  weightMin: decimal(z.number().min(0)).optional().describe('links weaker than this are left out'),
  edgesMax: edgesUpTo(VIEW_EDGES_MAX)
})
export type GraphViewQuery = z.infer<typeof GraphViewQuery>
export const EgoViewQuery = GraphViewQuery.extend({ depth: decimal(z.number().int().min(1).max(EGO_DEPTH_MAX)).default(1) })
export type EgoViewQuery = z.infer<typeof EgoViewQuery>

/** The whole network, which no view draws: its organisations that pass, and every link among them. */
export const NetworkQuery = GraphViewQuery.omit({ edgesMax: true }).extend({ cluster: commaList(z.string()).optional().describe('cluster codes') })
export type NetworkQuery = z.infer<typeof NetworkQuery>

/** What a file may hold beyond what is drawn. */
export const FileEdges = z.object({ edgesMax: edgesUpTo(EXPORT_EDGES_MAX).describe('links in the file, the strongest') })

/** A cluster as a node of the meta-graph. Counts are of the organisations that pass the filter. */
export const ClusterNode = z.object({
  id: z.string().describe('cluster code'), x: z.number(), y: z.number(), size: z.number().int().describe('members that pass the filter'), sizeTotal: z.number().int(),
  countries: z.array(z.object({ value: z.string(), count: z.number().int() })), crossBorderShare: z.number().nullable(), crossBorderShareExpected: z.number().nullable(),
  stability: z.number().nullable(), verdict: z.string()
})
/** An organisation as a node. Position is stored with the run (cluster view) or computed for the ego view. */
export const OrganisationNode = z.object({
  id: z.string(), name: z.string(), named: z.boolean().describe('false: the source gives no name, name holds its identifier'), x: z.number(), y: z.number(), kind: z.enum(ORGANISATION_KINDS), country: z.string(), city: z.string().nullable(),
  cluster: z.string().nullable().describe('cluster code'), domains: z.array(z.string()), depth: z.number().int().describe('steps from the ego; 0 in other views'),
  scores: z.record(z.string(), z.number().nullable())
})
export const ViewEdge = z.object({
  source: z.string(), target: z.string(), weight: z.number(), links: z.number().int().describe('organisation pairs joined; 1 between organisations'),
  crossBorderShare: z.number().describe('share of the weight that crosses a border; 0 or 1 between organisations'),
  sharedNetworks: z.number().int(), layers: z.array(z.string()), directed: z.boolean()
})
export const ViewCounts = z.object({
  organisationsShown: z.number().int(), organisationsPassing: z.number().int(), organisationsTotal: z.number().int(), isolates: z.number().int().describe('organisations without a link, of those passing'),
  clusters: z.number().int(), smallerGroups: z.number().int().describe('communities of two to four, listed in the table only'), edgesShown: z.number().int(), edgesTotal: z.number().int()
})

const common = {
  level: z.enum(GRAPH_VIEW_LEVELS), run: z.string(), revision: z.number().int(), algorithm: CommunityAlgorithm, seed: z.number().int(),
  counts: ViewCounts, edges: z.array(ViewEdge), attribution: z.array(z.string())
}
export const ClustersView = z.object({ ...common, level: z.literal('clusters'), nodes: z.array(ClusterNode) })
export const OrganisationsView = z.object({ ...common, level: z.enum(['cluster', 'ego', 'pair']), focus: z.string().describe('cluster code, organisation id, or two sides'), nodes: z.array(OrganisationNode) })
export type ClustersView = z.infer<typeof ClustersView>
export type OrganisationsView = z.infer<typeof OrganisationsView>
export type GraphView = ClustersView | OrganisationsView
export type ViewEdge = z.infer<typeof ViewEdge>
export type OrganisationNode = z.infer<typeof OrganisationNode>
export type ClusterNode = z.infer<typeof ClusterNode>
export type ViewCounts = z.infer<typeof ViewCounts>

/** Facets of a run's organisations under a filter: each count leaves its own key's filter out, so that a value at 0 can be ticked back. */
export const ViewFacetsQuery = OrganisationFilter.extend({ run: z.string().default('latest'), cluster: commaList(z.string()).optional() })
export type ViewFacetsQuery = z.infer<typeof ViewFacetsQuery>
