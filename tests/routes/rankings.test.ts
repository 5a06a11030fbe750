import t from 'tap'
import { logRanking, RANKINGS_DAY_MAX } from '../../services/casework/ranking-log.ts'
import { buildAnalysedService, buildService } from '../support/build-service.ts'

const clock = (): Date => new Date('2026-03-01T12:00:00.000Z')

t.test('anybody can see which list was shown, on which run, in which order, with which scores', async t => {
  const { store, call, run } = await buildAnalysedService(t)
  const { rows: organisations } = await store.listOrganisations({}, { limit: 3, after: null })
  const [a, b, c] = organisations.map(({ id }) => id)
  await logRanking(store, { list: 'partners', question: { organisation: a }, run: run.id, organisations: [c, b, 'org-000000000000'], scores: [0.9, 0.5, null], confidential: false }, clock)
  await logRanking(store, { list: 'bridges', question: { between: ['C1', 'C2'] }, run: run.id, organisations: [], scores: [], confidential: false }, clock)

  const { body: page } = await call('GET', `/api/v1/rankings?organisation=${a}`)
  t.match(page, { total: 1, logging: true, loggedToday: 2, dayMax: RANKINGS_DAY_MAX, nextCursor: null, items: [{ list: 'partners', run: run.id, shown: 3, shownAt: '2026-03-01T12:00:00.000Z', first: { organisation: c, name: organisations[2].name, score: 0.9 } }] })
  t.equal((await call('GET', '/api/v1/rankings?list=bridges')).body.items[0].first, null)

  const { body: ranking } = await call('GET', `/api/v1/rankings/${page.items[0].id}`)
  t.strictSame(ranking.organisations.map(({ place, organisation, name, score }: any) => [place, organisation, name, score]), [[1, c, organisations[2].name, 0.9], [2, b, organisations[1].name, 0.5], [3, 'org-000000000000', null, null]])

  const file = await call('GET', '/api/v1/exports/rankings?list=partners')
  t.match(file.headers['content-disposition'], /amber-road-rankings\.csv/)
  const lines = file.text.trim().split('\r\n')
  t.equal(lines.length, 4)
  t.match(lines[1], new RegExp(`^${page.items[0].id},2026-03-01T12:00:00.000Z,partners,${run.id},.*,3,1,${c},0.9,"?content: `))
  t.match(lines[3], /,3,org-000000000000,,$/)
})

t.test('what is not there, and filters that do not exist, are refused', async t => {
  const { call } = await buildService(t)
  t.match((await call('GET', '/api/v1/rankings/rnk-000000000000')).body, { status: 404, code: 'NOT_FOUND' })
  t.match((await call('GET', '/api/v1/rankings?list=clusters')).body, { status: 400, code: 'INVALID_INPUT' })
  t.match((await call('GET', '/api/v1/rankings?organisation=someone')).body, { status: 400, code: 'INVALID_INPUT' })
  t.match((await call('GET', '/api/v1/rankings?lists=bridges')).body, { status: 400, code: 'INVALID_INPUT' })
  t.match((await call('GET', '/api/v1/rankings?limit=501')).body, { status: 400, code: 'INVALID_INPUT' })
  t.match((await call('DELETE', '/api/v1/rankings')).body, { status: 405 }, 'the log cannot be changed')
})

t.test('a read-only service says that it logs nothing', async t => {
  const { call } = await buildService(t, { config: { readOnly: true } })
  t.match((await call('GET', '/api/v1/rankings')).body, { logging: false, total: 0 })
})
