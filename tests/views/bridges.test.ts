import t from 'tap'
import { Bridge } from '../../services/contract/organisation-profile.ts'
import { listBridges } from '../../services/views/bridges.ts'
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

t.test('bridges of a cluster, between two, of a country, page by page', async t => {
  const { loaded, lookup } = toyRun()
  const found = async (given: object) => (await listBridges(loaded, { ...page, ...given }, lookup)).items.map(({ organisation }) => short(organisation))
  t.strictSame(await found({ cluster: 'C2' }), ['b2', 'b3', 'b5'])
  t.strictSame(await found({ between: ['C1', 'C2'] }), ['a2', 'a1', 'b2', 'a3', 'b3', 'b5', 'a5', 'b1'], 'everyone with a link across, a4 and b4 have none')
  t.strictSame(await found({ between: ['C2', 'C1'], cluster: 'C2' }), ['b2', 'b3', 'b5', 'b1'])
  t.strictSame(await found({ filter: { country: ['LT'] } }), ['b2', 'a4', 'b3', 'b5'])
  t.strictSame(await found({ offset: 2, limit: 2 }), ['b2', 'a3'])
  t.strictSame(await found({ offset: 99 }), [])
  t.equal((await listBridges(loaded, { offset: 2, limit: 2 }, lookup)).total, 7)
  await t.rejects(listBridges(loaded, { ...page, between: ['C1', 'C7'] }, lookup), { code: 'NOT_FOUND', didYouMean: ['C1', 'C2'] })
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
