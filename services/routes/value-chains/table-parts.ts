/** What routes of input-output tables share. */
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { TABLE_CODE_LENGTH_MAX } from '../../contract/value-chains.ts'
import type { MeasureQuery, ProfileQuery, TableDetail, ValueChainProfile } from '../../contract/value-chains.ts'
import { writeDocument } from '../../documents/write-document.ts'
import { ServiceError } from '../../errors.ts'
import type { ErrorCode } from '../../errors.ts'
import { TableProblem } from '../../kept-tables/table-service.ts'
import type { Question } from '../../kept-tables/table-service.ts'
import { nearestCodes } from '../../reference/nearest-codes.ts'
import { resultFileName, valueChainTable } from '../../reports/value-chain-table.ts'
import type { ResultToWrite } from '../../reports/value-chain-table.ts'
import { findCode } from '../../value-chains/measure-table.ts'
import { VALUE_CHAIN_MEASURES } from '../../value-chains/registry.ts'
import type { Parts } from '../parts.ts'

export const TAGS = ['value-chains']
export const TableParams = z.object({ table: z.string().max(64).describe('hash of the table, eight or more characters that it begins with, or latest') })
export const ProfileParams = TableParams.extend({ country: z.string().max(TABLE_CODE_LENGTH_MAX).describe('code as the table writes it') })

export async function findTable ({ tables }: Parts, name: string): Promise<TableDetail> {
  const found = await tables.find(name)
  if (found !== null) return found
  const known = await tables.list()
  if (name === 'latest') throw new ServiceError('NOT_FOUND', 'No input-output table has been imported; send one to POST /api/v1/value-chains/tables, or use the command line: amber-road import-table.')
  throw new ServiceError('NOT_FOUND', `Table "${name}" is not kept; /api/v1/value-chains/tables lists those that are.`, { didYouMean: nearestCodes(name, [...known.map(({ hash }) => hash), 'latest']) })
}

const CODES: Record<TableProblem['why'], ErrorCode> = { file: 'INVALID_INPUT', table: 'INVALID_INPUT', question: 'INVALID_INPUT', gone: 'TABLE_GONE', busy: 'QUEUE_FULL', stopped: 'TIMEOUT' }

/** What the tables refuse, in the words of the catalogue. */
export async function told<Value> (work: Promise<Value>): Promise<Value> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof TableProblem)) throw error
    const { why, message, errors, checks } = error
    const cells = checks.filter(({ decision }) => decision === 'refuse').flatMap(({ name, cells }) => cells.map(({ row, column, value, expected }) => ({ path: `${row}, ${column}`, message: `${name}: ${value === null ? 'empty' : value}${expected === undefined ? '' : `, expected ${expected}`}` })))
    throw new ServiceError(CODES[why], message, { ...(errors.length + cells.length > 0 && { errors: [...errors, ...cells] }), cause: error })
  }
}

/** NOT_FOUND where there is no such measure; INVALID_INPUT where its options are no JSON object. */
export function questionOf (measure: string, { options, ...query }: MeasureQuery): Question {
  if (!VALUE_CHAIN_MEASURES.has(measure)) throw new ServiceError('NOT_FOUND', `"${measure.slice(0, 60)}" is not a measure of input-output tables; /api/v1/value-chains/measures lists those that are.`, { didYouMean: nearestCodes(measure, [...VALUE_CHAIN_MEASURES.keys()]) })
  return { ...query, measure, options: readOptions(options) }
}

function readOptions (text: string | undefined): Record<string, unknown> {
  if (text === undefined) return {}
  const refused = (message: string): ServiceError => new ServiceError('INVALID_INPUT', `options: ${message}, such as {"netInventories":true}.`, { errors: [{ path: 'options', message }] })
  let read: unknown
  try {
    read = JSON.parse(text)
  } catch {
    throw refused('expected JSON')
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read)) throw refused('expected a JSON object')
  return read as Record<string, unknown>
}

/** One table of figures as a file to be saved: XLSX, which says what each column means, or `csv`, the rows alone. */
export async function sendFigures (reply: FastifyReply, format: 'csv' | 'xlsx', figures: ResultToWrite, csv: () => string): Promise<FastifyReply> {
  if (format === 'xlsx') return await sendSheet(reply, figures)
  const { table, measure, page: { result } } = figures
  return await reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename="${resultFileName(table, measure.name, result)}.csv"`).send(csv())
}

export async function sendSheet (reply: FastifyReply, figures: ResultToWrite): Promise<FastifyReply> {
  const { contentType, fileName, body } = await writeDocument(valueChainTable(figures), 'xlsx')
  return await reply.type(contentType).header('content-disposition', `attachment; filename="${fileName}"`).send(body)
}

/** NOT_FOUND where the table has no such country or sector. */
export async function findProfile (parts: Parts, params: z.infer<typeof ProfileParams>, query: ProfileQuery, signal: AbortSignal): Promise<{ table: TableDetail, profile: ValueChainProfile }> {
  const table = await findTable(parts, params.table)
  const country = codeIn('country', table.labels.countries, params.country)
  const sector = query.sector === undefined ? undefined : codeIn('sector', table.labels.sectors, query.sector)
  return { table, profile: await told(parts.tables.profile(table.hash, country, sector, query.valueAdded, signal)) }
}

/** As the table writes it, so that one profile is not made twice. */
function codeIn (what: 'country' | 'sector', labels: ReadonlyArray<{ code: string }>, asked: string): string {
  const known = labels.map(({ code }) => code)
  const found = findCode(known, asked)
  if (found === undefined) throw new ServiceError('NOT_FOUND', `The table has no ${what} "${asked}"; it has ${known.join(', ')}.`)
  return found
}
