/** Runs on a real store and real worker threads: what they find, that they repeat, how they end. */
import t from 'tap'
import type { Test } from 'tap'
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ZodError } from 'zod'
import { generateValueChains } from '../../seeds/synthetic/value-chains.ts'
import { loadValueChains } from '../../seeds/synthetic/load-value-chains.ts'
import { SHUFFLED_MAX } from '../../services/analysis/communities/algorithms.ts'
import { COMMUNITY_ALGORITHMS, ProjectionOptions, RunRequest } from '../../services/contract/run.ts'
import type { Run } from '../../services/contract/run.ts'
import { idFor } from '../../services/ids.ts'
import { createRunService } from '../../services/runs/create-run-service.ts'
import type { RunServiceParts } from '../../services/runs/create-run-service.ts'
import { keepRuns } from '../../services/runs/keep-runs.ts'
import { RunNotCompleted, SnapshotGone } from '../../services/runs/run-service.ts'
import type { LoadedRun, RunService } from '../../services/runs/run-service.ts'
import { readSnapshot } from '../../services/snapshot/build-snapshot.ts'
import type { GraphStore } from '../../services/store/graph-store.ts'
import { openTestStore } from '../support/open-test-store.ts'

let made = 0
const partsOf = (store: GraphStore, snapshotFolder: string, more: Partial<RunServiceParts> = {}): RunServiceParts =>
  ({ store, snapshotFolder, softwareVersion: '0.0.0-test', clock: () => new Date('2026-03-01T12:00:00.000Z'), newId: () => idFor('run', String(made++)), thematicDomains: ['s3:bioeconomy'], ...more })
async function openRuns (t: Test, more: Partial<RunServiceParts> = {}): Promise<{ store: GraphStore, runs: RunService, folder: string }> {
  const store = await openTestStore(t)
  await loadValueChains(store, generateValueChains({ seed: 7, clusters: 4, firmsPerCluster: 30, mixing: 0.05 }))
  const folder = join(t.testdirName, 'snapshots')
  const runs = createRunService(partsOf(store, folder, more))
  t.teardown(() => runs.close())
  return { store, runs, folder }
}
const perform = async (runs: RunService, request: Partial<RunRequest> = {}): Promise<Run> => await runs.wait((await runs.start(RunRequest.parse(request))).id)
const load = async (runs: RunService, run: Run): Promise<LoadedRun> => await runs.load(run.id) as LoadedRun
const content = ({ clusters, community, scores, x, y }: LoadedRun, run: Run): unknown => ({ clusters: JSON.parse(JSON.stringify(clusters).replaceAll(run.id, 'run')), community, scores, x, y })

t.test('planted clusters are found again', async t => {
  const { runs } = await openRuns(t)
  const { planted } = generateValueChains({ seed: 7, clusters: 4, firmsPerCluster: 30, mixing: 0.05 })
  // Label propagation puts clusters as sparse as these under one label, as its source warns; tests/analysis/search.test.ts has denser ones.
  t.match(await perform(runs, { algorithm: 'labelPropagation' }), { status: 'completed', problem: null })
  for (const algorithm of COMMUNITY_ALGORITHMS.filter(name => name !== 'labelPropagation')) {
    const run = await perform(runs, { algorithm })
    t.match(run, { status: 'completed', problem: null, metrics: { organisations: 120, crossBorderShare: Number } })
    const { snapshot, community } = await load(runs, run)
    t.ok(normalisedInformation(snapshot.ids.map(id => planted.get(id) as number), [...community]) > 0.8, algorithm)
  }
})

