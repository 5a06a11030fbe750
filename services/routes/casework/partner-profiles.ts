/** Needs and offers of an organisation: list, one, its versions; add, replace, withdraw. */
import { z } from 'zod'
import { BasedOn, PartnerProfile, PartnerProfileInput, PartnerProfileReplacement, ProfilesReport } from '../../contract/partner-profile.ts'
import { importProfiles, PROFILE_FILE_BYTES_MAX, PROFILE_FILE_COLUMNS } from '../../casework/profiles-file.ts'
import { addProfile, changeProfile, findProfile, listProfiles, listProfileVersions, refuseMerged, withdrawProfile } from '../../casework/partner-profiles.ts'
import { ServiceError } from '../../errors.ts'
import { mergedInto } from '../../ingest/read-redirects.ts'
import { checkCodes } from '../check-codes.ts'
import { LeadsOn, notFound } from '../parts.ts'
import { refuseOtherId } from '../replacing.ts'
import type { Parts, RoutePlugin } from '../parts.ts'
import { wholeFileRoute } from './whole-file-route.ts'

const TAGS = ['partners']
const OrganisationParams = z.object({ id: z.string() })
const ProfileParams = OrganisationParams.extend({ profile: z.string() })
type ProfileParams = z.infer<typeof ProfileParams>
const Profiles = z.object({ items: z.array(PartnerProfile) })
const CONFIDENTIAL = 'What is not public is told only to whoever may be shown what is confidential: the bearer of the token, or without a token whoever works on the machine the service runs on.'

export const partnerProfileRoutes: RoutePlugin = (app, parts) => {
  app.get<{ Params: { id: string } }>('/organisations/:id/profiles', {
    schema: { tags: TAGS, summary: 'List the partner profiles of an organisation', description: `What it offers and looks for, expired ones too, the last changed first. ${CONFIDENTIAL}`, params: OrganisationParams, response: { 200: Profiles, 307: LeadsOn } }
  }, async (request, reply) => {
    const kept = await mergedInto(parts.store, request.params.id)
    if (kept !== null) return await reply.redirect(`/api/v1/organisations/${kept}/profiles`, 307)
    const items = await listProfiles(parts, request.params.id, parts.seesConfidential(request))
    // A profile outlives its organisation; without either there is nothing to list.
    if (items.length === 0) await needOrganisation(parts, request.params.id)
    return { items }
  })

  app.post<{ Params: { id: string }, Body: PartnerProfileInput }>('/organisations/:id/profiles', {
    schema: { tags: TAGS, summary: 'Add a partner profile', description: 'A need or an offer, matched from its first day to its last with those of others. CONFLICT where the organisation has as many as are kept.', params: OrganisationParams, body: PartnerProfileInput, response: { 201: PartnerProfile } }
  }, async ({ params, body }, reply) => {
    await refuseMerged(parts.store, params.id)
    await needOrganisation(parts, params.id)
    await check(parts, params.id, body)
    const profile = await addProfile(parts, params.id, body)
    return await reply.status(201).header('location', `/api/v1/organisations/${params.id}/profiles/${profile.id}`).send(profile)
  })

  app.get<{ Params: ProfileParams }>('/organisations/:id/profiles/:profile', {
    schema: { tags: TAGS, summary: 'Get a partner profile', description: `Its newest version, with its number: changes are based on it. ${CONFIDENTIAL}`, params: ProfileParams, response: { 200: PartnerProfile, 307: LeadsOn } }
  }, async (request, reply) => {
    const { id, profile } = request.params
    const kept = await mergedInto(parts.store, id)
    return kept === null ? await findProfile(parts, id, profile, parts.seesConfidential(request)) : await reply.redirect(`/api/v1/organisations/${kept}/profiles/${encodeURIComponent(profile)}`, 307)
  })

  app.get<{ Params: ProfileParams }>('/organisations/:id/profiles/:profile/versions', {
    schema: { tags: TAGS, summary: 'List the versions of a partner profile', description: `Oldest first, those of a withdrawn profile too. ${CONFIDENTIAL}`, params: ProfileParams, response: { 200: Profiles, 307: LeadsOn } }
  }, async (request, reply) => {
    const { id, profile } = request.params
    const kept = await mergedInto(parts.store, id)
    if (kept !== null) return await reply.redirect(`/api/v1/organisations/${kept}/profiles/${encodeURIComponent(profile)}/versions`, 307)
    return { items: await listProfileVersions(parts, id, profile, parts.seesConfidential(request)) }
  })

  app.put<{ Params: ProfileParams, Querystring: z.infer<typeof BasedOn>, Body: PartnerProfileReplacement }>('/organisations/:id/profiles/:profile', {
    schema: { tags: TAGS, summary: 'Replace a partner profile', description: 'As a new version; the ones before are kept.', params: ProfileParams, querystring: BasedOn, body: PartnerProfileReplacement, response: { 200: PartnerProfile } }
  }, async ({ params, query, body }) => {
    refuseOtherId(params.profile, body)
    const { id: _id, organisation: _organisation, version: _version, savedAt: _savedAt, state: _state, ...profile } = body
    await check(parts, params.id, profile)
    return await changeProfile(parts, params.id, params.profile, query.basedOn, profile)
  })

  app.delete<{ Params: ProfileParams, Querystring: z.infer<typeof BasedOn> }>('/organisations/:id/profiles/:profile', {
    schema: { tags: TAGS, summary: 'Withdraw a partner profile', description: 'It is listed and matched no more; its versions are kept.', params: ProfileParams, querystring: BasedOn, response: { 204: z.null().describe('withdrawn') } }
  }, async ({ params, query }, reply) => {
    await withdrawProfile(parts, params.id, params.profile, query.basedOn)
    return await reply.status(204).send(null)
  })

  wholeFileRoute(app, '/partner-profiles', {
    tags: TAGS, summary: 'Import partner profiles', bytesMax: PROFILE_FILE_BYTES_MAX, report: ProfilesReport, read: given => importProfiles(parts, given, parts.reference),
    rows: `one need or offer a row, with the columns ${PROFILE_FILE_COLUMNS.join(', ')}; organisation, type and title must be there, lists are divided by semicolons, an empty confidentiality means brokers. A row with an id takes the place of that profile, one without an id that of the profile of the same organisation, type and title; else it is new.`
  })
}

async function needOrganisation ({ store }: Parts, id: string): Promise<void> {
  if (await store.getOrganisation(id) === null) throw await notFound('Organisation', id, '/api/v1/organisations', store.streamOrganisations(1000))
}

/** Codes are of the reference data, and named partners of the store, other than itself. */
async function check ({ store, reference }: Parts, id: string, profile: PartnerProfileInput): Promise<void> {
  checkCodes(reference, profile)
  const known = new Set((await store.getOrganisations(profile.namedPartners)).map(each => each.id))
  const errors = (await Promise.all(profile.namedPartners.map(async (partner, i) => {
    const kept = known.has(partner) ? null : await mergedInto(store, partner)
    const message = partner === id ? 'is the organisation itself' : kept !== null ? `was merged into ${kept}; name that one` : 'is not in the store; add it first'
    return known.has(partner) && partner !== id ? [] : [{ path: `namedPartners.${i}`, value: partner, message }]
  }))).flat()
  if (errors.length > 0) throw new ServiceError('INVALID_INPUT', errors.map(({ path, value, message }) => `${path} "${value}" ${message}`).join('; ') + '.', { errors })
}
