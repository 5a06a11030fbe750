/** The introduction brief of a pair as a file. */
import { z } from 'zod'
import { BriefQuery } from '../../contract/introduction-brief.ts'
import { ROUTE_LINKS_DEFAULT } from '../../contract/partner-match.ts'
import { HTML_POLICY } from '../../documents/html/write-html.ts'
import { ServiceError } from '../../errors.ts'
import { writeDocument } from '../../documents/write-document.ts'
import { buildIntroductionBrief } from '../../reports/introduction-brief.ts'
import { listIntroductionRoutes } from '../../views/partners/introductions.ts'
import { listPartners } from '../../views/partners/match-list.ts'
import { findSources, loadOrganisationRun, organisationsOfRun } from '../parts.ts'
import type { RoutePlugin } from '../parts.ts'
import { refuseUnknown } from '../refuse-unknown.ts'
import { profilesToMatch } from './profiles-to-match.ts'

/** Routes of introduction that are looked for, and shared networks that are counted: the busiest pair in Horizon 2020 shares 132 projects. */
const ROUTES = 2
const SHARED_NETWORKS_MAX = 500

export const introductionBriefRoutes: RoutePlugin = (app, parts) => {
  const { store, reference } = parts

  app.get<{ Querystring: BriefQuery }>('/introductions/brief', {
    schema: { tags: ['introductions'], summary: 'Download the introduction brief of two organisations', description: 'One A4 page as PDF, or the same as HTML or DOCX: who the two are, why they may fit, who could introduce them, their public needs and offers, cautions, run and sources. Place, score and reasons are those of the match list with the same choice (profile, wanted, filters), which the brief names; INVALID_INPUT for a profile that is not public. What is confidential is on none, whoever asks.', querystring: BriefQuery, response: { 200: z.string().describe('the file') } }
  }, async (request, reply) => {
    const { from, to, run, language, format, ...asked } = request.query
    if (from === to) throw new ServiceError('INVALID_INPUT', 'A brief is on two organisations: from and to must differ.', { errors: [{ path: 'to', value: to, message: 'must be another organisation than from' }] })
    const organisations = organisationsOfRun(store)
    const [one, other] = await organisations([from, to])
    refuseUnknown(other === undefined ? [from, to].filter(id => id !== one?.id) : [])
    const loaded = await loadOrganisationRun(parts, run)
    const routes = await listIntroductionRoutes(loaded, { from, to, routes: ROUTES, linksMax: ROUTE_LINKS_DEFAULT }, { organisations, sharedNetworks: (pair, limit) => store.listSharedNetworks(pair, limit) })
    const { profiles, notRelevant } = await profilesToMatch(parts, request, from, { profile: asked.profile, publicOnly: true })
    // Whoever asks for a brief on an organisation that was marked as not relevant wants to see where it stands.
    const leftOut = notRelevant === null ? null : new Set([...notRelevant].filter(id => id !== to))
    const { items: [match = null], total } = await listPartners(loaded, from, { ...asked, offset: 0, limit: 1, candidate: to }, { organisations, profiles, notRelevant: leftOut })
    const document = buildIntroductionBrief({
      loaded, language, from: one, to: other, asked, need: profiles.find(({ id }) => id === asked.profile) ?? null, match, total, routes,
      shared: await store.listSharedNetworks([from, to], SHARED_NETWORKS_MAX),
      profiles: profiles.filter(({ organisation, state }) => state === 'valid' && (organisation === from || organisation === to)),
      sources: await findSources(parts), reference
    })
    const file = await writeDocument(document, format)
    if (format === 'html') void reply.header('content-security-policy', HTML_POLICY)
    return await reply.type(file.contentType).header('content-disposition', `${format === 'html' ? 'inline' : 'attachment'}; filename="${file.fileName}"`).send(file.body)
  })
}
