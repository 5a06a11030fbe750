/** Match lists and public partner profiles as files. */
import { Readable } from 'node:stream'
import { z } from 'zod'
import { listProfiles } from '../../casework/partner-profiles.ts'
import { PartnerChoice } from '../../contract/partner-match.ts'
import { exportList } from '../../exports/export-list.ts'
import { exportProfiles, PARTNER_COLUMNS } from '../../exports/partner-tables.ts'
import { listPartners } from '../../views/partners/match-list.ts'
import { findSources, loadRun } from '../parts.ts'
import type { RoutePlugin } from '../parts.ts'
import { logShown } from './log-shown.ts'
import { profilesToMatch } from './profiles-to-match.ts'

const TAGS = ['exports']
const FileQuery = z.object({ byteOrderMark: z.stringbool().default(false).describe('put a byte order mark first, for Excel') })
const PartnersQuery = PartnerChoice.extend({ ...FileQuery.shape, run: z.string().default('latest'), organisation: z.string().describe('organisation that looks for a partner') })
const CSV = { 200: z.string().describe('the file') }

export const partnerExportRoutes: RoutePlugin = (app, parts) => {
  const { store } = parts

  app.get<{ Querystring: z.infer<typeof PartnersQuery> }>('/exports/partners', {
    schema: { tags: TAGS, summary: 'Download the candidate partners of an organisation', description: 'The whole match list with its reasons as CSV, RFC 4180; the column "about" says in its first row where the file comes from. Of others only public profiles are matched and named.', querystring: PartnersQuery, response: CSV }
  }, async (request, reply) => {
    const { run, organisation, byteOrderMark, ...choice } = request.query
    const loaded = await loadRun(parts, run)
    const { profiles, notRelevant } = await profilesToMatch(parts, request, organisation, choice.profile)
    const shown = profiles.filter(({ id, confidentiality }) => confidentiality === 'public' || id === choice.profile)
    const { items } = await listPartners(loaded, organisation, { ...choice, offset: 0, limit: Infinity }, { organisations: ids => store.getOrganisations(ids), profiles: shown, notRelevant })
    await logShown(parts, { list: 'partners', question: { organisation, ...choice, after: 0 }, run: loaded.run.id, organisations: items.map(match => match.organisation.id), scores: items.map(({ score }) => score) })
    const file = exportList({ list: 'partners', columns: PARTNER_COLUMNS, batches: Readable.from([items]), context: { run: loaded.run, sources: await findSources(parts), filter: { organisation, ...choice } }, byteOrderMark })
    return await reply.type(file.contentType).header('content-disposition', `attachment; filename="${file.fileName}"`).send(Readable.from(file.body))
  })

  app.get<{ Querystring: z.infer<typeof FileQuery> }>('/exports/partner-profiles', {
    schema: { tags: TAGS, summary: 'Download the public partner profiles', description: 'CSV, RFC 4180, expired ones too. Profiles for brokers or for named partners alone are never in a file.', querystring: FileQuery, response: CSV }
  }, async ({ query }, reply) => {
    const file = exportProfiles(await listProfiles(parts, null, false), { softwareVersion: parts.version, byteOrderMark: query.byteOrderMark })
    return await reply.type(file.contentType).header('content-disposition', `attachment; filename="${file.fileName}"`).send(file.body)
  })
}
