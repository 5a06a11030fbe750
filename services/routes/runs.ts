/** Runs: start, list, follow, stop; results and clusters of a run. */
import type {} from '@fastify/rate-limit'
import { z } from 'zod'
import { Cluster, ClusterSummary } from '../contract/cluster.ts'
import { ClusterChanges } from '../contract/cluster-changes.ts'
import { OrganisationFacets, OrganisationFilter } from '../contract/filter.ts'
import { ViewFacetsQuery } from '../contract/graph-view.ts'
import type { ViewFacetsQuery as FacetsQuery } from '../contract/graph-view.ts'
import { OrganisationSummary } from '../contract/organisation.ts'
import { decimal } from '../contract/decimal.ts'
import { commaList, PageQuery, pageOf, SortOrder } from '../contract/page.ts'
import { AlgorithmDescription, Run, RunEstimate, RunEvent, RunRequest } from '../contract/run.ts'
import { TABLE_FORMATS } from '../contract/vocabulary.ts'
import { ServiceError } from '../errors.ts'
import { listAlgorithms } from '../analysis/registry.ts'
import { exportTable } from '../exports/run-table.ts'
import { sendEvents } from '../http/event-stream.ts'
import { LONG_HANDLER_TIMEOUT_MS } from '../http/limits.ts'
import { compareRuns } from '../views/compare-runs.ts'
import { countRunFacets } from '../views/facets.ts'
import { clusterIndex } from '../views/find-in-run.ts'
import { listResults } from '../views/results.ts'
import { isOfTable, namesOfNodes } from '../views/table-nodes.ts'
import { namesInTable, orderTable } from '../views/table-rows.ts'
import { TABLE_ROWS_MAX } from '../runs/measure-snapshot.ts'
import { findClusterRun, findRun, loadRun, loadValues, organisationsOfRun } from './parts.ts'
import type { RoutePlugin } from './parts.ts'
import { pageOfItems, pageOfRows } from './paged.ts'

const TAGS = ['runs']
const RunParams = z.object({ run: z.string().describe('run id, or latest: the newest completed run that found clusters and was no trial') })
const Codes = commaList(z.string())
const ResultRow = z.object({ organisation: OrganisationSummary, cluster: z.string().nullable(), scores: z.record(z.string(), z.number().nullable()), ranks: z.record(z.string(), z.number().int().nullable()), percentiles: z.record(z.string(), z.number().nullable()) })
const ResultsQuery = OrganisationFilter.extend({ ...PageQuery.shape, sort: z.string().max(60).optional().describe('a column of the run; default the bridge score, or the first column of a measure'), order: SortOrder.default('descending').describe('descending: greatest value first; ascending: lowest first; what is not defined comes last either way'), cluster: Codes.optional() })
const TableQuery = z.object({
  format: z.enum(TABLE_FORMATS).default('json'), sort: z.string().max(60).optional().describe('a column of the table; default the order the measure lists'), order: SortOrder.default('descending'),
  limit: decimal(z.number().int().min(1).max(TABLE_ROWS_MAX)).optional().describe('rows from the top; default all that are stored'), byteOrderMark: z.stringbool().default(false).describe('CSV: put a byte order mark first, for Excel'), names: z.stringbool().default(false).describe('JSON: with the names of organisations and networks in the first rows, by id')
})
const ChangesQuery = z.object({ since: z.string().max(60).describe('run to compare with, usually an earlier one: run id, or latest') })
/** Runs started by one address in a minute. */
const STARTS_PER_MINUTE_MAX = 30

