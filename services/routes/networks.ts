/** Networks: list, one; create, replace, delete. */
import { z } from 'zod'
import { Network, NetworkInput } from '../contract/network.ts'
import { PageQuery, pageOf } from '../contract/page.ts'
import { DomainCode, Id, Text } from '../contract/scalars.ts'
import { NETWORK_KINDS } from '../contract/vocabulary.ts'
import { ServiceError } from '../errors.ts'
import { networkId } from '../ids.ts'
import { checkCodes } from './check-codes.ts'
import { notFound } from './parts.ts'
import type { RoutePlugin } from './parts.ts'
import { refuseOtherId, replacing } from './replacing.ts'
import type { Replacing } from './replacing.ts'
import { pageOfRows } from './paged.ts'

const TAGS = ['networks']
const IdParams = z.object({ id: z.string() })
const NetworkListQuery = PageQuery.extend({ kind: z.enum(NETWORK_KINDS).optional(), domain: DomainCode.optional(), programme: Text.optional(), organisation: Id.optional().describe('that this organisation belongs to'), nameStartsWith: Text.optional() })

export const networkRoutes: RoutePlugin = (app, parts) => {
  const { store, reference } = parts

  app.get<{ Querystring: z.infer<typeof NetworkListQuery> }>('/networks', {
    schema: { tags: TAGS, summary: 'List networks', description: 'Ordered by name.', querystring: NetworkListQuery, response: { 200: pageOf(Network) } }
  }, ({ query: { limit, cursor, ...filter } }) => pageOfRows(['networks', filter], { limit, cursor }, request => store.listNetworks(filter, request)))

  app.post<{ Body: NetworkInput }>('/networks', {
    schema: { tags: TAGS, summary: 'Add a network', description: 'The id is made from its external key, or from chance if it has none.', body: NetworkInput, response: { 201: Network } }
  }, async ({ body }, reply) => {
    const id = networkId(body.externalKey ?? parts.newKey())
    const network = await save(id, body, async () => {
      if (await store.getNetwork(id) !== null) throw new ServiceError('CONFLICT', `${body.externalKey} is ${id}; change that one with PUT /api/v1/networks/${id}.`)
    })
    return await reply.status(201).header('location', `/api/v1/networks/${id}`).send(network)
  })

  app.get<{ Params: { id: string } }>('/networks/:id', {
    schema: { tags: TAGS, summary: 'Get a network', description: 'As it stands in the store now.', params: IdParams, response: { 200: Network } }
  }, ({ params }) => find(params.id))

  app.put<{ Params: { id: string }, Body: Replacing<NetworkInput> }>('/networks/:id', {
    schema: { tags: TAGS, summary: 'Replace a network', description: 'Everything but its id; memberships stay.', params: IdParams, body: replacing(NetworkInput), response: { 200: Network } }
  }, async ({ params, body }) => {
    refuseOtherId(params.id, body)
    return await save(params.id, body, () => find(params.id))
  })

  app.delete<{ Params: { id: string } }>('/networks/:id', {
    schema: { tags: TAGS, summary: 'Delete a network', description: 'With its memberships. Runs keep their results.', params: IdParams, response: { 204: z.null().describe('deleted') } }
  }, async ({ params }, reply) => {
    await store.write(async writer => {
      await find(params.id)
      await writer.deleteNetwork(params.id)
    })
    return await reply.status(204).send(null)
  })

  async function find (id: string): Promise<Network> {
    const network = await store.getNetwork(id)
    if (network === null) throw await notFound('Network', id, '/api/v1/networks', store.streamNetworks(1000))
    return network
  }

  /** `check` happens inside the write: there is one writer at a time, so what it sees stays true. */
  async function save (id: string, body: NetworkInput, check: () => Promise<unknown>): Promise<Network> {
    checkCodes(reference, { domains: body.domains })
    const network: Network = { ...body, id, updatedAt: parts.clock().toISOString() }
    await store.write(async writer => {
      await check()
      await writer.upsertNetworks([network])
    })
    return network
  }
}
