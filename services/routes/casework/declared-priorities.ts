/** What regions have declared as their specialisation: entered one by one or as a file, set against what the data shows in reports. */
import { z } from 'zod'
import { declare, getDeclared, listDeclared, listDeclaredVersions, loadDeclared, needRegion, withdraw } from '../../casework/declared-priorities.ts'
import { importPriorities, PRIORITY_FILE_BYTES_MAX, PRIORITY_FILE_COLUMNS } from '../../casework/priorities-file.ts'
import { decimal } from '../../contract/decimal.ts'
import { DeclaredInput, DeclaredState, DeclaredVersion, PrioritiesReport } from '../../contract/declared-priorities.ts'
import { PageQuery, pageOf } from '../../contract/page.ts'
import { BasedOn } from '../../contract/partner-profile.ts'
import { ServiceError } from '../../errors.ts'
import { declaredPrioritiesCsv } from '../../exports/declared-priorities.ts'
import { checkCodes } from '../check-codes.ts'
import { pageOfRows } from '../paged.ts'
import type { RoutePlugin } from '../parts.ts'
import { wholeFileRoute } from './whole-file-route.ts'

const TAGS = ['declared-priorities']
const RegionParams = z.object({ region: z.string().describe('NUTS code, or country code') })
const VersionQuery = z.object({ version: decimal(z.number().int().min(1)).optional().describe('an earlier state') })
const ExportQuery = z.object({ byteOrderMark: z.stringbool().default(false).describe('put a byte order mark first, for Excel') })
interface OfRegion { Params: z.infer<typeof RegionParams> }

export const declaredPriorityRoutes: RoutePlugin = (app, { store, reference, clock }) => {
  app.get<{ Querystring: PageQuery }>('/declared-priorities', {
    schema: { tags: TAGS, summary: 'List declared priorities', description: 'One item for each region that has declared any, the last saved first.', querystring: PageQuery, response: { 200: pageOf(DeclaredState) } }
  }, ({ query }) => pageOfRows('declared-priorities', query, request => listDeclared(store, request)))

  app.get<OfRegion & { Querystring: z.infer<typeof VersionQuery> }>('/declared-priorities/:region', {
    schema: { tags: TAGS, summary: 'Get the declared priorities of a region', description: 'As they stand, or as they stood in an earlier version.', params: RegionParams, querystring: VersionQuery, response: { 200: DeclaredState } }
  }, async ({ params, query }) => await getDeclared(store, needRegion(params.region, reference), query.version))

  app.get<OfRegion>('/declared-priorities/:region/versions', {
    schema: { tags: TAGS, summary: 'List every state of the declared priorities of a region', description: 'Oldest first; a withdrawal is a state too.', params: RegionParams, response: { 200: z.object({ items: z.array(DeclaredVersion) }) } }
  }, async ({ params }) => ({ items: await listDeclaredVersions(store, needRegion(params.region, reference)) }))

  app.put<OfRegion & { Body: DeclaredInput }>('/declared-priorities/:region', {
    schema: { tags: TAGS, summary: 'Set the declared priorities of a region', description: 'They take the place of what the region had declared, which stays among its versions. CONFLICT where there is a newer version than the one it says it replaces.', params: RegionParams, body: DeclaredInput, response: { 200: DeclaredState } }
  }, async ({ params, body }) => {
    const region = needRegion(params.region, reference)
    if (body.region !== undefined && needRegion(body.region, reference) !== region) throw refused('region', body.region, `is not ${region}, which the address names; leave it out, or send the request to the other address`)
    for (const [i, priority] of body.priorities.entries()) {
      if (body.priorities.some(({ title }, j) => j < i && title === priority.title)) throw refused(`priorities.${i}.title`, priority.title, 'stands there twice; put all its codes into one priority')
      checkCodes(reference, priority, `priorities.${i}.`)
    }
    return await declare(store, region, body, clock)
  })

  app.delete<OfRegion & { Querystring: z.infer<typeof BasedOn> }>('/declared-priorities/:region', {
    schema: { tags: TAGS, summary: 'Withdraw the declared priorities of a region', description: 'The region counts as one that has declared nothing; its versions stay. CONFLICT where there is a newer version than the one named.', params: RegionParams, querystring: BasedOn, response: { 204: z.null() } }
  }, async ({ params, query }, reply) => {
    await withdraw(store, needRegion(params.region, reference), query.basedOn, clock)
    return await reply.code(204).send(null)
  })

  wholeFileRoute(app, '/declared-priorities', {
    tags: TAGS, summary: 'Import declared priorities', bytesMax: PRIORITY_FILE_BYTES_MAX, report: PrioritiesReport, read: given => importPriorities(store, given, reference, clock),
    rows: `one priority a row, with the columns ${PRIORITY_FILE_COLUMNS.join(', ')}; region and title must be there, lists are divided by semicolons. What the file says of a region takes the place of what it had declared, whoever saved that: a file knows no versions, and the report says which one it replaces.`
  })

  app.get<{ Querystring: z.infer<typeof ExportQuery> }>('/exports/declared-priorities', {
    schema: { tags: ['exports'], summary: 'Download declared priorities', description: 'CSV in the columns that the import reads; the column "about" says what the file is.', querystring: ExportQuery, response: { 200: z.string().describe('the file') } }
  }, async ({ query }, reply) => {
    const text = declaredPrioritiesCsv(await loadDeclared(store), query.byteOrderMark)
    return await reply.type('text/csv; charset=utf-8; header=present').header('content-disposition', 'attachment; filename="amber-road-declared-priorities.csv"').send(text)
  })
}

const refused = (path: string, value: string, message: string): ServiceError => new ServiceError('INVALID_INPUT', `${path} "${value.slice(0, 60)}" ${message}.`, { errors: [{ path, value, message }] })