export const runRoutes: RoutePlugin = (app, parts) => {
  const { store, runs } = parts
  const organisations = organisationsOfRun(store)

  /** Of nodes in the networks of `tables`, the runs on tables; without them of organisations. */
  async function namesIn (tables: Run[], ids: string[]): Promise<Map<string, string>> {
    if (tables.length === 0) return new Map((await store.getOrganisations(ids)).map(({ id, name }) => [id, name]))
    const found = await Promise.all(tables.map(async ({ id }) => namesOfNodes((await loadValues(parts, id)).snapshot, ids)))
    return new Map(found.flatMap(names => [...names]))
  }

  app.get('/algorithms', {
    schema: { tags: TAGS, summary: 'List algorithms', description: 'What each says, where it comes from, and its options as JSON Schema with defaults.', response: { 200: z.object({ items: z.array(AlgorithmDescription) }) } }
  }, async () => ({ items: listAlgorithms() }))

  app.get<{ Querystring: PageQuery }>('/runs', {
    schema: { tags: TAGS, summary: 'List runs', description: 'Newest first, whatever their state.', querystring: PageQuery, response: { 200: pageOf(Run) } }
  }, ({ query }) => pageOfRows('runs', query, request => store.listRuns(request)))

  app.post<{ Body: RunRequest }>('/runs', {
    schema: { tags: TAGS, summary: 'Start a run', description: 'Analyses the present data with any registered algorithm: those that give clusters make the whole picture, all others measure. Answers at once; follow it at /api/v1/runs/{run}/events. RUN_TOO_LARGE, with the numbers, for what does not fit.', body: RunRequest, response: { 202: Run } },
    config: { rateLimit: { max: STARTS_PER_MINUTE_MAX, timeWindow: '1 minute' } }
  }, async ({ body }, reply) => {
    const run = await runs.start(body)
    return await reply.status(202).header('location', `/api/v1/runs/${run.id}`).send(run)
  })

  app.post<{ Body: RunRequest }>('/runs/estimate', {
    schema: { tags: TAGS, summary: 'Estimate a run', description: 'What a run would need of memory and time, and what it may have, without starting it.', body: RunRequest, response: { 200: RunEstimate } }
  }, ({ body }) => runs.estimate(body))

  app.get<{ Params: { run: string } }>('/runs/:run', {
    schema: { tags: TAGS, summary: 'Get a run', description: 'Request, state, and the figures of the network as a whole.', params: RunParams, response: { 200: Run } }
  }, ({ params }) => findRun(parts, params.run))

  app.post<{ Params: { run: string } }>('/runs/:run/cancel', {
    schema: { tags: TAGS, summary: 'Stop a run', description: 'Nothing of it is kept but the record that it was stopped. CONFLICT if it has ended.', params: RunParams, response: { 202: Run } }
  }, async ({ params }, reply) => {
    const run = await findRun(parts, params.run)
    if (!await runs.cancel(run.id)) throw new ServiceError('CONFLICT', `Run ${run.id} is ${run.status} already.`)
    return await reply.status(202).send(await findRun(parts, run.id))
  })

  app.get<{ Params: { run: string } }>('/runs/:run/events', {
    schema: { tags: TAGS, summary: 'Follow a run', description: `Server-sent events named "run", each with stage, progress from 0 to 1 and a message; the last says how it ended. Shape: ${Object.keys(RunEvent.shape).join(', ')}.`, params: RunParams, produces: ['text/event-stream'] } as never,
    handlerTimeout: LONG_HANDLER_TIMEOUT_MS
  }, async (request, reply) => {
    const run = await findRun(parts, request.params.run)
    await sendEvents(request, reply, 'run', signal => runs.events(run.id, signal))
  })

  app.get<{ Params: { run: string }, Querystring: z.infer<typeof ResultsQuery> }>('/runs/:run/results', {
    schema: { tags: TAGS, summary: 'List the values of organisations', description: 'Of a run of any kind. Greatest value of `sort` first, or lowest with `order=ascending`; null: not defined for this organisation. Ranks (1: greatest) and percentiles ((midrank - 0.5) / number ranked) are among all it is defined for; in a run that finds clusters among those of them that have a link. The whole list is a file: /api/v1/exports/results.', params: RunParams, querystring: ResultsQuery, response: { 200: pageOf(ResultRow) } }
  }, async ({ params, query: { limit, cursor, sort, order, cluster, ...filter } }) => {
    const values = await loadValues(parts, params.run)
    return await pageOfItems(['results', values.run.id, sort, order, cluster, filter], { limit, cursor }, (offset, size) => listResults(values, { sort, order, cluster, filter, offset, limit: size }, organisations))
  })

  app.get<{ Params: { run: string, name: string }, Querystring: z.infer<typeof TableQuery> }>('/runs/:run/tables/:name', {
    schema: { tags: TAGS, summary: 'Get a table of a run', description: 'Rows that are not of organisations, such as pairs of countries, as the measure lists them; empty or null: not defined. The run names its tables, and how many rows were beyond the limit of a stored table.', params: RunParams.extend({ name: z.string() }), querystring: TableQuery, response: { 200: z.string().describe('the file') } }
  }, async ({ params, query }, reply) => {
    const run = await findRun(parts, params.run)
    const table = await store.getRunTable(run.id, params.name)
    const tables = run.measured?.tables.map(({ name }) => name) ?? []
    if (table === null) throw new ServiceError('NOT_FOUND', `Run ${run.id} has no table "${params.name.slice(0, 60)}"; ${tables.length === 0 ? 'it has none' : `it has ${tables.join(', ')}`}.`)
    const { rowsLeftOut = 0 } = run.measured?.tables.find(({ name }) => name === params.name) ?? {}
    const columns = orderTable(table.columns, query)
    const names = query.names && query.format === 'json' ? await namesInTable(columns, ids => namesIn(isOfTable(run) ? [run] : [], ids), store) : undefined
    const file = exportTable(query.format, { name: table.name, columns, rowsLeftOut, names, byteOrderMark: query.byteOrderMark, context: { run, sources: await store.listSources() } })
    return await reply.type(file.contentType).header('content-disposition', `attachment; filename="${file.fileName}"`).send(file.body)
  })

  app.get<{ Params: { run: string } }>('/runs/:run/clusters', {
    schema: { tags: ['clusters'], summary: 'List the clusters of a run', description: 'By size. Communities under five organisations have no profile and are not listed.', params: RunParams, response: { 200: z.object({ items: z.array(ClusterSummary) }) } }
  }, async ({ params }) => ({ items: (await loadRun(parts, params.run)).clusters.map(cluster => ClusterSummary.parse(cluster)) }))

  app.get<{ Params: { run: string, code: string } }>('/runs/:run/clusters/:code', {
    schema: { tags: ['clusters'], summary: 'Get a cluster', description: 'Its profile with all evidence: specialisation with intervals, countries, tests, bridges, neighbours.', params: RunParams.extend({ code: z.string().describe('such as C6') }), response: { 200: Cluster } }
  }, async ({ params }) => {
    const loaded = await loadRun(parts, params.run)
    return loaded.clusters[clusterIndex(loaded, params.code)]
  })

  app.get<{ Params: { run: string }, Querystring: z.infer<typeof ChangesQuery> }>('/runs/:run/changes', {
    schema: { tags: ['clusters'], summary: 'Compare the clusters of two runs', description: 'Which clusters continued, merged, split, were born or died, told by the ids of their members; the data of the two runs may differ. RUN_OF_ANOTHER_KIND for a run that has values alone.', params: RunParams, querystring: ChangesQuery, response: { 200: ClusterChanges } }
  }, async ({ params, query: { since } }) => {
    const [run, earlier] = [await findClusterRun(parts, params.run), await findClusterRun(parts, since)]
    if (run.id === earlier.id) throw new ServiceError('INVALID_INPUT', `Run ${run.id} cannot be compared with itself; name another one, /api/v1/runs lists them.`, { errors: [{ path: 'since', message: 'must be another run' }] })
    if (isOfTable(run) !== isOfTable(earlier)) throw new ServiceError('RUN_OF_ANOTHER_KIND', `Of ${run.id} and ${earlier.id} one is on the network of an input-output table and one of organisations; compare two of one kind.`)
    return await compareRuns(store, run, earlier, ids => namesIn(isOfTable(run) ? [run, earlier] : [], ids))
  })

  app.get<{ Params: { run: string }, Querystring: FacetsQuery }>('/runs/:run/facets', {
    schema: { tags: ['clusters'], summary: 'Count the organisations of a run', description: 'By country, kind, domain and size; each facet leaves its own filter out.', params: RunParams, querystring: ViewFacetsQuery.omit({ run: true }), response: { 200: OrganisationFacets } }
  }, async ({ params, query }) => countRunFacets(await loadRun(parts, params.run), query))
}
