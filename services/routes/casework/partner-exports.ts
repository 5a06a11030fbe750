/** Match lists and public partner profiles as files. */
import { Readable } from 'node:stream'
import { z } from 'zod'
import { listProfiles } from '../../casework/partner-profiles.ts'
import { PartnerChoice } from '../../contract/partner-match.ts'
import { exportList } from '../../exports/export-list.ts'
import { exportProfiles, PARTNER_COLUMNS } from '../../exports/partner-tables.ts'
import { findSources, loadOrganisationRun } from '../parts.ts'
import type { RoutePlugin } from '../parts.ts'
import { showPartners } from './show-partners.ts'

const TAGS = ['exports']
const FileQuery = z.object({ byteOrderMark: z.stringbool().default(false).describe('put a byte order mark first, for Excel') })
const PartnersQuery = PartnerChoice.extend({ ...FileQuery.shape, run: z.string().default('latest'), organisation: z.string().describe('organisation that looks for a partner') })
const CSV = { 200: z.string().describe('the file') }

export const partnerExportRoutes: RoutePlugin = (app, parts) => {
  app.get<{ Querystring: z.infer<typeof PartnersQuery> }>('/exports/partners', {
    schema: { tags: TAGS, summary: 'Download the candidate partners of an organisation', description: 'The whole match list with its reasons as CSV, RFC 4180; the column "about" says in its first row where the file comes from. Public profiles alone are matched and named; INVALID_INPUT for one to answer that is not public.', querystring: PartnersQuery, response: CSV }
  }, async (request, reply) => {
    const { run, organisation, byteOrderMark, ...choice } = request.query
    const loaded = await loadOrganisationRun(parts, run)
    const { items } = await showPartners(parts, request, loaded, organisation, { ...choice, offset: 0, limit: Infinity, publicOnly: true })
    const file = exportList({ list: 'partners', columns: PARTNER_COLUMNS, batches: Readable.from([items]), context: { run: loaded.run, sources: await findSources(parts), filter: { organisation, ...choice } }, byteOrderMark })
    return await reply.type(file.contentType).header('content-disposition', `attachment; filename="${file.fileName}"`).send(Readable.from(file.body))
  })

  app.get<{ Querystring: z.infer<typeof FileQuery> }>('/exports/partner-profiles', {
    schema: { tags: TAGS, summary: 'Download the public partner profiles', description: 'CSV, RFC 4180, in the columns that the import reads, expired ones too. Profiles for brokers or for named partners alone are never in a file.', querystring: FileQuery, response: CSV }
  }, async ({ query }, reply) => {
    const file = exportProfiles(await listProfiles(parts, null, false), { softwareVersion: parts.version, byteOrderMark: query.byteOrderMark })
    return await reply.type(file.contentType).header('content-disposition', `attachment; filename="${file.fileName}"`).send(file.body)
  })
}
