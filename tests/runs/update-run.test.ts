/** A run that carries the clusters of an earlier one over to changed data, over the API: what stays, what it says of itself, and what it refuses. */
import t from 'tap'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { comparePartitions } from '../../services/analysis/partitions/compare-partitions.ts'
import type { Run, RunRequest } from '../../services/contract/run.ts'
import type { LoadedRun } from '../../services/runs/run-service.ts'
import { createRunService } from '../../services/runs/create-run-service.ts'
import { generateValueChains } from '../../seeds/synthetic/value-chains.ts'
import { loadValueChains } from '../../seeds/synthetic/load-value-chains.ts'
import { buildAnalysedService, buildService } from '../support/build-service.ts'
import type { BuiltService } from '../support/build-service.ts'

const SOURCE = 'synthetic'
async function perform ({ call, runs }: BuiltService, body: Partial<RunRequest> | Record<string, unknown>): Promise<Run> {
  const { status, body: started, text } = await call('POST', '/api/v1/runs', body)
  if (status !== 202) throw new Error(text)
  const run = await runs.wait(started.id)
  if (run.status !== 'completed') throw new Error(String(run.problem))
  return run
}
const load = async ({ runs }: BuiltService, run: Run): Promise<LoadedRun> => await runs.load(run.id) as LoadedRun

/** One firm goes, and one comes that buys from two firms of the largest cluster. Its id. */
async function changeData (service: BuiltService, run: Run): Promise<string> {
  const { snapshot, clusterOf } = await load(service, run)
  const [first, second, third] = snapshot.ids.filter((_, v) => clusterOf[v] === 0)
  const { status, body, text } = await service.call('POST', '/api/v1/organisations', { name: 'Newcomer', kind: 'company', country: 'LT', source: SOURCE })
  if (status !== 201) throw new Error(text)
  for (const source of [first, second]) {
    const link = await service.call('POST', '/api/v1/links', { kind: 'SUPPLIES', source, target: body.id, weight: 3 })
    if (link.status !== 201) throw new Error(link.text)
  }
  if ((await service.call('DELETE', `/api/v1/organisations/${third}`)).status !== 204) throw new Error(`${third} could not be deleted`)
  return body.id
}

t.test('clusters are carried over to changed data', async t => {
  const service = await buildService(t)
  const { call } = service
  // So clear that every search finds the same: what differs then is the update's doing.
  await loadValueChains(service.store, generateValueChains({ seed: 7, clusters: 4, firmsPerCluster: 30, mixing: 0.01 }))
  const first = await perform(service, {})
  const before = await load(service, first)
  const newcomer = await changeData(service, first)
  const updated = await perform(service, { startFrom: 'latest', projection: first.request.projection })
  t.match(updated, { request: { startFrom: first.id, options: { repeats: 0 } }, metrics: { repeats: 0, agreement: null } }, 'the run it starts from is named, and that nothing was repeated')
  const after = await load(service, updated)
  t.ok(after.clusters.every(({ stability, verdict }) => stability === null && verdict !== 'cross-border specialisation cluster'), 'candidates at most')
  const kept = after.snapshot.ids.filter(id => before.snapshot.ids.includes(id))
  const labels = (run: LoadedRun): Int32Array => Int32Array.from(kept, id => run.community[run.snapshot.ids.indexOf(id)])
  const { adjustedRand } = comparePartitions(labels(before), labels(after))
  t.ok(adjustedRand > 0.95, `nearly all stay with those they were with: ${adjustedRand}`)
  t.equal(after.clusterOf[after.snapshot.ids.indexOf(newcomer)], 0, 'who came is in the cluster it deals with')
  const full = await perform(service, {})
  t.ok(updated.metrics!.modularity! > full.metrics!.modularity! - 5e-4, `${updated.metrics!.modularity} against ${full.metrics!.modularity}`)

  const { body: { changes } } = await call('GET', `/api/v1/runs/${updated.id}/changes?since=${first.id}`)
  t.equal(changes.filter((each: { identity: unknown }) => each.identity !== null).length, before.clusters.length, 'each cluster is known again')
  const again = await perform(service, { startFrom: first.id })
  t.strictSame([...(await load(service, again)).community], [...after.community], 'the same request on the same data')
  const chained = await perform(service, { startFrom: updated.id })
  t.strictSame([...(await load(service, chained)).community], [...after.community], 'an update of an update; nothing has changed since')
})

