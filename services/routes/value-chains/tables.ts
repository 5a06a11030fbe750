/** Input-output tables: imported whole or not at all, listed, removed. */
import { z } from 'zod'
import { PageQuery, pageOf } from '../../contract/page.ts'
import { TABLE_ROLES, TableDetail, TableOptions, TableSummary } from '../../contract/value-chains.ts'
import { ServiceError } from '../../errors.ts'
import { LONG_HANDLER_TIMEOUT_MS } from '../../http/limits.ts'
import { goneFrom } from '../parts.ts'
import type { RoutePlugin } from '../parts.ts'
import { pageOfItems } from '../paged.ts'
import { receiveFiles } from '../imports/receive-files.ts'
import type { ReceivedFile } from '../imports/receive-files.ts'
import { findTable, TableParams, TAGS, told } from './table-parts.ts'

type TableParams = z.infer<typeof TableParams>
type Role = typeof TABLE_ROLES[number]
/** Imports of tables started by one address in a minute: each may be 256 MB. */
const TABLE_STARTS_PER_MINUTE_MAX = 20

export const tableRoutes: RoutePlugin = (app, parts) => {
  const { tables, uploadFolder } = parts
  const received = { uploadFolder, options: TableOptions, example: null, otherwise: 'pack it with gzip, or use the command line: amber-road import-table.' }

  app.post('/value-chains/tables', {
    schema: {
      tags: TAGS, summary: 'Import an input-output table', consumes: ['multipart/form-data'],
      description: `Multipart: a field \`options\` (JSON: format, title, year, unit, source, decimalComma, dryRun), then the files, plain or gzipped, each under the name of what it holds: ${TABLE_ROLES.join(', ')}. The format is told from the first line where it is not named. 201 with the table; 200 where the same content is kept already, or after a dry run; 400 with file, row, column and value where a file cannot be read, or with the cells where what it says cannot be a table. Nothing is kept then.`,
      response: { 200: TableDetail, 201: TableDetail }
    },
    handlerTimeout: LONG_HANDLER_TIMEOUT_MS,
    config: { rateLimit: { max: TABLE_STARTS_PER_MINUTE_MAX, timeWindow: '1 minute' } }
  }, async (request, reply) => {
    const { table, kept, already } = await receiveFiles(request, received, async (options, files) => await told(tables.read(files.map(roleOf), options, goneFrom(reply))))
    if (kept) void reply.header('location', `/api/v1/value-chains/tables/${table.hash}`)
    return await reply.status(kept && !already ? 201 : 200).send(table)
  })

  app.get<{ Querystring: PageQuery }>('/value-chains/tables', {
    schema: { tags: TAGS, summary: 'List input-output tables', description: 'Newest first.', querystring: PageQuery, response: { 200: pageOf(TableSummary) } }
  }, async ({ query }) => {
    const all = await tables.list()
    return await pageOfItems('tables', query, (offset, limit) => ({ items: all.slice(offset, offset + limit), total: all.length }))
  })

  app.get<{ Params: TableParams }>('/value-chains/tables/:table', {
    schema: { tags: TAGS, summary: 'Get an input-output table', description: 'What is known of it: countries, sectors, what was decided while reading, what was found odd. Its values are in the file that it came from.', params: TableParams, response: { 200: TableDetail } }
  }, async ({ params }) => await findTable(parts, params.table))

  app.delete<{ Params: TableParams }>('/value-chains/tables/:table', {
    schema: { tags: TAGS, summary: 'Remove an input-output table', description: 'With what was measured on it. The same file can be imported again, and has the same hash then. Named by its whole hash: neither latest nor a beginning will do.', params: TableParams, response: { 204: z.null() } }
  }, async ({ params }, reply) => {
    if (!await tables.remove(params.table)) throw new ServiceError('NOT_FOUND', `Table "${params.table}" is not kept; name it by its whole hash, as /api/v1/value-chains/tables lists it.`)
    return await reply.status(204).send(null)
  })
}

/** The field names what a file holds; one file alone, sent as "file", is the table. */
function roleOf ({ field, name, path }: ReceivedFile): { role: Role, name: string, content: string } {
  const role = field === 'file' ? 'table' : field
  if (!(TABLE_ROLES as readonly string[]).includes(role)) throw new ServiceError('INVALID_INPUT', `${name} was sent as "${field}"; send it under the name of what it holds: ${TABLE_ROLES.join(', ')}.`, { errors: [{ path: field, message: 'is not known here' }] })
  return { role: role as Role, name, content: path }
}
