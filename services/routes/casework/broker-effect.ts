/** Introductions, the links that came of them, and what these changed in the network. */
import type { z } from 'zod'
import { collectEffect } from '../../casework/collect-effect.ts'
import { BrokerEffect, BrokerEffectQuery, COMPARED_PAIRS_MIN, PLACES_APART_MAX } from '../../contract/broker-effect.ts'
import { ServiceError } from '../../errors.ts'
import { compareNetworks, countLinked } from '../../views/broker-effect.ts'
import { loadOrganisationRun } from '../parts.ts'
import type { RoutePlugin } from '../parts.ts'
import { refuseOthers } from './brokers-only.ts'

export const brokerEffectRoutes: RoutePlugin = (app, parts) => {
  const { store, clock } = parts

  app.get<{ Querystring: z.infer<typeof BrokerEffectQuery> }>('/introductions/effect', {
    schema: { tags: ['introductions'], summary: 'Get the effect of introductions', description: 'Counts and times by state, links that came of them, how far the pairs were apart before and after, shares across borders and connected parts; and pairs that were introduced beside pairs that stood next to them on the same list and were not. Counted, not estimated: brokers choose whom they introduce, so no difference is proof of an effect.', querystring: BrokerEffectQuery, response: { 200: BrokerEffect } }
  }, async (request): Promise<BrokerEffect> => {
    refuseOthers(parts, request)
    const { query } = request
    const loaded = await loadOrganisationRun(parts, query.run)
    const since = query.since === undefined ? null : await loadOrganisationRun(parts, query.since)
    if (since?.run.id === loaded.run.id) throw new ServiceError('INVALID_INPUT', `Run ${loaded.run.id} cannot be compared with itself; name an earlier one, or leave out since.`, { errors: [{ path: 'since', message: 'must be another run' }] })
    const { ended, ranked, isThroughIntroduction, ...collected } = await collectEffect(store, loaded.run.requestedAt, clock)
    const pairs = ended.map(({ of, candidate }) => [of.id, candidate.id] as const)
    const { stepsBefore, stepsAfter, ...networks } = compareNetworks(loaded, since, pairs, pairs.filter(isThroughIntroduction))
    const groups = [ranked.introduced, ranked.others].map(group => countLinked(loaded, group, isThroughIntroduction))
    const enough = groups.every(group => group.pairs >= COMPARED_PAIRS_MIN)
    const [introduced, others] = groups.map(group => ({ ...group, share: enough ? group.linkedOtherwise / group.pairs : null }))
    return {
      ...collected, ...networks,
      pairs: ended.map(({ id, of, candidate, outcome }, i) => ({ introduction: id, of: of.id, ofName: of.name, candidate: candidate.id, candidateName: candidate.name, linkKind: outcome?.linkKind ?? null, stepsBefore: stepsBefore[i], stepsAfter: stepsAfter[i] })),
      ranked: { introduced, others, pairsMin: COMPARED_PAIRS_MIN, placesApartMax: PLACES_APART_MAX }
    }
  })
}
