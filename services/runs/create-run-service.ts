/**
 * Runs: queued, executed one at a time on worker threads, watched, stopped, stored, and loaded again.
 *
 * A run is written when it is asked for and again when it ends; its results are saved with its completion in one
 * transaction. A run that a dead process left behind is marked as failed when the service starts.
 */
import { Piscina } from 'piscina'
import { findsClusters } from '../contract/run.ts'
import type { ClusterRequest, Run, RunEstimate, RunEvent, RunRequest } from '../contract/run.ts'
import { Cancelled } from '../analysis/context.ts'
import type { FollowingDomains } from '../clusters/domain-sources.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import type { GraphStore } from '../store/graph-store.ts'
import { networkSizeOf, tableNetworks } from './table-networks.ts'
import type { TablesOfRuns } from './table-networks.ts'
import { createEventHub, hasEnded } from './event-hub.ts'
import { checkRequest } from './check-request.ts'
import { estimateRun, refuseTooLarge, RUN_MEMORY_MAX } from './estimate-run.ts'
import { executeMeasure } from './execute-measure.ts'
import { executeRun } from './execute-run.ts'
import type { BuiltOn } from './execute-run.ts'
import { keepRuns } from './keep-runs.ts'
import { loadedFrom, toResults, toValueResults } from './load-run.ts'
import { runThreads } from './perform.ts'
import type { Stage, Watcher } from './perform.ts'
import { RunQueueFull } from './run-service.ts'
import type { LoadedRun, RunService } from './run-service.ts'

/** Runs that may wait: an analyst compares a handful; more is a script gone wrong. */
export const RUN_QUEUE_MAX = 8
/** Longest run, ms: the default run on the seed takes half a minute; ten times its network fits in twenty. */
const RUN_TIME_LIMIT_MS = 20 * 60 * 1000
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
  /** Domain codes that follow from a domain code: whoever has the one has them. */
  followingDomains?: FollowingDomains
  /** Input-output tables, whose networks runs may be of; without it there are none. */
  tables?: TablesOfRuns
  /** Called with a sentence on what whoever runs the service should know. */
  tell?: (sentence: string) => void
  timeLimitMs?: number
  /** Bytes a run may need. */
  memoryMax?: number
}

interface Waiting { run: Run, stop: AbortController }

