/** Organisations: list, search, facets, one, its profile in a run; create, replace, delete. */
import { z } from 'zod'
import { OrganisationFacets, OrganisationFilter, OrganisationListQuery } from '../contract/filter.ts'
import { OrganisationProfile } from '../contract/organisation-profile.ts'
import { Organisation, OrganisationInput } from '../contract/organisation.ts'
import type { Network } from '../contract/network.ts'
import { pageOf } from '../contract/page.ts'
import type { Run } from '../contract/run.ts'
import { ServiceError } from '../errors.ts'
import { organisationId } from '../ids.ts'
import { mergedInto } from '../ingest/read-redirects.ts'
import { organisationIndex } from '../views/find-in-run.ts'
import { buildOrganisationProfile } from '../views/organisation-profile.ts'
import { isOfTable, nodeAsOrganisation } from '../views/table-nodes.ts'
import { checkCodes } from './check-codes.ts'
import { searchOrganisations } from './search-organisations.ts'
import { findRun, LeadsOn, loadRun, notFound, organisationsOfRun } from './parts.ts'
import type { Parts, RoutePlugin } from './parts.ts'
import { refuseOtherId, replacing } from './replacing.ts'
import type { Replacing } from './replacing.ts'
import { pageOfItems, pageOfRows } from './paged.ts'

const TAGS = ['organisations']
const IdParams = z.object({ id: z.string() })
/** Networks of one organisation that its profile reads: the busiest in Horizon 2020 has 1,100. */
const PROFILE_NETWORKS_MAX = 2000

export const organisationRoutes: RoutePlugin = (app, parts) => {
  const { store, reference } = parts

  app.get<{ Querystring: z.infer<typeof OrganisationListQuery> }>('/organisations', {
    schema: { tags: TAGS, summary: 'List or search organisations', description: 'Ordered by name; with q by relevance, forgiving of spelling and diacritics.', querystring: OrganisationListQuery, response: { 200: pageOf(Organisation) } }
  }, async ({ query: { q, sort, limit, cursor, ...filter } }) => {
    if (q === undefined || q === '') return await pageOfRows(['organisations', filter], { limit, cursor }, request => store.listOrganisations(filter, request))
    return await pageOfItems(['organisations', filter, q, sort], { limit, cursor }, async (offset, size) => {
      const found = await searchOrganisations(parts, q, filter)
      if (sort === 'name') found.sort((a, b) => a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1))
      return { items: found.slice(offset, offset + size), total: found.length }
    })
  })

  app.get<{ Querystring: OrganisationFilter }>('/organisations/facets', {
    schema: { tags: TAGS, summary: 'Count organisations by country, kind, domain and size', description: 'Each facet leaves its own filter out, so that a value at 0 can be ticked back.', querystring: OrganisationFilter, response: { 200: OrganisationFacets } }
  }, ({ query }) => store.countFacets(query))

  app.post<{ Body: OrganisationInput }>('/organisations', {
    schema: { tags: TAGS, summary: 'Add an organisation', description: 'The id is made from the first identifier, or from chance if there is none.', body: OrganisationInput, response: { 201: Organisation } }
  }, async ({ body }, reply) => {
    const id = organisationId(body.identifiers.length > 0 ? keyOf(body.identifiers[0]) : parts.newKey())
    const organisation = await save(parts, id, body, async () => {
      const kept = await mergedInto(store, id)
      if (kept !== null) throw new ServiceError('CONFLICT', `${keyOf(body.identifiers[0])} belonged to ${id}, which was merged into ${kept}; change that one, or undo the merge with DELETE /api/v1/merges/${id}.`)
      if (await store.getOrganisation(id) !== null) throw new ServiceError('CONFLICT', `${keyOf(body.identifiers[0])} belongs to ${id}; change that one with PUT /api/v1/organisations/${id}.`)
    })
    return await reply.status(201).header('location', `/api/v1/organisations/${id}`).send(organisation)
  })

  app.get<{ Params: { id: string } }>('/organisations/:id', {
    schema: { tags: TAGS, summary: 'Get an organisation', description: 'As it stands in the store now. The id of one that was merged into another leads to that one (307, since merges are undone).', params: IdParams, response: { 200: Organisation, 307: LeadsOn } }
  }, async ({ params }, reply) => {
    const kept = await mergedInto(store, params.id)
    return kept === null ? await find(parts, params.id) : await reply.redirect(`/api/v1/organisations/${kept}`, 307)
  })

  app.get<{ Params: { id: string }, Querystring: { run: string } }>('/organisations/:id/profile', {
    schema: {
      tags: TAGS, summary: 'Get the profile of an organisation in a run', description: 'Measures with rank and percentile among the linked organisations, partners, clusters and countries its links lead to, latest networks.',
      params: IdParams, querystring: z.object({ run: z.string().default('latest') }), response: { 200: OrganisationProfile, 307: LeadsOn }
    }
  }, async ({ params, query }, reply) => {
    // The latest is one of organisations, and who was merged is led on before any run is looked for.
    const run = query.run === 'latest' ? null : await findRun(parts, query.run)
    if (run !== null && isOfTable(run)) return await profileOfNode(parts, run, params.id)
    const kept = await mergedInto(store, params.id)
    if (kept !== null) return await reply.redirect(`/api/v1/organisations/${kept}/profile?${new URLSearchParams(query).toString()}`, 307)
    const organisation = await find(parts, params.id)
    const loaded = await loadRun(parts, query.run)
    return await buildOrganisationProfile(loaded, { organisation, networks: await networksOf(parts, params.id), organisations: organisationsOfRun(store) })
  })

  app.put<{ Params: { id: string }, Body: Replacing<OrganisationInput> }>('/organisations/:id', {
    schema: { tags: TAGS, summary: 'Replace an organisation', description: 'Everything but its id; what the body leaves out is emptied.', params: IdParams, body: replacing(OrganisationInput), response: { 200: Organisation } }
  }, async ({ params, body }) => {
    refuseOtherId(params.id, body)
    return await save(parts, params.id, body, () => find(parts, params.id))
  })

  app.delete<{ Params: { id: string } }>('/organisations/:id', {
    schema: { tags: TAGS, summary: 'Delete an organisation', description: 'With its links and memberships. Runs keep their results.', params: IdParams, response: { 204: z.null().describe('deleted') } }
  }, async ({ params }, reply) => {
    await store.write(async writer => {
      await find(parts, params.id)
      await writer.deleteOrganisation(params.id)
    })
    return await reply.status(204).send(null)
  })

  /** `check` and the look at the identifiers happen inside the write: there is one writer at a time, so what they see stays true. */
  async function save ({ clock }: Parts, id: string, body: OrganisationInput, check: () => Promise<unknown>): Promise<Organisation> {
    checkCodes(reference, body)
    const organisation: Organisation = { ...body, id, updatedAt: clock().toISOString() }
    await store.write(async writer => {
      await check()
      const owners = await store.findByIdentifiers(body.identifiers.map(keyOf))
      for (const [key, owner] of owners) if (owner !== id) throw new ServiceError('CONFLICT', `${key} belongs to ${owner} already; one identifier names one organisation.`)
      await writer.upsertOrganisations([organisation])
    })
    return organisation
  }
}

