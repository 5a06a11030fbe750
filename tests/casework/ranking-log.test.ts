import t from 'tap'
import { findRanking, listRankings, logRanking, RANKING_LOGGED_MAX, RANKINGS_DAY_MAX, streamRankings } from '../../services/casework/ranking-log.ts'
import type { ShownRanking } from '../../services/casework/ranking-log.ts'
import { idFor } from '../../services/ids.ts'
import { openTestStore } from '../support/open-test-store.ts'

const [A, B, C] = ['a', 'b', 'c'].map(key => idFor('org', key))
const SHOWN: ShownRanking = { list: 'partners', question: { organisation: A, country: ['LV'] }, run: 'run-000000000001', organisations: [B, C], scores: [0.75, null], confidential: false }
const on = (day: string) => () => new Date(`2026-03-${day}T09:30:00.000Z`)
const ALL = { limit: 50, after: null }

t.test('a list shown twice on one day is one record, and keeps its order and scores', async t => {
  const store = await openTestStore(t)
  await logRanking(store, SHOWN, on('01'))
  await logRanking(store, { ...SHOWN, question: { country: ['LV'], organisation: A, kind: undefined } }, () => new Date('2026-03-01T23:59:59.000Z'))
  const { rows, total } = await listRankings(store, { confidential: true }, ALL)
  t.equal(total, 1)
  t.strictSame(rows, [{ ...SHOWN, shown: 2, id: rows[0].id, shownAt: '2026-03-01T09:30:00.000Z' }])
})

t.test('another day, order, run, question or list is another record', async t => {
  const store = await openTestStore(t)
  await logRanking(store, SHOWN, on('01'))
  await logRanking(store, SHOWN, on('02'))
  await logRanking(store, { ...SHOWN, organisations: [C, B] }, on('01'))
  await logRanking(store, { ...SHOWN, run: 'run-000000000002' }, on('01'))
  await logRanking(store, { ...SHOWN, question: { organisation: A } }, on('01'))
  await logRanking(store, { ...SHOWN, list: 'bridges' }, on('01'))
  t.equal((await listRankings(store, { confidential: true }, ALL)).total, 6)
  t.equal((await listRankings(store, { list: 'bridges', confidential: true }, ALL)).total, 1)
  t.equal((await listRankings(store, { organisation: A, confidential: true }, ALL)).total, 6, 'the one it was made for counts as being on it')
  t.equal((await listRankings(store, { organisation: C, list: 'partners', confidential: true }, ALL)).total, 5)
  t.equal((await listRankings(store, { organisation: idFor('org', 'elsewhere'), confidential: true }, ALL)).total, 0)
})

t.test('two readers at the same moment log it once', async t => {
  const store = await openTestStore(t)
  await Promise.all(Array.from({ length: 8 }, () => logRanking(store, SHOWN, on('01'))))
  t.equal((await listRankings(store, { confidential: true }, ALL)).total, 1)
})

t.test('of a long list the first are kept, and how many there were', async t => {
  const store = await openTestStore(t)
  const organisations = Array.from({ length: RANKING_LOGGED_MAX + 1 }, (_, i) => idFor('org', String(i)))
  await logRanking(store, { ...SHOWN, organisations, scores: organisations.map((_, i) => 1 / (i + 1)) }, on('01'))
  const { rows: [ranking] } = await listRankings(store, { confidential: true }, ALL)
  t.equal(ranking.organisations.length, RANKING_LOGGED_MAX)
  t.equal(ranking.scores.length, RANKING_LOGGED_MAX)
  t.equal(ranking.shown, RANKING_LOGGED_MAX + 1)
})

t.test('an empty list is logged too, and one whose scores are not parallel is refused', async t => {
  const store = await openTestStore(t)
  await logRanking(store, { ...SHOWN, organisations: [], scores: [] }, on('01'))
  t.equal((await listRankings(store, { confidential: true }, ALL)).rows[0].shown, 0)
  await t.rejects(logRanking(store, { ...SHOWN, scores: [1] }, on('01')), RangeError)
  t.equal((await listRankings(store, { confidential: true }, ALL)).total, 1)
})

t.test('pages with both filters join without a gap, and a stream reads all of them', async t => {
  const store = await openTestStore(t)
  for (const day of ['01', '02', '03', '04', '05']) await logRanking(store, SHOWN, on(day))
  const filter = { organisation: B, list: 'partners' as const, confidential: false }
  const days: string[] = []
  for (let after = null as { key: string, id: string } | null, first = true; first || after !== null; first = false) {
    const { rows, total, next } = await listRankings(store, filter, { limit: 2, after })
    t.equal(total, 5)
    days.push(...rows.map(({ shownAt }) => shownAt.slice(8, 10)))
    after = next
  }
  t.strictSame(days, ['05', '04', '03', '02', '01'])
  const streamed: string[] = []
  for await (const batch of streamRankings(store, filter)) streamed.push(...batch.map(({ shownAt }) => shownAt.slice(8, 10)))
  t.strictSame(streamed, days)
})

t.test('what rests on what brokers alone may see is told to them alone, and the profile that was answered too', async t => {
  const store = await openTestStore(t)
  await logRanking(store, SHOWN, on('01'))
  await logRanking(store, { ...SHOWN, question: { organisation: A, profile: 'prf-1' } }, on('02'))
  await logRanking(store, { ...SHOWN, confidential: true }, on('03'))
  const days = async (filter: object, confidential: boolean): Promise<string[]> => (await listRankings(store, { ...filter, confidential }, ALL)).rows.map(({ shownAt }) => shownAt.slice(8, 10))
  for (const filter of [{}, { list: 'partners' }, { organisation: C }, { organisation: A, list: 'partners' }]) {
    t.strictSame(await days(filter, false), ['02', '01'], JSON.stringify(filter))
    t.strictSame(await days(filter, true), ['03', '02', '01'], JSON.stringify(filter))
  }
  t.strictSame(await days({ list: 'bridges' }, false), [])
  const [hidden, answered] = (await listRankings(store, { confidential: true }, ALL)).rows
  t.equal(await findRanking(store, hidden.id, false), null)
  t.equal((await findRanking(store, hidden.id, true))?.id, hidden.id)
  t.strictSame([(await findRanking(store, answered.id, false))?.question, (await findRanking(store, answered.id, true))?.question], [{ organisation: A }, { organisation: A, profile: 'prf-1' }])
})

t.test('of one day so many lists are kept, and of the next as many again', async t => {
  const store = await openTestStore(t)
  const question = (i: number): ShownRanking => ({ ...SHOWN, question: { after: i } })
  for (let i = 0; i < RANKINGS_DAY_MAX - 1; i++) await logRanking(store, question(i), on('01'))
  await Promise.all([1, 2, 3].map(i => logRanking(store, question(RANKINGS_DAY_MAX + i), on('01'))))
  t.equal((await listRankings(store, { confidential: true }, ALL)).total, RANKINGS_DAY_MAX)
  await logRanking(store, SHOWN, on('02'))
  t.equal((await listRankings(store, { confidential: true }, ALL)).total, RANKINGS_DAY_MAX + 1)
})