export function createRunService ({ store, snapshotFolder, softwareVersion, clock, newId, thematicDomains, followingDomains = {}, tables = NO_TABLES, tell = () => {}, timeLimitMs = RUN_TIME_LIMIT_MS, memoryMax = RUN_MEMORY_MAX }: RunServiceParts): RunService {
  const threads = runThreads()
  const pool = new Piscina({ filename: new URL('./worker.ts', import.meta.url).href, minThreads: 0, maxThreads: threads, idleTimeout: 5000, execArgv: READ_TYPESCRIPT })
  const events = createEventHub()
  const queue: Waiting[] = []
  const networks = tableNetworks(pool, tables)
  const kept = keepRuns(store, snapshotFolder, tell, networks.remake)
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

  /** The run is stored by now: what goes wrong here is told and changes nothing of it. */
  async function prune (): Promise<void> {
    try {
      await kept.prune(listInputHashes)
    } catch (error) {
      tell(`Old files in ${snapshotFolder} could not be removed: ${(error as Error).message}.`)
    }
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
      publish(run, 'snapshot', 0, MESSAGES.snapshot)
      const watcher = { stage: (stage: Stage, share: number) => publish(run, stage, overall(run, stage, share), MESSAGES[stage]), signal: waiting.stop.signal }
      const made = run.request.network === undefined ? null : await networks.make(run.request.network, watcher)
      if (made !== null) await kept.keepSnapshot(made.snapshot)
      const snapshot = made?.snapshot ?? await kept.snapshotNow()
      run = { ...run, revision: snapshot.revision, inputHash: snapshot.hash }
      const completed = ({ metrics, measured }: Pick<Run, 'metrics' | 'measured'>): Run => {
        publish(run, 'saving', overall(run, 'saving', 0), MESSAGES.saving)
        waiting.stop.signal.throwIfAborted()
        const finishedAt = now()
        const network = made === null ? {} : { network: made.network }
        return { ...run, metrics: metrics && { ...metrics, ...network }, measured: measured && { ...measured, ...network }, status: 'completed', finishedAt, durationMs: Date.parse(finishedAt) - Date.parse(startedAt) }
      }
      run = isClusterRun(run) ? await findClusters(run, snapshot, watcher, completed) : await measure(run, snapshot, watcher, completed)
      await prune()
      publish(run, null, 1, 'Completed')
    } catch (error) {
      await end(run, waiting, error)
    } finally {
      clearTimeout(timer)
    }
  }

  async function findClusters (run: ClusterRun, snapshot: Snapshot, watcher: Watcher, completed: Completed): Promise<Run> {
    const done = await executeRun(pool, run.id, snapshot, run.request, await builtOn(run.request), { thematic: thematicDomains, following: followingDomains }, watcher)
    if (snapshot.names === undefined) await nameBridges(done.clusters)
    const ended = completed({ metrics: done.metrics, measured: null })
    await store.completeRun(ended, toResults(snapshot, done.found.community, done), done.clusters)
    void kept.remember(ended.id, Promise.resolve(loadedFrom(ended, snapshot, done.found.projection, done.found.community, done)))
    return ended
  }

  /** The earlier runs that a request names, read. */
  async function builtOn ({ startFrom, alignTo = startFrom }: RunRequest): Promise<BuiltOn> {
    const load = async (id: string | undefined): Promise<LoadedRun | null> => id === undefined ? null : await kept.load(id)
    return { startFrom: await load(startFrom), alignTo: await load(alignTo) }
  }

  async function measure (run: Run, snapshot: Snapshot, watcher: Watcher, completed: Completed): Promise<Run> {
    const done = await executeMeasure(pool, store, snapshot, run.request, watcher)
    const ended = completed({ metrics: null, measured: done.measured })
    await store.completeRun(ended, toValueResults(snapshot, done.scores), [], done.tables)
    void kept.remember(ended.id, Promise.resolve({ run: ended, snapshot, scores: done.scores }))
    return ended
  }

  async function latest (): Promise<Run | null> {
    let after = null
    do {
      const page = await store.listRuns({ limit: PAGE, after })
      const found = page.rows.find(run => run.status === 'completed' && isClusterRun(run) && run.request.trial !== true && run.request.network === undefined)
      if (found !== undefined) return found
      after = page.next
    } while (after !== null)
    return null
  }

  /** Measures of memberships have a cap of their own. */
  const sizeCap = ({ options, projection }: RunRequest): number => typeof options.networkSizeMax === 'number' ? options.networkSizeMax : projection.networkSizeMax

  const check = async (request: RunRequest): Promise<{ checked: RunRequest, estimate: RunEstimate }> => {
    const limits = { memoryMax, timeLimitMs, threads }
    const earlier = { get: store.getRun, latest }
    if (request.network !== undefined) {
      const { network, nodes, bytes } = await networks.find(request.network)
      const known = new Set(nodes.map(({ id }) => id))
      const checked = await checkRequest({ ...request, network }, earlier, { knownIds: async ids => ids.filter(id => known.has(id)), size: { organisations: nodes.length } })
      return { checked, estimate: estimateRun(checked, networkSizeOf(nodes.length), limits, bytes) }
    }
    const { organisations } = await store.sizeNetwork(request.projection.networkSizeMax)
    const checked = await checkRequest(request, earlier, { knownIds: async ids => (await store.getOrganisations(ids)).map(({ id }) => id), size: { organisations } })
    return { checked, estimate: estimateRun(checked, await store.sizeNetwork(sizeCap(checked)), limits) }
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

  return {
    failAbandoned,
    estimate: async request => (await check(request)).estimate,
    start: async request => {
      if (queue.length >= RUN_QUEUE_MAX) throw new RunQueueFull(`${RUN_QUEUE_MAX} runs are waiting already; stop one, or wait until one has ended.`)
      const { checked, estimate } = await check(request)
      refuseTooLarge(checked.algorithm, estimate)
      // Here rather than when its turn comes, so that whoever asks is told that its network is gone.
      await builtOn(checked)
      const run: Run = {
        id: newId(), request: checked, status: 'queued', revision: checked.network === undefined ? (await store.revision()).number : 0, softwareVersion, requestedAt: now(), startedAt: null, finishedAt: null, durationMs: null, inputHash: null, metrics: null, measured: null, problem: null
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
    latest,
    load: kept.load,
    loadValues: kept.loadValues,
    close: async () => {
      for (const waiting of queue.splice(0)) await end(waiting.run, waiting, new Error('The service was stopped; start the run again.'))
      current?.stop.abort(new Error('The service was stopped; start the run again.'))
      await working
      await pool.destroy()
    }
  }
}

const NO_TABLES: TablesOfRuns = { find: async () => null, open: async () => null, country: () => undefined }

type ClusterRun = Run & { request: ClusterRequest }
type Completed = (figures: Pick<Run, 'metrics' | 'measured'>) => Run
const isClusterRun = (run: Run): run is ClusterRun => findsClusters(run.request.algorithm)

const MESSAGES = {
  snapshot: 'Reading the network', projection: 'Joining the layers', communities: 'Finding clusters, and repeating the search', shuffling: 'Searching shuffled networks', centrality: 'Measuring routes between countries', clusters: 'Describing and placing clusters', layout: 'Placing clusters',
  measure: 'Measuring', saving: 'Saving'
} as const

/** Where each stage begins and ends on the whole bar, by the time stages take on the seed. */
const CLUSTER_SPANS = { snapshot: [0, 0.03], projection: [0.03, 0.05], communities: [0.05, 0.38], shuffling: [0.38, 0.49], centrality: [0.49, 0.9], clusters: [0.9, 0.97], layout: [0.9, 0.97], saving: [0.97, 1] } as const
const MEASURE_SPANS = { snapshot: [0, 0.05], measure: [0.05, 0.95], saving: [0.95, 1] } as const
function overall (run: Run, stage: Stage, share: number): number {
  const spans: Partial<Record<Stage, readonly [number, number]>> = isClusterRun(run) ? CLUSTER_SPANS : MEASURE_SPANS
  const [from, to] = spans[stage] as readonly [number, number]
  return from + share * (to - from)
}
