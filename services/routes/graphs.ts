/** Views as the visualizer draws them, and the same views as files. */
import { z } from 'zod'
import type { FastifyReply } from 'fastify'
import { PairQuery } from '../contract/bridge.ts'
import { clusterLabel } from '../contract/cluster-label.ts'
import { ClustersView, EgoViewQuery, FileEdges, GraphViewQuery, OrganisationsView } from '../contract/graph-view.ts'
import type { GraphView } from '../contract/graph-view.ts'
import { sideText } from '../contract/side.ts'
import { EXPORT_FORMATS } from '../contract/vocabulary.ts'
import { exportView } from '../exports/export-view.ts'
import { exportVosviewer } from '../exports/vosviewer.ts'
import type { LoadedRun } from '../runs/run-service.ts'
import { buildPairGraph } from '../views/bridges/pair-graph.ts'
import { resolvePair } from '../views/bridges/resolve-pair.ts'
import { buildClusterView } from '../views/cluster-view.ts'
import { buildClustersView } from '../views/clusters-view.ts'
import { buildEgoView } from '../views/ego-view.ts'
import { findSources, loadRun, organisationsOfRun } from './parts.ts'
import type { Parts, RoutePlugin } from './parts.ts'

const CodeParams = z.object({ code: z.string().describe('cluster code, such as C6') })
const IdParams = z.object({ id: z.string().describe('organisation id') })
export const FileQuery = z.object({
  format: z.enum(EXPORT_FORMATS).default('gexf').describe('vosviewer: a zip with map file, network file and a note'),
  table: z.enum(['nodes', 'edges']).default('nodes').describe('CSV holds one table'),
  byteOrderMark: z.stringbool().default(false).describe('CSV: put a byte order mark first, for Excel')
})
const PairGraphQuery = PairQuery.extend({ run: z.string().default('latest').describe('run id, or latest'), edgesMax: FileEdges.shape.edgesMax })
type PairGraphQuery = z.infer<typeof PairGraphQuery>
export type FileOptions = z.infer<typeof FileQuery>
const EdgesAndFile = FileEdges.extend(FileQuery.shape)

export const graphRoutes: RoutePlugin = (app, parts) => {
  const context = async (): Promise<Parameters<typeof buildClusterView>[3]> => ({ organisations: organisationsOfRun(parts.store), sources: await findSources(parts) })

  const clusters = async (query: GraphViewQuery): Promise<Made> => {
    const loaded = await loadRun(parts, query.run)
    return { loaded, view: buildClustersView(loaded, query, await findSources(parts)), query }
  }
  const cluster = async (code: string, query: GraphViewQuery): Promise<Made> => {
    const loaded = await loadRun(parts, query.run)
    return { loaded, view: await buildClusterView(loaded, code, query, await context()), query }
  }
  const ego = async (id: string, query: EgoViewQuery): Promise<Made> => {
    const loaded = await loadRun(parts, query.run)
    return { loaded, view: await buildEgoView(loaded, id, query, await context()), query }
  }

  const pair = async ({ run, a, b, edgesMax }: PairGraphQuery): Promise<Made> => {
    const loaded = await loadRun(parts, run)
    const view = await buildPairGraph(loaded, resolvePair(loaded, parts.reference, { a, b }), edgesMax, await context())
    return { loaded, view, query: { a: sideText(a), b: sideText(b), run } }
  }

  const graphs = { tags: ['graphs'] }
  app.get<{ Querystring: GraphViewQuery }>('/graphs/clusters', {
    schema: { ...graphs, summary: 'Get the network of clusters', description: 'Counts are of the organisations that pass the filter; links between clusters strongest first.', querystring: GraphViewQuery, response: { 200: ClustersView } }
  }, async ({ query }) => (await clusters(query)).view)
  app.get<{ Params: { code: string }, Querystring: GraphViewQuery }>('/graphs/clusters/:code', {
    schema: { ...graphs, summary: 'Get the network inside a cluster', description: 'Positions are stored with the run; the strongest links up to edgesMax.', params: CodeParams, querystring: GraphViewQuery, response: { 200: OrganisationsView } }
  }, async ({ params, query }) => (await cluster(params.code, query)).view)
  app.get<{ Params: { id: string }, Querystring: EgoViewQuery }>('/graphs/organisations/:id', {
    schema: { ...graphs, summary: 'Get the network around an organisation', description: 'Its partners, and theirs at depth 2, on rings.', params: IdParams, querystring: EgoViewQuery, response: { 200: OrganisationsView } }
  }, async ({ params, query }) => (await ego(params.id, query)).view)

  const exported = { tags: ['exports'], description: 'Carries run, filter, sources with licence, and the caution that links are the recorded ones only.', response: { 200: z.string().describe('the file') } }
  app.get<{ Querystring: GraphViewQuery & FileOptions }>('/exports/clusters', {
    schema: { ...exported, summary: 'Download the network of clusters', querystring: GraphViewQuery.extend(EdgesAndFile.shape) }
  }, async ({ query: { format, table, byteOrderMark, ...query } }, reply) => await sendFile(parts, reply, await clusters(query), { format, table, byteOrderMark }))
  app.get<{ Params: { code: string }, Querystring: GraphViewQuery & FileOptions }>('/exports/clusters/:code', {
    schema: { ...exported, summary: 'Download the network inside a cluster', params: CodeParams, querystring: GraphViewQuery.extend(EdgesAndFile.shape) }
  }, async ({ params, query: { format, table, byteOrderMark, ...query } }, reply) => await sendFile(parts, reply, await cluster(params.code, query), { format, table, byteOrderMark }))
  app.get<{ Params: { id: string }, Querystring: EgoViewQuery & FileOptions }>('/exports/organisations/:id', {
    schema: { ...exported, summary: 'Download the network around an organisation', params: IdParams, querystring: EgoViewQuery.extend(EdgesAndFile.shape) }
  }, async ({ params, query: { format, table, byteOrderMark, ...query } }, reply) => await sendFile(parts, reply, await ego(params.id, query), { format, table, byteOrderMark }))

  app.get<{ Querystring: PairGraphQuery & FileOptions }>('/exports/pair', {
    schema: { ...exported, summary: 'Download the links between two sides', querystring: PairGraphQuery.extend(FileQuery.shape) }
  }, async ({ query: { format, table, byteOrderMark, ...query } }, reply) => await sendFile(parts, reply, await pair(query), { format, table, byteOrderMark }))
}

interface Made { loaded: LoadedRun, view: GraphView, query: Record<string, unknown> }

async function sendFile (parts: Parts, reply: FastifyReply, { loaded, view, query }: Made, options: FileOptions): Promise<FastifyReply> {
  const context = { run: loaded.run, sources: await findSources(parts), filter: query, clusterLabel: labelsOf(parts, loaded) }
  const { format, ...more } = options
  const { contentType, fileName, body } = format === 'vosviewer' ? exportVosviewer(view, context) : exportView(view, { ...more, format, context })
  return await reply.type(contentType).header('content-disposition', `attachment; filename="${fileName}"`).send(body)
}

/** Cluster names in English, as files carry them. */
export function labelsOf ({ reference }: Pick<Parts, 'reference'>, { clusters }: LoadedRun): (code: string) => string {
  const words = { domain: (code: string) => reference.domain(code)?.shortName, sector: (code: string) => reference.sector(code)?.name, mixed: 'Mixed', around: (member: string) => `Around ${member}` }
  const labels = new Map(clusters.map(cluster => [cluster.code, clusterLabel(cluster, words)]))
  return code => labels.get(code) ?? code
}
