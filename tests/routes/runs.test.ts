/** Runs over the API: started, followed, stopped; clusters, measures, bridges and views of a completed one. */
import t from 'tap'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { ClustersView, OrganisationsView } from '../../services/contract/graph-view.ts'
import { Cluster } from '../../services/contract/cluster.ts'
import { OrganisationProfile } from '../../services/contract/organisation-profile.ts'
import { MEASURES, Run } from '../../services/contract/run.ts'
import { RUN_QUEUE_MAX } from '../../services/runs/create-run-service.ts'
import { buildAnalysedService, buildService } from '../support/build-service.ts'

t.test('a completed run, its clusters, its measures and its views', async t => {
  const { call, run, chains } = await buildAnalysedService(t)
  t.equal(Run.safeParse((await call('GET', '/api/v1/runs/latest')).body).success, true)
  t.strictSame((await call('GET', `/api/v1/runs/${run.id}`)).body, JSON.parse(JSON.stringify(run)))
  t.match((await call('GET', '/api/v1/runs')).body, { total: 1, items: [{ id: run.id, status: 'completed', revision: run.revision }] })

  const { body: { items: clusters } } = await call('GET', '/api/v1/runs/latest/clusters')
  t.equal(clusters.length, run.metrics?.clusters)
  const { body: cluster } = await call('GET', '/api/v1/runs/latest/clusters/C1')
  t.equal(Cluster.safeParse(cluster).success, true)
  t.match(await call('GET', '/api/v1/runs/latest/clusters/C99'), { status: 404, body: { code: 'NOT_FOUND', didYouMean: /C/ } })

  const { body: results } = await call('GET', '/api/v1/runs/latest/results?sort=strength&limit=200')
  t.equal(results.total, chains.organisations.length)
  const strengths = results.items.map((row: { scores: Record<string, number> }) => row.scores.strength)
  t.strictSame(strengths, [...strengths].sort((a, b) => b - a), 'greatest first')
  t.strictSame(Object.keys(results.items[0].scores), [...MEASURES])
  t.equal((await call('GET', '/api/v1/runs/latest/results?cluster=C1')).body.total, cluster.size)
  t.match(await call('GET', '/api/v1/runs/latest/results?sort=fame'), { status: 400, body: { errors: [{ path: 'sort' }] } })

  const { body: bridges } = await call('GET', '/api/v1/runs/latest/bridges?limit=5')
  t.equal(bridges.items.length, 5)

  const map = ClustersView.parse((await call('GET', '/api/v1/graphs/clusters')).body)
  t.equal(map.nodes.length, clusters.length)
  const inside = OrganisationsView.parse((await call('GET', '/api/v1/graphs/clusters/C1')).body)
  t.equal(inside.nodes.length, cluster.size)
  const focus = inside.nodes[0].id
  const ego = OrganisationsView.parse((await call('GET', `/api/v1/graphs/organisations/${focus}?depth=2`)).body)
  t.equal(ego.nodes.filter(({ depth }) => depth === 0).length, 1)
  t.equal((await call('GET', `/api/v1/graphs/organisations/${focus}?depth=3`)).status, 400, 'two steps reach most of a network')
  t.equal((await call('GET', '/api/v1/exports/clusters?edgesMax=200000')).status, 200, 'a file holds more links than a picture')
  t.equal((await call('GET', '/api/v1/exports/clusters?edgesMax=200001')).status, 400)
  t.equal((await call('GET', '/api/v1/graphs/clusters?edgesMax=10001')).status, 400)
  t.match(await call('GET', '/api/v1/graphs/organisations/org-000000000000'), { status: 404 })
  const profile = OrganisationProfile.parse((await call('GET', `/api/v1/organisations/${focus}/profile`)).body)
  t.equal(profile.organisation.id, focus)
  const { body: facets } = await call('GET', '/api/v1/runs/latest/facets?cluster=C1')
  t.equal(facets.total, cluster.size)

  t.match(await call('POST', `/api/v1/runs/${run.id}/cancel`), { status: 409, body: { code: 'CONFLICT', detail: /completed already/ } })
  const typed = run.id.slice(0, -1) + (run.id.endsWith('0') ? '1' : '0')
  t.match(await call('GET', `/api/v1/runs/${typed}/clusters`), { status: 404, body: { didYouMean: [run.id] } })
})

t.test('a view is not sent again while it is the same', async t => {
  const { call } = await buildAnalysedService(t)
  const first = await call('GET', '/api/v1/graphs/clusters')
  const again = await call('GET', '/api/v1/graphs/clusters', undefined, { 'if-none-match': String(first.headers.etag) })
  t.match(again, { status: 304, text: '' })
  t.equal((await call('GET', '/api/v1/graphs/clusters?weightMin=100000', undefined, { 'if-none-match': String(first.headers.etag) })).status, 200)
  t.notOk((await call('GET', '/api/v1/graphs/clusters/C99')).headers.etag, 'an error has none')
})

t.test('what a run request cannot be', async t => {
  const { call } = await buildService(t)
  for (const [body, path] of [
    [{ algorithm: 'infomap' }, 'algorithm'], [{ seed: -1 }, 'seed'], [{ seed: 2 ** 32 }, 'seed'], [{ options: { resolutoin: 1 } }, 'resolutoin'], [{ options: { resolution: -1 } }, 'resolution'],
    [{ projection: { layers: [] } }, 'projection.layers'], [{ projection: { networkSizeMax: 1 } }, 'projection.networkSizeMax'], [{ projection: { networkSizeMax: 1001 } }, 'projection.networkSizeMax']
  ] as const) t.match(await call('POST', '/api/v1/runs', body), { status: 400, body: { code: 'INVALID_INPUT', errors: [{ path }] } }, JSON.stringify(body))
  t.equal((await call('GET', '/api/v1/runs')).body.total, 0)
})

