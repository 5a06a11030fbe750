import t from 'tap'
import { Bridge, BridgeReasons, BridgeRemoval, EVIDENCE_LISTED_MAX, PairPicture, PICTURE_ROWS_MAX, PICTURE_ROWS_MORE_MAX } from '../../services/contract/bridge.ts'
import type { BridgeOrder } from '../../services/contract/bridge.ts'
import { SideText } from '../../services/contract/side.ts'
import type { ServiceError } from '../../services/errors.ts'
import { loadReference } from '../../services/reference/reference.ts'
import type { LoadedRun } from '../../services/runs/run-service.ts'
import { explainBridge } from '../../services/views/bridges/bridge-reasons.ts'
import { removeBridge } from '../../services/views/bridges/bridge-removal.ts'
import { listBridges } from '../../services/views/bridges/list-bridges.ts'
import { buildPairGraph } from '../../services/views/bridges/pair-graph.ts'
import { buildPairPicture, describePair } from '../../services/views/bridges/pair-view.ts'
import { PAIRS_KEPT_MAX, resolvePair, sideMask } from '../../services/views/bridges/resolve-pair.ts'
import { listResults } from '../../services/views/results.ts'
import { makeRun, toyId, toyRun } from '../support/loaded-run.ts'

const short = (id: string) => id.replace(/^org-0*/, '')
const page = { offset: 0, limit: 50 }

t.test('bridges by score, with what the score is made of', async t => {
  const { loaded, lookup } = toyRun()
  const { items, total } = await listBridges(loaded, page, lookup)
  t.ok(items.every(item => Bridge.safeParse(item).success))
  t.equal(total, 7, 'a score of 0 is no bridge')
  t.strictSame(items.map(({ organisation, bridgeScore, rank }) => [short(organisation), bridgeScore, rank]), [['a2', 90, 1], ['a1', 80, 2], ['b2', 70, 3], ['a3', 40, 4], ['a4', 40, 4], ['b3', 40, 4], ['b5', 10, 7]])
  t.match(items[0], { name: 'Beta', country: 'PL', city: 'Gdynia', cluster: 'C1', degree: 3, cutOff: 0, crossBorderBetweenness: { value: 20, rank: 1, of: 12, percentile: 11.5 / 12 } })
  t.strictSame(items[0].outside, [{ cluster: 'C2', share: 2 / 3 }])
  t.strictSame(items[0].countriesReached, ['LT'])
  t.strictSame(items[3].countriesReached, ['LT'])
})

const shorts = (ids: Array<{ organisation: string }>) => ids.map(({ organisation }) => short(organisation))
const reference = loadReference()
const sideOf = (text: string) => SideText.parse(text)
const pairOf = (loaded: LoadedRun, a: string, b: string) => resolvePair(loaded, reference, { a: sideOf(a), b: sideOf(b) })

t.test('bridges of one side, of a country, page by page', async t => {
  const { loaded, lookup } = toyRun()
  const found = async (given: object) => shorts((await listBridges(loaded, { ...page, ...given }, lookup)).items)
  t.strictSame(await found({ members: sideMask(loaded, reference, sideOf('cluster:C2'), 'a') }), ['b2', 'b3', 'b5'])
  t.strictSame(await found({ filter: { country: ['LT'] } }), ['b2', 'a4', 'b3', 'b5'])
  t.strictSame(await found({ without: [toyId('b2')], filter: { country: ['LT'] } }), ['a4', 'b3', 'b5'])
  t.strictSame(await found({ offset: 2, limit: 2 }), ['b2', 'a3'])
  t.strictSame(await found({ offset: 99 }), [])
  t.equal((await listBridges(loaded, { offset: 2, limit: 2 }, lookup)).total, 7)
})

