/** Whole lists as CSV files: organisations, clusters, measures, bridges. */
import { Readable } from 'node:stream'
import { z } from 'zod'
import type { FastifyReply } from 'fastify'
import { BridgeChoice } from '../contract/bridge.ts'
import type { Cluster } from '../contract/cluster.ts'
import { OrganisationFilter } from '../contract/filter.ts'
import { SortOrder } from '../contract/page.ts'
import type { Organisation } from '../contract/organisation.ts'
import { RESULT_FORMATS } from '../contract/vocabulary.ts'
import type { Column } from '../exports/csv.ts'
import { exportList } from '../exports/export-list.ts'
import { BRIDGE_COLUMNS, clusterColumns, ORGANISATION_COLUMNS, resultColumns } from '../exports/list-tables.ts'
import { exportResults } from '../exports/result-file.ts'
import type { RunValues } from '../runs/run-service.ts'
import type { After } from '../store/graph-store.ts'
import { listBridges } from '../views/bridges/list-bridges.ts'
import { columnsOf, describeResults, orderResults } from '../views/results.ts'
import { askedOf, chooseBridges } from './bridges.ts'
import { labelsOf } from './graphs.ts'
import { findSources, loadOrganisationRun, loadRun, loadValues, organisationsOfRun } from './parts.ts'
import type { RoutePlugin } from './parts.ts'

/** Rows fetched at once while a list is written. */
const BATCH_SIZE = 500
const RunQuery = z.object({ run: z.string().default('latest'), byteOrderMark: z.stringbool().default(false).describe('put a byte order mark first, for Excel') })
const OrganisationsQuery = OrganisationFilter.extend(RunQuery.shape)
const MembersQuery = OrganisationsQuery.extend({ cluster: z.string().optional() })
const ResultsQuery = MembersQuery.extend({
  sort: z.string().max(60).optional().describe('a column of the run; default the bridge score, or the first column of a measure'),
  order: SortOrder.default('descending').describe('descending: greatest value first; ascending: lowest first; what is not defined comes last either way'),
  format: z.enum(RESULT_FORMATS).default('csv').describe('rows as csv or json; whole columns as arrow (Apache Arrow IPC stream) or as columns (JSON)')
})
const BridgesQuery = OrganisationsQuery.extend(BridgeChoice.shape)
type BridgesQuery = z.infer<typeof BridgesQuery>

export const listExportRoutes: RoutePlugin = (app, parts) => {
  const { store } = parts
  const organisations = organisationsOfRun(store)
  const schema = (summary: string, querystring: z.ZodObject) => ({ tags: ['exports'], summary, description: 'CSV, RFC 4180; the column "about" says in its first row where the file comes from.', querystring, response: { 200: z.string().describe('the file') } })

  async function send<Row> (reply: FastifyReply, loaded: RunValues, list: string, columns: Array<Column<Row>>, batches: AsyncIterable<Row[]>, { byteOrderMark, ...filter }: { byteOrderMark?: boolean } & Record<string, unknown>): Promise<FastifyReply> {
    const file = exportList({ list, columns, batches, context: { run: loaded.run, sources: await findSources(parts), filter }, byteOrderMark: byteOrderMark === true })
    return await reply.type(file.contentType).header('content-disposition', `attachment; filename="${file.fileName}"`).send(Readable.from(file.body))
  }

  app.get<{ Querystring: z.infer<typeof OrganisationsQuery> }>('/exports/organisations', { schema: schema('Download organisations', OrganisationsQuery) }, async ({ query }, reply) => {
    const { run, byteOrderMark: _mark, ...filter } = query
    const loaded = await loadOrganisationRun(parts, run)
    return await send(reply, loaded, 'organisations', ORGANISATION_COLUMNS, pages<Organisation, After>(async after => {
      const { rows, next } = await store.listOrganisations(filter, { limit: BATCH_SIZE, after })
      return { items: rows, next }
    }, null), query)
  })

  app.get<{ Querystring: z.infer<typeof RunQuery> }>('/exports/cluster-list', { schema: schema('Download the list of clusters', RunQuery) }, async ({ query }, reply) => {
    const loaded = await loadRun(parts, query.run)
    return await send(reply, loaded, 'clusters', clusterColumns(labelsOf(parts, loaded)), pages<Cluster, null>(async () => ({ items: loaded.clusters, next: null }), null), query)
  })

  app.get<{ Querystring: z.infer<typeof ResultsQuery> }>('/exports/results', {
    schema: { ...schema('Download the values of organisations', ResultsQuery), description: 'Of a run of any kind, whole: value, rank and percentile of each column. What the file says of itself is in the column "about" (csv), in "about" (json, columns) or in the metadata of the schema (arrow).' }
  }, async ({ query: { sort, order, format, ...query } }, reply) => {
    const { run, cluster, byteOrderMark, ...filter } = query
    const values = await loadValues(parts, run)
    // Ordered before the first byte is sent: an error cannot follow half a file.
    const nodes = orderResults(values, { sort, order, cluster: cluster === undefined ? undefined : [cluster], filter })
    const file = exportResults(format, { list: 'results', columns: resultColumns(columnsOf(values.run)), batches: inPieces(nodes, piece => describeResults(values, piece, organisations)), context: { run: values.run, sources: await findSources(parts), filter: { ...filter, cluster } }, byteOrderMark })
    return await reply.type(file.contentType).header('content-disposition', `attachment; filename="${file.fileName}"`).send(Readable.from(file.body, { objectMode: false }))
  })

  app.get<{ Querystring: BridgesQuery }>('/exports/bridges', { schema: schema('Download bridge organisations', BridgesQuery) }, async (request, reply) => {
    const { run, byteOrderMark, ...choice } = request.query
    const loaded = await loadRun(parts, run)
    // Looked up before the first byte is sent: an error cannot follow half a file.
    const { marked: _marked, ...chosen } = await chooseBridges(parts, request, loaded, choice)
    return await send(reply, loaded, 'bridges', BRIDGE_COLUMNS, byOffset((offset, limit) => listBridges(loaded, { ...chosen, offset, limit }, organisations)), { ...askedOf(choice, chosen), byteOrderMark })
  })
}

async function * pages<Row, Place> (fetchPage: (after: Place | null) => Promise<{ items: Row[], next: Place | null }>, start: Place | null): AsyncGenerator<Row[]> {
  for (let after = start, first = true; first || after !== null; first = false) {
    const { items, next } = await fetchPage(after)
    if (items.length > 0) yield items
    after = next
  }
}

const byOffset = <Row>(list: (offset: number, limit: number) => Promise<{ items: Row[], total: number }>): AsyncGenerator<Row[]> =>
  pages<Row, number>(async offset => {
    const { items, total } = await list(offset ?? 0, BATCH_SIZE)
    const end = (offset ?? 0) + items.length
    return { items, next: items.length === 0 || end >= total ? null : end }
  }, 0)

async function * inPieces<Row> (nodes: number[], describe: (nodes: number[]) => Promise<Row[]>): AsyncGenerator<Row[]> {
  for (let at = 0; at < nodes.length; at += BATCH_SIZE) yield await describe(nodes.slice(at, at + BATCH_SIZE))
}
