/**
 * Runs: queued, executed one at a time on worker threads, watched, stopped, stored, and loaded again.
 *
 * A run is written when it is asked for and again when it ends; its results are saved with its completion in one
 * transaction. A run that a dead process left behind is marked as failed when the service starts.
 */
import { Piscina } from 'piscina'
import type { Run, RunEvent, RunRequest } from '../contract/run.ts'
import { Cancelled } from '../analysis/context.ts'
import { runOptions } from '../analysis/communities/algorithms.ts'
import { pruneSnapshots } from '../snapshot/kept-dataset.ts'
import { refreshSnapshot } from '../snapshot/refresh-snapshot.ts'
import { readSnapshotFile } from '../snapshot/snapshot-file.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import type { GraphStore } from '../store/graph-store.ts'
import { createEventHub, hasEnded } from './event-hub.ts'
import { executeRun, runThreads } from './execute-run.ts'
import { loadedFrom, loadRun, toResults } from './load-run.ts'
import { RunNotCompleted, RunQueueFull, SnapshotGone } from './run-service.ts'
import type { LoadedRun, RunService } from './run-service.ts'

/** Runs that may wait: an analyst compares a handful; more is a script gone wrong. */
export const RUN_QUEUE_MAX = 8
/** Longest run, ms: the default run on the seed takes half a minute; ten times its network fits in twenty. */
const RUN_TIME_LIMIT_MS = 20 * 60 * 1000
/** Runs kept in memory for drawing: the one that is looked at and the one it is compared with. */
const LOADED_RUNS_MAX = 2
/** Worker threads read the sources as they are, however the process itself was started. */
const READ_TYPESCRIPT = ['--import', import.meta.resolve('tsx')]
/** Runs read at once when looking for unfinished ones. */
const PAGE = 100

export interface RunServiceParts {
  store: GraphStore
  /** Folder of snapshot files. */
  snapshotFolder: string
  softwareVersion: string
  clock: () => Date
  /** A new run id. */
  newId: () => string
  /** Domain codes that say what work is about. */
  thematicDomains: string[]
  /** Called with a sentence on what whoever runs the service should know. */
  tell?: (sentence: string) => void
  timeLimitMs?: number
}

interface Waiting { run: Run, stop: AbortController }

