/** Cluster reports as files: chosen in the address, so that a report can be linked to, scheduled and made again. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { loadDeclared } from '../../casework/declared-priorities.ts'
import { REPORT_FORMATS, ReportQuery } from '../../contract/report.ts'
import { writeDocument } from '../../documents/write-document.ts'
import { ServiceError } from '../../errors.ts'
import { REPORT_TIMEOUT_MS } from '../../http/limits.ts'
import { buildClusterReport } from '../../reports/cluster-report.ts'
import type { LoadedRun } from '../../runs/run-service.ts'
import { findSources, loadOrganisationRun, organisationsOfRun } from '../parts.ts'
import type { RoutePlugin } from '../parts.ts'
import { keepFiles } from './keep-files.ts'
import { refuseInline, sendFile } from './send-file.ts'

const FileQuery = ReportQuery.extend({
  format: z.enum(REPORT_FORMATS).default('html').describe('csv: a zip with one file for each table'),
  inline: z.stringbool().default(false).describe('html: to be shown at once, not saved')
})
type FileQuery = z.infer<typeof FileQuery>

export const reportRoutes: RoutePlugin = (app, parts) => {
  const { store, reference } = parts
  const fileFor = keepFiles()

  app.get<{ Querystring: FileQuery }>('/reports', {
    handlerTimeout: REPORT_TIMEOUT_MS,
    schema: {
      tags: ['reports'], summary: 'Make a cluster report',
      description: 'On the clusters of one run in a group of countries and regions. The same run and the same question give the same bytes, until organisations are renamed or other priorities declared. At least one country or region must be named.',
      querystring: FileQuery, response: { 200: z.string().describe('the file') }
    }
  }, async (request, reply) => {
    const { format, inline, ...query } = request.query
    refuseInline(request.query)
    const loaded = await loadOrganisationRun(parts, query.run)
    const since = query.since === undefined ? null : await loadEarlier(query.since, loaded)
    const [declared, sources, { dataset, number }] = await Promise.all([loadDeclared(store), findSources(parts), store.revision()])
    const key = createHash('sha256').update(JSON.stringify([{ ...query, run: loaded.run.id, since: since?.run.id }, declared, sources, dataset, number])).digest('base64url')
    const file = await fileFor(key, format, {
      document: () => buildClusterReport({ loaded, since, query, declared, sources, organisations: organisationsOfRun(store), reference }),
      file: document => writeDocument(document, format)
    })
    return await sendFile(request, reply, file, inline)
  })

  async function loadEarlier (id: string, { run }: LoadedRun): Promise<LoadedRun> {
    const earlier = await loadOrganisationRun(parts, id)
    if (earlier.run.id === run.id) throw refused('since', `names run ${run.id}, which the report is on; name another one, /api/v1/runs lists them`)
    return earlier
  }
}

const refused = (path: string, message: string): ServiceError => new ServiceError('INVALID_INPUT', `${path} ${message}.`, { errors: [{ path, message }] })