t.test('between two clusters: everyone with a link across, by what hangs on it', async t => {
  const { loaded, lookup } = toyRun()
  const pair = pairOf(loaded, 'cluster:C1', 'cluster:C2')
  const { items, total } = await listBridges(loaded, { ...page, pair }, lookup)
  t.equal(total, 8, 'a4 and b4 have no link across')
  t.ok(items.every(item => Bridge.safeParse(item).success))
  t.strictSame(shorts(items), ['b2', 'a1', 'a5', 'b5', 'a2', 'a3', 'b3', 'b1'])
  t.match(items[0].standing, { side: 'b', links: 2, toA: 2, toB: 4, strength: 2.5, joins: null, onlyFor: 1, rank: 1, shares: { links: 2 / 5, strength: 2.5 / 5.5, only: 1 / 8 } })
  t.ok(Math.abs(items[0].standing!.pairScore - 100 * (0.5 * 2 / 5 + 0.25 * 2.5 / 5.5 + 0.25 / 8)) < 1e-9)
  t.strictSame(items.map(({ standing }) => standing!.rank), [1, 2, 3, 3, 5, 6, 6, 8], 'equals share the better rank')
  const orders = async (order: BridgeOrder) => shorts((await listBridges(loaded, { ...page, pair, order }, lookup)).items)
  t.strictSame(await orders('score'), ['a2', 'a1', 'b2', 'a3', 'b3', 'b5', 'a5', 'b1'])
  t.strictSame(await orders('links'), ['b2', 'a1', 'a5', 'b5', 'a2', 'a3', 'b3', 'b1'])
  t.strictSame(await orders('only'), ['b2', 'a1', 'a5', 'b5', 'a3', 'b3', 'a2', 'b1'])
  t.strictSame(shorts((await listBridges(loaded, { ...page, pair, filter: { country: ['PL'] } }, lookup)).items), ['a1', 'a2', 'a3', 'b1'], 'a filter narrows the list')
  t.match(describePair(loaded, pair), { a: { text: 'cluster:C1', organisations: 5, across: 4 }, b: { organisations: 5, across: 4 }, both: 0, links: 5, strength: 5.5, organisations: 8, single: 6, sharedNetworks: 2, shortestRoute: 1, thirdParties: { organisations: 0 } })
})

t.test('third parties deal with both sides, and whoever is in both filters may be one', async t => {
  const { loaded, lookup } = toyRun()
  const pair = pairOf(loaded, 'country:PL;cluster:C1', 'country:LT')
  const { items } = await listBridges(loaded, { ...page, pair, who: 'third-parties' }, lookup)
  t.strictSame(shorts(items), ['b1'], 'Jota is Polish and in C2; it deals with Alfa and with Lithuanians')
  t.match(items[0].standing, { side: 'neither', toA: 1, toB: 4, links: 5, joins: 3, onlyFor: 2 }, 'Mi and Ni reach the Poles of C1 through it alone')
  const overlapping = pairOf(loaded, 'cluster:C2', 'country:LT')
  t.equal(describePair(loaded, overlapping).both, 4, 'the Lithuanians of C2 are in both, and stand on neither side')
  t.match((await listBridges(loaded, { ...page, pair: overlapping, who: 'third-parties' }, lookup)).items.find(({ organisation }) => short(organisation) === 'b5'), { standing: { side: 'both', toA: 1, toB: 1 } }, 'Ni deals with Jota and with Epsilon')
})