t.test('a run says how many of its clusters pass by chance: the same each time, none where that is not asked for', async t => {
  const { runs } = await openRuns(t)
  const stages: string[] = []
  const { id } = await runs.start(RunRequest.parse({ options: { repeats: 0 } }))
  for await (const { stage } of runs.events(id, new AbortController().signal)) if (stage !== null) stages.push(stage)
  const run = await runs.wait(id)
  const shuffled = run.metrics?.shuffledNetworks
  t.equal(shuffled?.networks, 10)
  for (const { clusters, passing, passingLeast, passingMost } of [shuffled!.itself, shuffled!.shuffled]) t.ok(clusters > 0 && passingLeast <= passing && passing <= passingMost && passing <= clusters, JSON.stringify(shuffled))
  t.equal(run.metrics?.crossBorderClusters, null, 'candidates are not counted as what they may be')
  t.ok(stages.includes('shuffling'))
  t.strictSame((await perform(runs, { options: { repeats: 0 } })).metrics?.shuffledNetworks, shuffled)
  t.equal((await perform(runs, { options: { repeats: 0, shuffledNetworks: 3 } })).metrics?.shuffledNetworks?.networks, 3)
  t.equal((await perform(runs, { options: { repeats: 0, shuffledNetworks: 0 } })).metrics?.shuffledNetworks, null)
  t.equal((await perform(runs, { options: { repeats: 0 }, projection: ProjectionOptions.parse({ layers: ['co-membership'] }) })).metrics?.shuffledNetworks, null, 'nothing to shuffle: not measured, not zero')
  for (const shuffledNetworks of [-1, SHUFFLED_MAX + 1]) await t.rejects(runs.start(RunRequest.parse({ options: { shuffledNetworks } })), ZodError)
})

t.test('a run is stopped while it searches shuffled networks', async t => {
  const { runs } = await openRuns(t)
  const { id } = await runs.start(RunRequest.parse({ options: { repeats: 0, shuffledNetworks: SHUFFLED_MAX } }))
  for await (const { stage } of runs.events(id, new AbortController().signal)) if (stage === 'shuffling') await runs.cancel(id)
  t.match(await runs.wait(id), { status: 'cancelled', metrics: null })
})

t.test('planted clusters come back when the search is repeated; without repetitions nothing is claimed', async t => {
  const { runs } = await openRuns(t)
  const run = await perform(runs)
  t.equal(run.metrics?.repeats, 50)
  t.ok(Number(run.metrics?.agreement) > 0.9, `repetitions agree: ${run.metrics?.agreement}`)
  const { clusters, scores, snapshot, clusterOf } = await load(runs, run)
  for (const { code, stability, stabilityWithLinksDropped, tests, verdict } of clusters) {
    t.ok(stability !== null && stability > 0.8 && stability <= 1, `${code} comes back: ${stability}`)
    t.ok(stabilityWithLinksDropped !== null && stabilityWithLinksDropped > 0.5, `${code} on nine tenths of the links: ${stabilityWithLinksDropped}`)
    t.match(tests.find(({ test }) => test === 'stability'), { value: stability, passed: true })
    t.notMatch(verdict, /candidate/)
  }
  t.ok(snapshot.ids.every((_, v) => clusterOf[v] < 0 || (scores.memberConfidence[v] >= 0 && scores.memberConfidence[v] <= 1)))

  const once = await perform(runs, { options: { repeats: 0 } })
  t.match(once.metrics, { repeats: 0, agreement: null })
  const alone = await load(runs, once)
  t.ok(alone.clusters.every(({ stability, verdict }) => stability === null && verdict !== 'cross-border specialisation cluster'))
  t.ok(alone.scores.memberConfidence.every(Number.isNaN))
})

t.test('the same request on the same data gives the same results, from memory and from the store', async t => {
  const { store, runs, folder } = await openRuns(t)
  const first = await perform(runs)
  const second = await perform(runs)
  t.not(first.id, second.id, 'a run is never overwritten')
  t.equal(first.inputHash, second.inputHash)
  t.strictSame(first.metrics, second.metrics)
  const fromMemory = content(await load(runs, first), first)
  t.strictSame(content(await load(runs, second), second), fromMemory)
  const afterRestart = createRunService(partsOf(store, folder))
  t.teardown(() => afterRestart.close())
  t.strictSame(content(await load(afterRestart, first), first), fromMemory, 'after a restart')
  const other = await perform(runs, { options: { resolution: 3 } })
  t.not(other.metrics?.clusters, first.metrics?.clusters, 'another request is another run')
})

t.test('a run can be drawn after the data has changed, from its file', async t => {
  const { store, runs, folder } = await openRuns(t)
  const run = await perform(runs)
  const before = content(await load(runs, run), run)
  const [organisation] = (await store.listOrganisations({}, { limit: 1, after: null })).rows
  await store.write(writer => writer.deleteOrganisation(organisation.id))
  const reopened = createRunService(partsOf(store, folder))
  t.teardown(() => reopened.close())
  t.strictSame(content(await load(reopened, run), run), before)

  rmSync(folder, { recursive: true })
  const without = createRunService(partsOf(store, folder))
  t.teardown(() => without.close())
  await t.rejects(without.load(run.id), { name: SnapshotGone.name, message: /data has changed since; start a new run/ })
})

