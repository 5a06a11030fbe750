/** Bridges of a run: the shortlist, what lies between two sides, why an organisation stands there, and what would change without it. */
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { readFeedback } from '../casework/feedback.ts'
import { Bridge, BridgeChoice, BridgeReasons, BridgeRemoval, Pair, PairPicture, PairPictureQuery, PairQuery } from '../contract/bridge.ts'
import { OrganisationFilter } from '../contract/filter.ts'
import { PageQuery, pageOf } from '../contract/page.ts'
import { bridgesContext, sideText } from '../contract/side.ts'
import { ServiceError } from '../errors.ts'
import { withMergedIds } from '../ingest/read-redirects.ts'
import type { LoadedRun } from '../runs/run-service.ts'
import { explainBridge } from '../views/bridges/bridge-reasons.ts'
import { removeBridge } from '../views/bridges/bridge-removal.ts'
import { listBridges } from '../views/bridges/list-bridges.ts'
import type { BridgeQuery } from '../views/bridges/list-bridges.ts'
import { buildPairPicture, describePair } from '../views/bridges/pair-view.ts'
import { resolvePair, sideMask } from '../views/bridges/resolve-pair.ts'
import { isOfTable, linksOfNodes } from '../views/table-nodes.ts'
import { logShown } from './casework/log-shown.ts'
import { pageOfItems } from './paged.ts'
import { findSources, loadRun, organisationsOfRun } from './parts.ts'
import type { Parts, RoutePlugin } from './parts.ts'

const TAGS = ['bridges']
const RunParams = z.object({ run: z.string().describe('run id, or latest: the newest completed run that found clusters and was no trial') })
const BridgeParams = RunParams.extend({ organisation: z.string().describe('organisation id') })
const BridgesQuery = OrganisationFilter.extend({ ...PageQuery.shape, ...BridgeChoice.shape })
type Choice = z.infer<typeof BridgeChoice> & OrganisationFilter

export const bridgeRoutes: RoutePlugin = (app, parts) => {
  const { store, reference } = parts
  const organisations = organisationsOfRun(store)

  app.get<{ Params: { run: string }, Querystring: z.infer<typeof BridgesQuery> }>('/runs/:run/bridges', {
    schema: { tags: TAGS, summary: 'List bridge organisations', description: 'Without sides: greatest bridge score first, with both of its parts. Between two sides: who has links to the other, or deals with both from outside, by how much of what joins the two hangs on it; for brokers, whom they marked as not relevant between these two is left out. A shortlist to look at, not a verdict.', params: RunParams, querystring: BridgesQuery, response: { 200: pageOf(Bridge) } }
  }, async request => {
    const { params, query: { limit, cursor, ...choice } } = request
    const loaded = await loadRun(parts, params.run)
    const { marked, ...chosen } = await chooseBridges(parts, request, loaded, choice)
    const page = await pageOfItems(['bridges', loaded.run.id, choice], { limit, cursor }, (offset, size) => listBridges(loaded, { ...chosen, offset, limit: size }, organisations))
    // The log is of organisations; nodes of a table are introduced to nobody.
    if (isOfTable(loaded.run)) return page
    await logShown(parts, request, { list: 'bridges', question: askedOf(choice, chosen), run: loaded.run.id, organisations: page.items.map(({ organisation }) => organisation), scores: page.items.map(({ bridgeScore, standing }) => standing?.pairScore ?? bridgeScore), confidential: marked })
    return page
  })

  app.get<{ Params: { run: string }, Querystring: PairQuery }>('/runs/:run/pair', {
    schema: { tags: TAGS, summary: 'Get what lies between two sides', description: 'Links across, who has them, networks both sides share, the shortest route, and third parties.', params: RunParams, querystring: PairQuery, response: { 200: Pair } }
  }, async ({ params, query }) => {
    const loaded = await loadRun(parts, params.run)
    return describePair(loaded, resolvePair(loaded, reference, query))
  })

  app.get<{ Params: { run: string }, Querystring: z.infer<typeof PairPictureQuery> }>('/runs/:run/pair/picture', {
    schema: { tags: TAGS, summary: 'Get the links between two sides', description: 'The members with the most links across and every link among them; or, through a third party, its links to both sides. How much of how much is drawn stands beside.', params: RunParams, querystring: PairPictureQuery, response: { 200: PairPicture } }
  }, async ({ params, query: { through, ...sides } }) => {
    const loaded = await loadRun(parts, params.run)
    return await buildPairPicture(loaded, resolvePair(loaded, reference, sides), through, { organisations, sources: await findSources(parts) })
  })

  app.get<{ Params: z.infer<typeof BridgeParams>, Querystring: PairQuery }>('/runs/:run/bridges/:organisation', {
    schema: { tags: TAGS, summary: 'Get why an organisation is a bridge', description: 'Its place between two sides in numbers, its role, what hangs on it, the networks and links behind it with their dates and sources, bridges like it, and how sure all of it is.', params: BridgeParams, querystring: PairQuery, response: { 200: BridgeReasons } }
  }, async ({ params, query }) => {
    const loaded = await loadRun(parts, params.run)
    return await explainBridge(loaded, resolvePair(loaded, reference, query), params.organisation, {
      organisations,
      network: id => store.getNetwork(id),
      linksBetween: async (a, b) => isOfTable(loaded.run) ? linksOfNodes(loaded, a, b) : (await Promise.all([[a, b], [b, a]].map(([source, target]) => store.listLinks({ source, target }, { limit: LINKS_OF_PAIR_MAX, after: null })))).flatMap(({ rows }) => rows)
    })
  })

  app.get<{ Params: z.infer<typeof BridgeParams>, Querystring: PairQuery }>('/runs/:run/bridges/:organisation/removal', {
    schema: { tags: TAGS, summary: 'Get what would change without a bridge', description: 'How many pairs of the two sides would be further apart or cut off, what strength would go, and into how many parts the network would fall. Nothing is removed.', params: BridgeParams, querystring: PairQuery, response: { 200: BridgeRemoval } }
  }, async ({ params, query }) => {
    const loaded = await loadRun(parts, params.run)
    return removeBridge(loaded, resolvePair(loaded, reference, query), params.organisation)
  })
}

