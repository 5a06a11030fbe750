/** One run from snapshot to results, on worker threads: communities, then betweenness on all threads, then clusters. */
import { setMaxListeners } from 'node:events'
import { cpus } from 'node:os'
import type { Piscina } from 'piscina'
import type { RUN_STAGES, RunRequest } from '../contract/run.ts'
import { addSums, chooseSources, chunkSources, scaleSums } from '../analysis/centrality/betweenness.ts'
import type { BetweennessSums } from '../analysis/centrality/betweenness.ts'
import { Cancelled } from '../analysis/context.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import { newWatch, readProgress, requestStop } from './task.ts'
import type { Answers, Found, Profiled, Task } from './task.ts'

type Stage = typeof RUN_STAGES[number]
type TaskWithoutWatch = Task extends infer Each ? Each extends Task ? Omit<Each, 'watch'> : never : never

/** Sources times links from which betweenness is estimated: about a minute of one core. */
const BETWEENNESS_WORK_MAX = 1e9
/** How often progress is looked up, in ms: often enough for a smooth bar. */
const PROGRESS_INTERVAL_MS = 250
/** Threads a run uses at most; more than the cores only gets in the way of the service. */
export const runThreads = (): number => Math.max(1, Math.min(8, cpus().length))

export interface Watcher { stage: (stage: Stage, share: number) => void, signal: AbortSignal }

export async function executeRun (pool: Piscina, run: string, snapshot: Snapshot, request: RunRequest, thematicDomains: string[], watcher: Watcher): Promise<Profiled & { found: Found }> {
  const perform = async <Kind extends Task['kind']>(stage: Stage, task: Extract<TaskWithoutWatch, { kind: Kind }>, report: (share: number) => void = share => watcher.stage(stage, share)): Promise<Answers[Kind]> => {
    watcher.signal.throwIfAborted()
    const watch = newWatch()
    const stop = (): void => requestStop(watch)
    watcher.signal.addEventListener('abort', stop)
    const timer = setInterval(() => report(readProgress(watch)), PROGRESS_INTERVAL_MS)
    try {
      const answer = await pool.run({ ...task, watch }) as Answers[Kind] | null
      if (answer === null) throw new Cancelled('the run was stopped')
      report(1)
      return answer
    } finally {
      clearInterval(timer)
      watcher.signal.removeEventListener('abort', stop)
    }
  }

  // One listener for each chunk of sources, far fewer than would be a leak.
  setMaxListeners(0, watcher.signal)
  const found = await perform('communities', { kind: 'communities', snapshot, request })
  const { graph } = found.projection
  const groups = snapshot.country.codes
  const sources = chooseSources(graph, { weighted: true, sources: sourcesThatFit(request, graph.m) }, request.seed)
  const chunks = chunkSources(sources)
  const shares = chunks.map(() => 0)
  const parts = await allOrFirstError(chunks.map((chunk, i) => perform('centrality', { kind: 'betweenness', graph, groups, sources: onSharedMemory(chunk) }, share => {
    shares[i] = share
    watcher.stage('centrality', shares.reduce((sum, each) => sum + each, 0) / chunks.length)
  })))
  const betweenness: BetweennessSums = { plain: new Float64Array(graph.n), acrossGroups: new Float64Array(graph.n) }
  for (const sums of parts) addSums(betweenness, sums)
  scaleSums(betweenness, graph, sources.length)

  const scores = await perform('centrality', { kind: 'measures', snapshot, projection: found.projection, community: found.community, betweenness })
  const profiled = await perform('clusters', { kind: 'clusters', run, snapshot, request, found, scores, betweennessSources: sources.length, thematicDomains })
  return { ...profiled, scores, found }
}

/** All of them, unless the request names fewer or their work would pass BETWEENNESS_WORK_MAX. */
function sourcesThatFit (request: RunRequest, links: number): number {
  const asked = typeof request.options.betweennessSources === 'number' ? request.options.betweennessSources : 0
  const fitting = links === 0 ? 0 : Math.max(1, Math.floor(BETWEENNESS_WORK_MAX / links))
  return asked === 0 ? fitting : Math.min(asked, fitting)
}

/** Waits for every task even when one fails: none may go on in a worker after the run has ended. */
async function allOrFirstError<Value> (tasks: Array<Promise<Value>>): Promise<Value[]> {
  const ended = await Promise.allSettled(tasks)
  const failed = ended.find(each => each.status === 'rejected')
  if (failed !== undefined) throw failed.reason
  return ended.map(each => (each as PromiseFulfilledResult<Value>).value)
}

function onSharedMemory (values: Int32Array): Int32Array {
  const shared = new Int32Array(new SharedArrayBuffer(values.byteLength))
  shared.set(values)
  return shared
}