t.test('a lost file is made again while the data is the same', async t => {
  const { store, runs, folder } = await openRuns(t)
  const run = await perform(runs)
  const before = content(await load(runs, run), run)
  for (const file of readdirSync(folder)) rmSync(join(folder, file))
  const reopened = createRunService(partsOf(store, folder))
  t.teardown(() => reopened.close())
  t.strictSame(content(await load(reopened, run), run), before)
  t.strictSame(readdirSync(folder).sort(), [`${run.inputHash}.snapshot`, 'newest.dataset'])
})

t.test('a restart goes on from the file, a change is merged into it, and files that no run needs go', async t => {
  const { store, runs, folder } = await openRuns(t)
  const once: Partial<RunRequest> = { options: { repeats: 0 } }
  const first = await perform(runs, once)
  let streamed: string[] = []
  const counting = {
    ...store, freeze: (work: Parameters<GraphStore['freeze']>[0]) => store.freeze((reader, revision) => work({
      ...reader, streamBareLinks: (size, since) => {
        streamed.push(since === undefined ? 'all' : `since ${since}`)
        return reader.streamBareLinks(size, since)
      }
    }, revision))
  } as GraphStore
  const told: string[] = []
  const reopened = createRunService(partsOf(counting, folder, { tell: sentence => told.push(sentence) }))
  t.teardown(() => reopened.close())
  t.equal((await perform(reopened, once)).inputHash, first.inputHash)
  t.strictSame(streamed, [], 'nothing is read from the store')

  const [organisation] = (await store.listOrganisations({}, { limit: 1, after: null })).rows
  await store.write(writer => writer.deleteOrganisation(organisation.id))
  writeFileSync(join(folder, `${'f'.repeat(64)}.snapshot`), 'of a run that failed')
  writeFileSync(join(folder, `${'e'.repeat(64)}.snapshot.part`), 'cut off')
  const second = await perform(reopened, once)
  t.strictSame(streamed, ['since 1'])
  t.equal(second.inputHash, (await readSnapshot(store)).hash)
  t.strictSame(readdirSync(folder).sort(), [`${first.inputHash}.snapshot`, `${second.inputHash}.snapshot`, 'newest.dataset'].sort(), 'both runs can be drawn')
  await store.write(writer => writer.upsertOrganisations([{ ...organisation, name: 'Another name' }]))
  await store.write(writer => writer.deleteOrganisation(organisation.id))
  t.equal((await perform(reopened, once)).inputHash, second.inputHash)
  t.strictSame(told, [])

  streamed = []
  writeFileSync(join(folder, `${second.inputHash}.snapshot`), 'damaged')
  const third = createRunService(partsOf(counting, folder, { tell: sentence => told.push(sentence) }))
  t.teardown(() => third.close())
  t.equal((await perform(third, once)).inputHash, second.inputHash)
  t.equal(streamed.at(-1), 'all')
  t.match(told[0], /snapshot is not used, because it is cut short/)
})

t.test('the time limit', async t => {
  const { runs } = await openRuns(t, { timeLimitMs: 1 })
  // A measure of so little work that it is not refused beforehand, which a default run would be.
  const run = await perform(runs, { algorithm: 'degree' })
  t.match(run, { status: 'failed', metrics: null, problem: /longer than/ })
  await t.rejects(runs.load(run.id), { name: RunNotCompleted.name })
  t.equal(await runs.latest(), null)
})

t.test('a running analysis stops soon when it is cancelled', async t => {
  const { store, runs } = await openRuns(t)
  const { id } = await runs.start(RunRequest.parse({}))
  const stages: string[] = []
  for await (const event of runs.events(id, new AbortController().signal)) {
    stages.push(event.status)
    if (event.stage === 'snapshot') t.equal(await runs.cancel(id), true)
  }
  t.equal(stages.at(-1), 'cancelled')
  t.match(await store.getRun(id), { status: 'cancelled', problem: null, metrics: null })
  t.strictSame(await store.listClusters(id), [], 'nothing of it is kept')
  t.equal(await runs.cancel(id), false, 'stopped once')
  t.match(await perform(runs), { status: 'completed' }, 'the next one runs')
})

