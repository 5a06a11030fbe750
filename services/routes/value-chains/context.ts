/** Organisations of a run in an input-output table: where their industries stand, with whom, and whether their links go where value added flows. */
import { z } from 'zod'
import { ContextFileQuery, ContextQuery, IndustryContext } from '../../contract/industry-context.ts'
import type { TableDetail } from '../../contract/value-chains.ts'
import { ServiceError } from '../../errors.ts'
import { REPORT_TIMEOUT_MS } from '../../http/limits.ts'
import { summaryOf } from '../../kept-tables/keep-tables.ts'
import { contextColumns, contextCsv, contextMeasure, contextRows } from '../../value-chains/context/context-tables.ts'
import { countMask, selectOrganisations } from '../../views/select.ts'
import { clusterIndexes } from '../../views/find-in-run.ts'
import { placeInTable, tellContext } from '../../views/value-chains/industry-context.ts'
import { goneFrom, loadOrganisationRun } from '../parts.ts'
import type { Parts, RoutePlugin } from '../parts.ts'
import { findTable, sendFigures, TableParams, TAGS, told } from './table-parts.ts'

type Params = z.infer<typeof TableParams>

export const contextRoutes: RoutePlugin = (app, parts) => {
  app.get<{ Params: Params, Querystring: ContextQuery }>('/value-chains/tables/:table/context', {
    handlerTimeout: REPORT_TIMEOUT_MS,
    schema: {
      tags: TAGS, summary: 'Industries of organisations in value chains',
      description: 'The organisations of a run that pass the filter (such as cluster=C6, region=PL84 or country=PL) in an input-output table: industries by their NACE codes and countries, how far these stand from final use, whose value added they take in and who uses theirs, and links across borders against flows of value added. `cautions` say what the figures cannot tell.',
      params: TableParams, querystring: ContextQuery, response: { 200: IndustryContext }
    }
  }, async ({ params, query }, reply) => (await findContext(parts, params.table, query, goneFrom(reply))).context)

  app.get<{ Params: Params, Querystring: ContextFileQuery }>('/value-chains/tables/:table/context/file', {
    handlerTimeout: REPORT_TIMEOUT_MS,
    schema: { tags: TAGS, summary: 'Download a table of industries of organisations', description: 'The rows of the answer, in its order, as CSV (RFC 4180) or XLSX, which says what each column means.', params: TableParams, querystring: ContextFileQuery, response: { 200: z.string().describe('the file') } }
  }, async ({ params, query: { part, format, ...query } }, reply) => {
    const { table, context } = await findContext(parts, params.table, query, goneFrom(reply))
    const measure = contextMeasure([query.cluster, query.country, query.region].flatMap(codes => codes ?? []).join('-'), part)
    const page = { result: part, columns: contextColumns(part), items: contextRows(context, part), identities: context.identities }
    return await sendFigures(reply, format, { table, measure, page, valueAdded: query.valueAdded }, () => contextCsv(context, part))
  })
}

async function findContext (parts: Parts, name: string, { run, cluster, valueAdded, ...filter }: ContextQuery, signal: AbortSignal): Promise<{ table: TableDetail, context: IndustryContext }> {
  const table = await findTable(parts, name)
  const loaded = await loadOrganisationRun(parts, run)
  const mask = selectOrganisations(loaded.snapshot, filter)
  const inside = cluster === undefined ? null : new Set(clusterIndexes(loaded, cluster))
  if (inside !== null) for (let i = 0; i < mask.length; i++) if (!inside.has(loaded.clusterOf[i])) mask[i] = 0
  if (countMask(mask) === 0) throw new ServiceError('INVALID_INPUT', `No organisation of ${loaded.run.id} passes these conditions. Take one away, or name a larger place.`)
  const inTable = placeInTable(loaded, mask, table, parts.reference)
  const found = await told(parts.tables.context(table.hash, inTable.question, valueAdded, signal))
  return { table, context: { table: summaryOf(table), valueAdded, run: loaded.run.id, ...tellContext(found, inTable, table, parts.clock().getUTCFullYear()) } }
}
