/** A few bytes of shared memory through which work in another thread is watched and stopped: [0] 1 = stop, [1] progress in thousandths. */
import { Cancelled } from './context.ts'
import type { Context } from './context.ts'

const newWatch = (): SharedArrayBuffer => new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT)
const requestStop = (watch: SharedArrayBuffer): void => { Atomics.store(new Int32Array(watch), 0, 1) }
export const readProgress = (watch: SharedArrayBuffer): number => Atomics.load(new Int32Array(watch), 1) / 1000

/** The worker's side. */
export function contextOf (watch: SharedArrayBuffer): Context {
  const cells = new Int32Array(watch)
  return {
    check: () => { if (Atomics.load(cells, 0) === 1) throw new Cancelled('it was stopped') },
    progress: share => { Atomics.store(cells, 1, Math.round(share * 1000)) }
  }
}

/** Work in another thread that stops when the signal says so, at its next check; it answers what the thread then answers. */
export async function stoppable<Value> (signal: AbortSignal | undefined, work: (watch: SharedArrayBuffer) => Promise<Value>): Promise<Value> {
  const watch = newWatch()
  const stop = (): void => requestStop(watch)
  if (signal?.aborted === true) stop()
  signal?.addEventListener('abort', stop)
  try {
    return await work(watch)
  } finally {
    signal?.removeEventListener('abort', stop)
  }
}