t.test('before the first run everything that needs one says how to start it', async t => {
  const { call } = await buildService(t)
  for (const url of ['/api/v1/runs/latest', '/api/v1/runs/latest/clusters', '/api/v1/graphs/clusters', '/api/v1/exports/clusters', '/api/v1/exports/bridges']) {
    t.match(await call('GET', url), { status: 409, body: { code: 'NO_RUN', detail: /POST \/api\/v1\/runs/ } }, url)
  }
  t.match(await call('GET', '/health/ready'), { status: 503, body: { code: 'NOT_READY' } })
  t.match(await call('GET', '/health/live'), { status: 200, body: { status: 'live' } })
})

t.test('an empty store can be analysed, and says that there is nothing', async t => {
  const { call, runs } = await buildService(t)
  const { status, body } = await call('POST', '/api/v1/runs', {})
  t.equal(status, 202)
  const run = await runs.wait(body.id)
  t.match(run, { status: 'completed', metrics: { organisations: 0, links: 0, clusters: 0, modularity: null, crossBorderShare: null } })
  t.match((await call('GET', '/api/v1/graphs/clusters')).body, { nodes: [], edges: [] })
  t.match(await call('GET', '/health/ready'), { status: 200 })
})

t.test('progress as server-sent events, over a socket', async t => {
  const { app, chains } = await buildAnalysedService(t)
  await app.listen({ host: '127.0.0.1', port: 0 })
  const address = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  const started = await (await fetch(`${address}/api/v1/runs`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"seed":9}' })).json() as { id: string }
  const answer = await fetch(`${address}/api/v1/runs/${started.id}/events`)
  t.match(answer.headers.get('content-type'), /^text\/event-stream/)
  t.match(answer.headers.get('content-security-policy'), /default-src 'none'/, 'with the headers of every answer')
  const text = await answer.text()
  const events = text.split('\n\n').filter(block => block.startsWith('event: run')).map(block => JSON.parse(block.slice(block.indexOf('data: ') + 6)))
  t.match(events.at(-1), { run: started.id, status: 'completed', progress: 1 })
  const shares = events.map(event => event.progress)
  t.strictSame(shares, [...shares].sort((a, b) => a - b), 'progress only grows')
  const late = await (await fetch(`${address}/api/v1/runs/${started.id}/events`)).text()
  t.match(late, /"status":"completed"/, 'who comes late hears how it ended')
  t.ok(chains.organisations.length > 0)

  const gone = new AbortController()
  const next = await (await fetch(`${address}/api/v1/runs`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"seed":10}' })).json() as { id: string }
  await fetch(`${address}/api/v1/runs/${next.id}/events`, { signal: gone.signal })
  gone.abort()
  t.match(await (await fetch(`${address}/api/v1/runs/${next.id}/events`)).text(), /"status":"completed"/, 'a listener who leaves stops nothing')
})

t.test('runs wait in a queue of limited length, and can be stopped there', async t => {
  const { call, runs, store } = await buildAnalysedService(t)
  // Data that has changed is read again.
  await store.write(async () => {})
  const held = holdReads(store)
  const ids: string[] = []
  for (let i = 0; i <= RUN_QUEUE_MAX; i++) ids.push((await call('POST', '/api/v1/runs', { seed: i })).body.id)
  await held.reached
  const full = await call('POST', '/api/v1/runs', {})
  t.match(full, { status: 429, body: { code: 'QUEUE_FULL', detail: /8 runs are waiting/ } })
  t.match(await call('GET', `/api/v1/runs/${ids[1]}/clusters`), { status: 409, body: { code: 'RUN_NOT_COMPLETED', detail: /queued/ } })

  t.match(await call('POST', `/api/v1/runs/${ids[3]}/cancel`), { status: 202, body: { status: 'cancelled' } })
  t.equal((await call('POST', '/api/v1/runs', {})).status, 202, 'room for one again')
  t.match(await call('POST', `/api/v1/runs/${ids[0]}/cancel`), { status: 202 }, 'the running one')
  held.release()
  t.match(await runs.wait(ids[0]), { status: 'cancelled', metrics: null, problem: null })
  for (const id of ids.slice(4)) await call('POST', `/api/v1/runs/${id}/cancel`)
  t.match(await runs.wait(ids[2]), { status: 'completed' }, 'others go on')
  t.match(await call('GET', `/api/v1/runs/${ids[0]}/clusters`), { status: 409, body: { code: 'RUN_NOT_COMPLETED', detail: /cancelled/ } })
})

/** Keeps the next freezing of the store from ending until released. */
function holdReads (store: { freeze: (...given: never[]) => Promise<unknown> }): { reached: Promise<unknown>, release: () => void } {
  const original = store.freeze.bind(store)
  const gate = new EventTarget()
  const reached = once(gate, 'reached')
  const released = once(gate, 'released')
  store.freeze = async (...given) => {
    gate.dispatchEvent(new Event('reached'))
    await released
    return await original(...given)
  }
  return { reached, release: () => { store.freeze = original; gate.dispatchEvent(new Event('released')) } }
}