/** A country-sector or country in a run on a table. */
async function profileOfNode (parts: Parts, run: Run, id: string): Promise<OrganisationProfile> {
  const loaded = await loadRun(parts, run.id)
  return await buildOrganisationProfile(loaded, { organisation: nodeAsOrganisation(loaded, organisationIndex(loaded, id)), networks: [], organisations: async () => [] })
}

const keyOf = ({ scheme, value }: { scheme: string, value: string }): string => `${scheme}:${value}`

async function find ({ store }: Parts, id: string): Promise<Organisation> {
  const organisation = await store.getOrganisation(id)
  const kept = organisation === null ? await mergedInto(store, id) : null
  if (kept !== null) throw new ServiceError('NOT_FOUND', `Organisation ${id} was merged into ${kept}; change that one, or undo the merge with DELETE /api/v1/merges/${id}.`, { didYouMean: [kept] })
  if (organisation === null) throw await notFound('Organisation', id, '/api/v1/organisations', store.streamOrganisations(1000))
  return organisation
}

async function networksOf ({ store }: Parts, organisation: string): Promise<Array<Network & { role: string }>> {
  const networks = await store.listNetworks({ organisation }, { limit: PROFILE_NETWORKS_MAX, after: null })
  const memberships = await store.listMemberships({ organisation }, { limit: 2 * PROFILE_NETWORKS_MAX, after: null })
  const roles = new Map(memberships.rows.map(membership => [membership.network, membership.role]))
  return networks.rows.map(network => ({ ...network, role: roles.get(network.id) ?? 'member' }))
}
