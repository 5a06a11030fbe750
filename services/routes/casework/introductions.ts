/** Introductions: begin one, take it a step on, look at its history, list what is due. */
import { z } from 'zod'
import { changeIntroduction } from '../../casework/change-introduction.ts'
import { findIntroduction } from '../../casework/introduction-record.ts'
import { describeIntroduction, listIntroductions } from '../../casework/list-introductions.ts'
import { startIntroduction } from '../../casework/start-introduction.ts'
import { Introduction, IntroductionChange, IntroductionFilter, IntroductionInput, IntroductionsQuery, IntroductionSummary } from '../../contract/introduction.ts'
import { pageOf } from '../../contract/page.ts'
import { TABLE_FORMATS } from '../../contract/vocabulary.ts'
import { introductionsCsv } from '../../exports/introduction-table.ts'
import { pageOfItems } from '../paged.ts'
import { notFound } from '../parts.ts'
import type { RoutePlugin } from '../parts.ts'
import { refuseOthers } from './brokers-only.ts'

const TAGS = ['introductions']
const IdParams = z.object({ id: z.string() })
const FileQuery = IntroductionFilter.extend({ format: z.enum(TABLE_FORMATS).default('csv'), byteOrderMark: z.stringbool().default(false).describe('CSV: put a byte order mark first, for Excel') })

export const introductionRoutes: RoutePlugin = (app, parts) => {
  const { store, clock, version } = parts
  app.get<{ Querystring: z.infer<typeof IntroductionsQuery> }>('/introductions', {
    schema: { tags: TAGS, summary: 'List introductions', description: 'Those whose follow-up date has passed come first, then by that date, then those without one, and what has ended last.', querystring: IntroductionsQuery, response: { 200: pageOf(IntroductionSummary) } }
  }, async request => {
    refuseOthers(parts, request)
    const { limit, cursor, ...filter } = request.query
    return await pageOfItems(['introductions', filter], { limit, cursor }, async (offset, size) => {
      const found = await listIntroductions(store, filter, clock)
      return { items: found.slice(offset, offset + size).map(each => IntroductionSummary.parse(each)), total: found.length }
    })
  })

  app.post<{ Body: IntroductionInput }>('/introductions', {
    schema: { tags: TAGS, summary: 'Start an introduction', description: 'In the state identified. CONFLICT where the two are being introduced already.', body: IntroductionInput, response: { 201: Introduction } }
  }, async ({ body }, reply) => {
    const started = await startIntroduction(store, body, clock)
    return await reply.status(201).header('location', `/api/v1/introductions/${started.id}`).send(await describeIntroduction(store, started, clock))
  })

  app.get<{ Params: { id: string } }>('/introductions/:id', {
    schema: { tags: TAGS, summary: 'Get an introduction', description: 'With its whole history, oldest line first.', params: IdParams, response: { 200: Introduction } }
  }, async request => {
    refuseOthers(parts, request)
    const found = await findIntroduction(store, request.params.id)
    if (found === null) throw await notFound('Introduction', request.params.id, '/api/v1/introductions')
    return await describeIntroduction(store, found, clock)
  })

  app.post<{ Params: { id: string }, Body: IntroductionChange }>('/introductions/:id/changes', {
    schema: { tags: TAGS, summary: 'Take an introduction a step on', description: 'Another state, a note, the next step or who could introduce. Forwards by one state or several; backwards, and to closed, with the reason. The outcome says whether a link came of it, and can put that link into the data in the same transaction. CONFLICT where it was changed since the version named.', params: IdParams, body: IntroductionChange, response: { 200: Introduction } }
  }, async ({ params, body }) => {
    const changed = await changeIntroduction(store, params.id, body, clock)
    if (changed === null) throw await notFound('Introduction', params.id, '/api/v1/introductions')
    return await describeIntroduction(store, changed, clock)
  })

  app.get<{ Querystring: z.infer<typeof FileQuery> }>('/exports/introductions', {
    schema: { tags: ['exports'], summary: 'Download introductions', description: 'CSV, RFC 4180, one row for each, without its history; JSON with it.', querystring: FileQuery, response: { 200: z.string().describe('the file') } }
  }, async (request, reply) => {
    refuseOthers(parts, request)
    const { format, byteOrderMark, ...filter } = request.query
    const found = await listIntroductions(store, filter, clock)
    void reply.header('content-disposition', `attachment; filename="amber-road-introductions.${format}"`)
    return format === 'csv'
      ? await reply.type('text/csv; charset=utf-8; header=present').send(introductionsCsv(found, { softwareVersion: version, byteOrderMark }))
      : await reply.type('application/json; charset=utf-8').send(JSON.stringify({ items: found }))
  })
}
