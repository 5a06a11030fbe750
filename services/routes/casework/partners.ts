/** Partners in a run: candidates with reasons, routes of introduction, and one link more. */
import { z } from 'zod'
import { IntroductionRoutes, LinkEffect, LinkWhatIfQuery, PartnerMatches, PartnerQuery, RoutesQuery } from '../../contract/partner-match.ts'
import { decodeCursor, encodeCursor } from '../../http/cursor.ts'
import { mergedInto } from '../../ingest/read-redirects.ts'
import { findOrganisation } from '../../views/find-in-run.ts'
import { listIntroductionRoutes, whatIfLinked } from '../../views/partners/introductions.ts'
import { LeadsOn, loadOrganisationRun, organisationsOfRun } from '../parts.ts'
import type { RoutePlugin } from '../parts.ts'
import { showPartners } from './show-partners.ts'

const TAGS = ['partners']
const RunParams = z.object({ run: z.string().describe('run id, or latest') })
const PartnerParams = RunParams.extend({ id: z.string().describe('organisation that looks for a partner') })

export const partnerRoutes: RoutePlugin = (app, parts) => {
  const { store } = parts
  const organisations = organisationsOfRun(store)

  app.get<{ Params: { run: string, id: string }, Querystring: PartnerQuery }>('/runs/:run/organisations/:id/partners', {
    schema: {
      tags: TAGS, summary: 'List candidate partners of an organisation',
      description: 'Greatest partner score first, each part with its value, weight, percentile and the numbers it comes from, and what speaks against. Who is linked to it already is left out, and for brokers who was marked as not relevant. The weights are judgement; a shortlist to look at, not a verdict.',
      params: PartnerParams, querystring: PartnerQuery, response: { 200: PartnerMatches, 307: LeadsOn }
    }
  }, async (request, reply) => {
    const { params, query: { limit, cursor, ...choice } } = request
    const loaded = await loadOrganisationRun(parts, params.run)
    const kept = await mergedInto(store, params.id)
    if (kept !== null && findOrganisation(loaded, kept) >= 0) return await reply.redirect(`/api/v1/runs/${encodeURIComponent(params.run)}/organisations/${kept}/partners${new URL(request.url, 'http://service').search}`, 307)
    const scope = ['partners', loaded.run.id, params.id, choice]
    const offset = decodeCursor<number>(scope, cursor) ?? 0
    const found = await showPartners(parts, request, loaded, params.id, { ...choice, offset, limit })
    const next = offset + found.items.length
    return { ...found, nextCursor: next < found.total ? encodeCursor(scope, next) : null }
  })

  app.get<{ Params: { run: string }, Querystring: z.infer<typeof RoutesQuery> }>('/runs/:run/introduction-routes', {
    schema: {
      tags: TAGS, summary: 'List routes of introduction between two organisations',
      description: 'Loopless routes, those with the fewest links first and of as many the strongest (least sum of 1 / weight), with the networks behind each link and who could introduce: the first on the way. None where they are not joined within linksMax links.',
      params: RunParams, querystring: RoutesQuery, response: { 200: IntroductionRoutes }
    }
  }, async ({ params, query }) => await listIntroductionRoutes(await loadOrganisationRun(parts, params.run), query, { organisations, sharedNetworks: (pair, limit) => store.listSharedNetworks(pair, limit) }))

  app.get<{ Params: { run: string }, Querystring: z.infer<typeof LinkWhatIfQuery> }>('/runs/:run/what-if/link', {
    schema: {
      tags: TAGS, summary: 'Tell what one link more would change',
      description: 'The same measures on the network as it is and with the link: how near each comes to the circle of the other, shares across a border, cohesion of their clusters, modularity, connected parts. Exact; nobody changes cluster. CONFLICT where the two are linked already.',
      params: RunParams, querystring: LinkWhatIfQuery, response: { 200: LinkEffect }
    }
  }, async ({ params, query }) => await whatIfLinked(await loadOrganisationRun(parts, params.run), query, organisations))
}