t.test('the picture holds both ends of every link, or one third party between its partners', async t => {
  const { loaded, lookup } = toyRun()
  const context = { organisations: lookup, sources: [] }
  const picture = await buildPairPicture(loaded, pairOf(loaded, 'cluster:C1', 'cluster:C2'), undefined, context)
  t.ok(PairPicture.safeParse(picture).success)
  t.strictSame(picture.drawn.map(({ source, target, weight }) => [short(source), short(target), weight]).sort(), [['a1', 'b1', 0.5], ['a1', 'b2', 0.5], ['a2', 'b2', 2], ['a3', 'b3', 1], ['a5', 'b5', 1.5]])
  t.strictSame(picture.rows.filter(({ side }) => side === 'a').map(({ id, links, single }) => [short(id), links, single]), [['a1', 2, false], ['a2', 1, true], ['a5', 1, true], ['a3', 1, true]])
  const through = await buildPairPicture(loaded, pairOf(loaded, 'country:PL;cluster:C1', 'country:LT'), toyId('b1'), context)
  t.strictSame(through.rows.map(({ id, side }) => [short(id), side]), [['b1', 'middle'], ['a1', 'a'], ['b2', 'b'], ['b3', 'b'], ['b4', 'b'], ['b5', 'b']])
  t.equal(through.drawn.length, 5)
})

t.test('a large pair is drawn in part: the greatest, and whoever is asked about', async t => {
  const left = Array.from({ length: 60 }, (_, i) => ({ id: toyId(`a${10 + i}`), name: `A${i}`, country: 'PL' }))
  const right = Array.from({ length: 60 }, (_, i) => ({ id: toyId(`b${10 + i}`), name: `B${i}`, country: 'LT' }))
  // Each b deals with the a of its number; the first a with all of them.
  const { loaded, lookup } = makeRun({ organisations: [...left, ...right], collaboration: right.flatMap(({ id }, i): Array<[string, string, number]> => i === 0 ? [[left[0].id, id, 1]] : [[left[0].id, id, 1], [left[i].id, id, 1]]) })
  const pair = pairOf(loaded, 'country:PL', 'country:LT')
  const context = { organisations: lookup, sources: [] }
  const rows = async (through?: string) => (await buildPairPicture(loaded, pair, through, context)).rows
  t.strictSame([(await rows()).filter(({ side }) => side === 'a').length, (await rows()).filter(({ side }) => side === 'b').length], [PICTURE_ROWS_MAX, PICTURE_ROWS_MAX])
  t.notOk((await rows()).some(({ id }) => id === left[59].id))
  t.ok((await rows(left[59].id)).some(({ id }) => id === left[59].id))
  t.ok((await rows(left[59].id)).some(({ id }) => id === right[59].id), 'with its partners')
  t.equal((await rows(left[0].id)).filter(({ side }) => side === 'b').length, Math.min(60, PICTURE_ROWS_MAX + PICTURE_ROWS_MORE_MAX))
})

t.test('why: every number of the sentence, and what hangs on it', async t => {
  const { loaded, lookup } = toyRun()
  const pair = pairOf(loaded, 'cluster:C1', 'cluster:C2')
  const evidence = { organisations: lookup, network: async (id: string) => ({ id, kind: 'project' as const, name: id, title: null, programme: null, from: '2019', to: '2021', domains: [], membersTotal: null, externalKey: null, source: 'test', updatedAt: '2026-01-01T00:00:00.000Z' }), linksBetween: async () => [] }
  const why = await explainBridge(loaded, pair, toyId('b2'), evidence)
  t.ok(BridgeReasons.safeParse(why).success)
  t.match(why, { most: false, joins: 7, ifItLeft: { links: { before: 5, after: 3 }, organisations: { before: 8, after: 6 }, strength: { before: 5.5, after: 3 }, shortestRoute: { before: 1, after: 1 }, cutOff: 0 } }, 'a1 has two links as well')
  t.match(why.evidence, { networksTotal: 1, networks: [{ id: 'net-000000000005', members: 3, reached: 1, from: '2019' }], recordedTotal: 1 })
  t.match(why.confidence, { memberConfidence: null, named: true, place: 'unknown', linksOnOneNetwork: 1, largestNetwork: 1 })
  t.equal((await explainBridge(loaded, pair, toyId('a1'), evidence)).confidence.place, 'exact')
  await t.rejects(explainBridge(loaded, pair, toyId('a4'), evidence), { code: 'INVALID_INPUT', message: /has no link to the other/ })
  await t.rejects(explainBridge(loaded, pair, toyId('z'), evidence), { code: 'INVALID_INPUT', message: /does not deal with both/ })
  await t.rejects(explainBridge(loaded, pair, toyId('q'), evidence), { code: 'NOT_FOUND' })
  const removal = removeBridge(loaded, pair, toyId('b2'))
  t.ok(BridgeRemoval.safeParse(removal).success)
  t.match(removal, { pairs: 20, sources: 5, sourcesTotal: 5, strengthAcross: { before: 5.5, after: 3 }, parts: { before: { parts: 3, largest: 9 }, after: { parts: 3, largest: 9 } } })
  t.equal(removal.lengths.reduce((sum, { before }) => sum + before, 0) + removal.apart.before, 20)
  t.equal(removal.lengths[0].before, 3, 'links that stay')
})

