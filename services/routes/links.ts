/** Links: list, one, the evidence between two organisations; create, replace, delete. */
import { z } from 'zod'
import { Link, LinkInput } from '../contract/link.ts'
import { LinkEvidence } from '../contract/organisation-profile.ts'
import { PageQuery, pageOf } from '../contract/page.ts'
import { Id } from '../contract/scalars.ts'
import { LINK_KINDS } from '../contract/vocabulary.ts'
import { ServiceError } from '../errors.ts'
import { linkId } from '../ids.ts'
import { buildLinkEvidence } from '../views/evidence.ts'
import { organisationIndex } from '../views/find-in-run.ts'
import { isOfTable, linksOfNodes } from '../views/table-nodes.ts'
import { checkCodes } from './check-codes.ts'
import { findRun, loadRun, notFound } from './parts.ts'
import type { Parts, RoutePlugin } from './parts.ts'
import { refuseOtherId, replacing } from './replacing.ts'
import type { Replacing } from './replacing.ts'
import { pageOfRows } from './paged.ts'
import { refuseUnknown } from './refuse-unknown.ts'

const TAGS = ['links']
const IdParams = z.object({ id: z.string() })
const LinkListQuery = PageQuery.extend({ organisation: Id.optional().describe('at either end'), kind: z.enum(LINK_KINDS).optional(), source: Id.optional(), target: Id.optional() })
const EvidenceQuery = z.object({ source: Id, target: Id, run: z.string().default('latest') })
/** Networks and links listed as evidence of one pair: the busiest pair in Horizon 2020 shares 132 projects. */
const EVIDENCE_MAX = 500

export const linkRoutes: RoutePlugin = (app, parts) => {
  const { store, reference } = parts

  app.get<{ Querystring: z.infer<typeof LinkListQuery> }>('/links', {
    schema: { tags: TAGS, summary: 'List links', description: 'Supply runs from source to target, seller to buyer. Ordered by id.', querystring: LinkListQuery, response: { 200: pageOf(Link) } }
  }, ({ query: { limit, cursor, ...filter } }) => pageOfRows(['links', filter], { limit, cursor }, request => store.listLinks(filter, request)))

  app.get<{ Querystring: z.infer<typeof EvidenceQuery> }>('/links/evidence', {
    schema: { tags: TAGS, summary: 'Get what stands behind a link', description: 'The networks two organisations share and the links recorded between them, with the weight a run gave the pair.', querystring: EvidenceQuery, response: { 200: LinkEvidence } }
  }, async ({ query: { source, target, run } }) => {
    const asked = run === 'latest' ? await parts.runs.latest() : await findRun(parts, run)
    if (asked !== null && isOfTable(asked)) return await evidenceOfNodes(parts, asked.id, source, target)
    refuseUnknown(await missing(parts, [source, target]))
    const networks = await store.listSharedNetworks([source, target], EVIDENCE_MAX)
    const forward = await store.listLinks({ source, target }, { limit: EVIDENCE_MAX, after: null })
    const backward = await store.listLinks({ source: target, target: source }, { limit: EVIDENCE_MAX, after: null })
    const loaded = asked === null ? null : await loadRun(parts, asked.id)
    return buildLinkEvidence(loaded, { source, target, networks, links: [...forward.rows, ...backward.rows] })
  })

  app.post<{ Body: LinkInput }>('/links', {
    schema: { tags: TAGS, summary: 'Add a link', description: 'The id is made from kind, ends and product: adding the same link again changes it.', body: LinkInput, response: { 201: Link } }
  }, async ({ body }, reply) => {
    const link = await save(linkId(body), body)
    return await reply.status(201).header('location', `/api/v1/links/${link.id}`).send(link)
  })

  app.get<{ Params: { id: string } }>('/links/:id', {
    schema: { tags: TAGS, summary: 'Get a link', description: 'As it stands in the store now.', params: IdParams, response: { 200: Link } }
  }, ({ params }) => find(params.id))

  app.put<{ Params: { id: string }, Body: Replacing<LinkInput> }>('/links/:id', {
    schema: { tags: TAGS, summary: 'Replace a link', description: 'Weight, dates, evidence and the rest; kind, ends and product are what the link is and cannot change.', params: IdParams, body: replacing(LinkInput), response: { 200: Link } }
  }, async ({ params, body }) => {
    refuseOtherId(params.id, body)
    await find(params.id)
    if (linkId(body) !== params.id) throw new ServiceError('CONFLICT', 'Kind, ends and product make the link what it is; delete this one and add another.')
    return await save(params.id, body)
  })

  app.delete<{ Params: { id: string } }>('/links/:id', {
    schema: { tags: TAGS, summary: 'Delete a link', description: 'Runs keep their results.', params: IdParams, response: { 204: z.null().describe('deleted') } }
  }, async ({ params }, reply) => {
    await store.write(async writer => {
      await find(params.id)
      await writer.deleteLink(params.id)
    })
    return await reply.status(204).send(null)
  })

  async function find (id: string): Promise<Link> {
    const link = await store.getLink(id)
    if (link === null) throw await notFound('Link', id, '/api/v1/links', store.streamLinks(1000))
    return link
  }

  async function save (id: string, body: LinkInput): Promise<Link> {
    checkCodes(reference, { sector: body.sector })
    const link: Link = { ...body, id, updatedAt: parts.clock().toISOString() }
    await store.write(async writer => refuseUnknown((await writer.upsertLinks([link])).unknown.flatMap(each => each.missing)))
    return link
  }
}

/** Between two nodes of a run on a table: what they give to each other. */
async function evidenceOfNodes (parts: Parts, run: string, source: string, target: string): Promise<LinkEvidence> {
  const loaded = await loadRun(parts, run)
  for (const id of [source, target]) organisationIndex(loaded, id)
  return buildLinkEvidence(loaded, { source, target, networks: [], links: linksOfNodes(loaded, source, target) })
}

async function missing ({ store }: Parts, ids: string[]): Promise<string[]> {
  const known = new Set((await store.getOrganisations(ids)).map(organisation => organisation.id))
  return ids.filter(id => !known.has(id))
}