export function createRunService ({ store, snapshotFolder, softwareVersion, clock, newId, thematicDomains, tell = () => {}, timeLimitMs = RUN_TIME_LIMIT_MS }: RunServiceParts): RunService {
  const threads = runThreads()
  const pool = new Piscina({ filename: new URL('./worker.ts', import.meta.url).href, minThreads: 0, maxThreads: threads, idleTimeout: 5000, execArgv: READ_TYPESCRIPT })
  const events = createEventHub()
  const queue: Waiting[] = []
  const loaded = new Map<string, Promise<LoadedRun>>()
  let current: Waiting | undefined
  let working: Promise<void> = Promise.resolve()
  async function failAbandoned (): Promise<void> {
    let after = null
    do {
      const page = await store.listRuns({ limit: PAGE, after })
      for (const run of page.rows) {
        if (!hasEnded(run.status)) await store.saveRun({ ...run, status: 'failed', finishedAt: now(), problem: 'The service stopped before the run had ended; start it again.' })
      }
      after = page.next
    } while (after !== null)
  }

  /** Snapshots that runs are drawn on. */
  async function listInputHashes (): Promise<Set<string>> {
    const hashes = new Set<string>()
    let after = null
    do {
      const page = await store.listRuns({ limit: PAGE, after })
      for (const { status, inputHash } of page.rows) if (status === 'completed' && inputHash !== null) hashes.add(inputHash)
      after = page.next
    } while (after !== null)
    return hashes
  }

  const now = (): string => clock().toISOString()
  const publish = (run: Run, stage: RunEvent['stage'], progress: number, message: string): void =>
    events.publish({ run: run.id, status: run.status, stage, progress, message })

  async function workOff (): Promise<void> {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      current = next
      await perform(next)
      current = undefined
    }
  }

  async function perform (waiting: Waiting): Promise<void> {
    const startedAt = now()
    let run: Run = { ...waiting.run, status: 'running', startedAt }
    const timer = setTimeout(() => waiting.stop.abort(new Error(`The run took longer than ${timeLimitMs / 60000} minutes.`)), timeLimitMs)
    try {
      waiting.stop.signal.throwIfAborted()
      await store.saveRun(run)
      publish(run, 'snapshot', 0, 'Reading the network')
      const { snapshot } = await refreshSnapshot(store, snapshotFolder, tell)
      run = { ...run, revision: snapshot.revision, inputHash: snapshot.hash }
      const done = await executeRun(pool, run.id, snapshot, run.request, thematicDomains, { stage: (stage, share) => publish(run, stage, overall(stage, share), MESSAGES[stage]), signal: waiting.stop.signal })
      publish(run, 'saving', overall('saving', 0), MESSAGES.saving)
      await nameBridges(done.clusters)
      waiting.stop.signal.throwIfAborted()
      const finishedAt = now()
      run = { ...run, status: 'completed', finishedAt, durationMs: Date.parse(finishedAt) - Date.parse(startedAt), metrics: done.metrics }
      await store.completeRun(run, toResults(snapshot, done.found.community, done), done.clusters)
      void remember(run.id, Promise.resolve(loadedFrom(run, snapshot, done.found.projection, done.found.community, done)))
      publish(run, null, 1, 'Completed')
      await pruneSnapshots(snapshotFolder, await listInputHashes()).catch((error: Error) => tell(`Old files in ${snapshotFolder} could not be removed: ${error.message}.`))
    } catch (error) {
      await end(run, waiting, error)
    } finally {
      clearTimeout(timer)
    }
  }

  async function end (run: Run, { stop }: Waiting, error: unknown): Promise<void> {
    const cancelled = stop.signal.aborted && stop.signal.reason instanceof Cancelled
    const reason = stop.signal.aborted ? stop.signal.reason as Error : error as Error
    const ended: Run = { ...run, status: cancelled ? 'cancelled' : 'failed', finishedAt: now(), problem: cancelled ? null : reason.message }
    try {
      await store.saveRun(ended)
    } catch (storeError) {
      ended.problem = `${ended.problem ?? 'Stopped.'} The end could not be stored: ${(storeError as Error).message}`
    }
    publish(ended, null, 1, ended.problem ?? 'Stopped')
  }

  async function nameBridges (clusters: LoadedRun['clusters']): Promise<void> {
    const ids = [...new Set(clusters.flatMap(cluster => cluster.bridges.map(bridge => bridge.organisation)))]
    const names = new Map((await store.getOrganisations(ids)).map(organisation => [organisation.id, organisation.name]))
    for (const cluster of clusters) for (const bridge of cluster.bridges) bridge.name = names.get(bridge.organisation) ?? null
  }

  function remember (id: string, loading: Promise<LoadedRun>): Promise<LoadedRun> {
    loaded.delete(id)
    loaded.set(id, loading)
    for (const oldest of loaded.keys()) if (loaded.size > LOADED_RUNS_MAX) loaded.delete(oldest)
    loading.then(undefined, () => loaded.delete(id))
    return loading
  }

  async function findSnapshot (run: Run): Promise<Snapshot> {
    const hash = run.inputHash as string
    const file = await readSnapshotFile(snapshotFolder, hash, tell)
    if (file !== null) return file
    if ((await store.revision()).number === run.revision) {
      const { snapshot } = await refreshSnapshot(store, snapshotFolder, tell)
      if (snapshot.hash === hash) return snapshot
    }
    throw new SnapshotGone(`The network of run ${run.id} (revision ${run.revision}) is not on this machine and the data has changed since; start a new run.`)
  }

  return {
    failAbandoned,
    start: async request => {
      if (queue.length >= RUN_QUEUE_MAX) throw new RunQueueFull(`${RUN_QUEUE_MAX} runs are waiting already; stop one, or wait until one has ended.`)
      const checked: RunRequest = { ...request, options: runOptions(request.algorithm).parse(request.options) }
      const run: Run = {
        id: newId(), request: checked, status: 'queued', revision: (await store.revision()).number, softwareVersion, requestedAt: now(), startedAt: null, finishedAt: null, durationMs: null, inputHash: null, metrics: null, problem: null
      }
      await store.saveRun(run)
      publish(run, null, 0, 'Waiting')
      queue.push({ run, stop: new AbortController() })
      working = working.then(workOff)
      return run
    },
    cancel: async id => {
      const stopped = new Cancelled('the run was stopped')
      if (current?.run.id === id) {
        current.stop.abort(stopped)
        return true
      }
      const at = queue.findIndex(waiting => waiting.run.id === id)
      if (at < 0) return false
      const [waiting] = queue.splice(at, 1)
      waiting.stop.abort(stopped)
      await end(waiting.run, waiting, stopped)
      return true
    },
    events: async function * (id, signal) {
      const run = events.latest(id) === undefined ? await store.getRun(id) : null
      if (run === null) yield * events.listen(id, signal)
      else yield { run: id, status: run.status, stage: null, progress: 1, message: run.problem ?? 'Completed' }
    },
    wait: async id => {
      for await (const event of events.listen(id, new AbortController().signal)) if (hasEnded(event.status)) break
      return await store.getRun(id) as Run
    },
    get: id => store.getRun(id),
    latest: async () => {
      let after = null
      do {
        const page = await store.listRuns({ limit: PAGE, after })
        const completed = page.rows.find(run => run.status === 'completed')
        if (completed !== undefined) return completed
        after = page.next
      } while (after !== null)
      return null
    },
    load: async id => {
      const known = loaded.get(id)
      if (known !== undefined) return await remember(id, known)
      const run = await store.getRun(id)
      if (run === null) return null
      if (run.status !== 'completed') throw new RunNotCompleted(`Run ${id} is ${run.status}; results exist only for completed runs.`)
      return await remember(id, findSnapshot(run).then(snapshot => loadRun(store, run, snapshot)))
    },
    close: async () => {
      for (const waiting of queue.splice(0)) await end(waiting.run, waiting, new Error('The service was stopped; start the run again.'))
      current?.stop.abort(new Error('The service was stopped; start the run again.'))
      await working
      await pool.destroy()
    }
  }
}

const MESSAGES = {
  snapshot: 'Reading the network', projection: 'Joining the layers', communities: 'Finding clusters, and repeating the search', centrality: 'Measuring routes between countries', clusters: 'Describing and placing clusters', layout: 'Placing clusters', saving: 'Saving'
} as const

/** Where each stage begins and ends on the whole bar, by the time stages take on the seed. */
const SPANS = { snapshot: [0, 0.03], projection: [0.03, 0.05], communities: [0.05, 0.5], centrality: [0.5, 0.85], clusters: [0.85, 0.97], layout: [0.85, 0.97], saving: [0.97, 1] } as const
const overall = (stage: keyof typeof SPANS, share: number): number => SPANS[stage][0] + share * (SPANS[stage][1] - SPANS[stage][0])
