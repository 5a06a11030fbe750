/** Measures of input-output tables: what there is, rows by page, whole results as files, and the profile of a country or one of its sectors. */
import { createReadStream } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { PageQuery, pageOf } from '../../contract/page.ts'
import { MeasureFileQuery, MeasurePage, MeasurePageQuery, ProfileQuery, TableMeasure, ValueChainProfile } from '../../contract/value-chains.ts'
import { ServiceError } from '../../errors.ts'
import { REPORT_TIMEOUT_MS } from '../../http/limits.ts'
import { resultFileName } from '../../reports/value-chain-table.ts'
import { VALUE_CHAIN_MEASURES } from '../../value-chains/registry.ts'
import { goneFrom } from '../parts.ts'
import type { RoutePlugin } from '../parts.ts'
import { pageOfItems } from '../paged.ts'
import { describeMeasure, findMeasure } from '../../value-chains/measure-table.ts'
import { findProfile, findTable, ProfileParams, questionOf, sendSheet, TableParams, TAGS, told } from './table-parts.ts'

const MeasureParams = TableParams.extend({ measure: z.string().max(60) })
type MeasureParams = z.infer<typeof MeasureParams>
type ProfileParams = z.infer<typeof ProfileParams>

/** Rows of a sheet: what a person still filters; CSV and JSON have no such limit. */
export const SHEET_ROWS_MAX = 100_000

export const tableMeasureRoutes: RoutePlugin = (app, parts) => {
  const { tables, uploadFolder } = parts

  app.get<{ Querystring: PageQuery }>('/value-chains/measures', {
    schema: { tags: TAGS, summary: 'List measures of input-output tables', description: 'What each says, its source, its options, and the columns of its results with their formulas.', querystring: PageQuery, response: { 200: pageOf(TableMeasure) } }
  }, async ({ query }) => {
    const all = [...VALUE_CHAIN_MEASURES.values()]
    return await pageOfItems('measures of tables', query, (offset, limit) => ({ items: all.slice(offset, offset + limit).map(describeMeasure), total: all.length }))
  })

  app.get<{ Params: MeasureParams, Querystring: MeasurePageQuery }>('/value-chains/tables/:table/measures/:measure', {
    handlerTimeout: REPORT_TIMEOUT_MS,
    schema: {
      tags: TAGS, summary: 'Measure an input-output table',
      description: 'Rows of one result, in the order of the table. The whole table is measured, whatever rows are asked for; the first question on a table takes seconds, on one of 3,465 country-sectors up to half a minute, later ones are answered from memory. `identities` say how far numbers came apart that are equal by definition.',
      params: MeasureParams, querystring: MeasurePageQuery, response: { 200: MeasurePage }
    }
  }, async ({ params, query: { limit, cursor, ...query } }, reply) => {
    const { hash } = await findTable(parts, params.table)
    const question = questionOf(params.measure, query)
    let answer: Awaited<ReturnType<typeof tables.measure>> | undefined
    const page = await pageOfItems([hash, params.measure, query], { limit, ...(cursor !== undefined && { cursor }) }, async (offset, most) => {
      answer = await told(tables.measure(hash, question, { offset, limit: most }, goneFrom(reply)))
      return answer
    })
    const { result, results, columns, identities } = answer as NonNullable<typeof answer>
    return { table: hash, measure: params.measure, result, results, columns, ...page, identities }
  })

  app.get<{ Params: MeasureParams, Querystring: MeasureFileQuery }>('/value-chains/tables/:table/measures/:measure/file', {
    handlerTimeout: REPORT_TIMEOUT_MS,
    schema: { tags: TAGS, summary: 'Download a measure of an input-output table', description: 'CSV (RFC 4180) and XLSX hold one result, JSON all of them with the table and the identities. XLSX says what each column means.', params: MeasureParams, querystring: MeasureFileQuery, response: { 200: z.string().describe('the file') } }
  }, async ({ params, query: { format, ...query } }, reply) => {
    const table = await findTable(parts, params.table)
    const question = questionOf(params.measure, query)
    if (format === 'xlsx') {
      const page = await told(tables.measure(table.hash, question, { offset: 0, limit: SHEET_ROWS_MAX }, goneFrom(reply)))
      if (page.total > SHEET_ROWS_MAX) throw new ServiceError('DOCUMENT_TOO_LARGE', `The result has ${page.total} rows, and a sheet here ${SHEET_ROWS_MAX} at most; name countries, sectors or partners, or take format=csv.`)
      return await sendSheet(reply, { table, measure: describeMeasure(findMeasure(params.measure)), page, valueAdded: query.valueAdded })
    }
    await mkdir(uploadFolder, { recursive: true })
    const folder = await mkdtemp(join(uploadFolder, 'result-'))
    const removed = (): void => { void rm(folder, { recursive: true, force: true }) }
    try {
      const file = join(folder, 'result')
      const { result } = await told(tables.writeResult(table.hash, question, format, file, goneFrom(reply)))
      const name = format === 'json' ? resultFileName(table, params.measure, 'all') : resultFileName(table, params.measure, result)
      return await reply.type(format === 'json' ? 'application/json; charset=utf-8' : 'text/csv; charset=utf-8').header('content-disposition', `attachment; filename="${name}.${format}"`).send(createReadStream(file).once('close', removed))
    } catch (error) {
      removed()
      throw error
    }
  })

  app.get<{ Params: ProfileParams, Querystring: ProfileQuery }>('/value-chains/tables/:table/profiles/:country', {
    handlerTimeout: REPORT_TIMEOUT_MS,
    schema: { tags: TAGS, summary: 'Profile of a country, or of one of its sectors, in value chains', description: 'Participation, position, parts of its exports, its sectors, and its partners by value added. Made once and kept.', params: ProfileParams, querystring: ProfileQuery, response: { 200: ValueChainProfile } }
  }, async ({ params, query }, reply) => (await findProfile(parts, params, query, goneFrom(reply))).profile)
}
