import t from 'tap'
import { logRanking } from '../../services/casework/ranking-log.ts'
import { COMPARED_PAIRS_MIN } from '../../services/contract/broker-effect.ts'
import { RunRequest } from '../../services/contract/run.ts'
import { buildAnalysedService, buildService } from '../support/build-service.ts'

t.test('from a list to a link to another network', async t => {
  let day = 1
  const service = await buildAnalysedService(t, { runParts: { clock: () => new Date(Date.UTC(2026, 2, day)) } })
  const { store, runs, call, run } = service
  const { snapshot: { ids }, projection: { graph } } = (await runs.load(run.id))!
  const linkedTo = (i: number): number[] => [...graph.targets.subarray(graph.offsets[i], graph.offsets[i + 1])]
  // The first firm, and enough firms it has no link to for both groups.
  const far = ids.filter((_, i) => i > 0 && !linkedTo(0).includes(i)).slice(0, 2 * COMPARED_PAIRS_MIN + 6)
  const introduced = far.filter((_, i) => i % 2 === 0).slice(0, COMPARED_PAIRS_MIN)
  await logRanking(store, { list: 'partners', question: { organisation: ids[0] }, run: run.id, organisations: far, scores: far.map((_, i) => 1 / (i + 1)), confidential: false }, () => new Date('2026-02-27T00:00:00.000Z'))
  for (const candidate of introduced) {
    const { body } = await call('POST', '/api/v1/introductions', { of: ids[0], candidate })
    const { body: changed } = await call('POST', `/api/v1/introductions/${body.id}/changes`, { basedOn: 1, to: 'outcome', outcome: { linkKind: 'COLLABORATES', record: true } })
    t.equal(changed.state, 'outcome')
  }
  const early = (await call('GET', '/api/v1/introductions/effect')).body
  t.match(early, { total: introduced.length, comparison: 'without-links', linksTakenOut: 0, outcomes: { cases: introduced.length, withLink: introduced.length, byKind: { COLLABORATES: introduced.length, SUPPLIES: 0 }, linksSince: introduced.length, networksSince: 0 } }, 'a run from before holds none of the links')

  day = 20
  const { id } = await runs.start(RunRequest.parse({ options: { repeats: 0 } }))
  await runs.wait(id)
  const { body: effect } = await call('GET', `/api/v1/introductions/effect?run=${id}`)
  t.equal(effect.linksTakenOut, introduced.length)
  t.ok(effect.pairs.every(({ stepsBefore, stepsAfter }: { stepsBefore: number | null, stepsAfter: number }) => stepsAfter === 1 && (stepsBefore === null || stepsBefore > 1)))
  t.match(effect.ranked.introduced, { pairs: COMPARED_PAIRS_MIN, linked: COMPARED_PAIRS_MIN, linkedOtherwise: 0, share: 0 }, 'a link that only the broker recorded is no evidence against those he did not introduce')
  t.match(effect.ranked.others, { linked: 0, share: 0 })
  t.ok(effect.ranked.others.pairs >= COMPARED_PAIRS_MIN)

  const { body: two } = await call('GET', `/api/v1/introductions/effect?run=${id}&since=${run.id}`)
  t.match(two, { comparison: 'two-runs', linksTakenOut: 0, before: { run: run.id }, after: { run: id } })
  t.match((await call('GET', `/api/v1/introductions/effect?run=${id}&since=${id}`)).body, { status: 400, errors: [{ path: 'since' }] })
  t.match((await call('GET', '/api/v1/introductions/effect?since=run-000000000000')).body, { status: 404 })
})

t.test('with fewer pairs than the minimum there are no shares, and without a run no effect', async t => {
  const { call } = await buildAnalysedService(t)
  const { body } = await call('GET', '/api/v1/introductions/effect')
  t.match(body, { total: 0, pairs: [], linksTakenOut: 0, ranked: { introduced: { pairs: 0, share: null }, others: { share: null }, pairsMin: COMPARED_PAIRS_MIN } })
  t.strictSame(body.before, body.after)
  const empty = await buildService(t)
  t.match((await empty.call('GET', '/api/v1/introductions/effect')).body, { status: 409, code: 'NO_RUN' })
})
