/** Imports: files arrive as multipart, wait in a folder of their own, are read into the store in one transaction, and are removed. */
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type {} from '@fastify/multipart'
import type {} from '@fastify/rate-limit'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { ImportOptions, ImportReport } from '../contract/import.ts'
import { PageQuery, pageOf } from '../contract/page.ts'
import { ServiceError } from '../errors.ts'
import { LONG_HANDLER_TIMEOUT_MS } from '../http/limits.ts'
import { idFor } from '../ids.ts'
import { importFiles } from '../ingest/import-files.ts'
import type { ImportFile } from '../ingest/import-files.ts'
import { notFound } from './parts.ts'
import type { RoutePlugin } from './parts.ts'
import { pageOfRows } from './paged.ts'

const TAGS = ['imports']
const IdParams = z.object({ id: z.string() })
/** Imports started by one address in a minute. */
const STARTS_PER_MINUTE_MAX = 60

export const importRoutes: RoutePlugin = (app, parts) => {
  const { store } = parts

  app.post('/imports', {
    schema: {
      tags: TAGS, summary: 'Import files', consumes: ['multipart/form-data'],
      description: 'Multipart: a field `options` (JSON, see the shape of options in the answer) before one or more files, plain or gzipped. Wholly in or wholly out: 201 with the report when the rows are in; 200 for a dry run; 422 with the report when rows are wrong and nothing was written.',
      response: { 200: ImportReport, 201: ImportReport, 422: ImportReport }
    },
    handlerTimeout: LONG_HANDLER_TIMEOUT_MS,
    config: { rateLimit: { max: STARTS_PER_MINUTE_MAX, timeWindow: '1 minute' } }
  }, async (request, reply) => {
    await mkdir(parts.uploadFolder, { recursive: true })
    const folder = await mkdtemp(join(parts.uploadFolder, 'upload-'))
    const gone = new AbortController()
    request.raw.socket.once('close', () => gone.abort(new Error('the caller went away')))
    let report: ImportReport
    try {
      const { options, files } = await receive(request, folder).catch(refuseBrokenBody)
      report = await importFiles(store, files, options, { clock: parts.clock, progress: () => {}, signal: gone.signal, id: idFor('imp', parts.newKey()) })
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
    if (report.status === 'completed') void reply.header('location', `/api/v1/imports/${report.id}`)
    return await reply.status(report.status === 'completed' ? 201 : report.status === 'checked' ? 200 : 422).send(report)
  })

  app.get<{ Querystring: PageQuery }>('/imports', {
    schema: { tags: TAGS, summary: 'List imports', description: 'Those that were written, newest first.', querystring: PageQuery, response: { 200: pageOf(ImportReport) } }
  }, ({ query }) => pageOfRows('imports', query, request => store.listImports(request)))

  app.get<{ Params: { id: string } }>('/imports/:id', {
    schema: { tags: TAGS, summary: 'Get an import', description: 'Its report: counts, notes, errors by row.', params: IdParams, response: { 200: ImportReport } }
  }, async ({ params }) => {
    const report = await store.getImport(params.id)
    if (report === null) throw await notFound('Import', params.id, '/api/v1/imports')
    return report
  })
}

/** The parser names its errors in their messages alone. */
function refuseBrokenBody (error: Error): never {
  if (!/^Multipart: |multipart data/i.test(error.message)) throw error
  throw new ServiceError('INVALID_INPUT', `The multipart body cannot be read (${error.message}): send the boundary in its content type, and all of its parts.`, { cause: error })
}

interface Received { options: ImportOptions, files: ImportFile[] }

async function receive (request: FastifyRequest, folder: string): Promise<Received> {
  if (!request.isMultipart()) throw new ServiceError('UNSUPPORTED_MEDIA_TYPE', 'Send multipart/form-data: a field "options" with JSON, then the files.')
  let options: ImportOptions | undefined
  const files: ImportFile[] = []
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      if (part.fieldname !== 'options') throw new ServiceError('INVALID_INPUT', `The field "${part.fieldname}" is not known; options and files are.`)
      options = ImportOptions.strict().parse(parseJson(String(part.value)))
      continue
    }
    const name = basename(part.filename)
    const path = join(folder, String(files.length))
    await pipeline(part.file, createWriteStream(path))
    if (part.file.truncated) throw new ServiceError('TOO_LARGE', `${name} is larger than one upload may be; split it, or use the command line: amber-road import.`)
    files.push({ name, open: () => createReadStream(path) })
  }
  if (options === undefined) throw new ServiceError('INVALID_INPUT', 'The field "options" is missing: JSON that names at least the format, such as {"format":"organisations-csv"}.')
  if (files.length === 0) throw new ServiceError('INVALID_INPUT', 'No file was sent with the options.')
  return { options, files }
}

function parseJson (text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new ServiceError('INVALID_INPUT', `The field "options" is not JSON: ${text.slice(0, 100)}`)
  }
}