t.test('what is refused, with its field', async t => {
  const service = await buildAnalysedService(t)
  const { run, call } = service
  const degree = await perform(service, { algorithm: 'degree' })
  for (const [body, path, message] of [
    [{ startFrom: 'run-000000000000' }, 'startFrom', /is not a run/], [{ startFrom: degree.id }, 'startFrom', /has no clusters/], [{ algorithm: 'labelPropagation', startFrom: run.id }, 'startFrom', /leiden and louvain alone/],
    [{ algorithm: 'degree', startFrom: run.id }, 'startFrom', /not with degree/], [{ algorithm: 'louvain', startFrom: run.id }, 'startFrom', /another algorithm/], [{ options: { resolution: 2 }, startFrom: run.id }, 'startFrom', /another resolution/],
    [{ options: { quality: 'constantPotts' }, startFrom: run.id }, 'startFrom', /another quality/], [{ projection: { layers: ['supply'] }, startFrom: run.id }, 'startFrom', /another layers/], [{ projection: { networkSizeMax: 30 }, startFrom: run.id }, 'startFrom', /another networkSizeMax/],
    [{ options: { repeats: 5 }, startFrom: run.id }, 'options.repeats', /not repeated/]
  ] as Array<[object, string, RegExp]>) t.match(await call('POST', '/api/v1/runs', body), { status: 400, body: { code: 'INVALID_INPUT', errors: [{ path, message }] } }, JSON.stringify(body))
  t.equal((await call('GET', '/api/v1/runs')).body.total, 2, 'nothing was started')
})

t.test('a run whose network is gone cannot be updated, and whoever asks is told at once', async t => {
  const service = await buildAnalysedService(t)
  await changeData(service, service.run)
  const folder = join(service.dataDir, 'snapshots')
  rmSync(folder, { recursive: true })
  const reopened = createRunService({ store: service.store, snapshotFolder: folder, softwareVersion: '0.0.0-test', clock: () => new Date(0), newId: () => 'run-0000000000ab', thematicDomains: [] })
  t.teardown(() => reopened.close())
  const request: RunRequest = { ...service.run.request, options: {}, startFrom: service.run.id }
  await t.rejects(reopened.start(request), { name: 'SnapshotGone', message: /is not on this machine and the data has changed since/ })
})

t.test('pictures are turned onto those of an earlier run', async t => {
  const service = await buildAnalysedService(t)
  const { run: first, call } = service
  const before = await load(service, first)
  await changeData(service, first)
  const options = { repeats: 5 }
  const free = await load(service, await perform(service, { options }))
  const run = await perform(service, { options, alignTo: first.id })
  const aligned = await load(service, run)
  t.equal(run.request.alignTo, first.id)
  t.strictSame([...aligned.community], [...free.community], 'communities are the same')
  const distance = (later: LoadedRun): number => {
    const moves = later.snapshot.ids.flatMap((id, v) => {
      const i = before.snapshot.ids.indexOf(id)
      return i < 0 || Number.isNaN(later.x[v]) || Number.isNaN(before.x[i]) ? [] : [Math.hypot(later.x[v] - before.x[i], later.y[v] - before.y[i])]
    })
    return moves.reduce((sum, move) => sum + move, 0) / moves.length
  }
  t.ok(distance(aligned) < distance(free), `members stand ${distance(aligned)} from where they stood, and ${distance(free)} otherwise`)
  const latest = (await call('GET', '/api/v1/runs/latest')).body.id
  t.equal((await perform(service, { options, alignTo: 'latest' })).request.alignTo, latest, 'the latest by its id')
  const same = await load(service, await perform(service, { options, alignTo: first.id }))
  t.strictSame([same.x, same.y], [aligned.x, aligned.y], 'the same request on the same data')
  t.match(await call('POST', '/api/v1/runs', { algorithm: 'degree', alignTo: first.id }), { status: 400, body: { errors: [{ path: 'alignTo', message: /no picture/ }] } })
  t.match(await call('POST', '/api/v1/runs', { alignTo: 'run-000000000000' }), { status: 400, body: { errors: [{ path: 'alignTo', message: /is not a run/ }] } })
})
