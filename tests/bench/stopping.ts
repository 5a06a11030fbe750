/** A benchmark that is stopped takes along the processes it started: they would go on computing otherwise, and the next figures be theirs. */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const running = new Set<() => unknown>()
let stopping = false

/** Calls `stop` when the benchmark is stopped, unless the function that this returns was called before. */
export function stopAlong (stop: () => unknown): () => void {
  running.add(stop)
  return () => running.delete(stop)
}

/** What `work` gives, or nothing ever once the benchmark is stopped: that its processes were ended is no result. */
export async function unlessStopped<Value> (work: Promise<Value>): Promise<Value> {
  try {
    return await work
  } finally {
    if (stopping) await new Promise(() => {})
  }
}

/** What the module at this URL prints when it is run alone, with nothing else in its process. */
export const runAlone = async (module: string, ...parameters: string[]): Promise<string> => await runProgram(process.execPath, ['--import', 'tsx', fileURLToPath(module), ...parameters])

/** What a program prints, with these variables besides those of this process. */
export async function runProgram (program: string, parameters: string[], environment: Record<string, string> = {}): Promise<string> {
  const work = promisify(execFile)(program, parameters, { encoding: 'utf8', env: { ...process.env, ...environment } })
  const forget = stopAlong(() => work.child.kill('SIGKILL'))
  try {
    return (await unlessStopped(work)).stdout
  } finally {
    forget()
  }
}

export function stopOnSignals (): void {
  for (const [signal, number] of [['SIGINT', 2], ['SIGTERM', 15], ['SIGHUP', 1]] as const) {
    process.once(signal, () => {
      stopping = true
      void Promise.allSettled([...running].map(async stop => await stop())).then(() => process.exit(128 + number))
    })
  }
}
