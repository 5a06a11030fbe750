/** Bridges over the API: the list and its file, the pair, the reasons with their evidence, and what would change. */
import t from 'tap'
import { parse } from 'csv-parse/sync'
import { Bridge, BridgeReasons, BridgeRemoval, Pair, PairPicture } from '../../services/contract/bridge.ts'
import { bridgesContext, SideText } from '../../services/contract/side.ts'
import { buildAnalysedService } from '../support/build-service.ts'

t.test('between two clusters of planted value chains', async t => {
  const { call, store } = await buildAnalysedService(t)
  const base = '/api/v1/runs/latest'
  const sides = 'a=cluster:C1&b=cluster:C2'
  const { body: pair } = await call('GET', `${base}/pair?${sides}`)
  t.ok(Pair.safeParse(pair).success)
  t.ok(pair.links > 0, 'the chains deal with each other')
  const { status, body: list } = await call('GET', `${base}/bridges?${sides}`)
  t.equal(status, 200)
  t.ok(list.items.every((item: unknown) => Bridge.safeParse(item).success))
  t.equal(list.total, pair.organisations)
  t.equal(list.items.reduce((sum: number, { standing }: Bridge) => sum + standing!.links, 0), 2 * pair.links, 'each link has two ends')
  t.equal(list.items.filter(({ standing }: Bridge) => standing!.links === 1).length, pair.single)

  const pages = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const { body } = await call('GET', `${base}/bridges?${sides}&limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`)
    pages.push(...body.items)
    cursor = body.nextCursor
  }
  t.strictSame(pages, (await call('GET', `${base}/bridges?${sides}&limit=500`)).body.items, 'page by page the same list')
  t.match(await call('GET', `${base}/bridges?${sides}&limit=1&order=links&cursor=${(await call('GET', `${base}/bridges?${sides}&limit=1`)).body.nextCursor}`), { status: 400, body: { code: 'INVALID_CURSOR' } })

  for (const more of ['', '&who=third-parties', '&order=score', `&without=${list.items[0].organisation}`]) {
    const rows: Array<Record<string, string>> = parse((await call('GET', `/api/v1/exports/bridges?${sides}${more}`)).text, { columns: true })
    const items = (await call('GET', `${base}/bridges?${sides}${more}&limit=500`)).body.items
    t.strictSame(rows.map(({ id, linksToA, onlyLinkFor }) => [id, linksToA, onlyLinkFor]), items.map(({ organisation, standing }: Bridge) => [organisation, String(standing!.toA), String(standing!.onlyFor)]), `the file follows the list ${more}`)
  }

  const marked = list.items[0].organisation
  const context = bridgesContext(SideText.parse('cluster:C1'), SideText.parse('cluster:C2'))
  const { body: feedback } = await call('POST', '/api/v1/feedback', { candidate: marked, context, verdict: 'not-relevant' })
  const without = (await call('GET', `${base}/bridges?a=cluster:C2&b=cluster:C1&limit=500`)).body
  t.equal(without.total, list.total - 1, 'who is not relevant between the two is left out, whichever side is named first')
  t.notOk(without.items.some(({ organisation }: Bridge) => organisation === marked))
  t.equal((await call('DELETE', `/api/v1/feedback/${feedback.id}`)).status, 204)
  t.equal((await call('GET', `${base}/bridges?${sides}`)).body.total, list.total, 'and back when that is taken back')

  const graph = (await call('GET', `/api/v1/exports/pair?${sides}&format=json`)).body
  t.match(graph, { level: 'pair', counts: { organisationsShown: pair.organisations, edgesTotal: pair.links } })

  const { body: picture } = await call('GET', `${base}/pair/picture?${sides}`)
  t.ok(PairPicture.safeParse(picture).success)
  t.equal(picture.drawn.length, picture.links, 'all of a small pair')

  const first = list.items[0].organisation
  const { body: why } = await call('GET', `${base}/bridges/${first}?${sides}`)
  t.ok(BridgeReasons.safeParse(why).success)
  t.strictSame(why.bridge, list.items[0])
  t.equal(why.ifItLeft.links.before - why.ifItLeft.links.after, list.items[0].standing.links)
  t.equal(why.roles.direction === 'supply' ? why.roles.byCountry.length : 5, 5, 'with a direction gatekeeper and representative are two')
  for (const link of why.evidence.links) {
    const { body: recorded } = await call('GET', `/api/v1/links/${link.id}`)
    t.match(recorded, { source: link.source, target: link.target, dataSource: link.dataSource }, 'what is shown is on record')
    t.ok(link.source === first || link.target === first)
  }
  t.ok(why.evidence.links.length + why.evidence.networks.length > 0, 'something stands behind it')
  for (const { id } of why.evidence.networks) t.ok((await store.listMemberships({ network: id, organisation: first }, { limit: 1, after: null })).total > 0)

  const { body: shown } = await call('GET', '/api/v1/rankings?list=bridges&limit=500')
  t.ok(shown.items.some(({ question, first: top }: { question: Record<string, unknown>, first: { organisation: string } | null }) => question.a === 'cluster:C1' && question.b === 'cluster:C2' && question.order === 'pair' && top?.organisation === first), 'the list that was shown is in the log')

  const { body: removal } = await call('GET', `${base}/bridges/${first}/removal?${sides}`)
  t.ok(BridgeRemoval.safeParse(removal).success)
  const pairsOf = (key: 'before' | 'after'): number => removal.lengths.reduce((sum: number, row: { before: number, after: number }) => sum + row[key], 0) + removal.apart[key]
  t.equal(pairsOf('before'), removal.pairs)
  t.equal(pairsOf('after'), removal.pairs, 'every pair is counted, before and after')
})

t.test('what cannot be asked is refused with what to do', async t => {
  const { call } = await buildAnalysedService(t)
  const get = async (path: string): Promise<unknown> => await call('GET', `/api/v1/runs/latest/${path}`)
  t.match(await get('bridges?b=cluster:C1'), { status: 400, body: { code: 'INVALID_INPUT', detail: /needs another side, a/ } })
  t.match(await get('bridges?a=cluster:C1&order=links'), { status: 400, body: { errors: [{ path: 'order' }] } })
  t.match(await get('bridges?who=third-parties'), { status: 400, body: { errors: [{ path: 'who' }] } })
  t.match(await get('bridges?a=cluster:C1&b=cluster:C1'), { status: 400, body: { errors: [{ path: 'b' }] } })
  t.match(await get('bridges?a=nonsense&b=cluster:C1'), { status: 400, body: { errors: [{ path: 'a', message: /no key of a side/ }] } })
  t.match(await get('bridges?a=cluster:C1&b=cluster:C99'), { status: 404, body: { code: 'NOT_FOUND' } })
  t.match(await get('pair?a=cluster:C1'), { status: 400, body: { errors: [{ path: 'b', message: 'is missing' }] } })
  t.match(await get('bridges?between=C1,C2'), { status: 400 }, 'the parameter of earlier versions is not quietly ignored')
  t.match(await get('bridges/org-000000000000?a=cluster:C1&b=cluster:C2'), { status: 404 })
  t.match(await get('pair/picture?a=cluster:C1&b=cluster:C2&through=org-000000000000'), { status: 404 })
  t.match(await call('GET', '/api/v1/runs/run-000000000000/pair?a=cluster:C1&b=cluster:C2'), { status: 404 })
  t.equal((await call('GET', '/api/v1/runs/latest/bridges?a=cluster:C1')).status, 200, 'one side alone: its members by bridge score')
})
