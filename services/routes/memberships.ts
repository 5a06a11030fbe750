/** Memberships: list, one; create, replace, delete. */
import { z } from 'zod'
import { Membership, MembershipInput } from '../contract/network.ts'
import { PageQuery, pageOf } from '../contract/page.ts'
import { Id } from '../contract/scalars.ts'
import { ServiceError } from '../errors.ts'
import { membershipId } from '../ids.ts'
import { notFound } from './parts.ts'
import type { RoutePlugin } from './parts.ts'
import { refuseOtherId, replacing } from './replacing.ts'
import type { Replacing } from './replacing.ts'
import { pageOfRows } from './paged.ts'
import { refuseUnknown } from './refuse-unknown.ts'

const TAGS = ['memberships']
const IdParams = z.object({ id: z.string() })
const MembershipListQuery = PageQuery.extend({ organisation: Id.optional(), network: Id.optional() })

export const membershipRoutes: RoutePlugin = (app, parts) => {
  const { store } = parts

  app.get<{ Querystring: z.infer<typeof MembershipListQuery> }>('/memberships', {
    schema: { tags: TAGS, summary: 'List memberships', description: 'Who belongs to which network, in which role. Ordered by id.', querystring: MembershipListQuery, response: { 200: pageOf(Membership) } }
  }, ({ query: { limit, cursor, ...filter } }) => pageOfRows(['memberships', filter], { limit, cursor }, request => store.listMemberships(filter, request)))

  app.post<{ Body: MembershipInput }>('/memberships', {
    schema: { tags: TAGS, summary: 'Add a membership', description: 'The id is made from organisation, network and role: adding the same membership again changes it.', body: MembershipInput, response: { 201: Membership } }
  }, async ({ body }, reply) => {
    const membership = await save(membershipId(body), body)
    return await reply.status(201).header('location', `/api/v1/memberships/${membership.id}`).send(membership)
  })

  app.get<{ Params: { id: string } }>('/memberships/:id', {
    schema: { tags: TAGS, summary: 'Get a membership', description: 'As it stands in the store now.', params: IdParams, response: { 200: Membership } }
  }, ({ params }) => find(params.id))

  app.put<{ Params: { id: string }, Body: Replacing<MembershipInput> }>('/memberships/:id', {
    schema: { tags: TAGS, summary: 'Replace a membership', description: 'Contribution, dates and source; organisation, network and role are what the membership is and cannot change.', params: IdParams, body: replacing(MembershipInput), response: { 200: Membership } }
  }, async ({ params, body }) => {
    refuseOtherId(params.id, body)
    await find(params.id)
    if (membershipId(body) !== params.id) throw new ServiceError('CONFLICT', 'Organisation, network and role make the membership what it is; delete this one and add another.')
    return await save(params.id, body)
  })

  app.delete<{ Params: { id: string } }>('/memberships/:id', {
    schema: { tags: TAGS, summary: 'Delete a membership', description: 'The organisation and the network stay.', params: IdParams, response: { 204: z.null().describe('deleted') } }
  }, async ({ params }, reply) => {
    await store.write(async writer => {
      await find(params.id)
      await writer.deleteMembership(params.id)
    })
    return await reply.status(204).send(null)
  })

  async function find (id: string): Promise<Membership> {
    const membership = await store.getMembership(id)
    if (membership === null) throw await notFound('Membership', id, '/api/v1/memberships', store.streamMemberships(1000))
    return membership
  }

  async function save (id: string, body: MembershipInput): Promise<Membership> {
    const membership: Membership = { ...body, id, updatedAt: parts.clock().toISOString() }
    await store.write(async writer => refuseUnknown((await writer.upsertMemberships([membership])).unknown.flatMap(each => each.missing)))
    return membership
  }
}
