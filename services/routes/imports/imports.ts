/** Imports: files arrive as multipart, wait in a folder of their own, are read into the store in one transaction, and are removed. */
import { createReadStream } from 'node:fs'
import type {} from '@fastify/rate-limit'
import { z } from 'zod'
import { ImportOptions, ImportReport } from '../../contract/import.ts'
import { PageQuery, pageOf } from '../../contract/page.ts'
import { LONG_HANDLER_TIMEOUT_MS } from '../../http/limits.ts'
import { idFor } from '../../ids.ts'
import { importFiles } from '../../ingest/import-files.ts'
import { goneFrom, notFound } from '../parts.ts'
import type { RoutePlugin } from '../parts.ts'
import { pageOfRows } from '../paged.ts'
import { receiveFiles } from './receive-files.ts'

const TAGS = ['imports']
const IdParams = z.object({ id: z.string() })
/** Imports started by one address in a minute. */
const STARTS_PER_MINUTE_MAX = 60

export const importRoutes: RoutePlugin = (app, parts) => {
  const { store, uploadFolder } = parts
  const received = { uploadFolder, options: ImportOptions, example: '{"format":"organisations-csv"}', otherwise: 'split it, or use the command line: amber-road import.' }

  app.post('/imports', {
    schema: {
      tags: TAGS, summary: 'Import files', consumes: ['multipart/form-data'],
      description: 'Multipart: a field `options` (JSON, see the shape of options in the answer) before one or more files, plain or gzipped. Wholly in or wholly out: 201 with the report when the rows are in; 200 for a dry run; 422 with the report when rows are wrong and nothing was written.',
      response: { 200: ImportReport, 201: ImportReport, 422: ImportReport }
    },
    handlerTimeout: LONG_HANDLER_TIMEOUT_MS,
    config: { rateLimit: { max: STARTS_PER_MINUTE_MAX, timeWindow: '1 minute' } }
  }, async (request, reply) => {
    const signal = goneFrom(reply)
    const report = await receiveFiles(request, received, async (options, files) => await importFiles(store, files.map(({ name, path }) => ({ name, open: () => createReadStream(path) })), options, { clock: parts.clock, progress: () => {}, signal, id: idFor('imp', parts.newKey()) }))
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
