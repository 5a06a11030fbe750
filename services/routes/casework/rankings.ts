/** Lists that were shown: on which run, in which order, with which scores. Anybody can see those that anybody would have been shown. */
import { Readable } from 'node:stream'
import { z } from 'zod'
import { countLogged, findRanking, listRankings, RANKINGS_DAY_MAX, streamRankings } from '../../casework/ranking-log.ts'
import type { RankingRecord } from '../../casework/ranking-log.ts'
import { PageQuery } from '../../contract/page.ts'
import { RANKED_LISTS, Ranking, RankingPage } from '../../contract/ranking.ts'
import type { RankingSummary } from '../../contract/ranking.ts'
import { Id } from '../../contract/scalars.ts'
import { exportRankings } from '../../exports/ranking-table.ts'
import { notFound, organisationsOfRun } from '../parts.ts'
import type { Parts, RoutePlugin } from '../parts.ts'
import { pageOfRows } from '../paged.ts'

const TAGS = ['introductions']
const RankingFilter = z.object({ list: z.enum(RANKED_LISTS).optional(), organisation: Id.optional().describe('on the list, or the one it was made for') })
const RankingsQuery = PageQuery.extend(RankingFilter.shape)
const FileQuery = RankingFilter.extend({ byteOrderMark: z.stringbool().default(false).describe('put a byte order mark first, for Excel') })
const IdParams = z.object({ id: z.string() })

export const rankingRoutes: RoutePlugin = (app, parts) => {
  const { store, writable, seesConfidential, clock } = parts

  app.get<{ Querystring: z.infer<typeof RankingsQuery> }>('/rankings', {
    schema: { tags: TAGS, summary: 'List the rankings that were shown', description: `Newest first. Every list of bridges and of partners that is shown to a broker is logged, the same list once a day, at most ${RANKINGS_DAY_MAX} a day. Those that rest on profiles that are not public, or on the feedback of brokers, and ids of profiles are told to brokers alone; \`logging\` is false where the service is read-only and logs nothing.`, querystring: RankingsQuery, response: { 200: RankingPage } }
  }, async request => {
    const { limit, cursor, ...asked } = request.query
    const filter = { ...asked, confidential: seesConfidential(request) }
    const { items, ...rest } = await pageOfRows(['rankings', filter], { limit, cursor }, page => listRankings(store, filter, page))
    return { ...rest, loggedToday: await countLogged(store, clock().toISOString().slice(0, 10)), dayMax: RANKINGS_DAY_MAX, logging: writable, items: await summaries(parts, items) }
  })

  app.get<{ Params: { id: string } }>('/rankings/:id', {
    schema: { tags: TAGS, summary: 'Get a ranking that was shown', description: 'Each organisation with its place and score, as it was shown then; names are those of now.', params: IdParams, response: { 200: Ranking } }
  }, async (request): Promise<Ranking> => {
    const { params } = request
    const found = await findRanking(store, params.id, seesConfidential(request))
    if (found === null) throw await notFound('Ranking', params.id, '/api/v1/rankings')
    const { organisations, scores, ...ranking } = found
    const known = new Map((await organisationsOfRun(store)([...organisations])).map(each => [each.id, each]))
    return { ...ranking, organisations: organisations.map((organisation, i) => ({ place: i + 1, organisation, name: known.get(organisation)?.name ?? null, country: known.get(organisation)?.country ?? null, score: scores[i] })) }
  })

  app.get<{ Querystring: z.infer<typeof FileQuery> }>('/exports/rankings', {
    schema: { tags: ['exports'], summary: 'Download the rankings that were shown', description: 'Those that anybody can see. CSV, one row for each organisation on each list, RFC 4180; the column "about" says in its first row where the file comes from.', querystring: FileQuery, response: { 200: z.string().describe('the file') } }
  }, async (request, reply) => {
    const { byteOrderMark, ...filter } = request.query
    // A file travels on: it holds what anybody may see, whoever asks for it.
    const file = exportRankings(streamRankings(store, { ...filter, confidential: false }), { softwareVersion: parts.version, byteOrderMark })
    return await reply.type(file.contentType).header('content-disposition', `attachment; filename="${file.fileName}"`).send(Readable.from(file.body))
  })
}

async function summaries ({ store }: Parts, rankings: RankingRecord[]): Promise<RankingSummary[]> {
  const askedFor = ({ question: { organisation } }: RankingRecord): string | null => typeof organisation === 'string' ? organisation : null
  const named = [...new Set(rankings.flatMap(ranking => [...ranking.organisations.slice(0, 1), askedFor(ranking) ?? []].flat()))]
  const names = new Map((await organisationsOfRun(store)(named)).map(({ id, name }) => [id, name]))
  const withName = (organisation: string): { organisation: string, name: string | null } => ({ organisation, name: names.get(organisation) ?? null })
  return rankings.map(ranking => {
    const { organisations, scores, ...rest } = ranking
    const asker = askedFor(ranking)
    return { ...rest, madeFor: asker === null ? null : withName(asker), first: organisations.length === 0 ? null : { ...withName(organisations[0]), score: scores[0] } }
  })
}