/** Links recorded between one pair of organisations that are read as evidence: a handful is usual. */
const LINKS_OF_PAIR_MAX = 20

/** The choice in words, as a file and the log of rankings keep it. */
export const askedOf = ({ a, b, who, order: _order, ...rest }: Choice, { order }: Pick<BridgeQuery, 'order'>): Record<string, unknown> =>
  ({ ...rest, a: a && sideText(a), b: b && sideText(b), ...(b !== undefined && { who, order }) })

/** The choice as the list takes it, for brokers without whom they found not relevant between these two (`marked`: there are such); the list and its file are chosen alike. INVALID_INPUT for what needs a second side and has none. */
export async function chooseBridges ({ reference, store, seesConfidential }: Pick<Parts, 'reference' | 'store' | 'seesConfidential'>, request: FastifyRequest, loaded: LoadedRun, { a, b, who, order, without = [], ...filter }: Choice): Promise<Omit<BridgeQuery, 'offset' | 'limit'> & { marked: boolean }> {
  const refuse = (path: string, message: string): never => { throw new ServiceError('INVALID_INPUT', `${path} ${message}.`, { errors: [{ path, message }] }) }
  if (a === undefined && b !== undefined) refuse('b', `(${sideText(b)}) needs another side, a`)
  if (b === undefined && who === 'third-parties') refuse('who', 'third-parties stand between two sides; name both, a and b')
  if (b === undefined && order !== undefined && order !== 'score') refuse('order', `${order} compares links between two sides; name both, a and b`)
  if (a === undefined || b === undefined) return { members: a === undefined ? null : sideMask(loaded, reference, a, 'a'), without, filter, marked: false }
  const pair = resolvePair(loaded, reference, { a, b })
  const feedback = seesConfidential(request) ? await readFeedback(store, bridgesContext(a, b)) : []
  const notRelevant = [...await withMergedIds(store, feedback.filter(({ of, verdict }) => of === null && verdict === 'not-relevant').map(({ candidate }) => candidate))]
  return { pair, who, order: order ?? 'pair', without: [...without, ...notRelevant], filter, marked: notRelevant.length > 0 }
}
