/** Two runs compared over the API: the same data, other data, and what cannot be compared. */
import t from 'tap'
import { ClusterChanges, MOVED_LISTED_MAX } from '../../services/contract/cluster-changes.ts'
import { buildAnalysedService } from '../support/build-service.ts'

t.test('what became of the clusters of an earlier run', async t => {
  const { call, runs, run } = await buildAnalysedService(t)
  const again = async (): Promise<string> => (await runs.wait((await call('POST', '/api/v1/runs', { options: { repeats: 3 } })).body.id)).id
  const compare = async (now: string, since: string): Promise<ClusterChanges> => ClusterChanges.parse((await call('GET', `/api/v1/runs/${now}/changes?since=${since}`)).body)

  const same = await again()
  const { changes: none } = await compare(same, run.id)
  t.equal(none.length, run.metrics!.clusters)
  for (const change of none) t.match(change, { change: 'continued', joined: 0, left: 0, growth: 0, moved: [], shared: change.before[0].size, identity: { before: change.before[0].code, after: change.after[0].code } }, 'the same data: nobody moved')

  const { body: members } = await call('GET', `/api/v1/runs/${run.id}/results?cluster=C1&limit=100&sort=strength`)
  const ids: string[] = members.items.map((row: { organisation: { id: string } }) => row.organisation.id)
  for (const id of ids.slice(0, -3)) t.equal((await call('DELETE', `/api/v1/organisations/${id}`)).status, 204)
  const later = (await runs.get(await again()))!
  const { since, now, changes } = await compare(later.id, run.id)
  t.match({ since, now }, {
    since: { run: run.id, revision: run.revision, clusters: run.metrics!.clusters, organisations: run.metrics!.organisations },
    now: { run: later.id, revision: later.revision, clusters: later.metrics!.clusters, organisations: run.metrics!.organisations - ids.length + 3 }
  })
  const dead = changes.find(({ change, before }) => change === 'died' && before[0].code === 'C1')
  t.match(dead, { after: [], identity: null, shared: 0, joined: 0, left: ids.length, leftGone: ids.length - 3, growth: -ids.length, before: [{ size: ids.length, name: { mixed: Boolean } }] }, 'all but three of its members are gone')
  t.equal(dead!.moved.length, MOVED_LISTED_MAX)
  t.match(dead!.moved[0], { organisation: ids[0], name: null, from: 'C1', to: null, data: 'gone' }, 'the strongest first; a deleted one has no name any more')
  t.ok(changes.some(({ change, identity }) => change !== 'died' && identity !== null), 'others are still there')
  t.equal(new Set(changes.flatMap(({ before }) => before.map(({ code }) => code))).size, run.metrics!.clusters, 'each is told of')
  const { changes: back } = await compare(run.id, later.id)
  t.match(back.find(({ change }) => change === 'born'), { after: [{ code: 'C1' }], joined: ids.length, joinedNew: ids.length - 3, growth: ids.length }, 'backwards it is born')
})

t.test('a run of values has no clusters to compare', async t => {
  const { call, run, runs } = await buildAnalysedService(t)
  const values = await runs.wait((await call('POST', '/api/v1/runs', { algorithm: 'degree' })).body.id)
  for (const url of [`${values.id}/changes?since=${run.id}`, `latest/changes?since=${values.id}`]) t.match(await call('GET', `/api/v1/runs/${url}`), { status: 409, body: { code: 'RUN_OF_ANOTHER_KIND', detail: /measured degree and has no clusters/ } }, url)
  t.equal((await call('POST', `/api/v1/runs/${values.id}/changes?since=${run.id}`)).status, 405)
})

t.test('what cannot be compared', async t => {
  const { call, run } = await buildAnalysedService(t)
  t.match(await call('GET', '/api/v1/runs/latest/changes'), { status: 400, body: { code: 'INVALID_INPUT', errors: [{ path: 'since' }] } })
  t.match(await call('GET', `/api/v1/runs/latest/changes?since=${run.id}`), { status: 400, body: { code: 'INVALID_INPUT', detail: /itself/, errors: [{ path: 'since' }] } })
  const typed = run.id.slice(0, -1) + (run.id.endsWith('0') ? '1' : '0')
  t.match(await call('GET', `/api/v1/runs/latest/changes?since=${typed}`), { status: 404, body: { code: 'NOT_FOUND', didYouMean: [run.id] } })
  t.match(await call('GET', `/api/v1/runs/${typed}/changes?since=latest`), { status: 404, body: { code: 'NOT_FOUND', didYouMean: [run.id] } })
  const waiting = (await call('POST', '/api/v1/runs', {})).body.id
  await call('POST', `/api/v1/runs/${waiting}/cancel`)
  t.match(await call('GET', `/api/v1/runs/${run.id}/changes?since=${waiting}`), { status: 409, body: { code: 'RUN_NOT_COMPLETED', detail: /results exist only for completed runs/ } })
  t.match(await call('GET', `/api/v1/runs/${waiting}/changes?since=${run.id}`), { status: 409, body: { code: 'RUN_NOT_COMPLETED' } })
})
