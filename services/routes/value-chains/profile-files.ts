/** Each table of a profile as a file with the rows that the page shows. */
import { z } from 'zod'
import { ProfileFileQuery } from '../../contract/value-chains.ts'
import { REPORT_TIMEOUT_MS } from '../../http/limits.ts'
import { profileColumns, profileCsv, profileMeasure, profileRows } from '../../value-chains/profile/profile-tables.ts'
import { goneFrom } from '../parts.ts'
import type { RoutePlugin } from '../parts.ts'
import { findProfile, ProfileParams, sendFigures, TAGS } from './table-parts.ts'

type ProfileParams = z.infer<typeof ProfileParams>

export const tableProfileFileRoutes: RoutePlugin = (app, parts) => {
  app.get<{ Params: ProfileParams, Querystring: ProfileFileQuery }>('/value-chains/tables/:table/profiles/:country/file', {
    handlerTimeout: REPORT_TIMEOUT_MS,
    schema: { tags: TAGS, summary: 'Download a table of a profile', description: 'The rows of the profile, in its order, as CSV (RFC 4180) or XLSX, which says what each column means. `kww` of a sector has no rows.', params: ProfileParams, querystring: ProfileFileQuery, response: { 200: z.string().describe('the file') } }
  }, async ({ params, query: { part, format, ...query } }, reply) => {
    const { table, profile } = await findProfile(parts, params, query, goneFrom(reply))
    const page = { result: part, columns: profileColumns(part), items: profileRows(profile, part), identities: profile.identities }
    return await sendFigures(reply, format, { table, measure: profileMeasure(profile, part), page, valueAdded: query.valueAdded }, () => profileCsv(profile, part))
  })
}
