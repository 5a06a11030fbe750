/** Contenders as processes that take a job a line and answer a line. */
import { spawn, spawnSync } from 'node:child_process'
import { cpus } from 'node:os'
import { createInterface } from 'node:readline'
import { stopAlong } from '../stopping.ts'

/**
 * `build` reads `file`, which is not timed, and makes the graph; every other work needs it built. `exact`: a file of exact values to judge an estimate by.
 * `iterations`: of Leiden, where they are not as many as it makes by itself; -1: igraph's until one of them changes nothing. `limitSeconds`: after which the call is given up, if not after the usual.
 */
export interface Job { work: string, threads: 1 | 2, seed: number, file?: string, exact?: string, iterations?: number, tolerance?: number, error?: number, failure?: number, share?: number, theta?: number, limitSeconds?: number }
/** Of the work alone: on the wall, and of the processor by all threads of the process. */
export interface Times { seconds: number, processorSeconds?: number, quality?: number | null }
/** Megabytes: the most that the process has held so far. `whole`: the same work from the start, where the job was to bring an answer up to date. */
export interface Answer extends Times { megabytes: number, whole?: Times }
export interface Peer { ask: (job: Job) => Promise<Answer>, stop: () => void }

const HERE = 'tests/bench/peers'
/** A call that takes longer is given up. */
export const CALL_LIMIT_SECONDS = 300

export const startOwn = (threads: 1 | 2): Peer => start(process.execPath, ['--import', 'tsx', `${HERE}/own.ts`], threads)
export const startGraphology = (): Peer => start(process.execPath, ['--max-old-space-size=8192', '--import', 'tsx', `${HERE}/graphology.ts`], 1)
export const startPython = (python: string, library: string, threads: 1 | 2): Peer => start(python, [`${HERE}/with-${library}.py`], threads)

/** One thread stays on the last core, where the system can hold it there: else a runtime's own threads would work beside it. */
const LAST_CORE = ['taskset', '-c', String(cpus().length - 1)]
const canPin = spawnSync(LAST_CORE[0], [...LAST_CORE.slice(1), 'true']).status === 0

function start (command: string, commandArguments: string[], threads: 1 | 2): Peer {
  const [program, ...rest] = [...threads === 1 && canPin ? LAST_CORE : [], command, ...commandArguments]
  const limits = { OMP_NUM_THREADS: String(threads), OPENBLAS_NUM_THREADS: '1' }
  const child = spawn(program, rest, { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, ...limits } })
  const waiting: Array<{ resolve: (answer: Answer) => void, reject: (error: Error) => void }> = []
  let ended: string | null = null
  createInterface({ input: child.stdout }).on('line', line => {
    const answer = JSON.parse(line) as Answer | { error: string }
    const { resolve, reject } = waiting.shift() ?? {}
    if ('error' in answer) reject?.(new Error(answer.error))
    else resolve?.(answer)
  })
  child.stdin.on('error', () => {})
  const forget = stopAlong(() => child.kill('SIGKILL'))
  child.on('close', (code, signal) => {
    forget()
    ended = `ended with ${signal ?? `code ${code}`}`
    waiting.splice(0).forEach(({ reject }) => reject(new Error(ended as string)))
  })
  return {
    ask: async job => {
      const { limitSeconds = CALL_LIMIT_SECONDS } = job
      const limit = setTimeout(() => {
        waiting.splice(0).forEach(({ reject }) => reject(new Error(`more than ${limitSeconds} s`)))
        child.kill('SIGKILL')
      }, limitSeconds * 1000)
      try {
        return await new Promise((resolve, reject) => {
          if (ended !== null) return reject(new Error(ended))
          waiting.push({ resolve, reject })
          child.stdin.write(`${JSON.stringify(job)}\n`)
        })
      } finally {
        clearTimeout(limit)
      }
    },
    stop: () => child.kill('SIGKILL')
  }
}
