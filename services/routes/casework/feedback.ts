/** Feedback on suggestions: give it, list it, take it back. */
import { z } from 'zod'
import { giveFeedback, listFeedback, takeBackFeedback } from '../../casework/feedback.ts'
import { Feedback, FeedbackInput } from '../../contract/feedback.ts'
import { PageQuery, pageOf } from '../../contract/page.ts'
import { Id, RequiredText } from '../../contract/scalars.ts'
import { ServiceError } from '../../errors.ts'
import { presentId } from '../../ingest/read-redirects.ts'
import { pageOfRows } from '../paged.ts'
import { notFound } from '../parts.ts'
import type { RoutePlugin } from '../parts.ts'
import { refuseUnknown } from '../refuse-unknown.ts'
import { refuseOthers } from './brokers-only.ts'

const TAGS = ['introductions']
const IdParams = z.object({ id: z.string() })
const FeedbackQuery = PageQuery.extend({ organisation: Id.optional().describe('the one that looks, or the candidate'), context: RequiredText.optional().describe('the question it was given on') })

export const feedbackRoutes: RoutePlugin = (app, parts) => {
  const { store, clock } = parts

  app.get<{ Querystring: z.infer<typeof FeedbackQuery> }>('/feedback', {
    schema: { tags: TAGS, summary: 'List feedback on suggestions', description: 'Newest first, of one organisation, of one question, or all of it. What was taken back is not listed.', querystring: FeedbackQuery, response: { 200: pageOf(Feedback) } }
  }, async request => {
    refuseOthers(parts, request)
    const { limit, cursor, organisation, context } = request.query
    if (organisation !== undefined && context !== undefined) throw new ServiceError('INVALID_INPUT', 'Feedback is listed by organisation or by context, not by both.', { errors: [{ path: 'context', message: 'leave out this, or organisation' }] })
    const subject = organisation === undefined ? context : await presentId(store, organisation)
    return await pageOfRows(['feedback', organisation, context], { limit, cursor }, request => listFeedback(store, subject, request))
  })

  app.post<{ Body: FeedbackInput }>('/feedback', {
    schema: { tags: TAGS, summary: 'Give feedback on a suggestion', description: 'Not relevant: the candidate is left out of this list from now on. Introduced: it is marked so. Said again on the same question it replaces what was said before.', body: FeedbackInput, response: { 201: Feedback } }
  }, async ({ body }, reply) => {
    const ids = await Promise.all([body.of, body.candidate].filter(id => id !== null).map(id => presentId(store, id)))
    const known = new Set((await store.getOrganisations(ids)).map(({ id }) => id))
    refuseUnknown(ids.filter(id => !known.has(id)))
    const feedback = await giveFeedback(store, body, clock)
    return await reply.status(201).send(feedback)
  })

  app.delete<{ Params: { id: string } }>('/feedback/:id', {
    schema: { tags: TAGS, summary: 'Take feedback back', description: 'The candidate is suggested again. What was said stays in the versions of the record.', params: IdParams, response: { 204: z.null().describe('taken back') } }
  }, async ({ params }, reply) => {
    if (!await takeBackFeedback(store, params.id, clock)) throw await notFound('Feedback', params.id, '/api/v1/feedback')
    return await reply.status(204).send(null)
  })
}