t.test('a run left behind by a dead process is said to have failed', async t => {
  const store = await openTestStore(t)
  const run = await perform(createRunService(partsOf(store, join(t.testdirName, 'snapshots'))))
  await store.saveRun({ ...run, id: idFor('run', 'left'), status: 'running', finishedAt: null })
  const runs = createRunService(partsOf(store, join(t.testdirName, 'snapshots')))
  t.teardown(() => runs.close())
  t.match(await runs.get(idFor('run', 'left')), { status: 'running' }, 'opening alone changes nothing: another process may be at work')
  await runs.failAbandoned()
  t.match(await runs.get(idFor('run', 'left')), { status: 'failed', problem: /stopped before the run had ended/ })
  t.match(await runs.get(run.id), { status: 'completed' })
})

t.test('closing the service ends what runs and what waits, and says so', async t => {
  const { store, runs } = await openRuns(t)
  const ids = [await runs.start(RunRequest.parse({})), await runs.start(RunRequest.parse({}))].map(({ id }) => id)
  await runs.close()
  for (const id of ids) t.match(await store.getRun(id), { status: 'failed', problem: /was stopped; start the run again/ })
})

t.test('a failure while saving is told, and nothing half saved is shown', async t => {
  const { store, runs } = await openRuns(t)
  const complete = store.completeRun.bind(store)
  store.completeRun = async () => { throw new Error('the disk is full') }
  const run = await perform(runs)
  t.match(run, { status: 'failed', problem: 'the disk is full' })
  t.strictSame(await store.listClusters(run.id), [])
  store.completeRun = complete
  t.match(await perform(runs), { status: 'completed' })
})

t.test('the event loop goes on while a run works', async t => {
  const { runs } = await openRuns(t)
  let ticks = 0
  const timer = setInterval(() => { ticks++ }, 5)
  t.teardown(() => clearInterval(timer))
  await perform(runs)
  t.ok(ticks > 5, `${ticks} ticks`)
})

/** Normalised mutual information of two partitions, arithmetic mean; 1: the same. */
function normalisedInformation (a: number[], b: number[]): number {
  const entropy = (labels: Array<string | number>): number => {
    const counts = new Map<string | number, number>()
    for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1)
    return -[...counts.values()].reduce((sum, count) => sum + count / labels.length * Math.log(count / labels.length), 0)
  }
  const [alone, other] = [entropy(a), entropy(b)]
  return 2 * (alone + other - entropy(a.map((label, i) => `${label} ${b[i]}`))) / (alone + other)
}

t.test('the present snapshot is read once, however many ask at the same time, and old files go in between', async t => {
  const { store, folder } = await openRuns(t)
  let reads = 0
  const counting: GraphStore = { ...store, freeze: async work => { reads++; return await store.freeze(work) } }
  const kept = keepRuns(counting, folder, t.fail)
  const [first, second] = await Promise.all([kept.snapshotNow(), kept.snapshotNow(), kept.prune(async () => new Set()), kept.snapshotNow()])
  t.equal(reads, 1)
  t.equal(first, second)
  t.strictSame(readdirSync(folder).sort(), [`${first.hash}.snapshot`, 'newest.dataset'].sort())
  await t.rejects(kept.prune(async () => { throw new Error('the store is away') }), /away/)
  t.equal(await kept.snapshotNow(), first, 'a fault holds up nobody')
})

t.test('results that are fewer than the organisations are refused, not read as community 0', async t => {
  const { store, runs, folder } = await openRuns(t)
  for (const algorithm of ['labelPropagation', 'degree']) {
    const { id } = await perform(runs, { algorithm, options: algorithm === 'degree' ? {} : { repeats: 0, shuffledNetworks: 0 } })
    const short: GraphStore = { ...store, streamResults: async function * (run, size) { for await (const batch of store.streamResults(run, size)) yield batch.slice(0, -1) } }
    await t.rejects(keepRuns(short, folder, t.fail).loadValues(id), /has results of 119 organisations, and its snapshot 120/, algorithm)
  }
})

t.test('a run whose snapshot an earlier version made of the same data says so', async t => {
  const { store, runs, folder } = await openRuns(t)
  const { id } = await perform(runs, { algorithm: 'degree' })
  const earlier: GraphStore = { ...store, getRun: async run => ({ ...await store.getRun(run) as Run, inputHash: '0'.repeat(64) }) }
  await t.rejects(keepRuns(earlier, folder, t.fail).loadValues(id), { name: SnapshotGone.name, message: /kept by an earlier version of this program/ })
})
