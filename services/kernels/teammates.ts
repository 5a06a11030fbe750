/**
 * Threads that help a kernel. The kernel goes on without them while they start and where they cannot start, so nothing is awaited here and no error of theirs is one of the
 * computation. They end when they are dismissed: at the latest with the block of nodes they have in hand.
 */
import { Worker } from 'node:worker_threads'

const SCRIPT = new URL('teammate.mjs', import.meta.url)
/** What assembly/team.ts takes for: the work is over. It stands at the beginning of the board. */
const OVER = -1

/** A teammate for each of the rooms, which are 0. Returns what dismisses them. */
export function startTeammates (module: WebAssembly.Module, memory: WebAssembly.Memory, board: number, n: number, rooms: number[]): () => void {
  for (const room of rooms) {
    // Without the flags of this process: a teammate needs no loader of TypeScript, which would take longer to start than many a search.
    const teammate = new Worker(SCRIPT, { workerData: { module, memory, board, n, room }, execArgv: [] })
    teammate.on('error', () => {})
    teammate.unref()
  }
  return () => {
    const limit = new Int32Array(memory.buffer, board, 1)
    Atomics.store(limit, 0, OVER)
    Atomics.notify(limit, 0)
  }
}