t.test('of much evidence the networks that join it to most are listed, and all are counted', async t => {
  const members = ['a1', 'b1'].map(toyId)
  const networks = Object.fromEntries(Array.from({ length: EVIDENCE_LISTED_MAX + 7 }, (_, i) => [`net-${String(i).padStart(12, '0')}`, members]))
  const { loaded, lookup } = makeRun({ organisations: [{ id: members[0], name: 'A', country: 'PL' }, { id: members[1], name: 'B', country: 'LT' }], networks })
  const network = async (id: string) => ({ id, kind: 'project' as const, name: id, title: null, programme: null, from: null, to: null, domains: [], membersTotal: null, externalKey: null, source: 'test', updatedAt: '2026-01-01T00:00:00.000Z' })
  const { evidence, confidence } = await explainBridge(loaded, pairOf(loaded, 'country:PL', 'country:LT'), members[0], { organisations: lookup, network, linksBetween: async () => [] })
  t.strictSame([evidence.networksTotal, evidence.networks.length], [EVIDENCE_LISTED_MAX + 7, EVIDENCE_LISTED_MAX])
  t.equal(confidence.linksOnOneNetwork, 0, 'its one link rests on many')
})

t.test('sides that nobody can stand between are refused, with what to do', async t => {
  const { loaded } = toyRun()
  const refusal = (a: string, b: string) => { try { pairOf(loaded, a, b) } catch (error) { return error as ServiceError } throw new Error('was not refused') }
  t.match(refusal('cluster:C1', 'cluster:C7'), { code: 'NOT_FOUND', didYouMean: ['C1', 'C2'] })
  t.match(refusal('country:ZZ', 'cluster:C1'), { code: 'INVALID_INPUT', errors: [{ path: 'a', value: 'ZZ' }] })
  t.match(refusal('cluster:C1', 'region:PL63X'), { code: 'INVALID_INPUT', errors: [{ path: 'b' }], didYouMean: ['PL63', 'PL633'] })
  t.match(refusal('domain:h2020:SC99', 'cluster:C1'), { code: 'INVALID_INPUT', message: /domain "h2020:SC99" is not known/ })
  t.match(refusal('sector:99.99', 'cluster:C1'), { code: 'INVALID_INPUT', message: /sector "99.99" is not known/ })
  t.match(refusal('country:NZ', 'cluster:C1'), { code: 'INVALID_INPUT', message: /Side a \(country:NZ\) holds no organisation/ })
  t.match(refusal('cluster:C1', 'cluster:C1'), { code: 'INVALID_INPUT', message: /hold the same 5 organisations/ })
  t.match(refusal('cluster:C1', 'cluster:C1;country:LT'), { code: 'INVALID_INPUT', message: /Side b .* lies wholly within side a/, errors: [{ path: 'b' }] })
  t.equal(pairOf(loaded, 'country:PL', 'country:LT'), pairOf(loaded, 'country:PL', 'country:LT'), 'worked out once')
})

