/** What the data covers and lacks; pairs that may be one organisation, decisions on them, and merges that can be undone. */
import { z } from 'zod'
import type { FastifyReply } from 'fastify'
import { CoverageAnswer } from '../contract/coverage.ts'
import { DecisionInput, DuplicateCandidate, DuplicateDecision, DuplicateQuery, MergeInput, MergeSummary } from '../contract/duplicate.ts'
import type { MergeDocument } from '../contract/duplicate.ts'
import { PageQuery, pageOf } from '../contract/page.ts'
import { TABLE_FORMATS } from '../contract/vocabulary.ts'
import type { ExportedFile } from '../exports/export-view.ts'
import { coverageFile, duplicatesFile } from '../exports/quality-tables.ts'
import type { QualityContext } from '../exports/quality-tables.ts'
import { createDuplicateQueue } from '../quality/duplicate-queue.ts'
import { mergeInto } from '../quality/merge.ts'
import { checkUndo, undoMerge } from '../quality/undo-merge.ts'
import { COVERAGE_CAUTIONS } from '../quality/coverage.ts'
import type { RoutePlugin } from './parts.ts'
import { pageOfItems, pageOfRows } from './paged.ts'

const TAGS = ['quality']
const IdParams = z.object({ id: z.string().describe('id of the organisation that was merged') })
const Format = z.object({ format: z.enum(TABLE_FORMATS).default('json') })
const DuplicatesFile = DuplicateQuery.pick({ band: true, state: true }).extend(Format.shape)
/** Pairs in a file: more than anybody decides one by one. */
const DUPLICATES_FILE_MAX = 10_000

export const qualityRoutes: RoutePlugin = (app, { store, clock, seesConfidential }) => {
  const queue = createDuplicateQueue(store)

  app.get('/coverage', {
    schema: {
      tags: TAGS, summary: 'Get what the data covers and what is missing',
      description: 'Counts of the whole store as it is now: organisations by country, kind, size, field and source, what they lack by country, networks and links by source, beginnings and ends by year.',
      response: { 200: CoverageAnswer }
    }
  }, async () => {
    const [coverage, { number }] = await Promise.all([store.measureCoverage(), store.revision()])
    return { ...coverage, revision: number, cautions: [...COVERAGE_CAUTIONS] }
  })

  app.get<{ Querystring: DuplicateQuery }>('/duplicates', {
    schema: {
      tags: TAGS, summary: 'List entries that may be one organisation',
      description: 'Pairs that share an identifier, or have like names and places that do not contradict it, the most alike first, with both entries side by side. Nothing is merged without a person: "auto" pairs are alike enough to be chosen beforehand, unless a network names both.',
      querystring: DuplicateQuery, response: { 200: pageOf(DuplicateCandidate) }
    }
  }, ({ query: { limit, cursor, ...filter } }) => pageOfItems(['duplicates', filter], { limit, cursor }, (offset, size) => queue.list(filter, offset, size)))

  app.post<{ Body: DecisionInput }>('/duplicates/decisions', {
    schema: {
      tags: TAGS, summary: 'Say that two entries are different organisations, or decide later',
      description: 'A pair called different is not asked about again, also after one of the two was merged into a third. That two are the same is said by a merge. null takes a decision back.',
      body: DecisionInput, response: { 200: DuplicateDecision.nullable() }
    }
  }, ({ body }) => queue.decide(body, clock()))

  app.get<{ Querystring: PageQuery }>('/merges', {
    schema: { tags: TAGS, summary: 'List merged organisations', description: 'The last merge first, each with what keeps it from being undone now, if something does. What brokers keep is neither counted nor named without the token.', querystring: PageQuery, response: { 200: pageOf(MergeSummary) } }
  }, async request => {
    const { items, ...page } = await pageOfRows(['merges'], request.query, slice => store.listRecords({ kind: 'merge' }, slice))
    return { ...page, items: await Promise.all(items.map(({ document }) => summarise(document as MergeDocument, seesConfidential(request)))) }
  })

  app.post<{ Body: MergeInput }>('/merges', {
    schema: {
      tags: TAGS, summary: 'Merge two organisations', description: 'Links, memberships, identifiers and names of the merged one go to the kept one in one transaction; weights of links and contributions of memberships that both have add up. Partner profiles, introductions and feedback go with it; CONFLICT where the two are being introduced to each other, or both to one third, or have too many profiles together. The merged id leads to the kept one from then on (307), and imports follow it.',
      body: MergeInput, response: { 201: MergeSummary }
    }
  }, async (request, reply) => {
    const document = await mergeInto(store, request.body, clock)
    return await reply.status(201).header('location', `/api/v1/organisations/${document.kept}`).send(await summarise(document, seesConfidential(request)))
  })

  app.delete<{ Params: { id: string } }>('/merges/:id', {
    schema: {
      tags: TAGS, summary: 'Undo a merge', description: 'Both organisations, their links and memberships are what they were, under their ids; partner profiles, introductions and feedback go back with what was written in them since. Refused (409) with the reason where what the merge made has changed since.',
      params: IdParams, response: { 204: z.null().describe('undone') }
    }
  }, async ({ params }, reply) => {
    await undoMerge(store, params.id, clock)
    return await reply.status(204).send(null)
  })

  const file = { tags: ['exports'], response: { 200: z.string().describe('the file') } }
  const context = async (): Promise<QualityContext> => ({ revision: (await store.revision()).number, sources: await store.listSources(), cautions: COVERAGE_CAUTIONS })

  app.get<{ Querystring: z.infer<typeof Format> }>('/exports/coverage', {
    schema: { ...file, summary: 'Download what the data covers and what is missing', description: 'As csv one line for each count: the table, of which country or source, which value or lack, how many, and of how many.', querystring: Format }
  }, async ({ query: { format } }, reply) => await send(reply, coverageFile(await store.measureCoverage(), format, await context())))

  app.get<{ Querystring: z.infer<typeof DuplicatesFile> }>('/exports/duplicates', {
    schema: { ...file, summary: 'Download the entries that may be one organisation', description: `Each pair with the reasons in numbers, at most ${DUPLICATES_FILE_MAX} of them, the most alike first.`, querystring: DuplicatesFile }
  }, async ({ query: { format, ...filter } }, reply) => await send(reply, duplicatesFile((await queue.list(filter, 0, DUPLICATES_FILE_MAX)).items, format, await context())))

  async function summarise (document: MergeDocument, confidential: boolean): Promise<MergeSummary> {
    const { kept, merged, mergedAt, revision, keptBefore, keptAfter, mergedBefore, links, memberships, records = [] } = document
    const was = ({ identifiers, city, country }: MergeDocument['keptBefore']): MergeSummary['keptWas'] => ({ identifiers, city, country })
    const { obstacle, lost } = await checkUndo(store, document, confidential)
    return {
      id: merged, kept, keptName: keptAfter.name, mergedName: mergedBefore.name, keptWas: was(keptBefore), mergedWas: was(mergedBefore), mergedAt, revision, links: links.length, memberships: memberships.length,
      joined: [...links, ...memberships].filter(({ joined }) => joined !== null).length, records: confidential ? records.length : null, obstacle, lost: lost.length
    }
  }
}

const send = (reply: FastifyReply, { contentType, fileName, body }: ExportedFile): FastifyReply => reply.type(contentType).header('content-disposition', `attachment; filename="${fileName}"`).send(body)
