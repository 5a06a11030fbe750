/** Pieces of work given to the pool of worker threads, watched, and stopped when their run is to stop. */
import { setMaxListeners } from 'node:events'
import { cpus } from 'node:os'
import type { Piscina } from 'piscina'
import type { RUN_STAGES } from '../contract/run.ts'
import { Cancelled } from '../analysis/context.ts'
import { readProgress, stoppable } from '../analysis/watch.ts'
import type { Answers, Task } from './task.ts'

export type Stage = typeof RUN_STAGES[number]
export interface Watcher { stage: (stage: Stage, share: number) => void, signal: AbortSignal }
type TaskWithoutWatch = Task extends infer Each ? Each extends Task ? Omit<Each, 'watch'> : never : never
export type Perform = <Kind extends Task['kind']>(task: Extract<TaskWithoutWatch, { kind: Kind }>, report: (share: number) => void) => Promise<Answers[Kind]>

/** How often progress is looked up, in ms: often enough for a smooth bar. */
const PROGRESS_INTERVAL_MS = 250
/** Threads a run uses at most; more than the cores only gets in the way of the service. */
export const runThreads = (): number => Math.max(1, Math.min(8, cpus().length))

/** Gives tasks to the pool, reports their progress, and stops them when the run is to stop. */
export function performerOf (pool: Piscina, signal: AbortSignal): Perform {
  // One listener for each task that waits, far fewer than would be a leak.
  setMaxListeners(0, signal)
  return async (task, report) => {
    signal.throwIfAborted()
    const answer = await stoppable(signal, async watch => {
      const timer = setInterval(() => report(readProgress(watch)), PROGRESS_INTERVAL_MS)
      try {
        return await pool.run({ ...task, watch })
      } finally {
        clearInterval(timer)
      }
    })
    if (answer === null) throw new Cancelled('the run was stopped')
    report(1)
    return answer
  }
}

/** Reports for tasks done side by side, which together make one from 0 to 1. */
export function shareOut (tasks: number, report: (share: number) => void): Array<(share: number) => void> {
  const shares = Array.from({ length: tasks }, () => 0)
  return shares.map((_, i) => share => {
    shares[i] = share
    report(shares.reduce((sum, each) => sum + each, 0) / tasks)
  })
}

/** Waits for every task even when one fails: none may go on in a worker after the run has ended. */
export async function allOrFirstError<Value> (tasks: Array<Promise<Value>>): Promise<Value[]> {
  const ended = await Promise.allSettled(tasks)
  const failed = ended.find(each => each.status === 'rejected')
  if (failed !== undefined) throw failed.reason
  return ended.map(each => (each as PromiseFulfilledResult<Value>).value)
}