t.test('results: greatest first, not defined last, equals by id', async t => {
  const { loaded, lookup } = toyRun()
  const { items, total } = await listResults(loaded, { ...page, sort: 'bridgeScore' }, lookup)
  t.equal(total, 13)
  t.strictSame(items.map(({ organisation, scores }) => [short(organisation.id), scores.bridgeScore]),
    [['a2', 90], ['a1', 80], ['b2', 70], ['a3', 40], ['a4', 40], ['b3', 40], ['b5', 10], ['a5', 0], ['b1', 0], ['b4', 0], ['g1', 0], ['g2', 0], ['z', null]])
  t.match(items[0], { organisation: { id: toyId('a2'), name: 'Beta', kind: 'company', country: 'PL', city: 'Gdynia' }, cluster: 'C1', ranks: { bridgeScore: 1, crossBorderBetweenness: 1, pagerank: null } })
  t.match(items[12], { cluster: null, ranks: { degree: null } })
  const inside = await listResults(loaded, { ...page, sort: 'strength', cluster: ['C1'], filter: { country: ['LT'] } }, lookup)
  t.strictSame(inside.items.map(({ organisation, scores }) => [short(organisation.id), scores.strength]), [['a5', 2.5], ['a4', 2]])
  await t.rejects(listResults(loaded, { ...page, sort: 'degree', cluster: ['X'] }, lookup), { code: 'NOT_FOUND' })
})

t.test('a run of nobody', async t => {
  const { loaded, lookup } = makeRun({ organisations: [] })
  t.strictSame(await listBridges(loaded, page, lookup), { items: [], total: 0 })
  t.strictSame(await listResults(loaded, { ...page, sort: 'degree' }, lookup), { items: [], total: 0 })
})

t.test('the links between two sides as a network for other tools', async t => {
  const { loaded, lookup } = toyRun()
  const pair = pairOf(loaded, 'cluster:C1', 'cluster:C2')
  const context = { organisations: lookup, sources: [] }
  const view = await buildPairGraph(loaded, pair, 100, context)
  t.match(view, { level: 'pair', focus: 'cluster:C1 ~ cluster:C2', counts: { organisationsShown: 8, organisationsPassing: 8, organisationsTotal: 13, clusters: 2, edgesShown: 5, edgesTotal: 5 } })
  const side = new Map(view.nodes.map(({ id, x }) => [id, x]))
  t.strictSame(new Set(view.nodes.map(({ cluster, x }) => `${cluster} ${x}`)), new Set(['C1 0', 'C2 40']), 'two columns')
  t.ok(view.edges.every(({ source, target }) => side.get(source) !== side.get(target)), 'only links across')
  t.equal(view.edges.reduce((sum, { weight }) => sum + weight, 0), 5.5)
  t.equal(new Set(view.nodes.map(({ x, y }) => `${x} ${y}`)).size, 8, 'nobody stands on another')
  const shortened = await buildPairGraph(loaded, pair, 2, context)
  t.match(shortened.counts, { edgesShown: 2, edgesTotal: 5 }, 'the strongest, and how many there are')
})

t.test('as many pairs of a run are kept as the limit says, those asked for last', t => {
  const { loaded } = toyRun()
  const reference = loadReference()
  const resolve = (b: string) => resolvePair(loaded, reference, { a: SideText.parse('country:PL'), b: SideText.parse(b) })
  const others = ['SE', 'DE', 'DK', 'FI', 'EE', 'LV', 'NO', 'IS', 'NL', 'BE'].slice(0, PAIRS_KEPT_MAX).map(country => `country:LT,${country}`)
  t.equal(others.length, PAIRS_KEPT_MAX)
  const first = resolve('cluster:C2')
  for (const other of others.slice(1)) resolve(other)
  t.equal(resolve('cluster:C2'), first)
  for (const other of others) resolve(other)
  t.not(resolve('cluster:C2'), first)
  t.end()
})
