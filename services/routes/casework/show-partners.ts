/** A match list as it is shown to whoever asks, and noted in the log of rankings. */
import type { FastifyRequest } from 'fastify'
import { RANKING_LOGGED_MAX } from '../../casework/ranking-log.ts'
import type { PartnerChoice, PartnerMatches } from '../../contract/partner-match.ts'
import type { LoadedRun } from '../../runs/run-service.ts'
import { listPartners } from '../../views/partners/match-list.ts'
import type { PartnerParts } from '../../views/partners/match-list.ts'
import { organisationsOfRun } from '../parts.ts'
import type { Parts } from '../parts.ts'
import { isLogged, logShown } from './log-shown.ts'
import { profilesToMatch } from './profiles-to-match.ts'

type Matches = Omit<PartnerMatches, 'nextCursor'>
type PartnersAsked = PartnerChoice & { offset: number, limit: number, publicOnly: boolean }

export async function showPartners (parts: Parts, request: FastifyRequest, loaded: LoadedRun, organisation: string, { publicOnly, ...choice }: PartnersAsked): Promise<Matches> {
  const { offset, limit: _limit, ...question } = choice
  const given = await profilesToMatch(parts, request, organisation, { profile: choice.profile, publicOnly })
  const list = (shown: Omit<PartnerParts, 'organisations'>, limit: number): Promise<Matches> => listPartners(loaded, organisation, { ...choice, limit }, { organisations: organisationsOfRun(parts.store), ...shown })
  const found = await list(given, choice.limit)
  if (!isLogged(parts, request)) return found

  const open = given.profiles.filter(({ confidentiality }) => confidentiality === 'public')
  const isForAll = choice.profile === undefined || open.some(({ id }) => id === choice.profile)
  // With nothing confidential given, and nobody left out, it is the list that anybody sees.
  const allOpen = open.length === given.profiles.length && (given.notRelevant?.size ?? 0) === 0
  const confidential = !isForAll || (!allOpen && !isSameList(found, await list({ profiles: open, notRelevant: null }, Math.min(choice.limit, RANKING_LOGGED_MAX))))
  await logShown(parts, request, { list: 'partners', question: { organisation, ...question, after: offset }, run: loaded.run.id, organisations: found.items.map(match => match.organisation.id), scores: found.items.map(({ score }) => score), confidential })
  return found
}

/** As far as the log keeps it. */
function isSameList (a: Matches, b: Matches): boolean {
  const said = ({ items, total }: Matches): string => JSON.stringify([total, items.slice(0, RANKING_LOGGED_MAX).map(({ organisation, score }) => [organisation.id, score])])
  return said(a) === said(b)
}
