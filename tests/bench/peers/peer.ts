/** Peers as processes that take a job a line. The Python ones live in an environment of their own, made when it is missing. */
import { execFileSync, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export interface Job { work: string, file?: string, seed?: number, iterations?: number, tolerance?: number, error?: number, share?: number, threads?: number }
/** seconds null: this peer does not do that. */
export interface Answer { seconds: number | null, quality?: number, megabytes: number, whole?: number, wholeQuality?: number }
export interface Peer { ask: (job: Job) => Promise<Answer>, stop: () => void }

const HERE = 'tests/bench/peers'
const ENVIRONMENT = 'tests/output/bench-python'

/** The Python of the environment, or null where there is no Python or no package index. */
export function pythonOfPeers (): string | null {
  const python = join(ENVIRONMENT, 'bin/python')
  try {
    if (!existsSync(python)) execFileSync('python3', ['-m', 'venv', ENVIRONMENT], { stdio: 'inherit' })
    execFileSync(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', `${HERE}/requirements.txt`], { stdio: 'inherit' })
    return python
  } catch (error) {
    console.warn(`igraph and networkit are not measured: ${(error as Error).message}`)
    return null
  }
}

export const startOwn = (): Peer => start(process.execPath, ['--import', 'tsx', `${HERE}/own.ts`])
export const startGraphology = (): Peer => start(process.execPath, ['--max-old-space-size=8192', '--import', 'tsx', `${HERE}/graphology.ts`])
export const startPython = (python: string, library: 'igraph' | 'networkit'): Peer => start(python, [`${HERE}/peer.py`, library])

function start (command: string, commandArguments: string[]): Peer {
  const child = spawn(command, commandArguments, { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, OMP_NUM_THREADS: '1' } })
  const waiting: Array<{ resolve: (answer: Answer) => void, reject: (error: Error) => void }> = []
  createInterface({ input: child.stdout }).on('line', line => waiting.shift()?.resolve(JSON.parse(line) as Answer))
  child.on('close', code => waiting.splice(0).forEach(({ reject }) => reject(new Error(`${commandArguments.join(' ')} ended with code ${code}`))))
  return {
    ask: async job => await new Promise((resolve, reject) => {
      waiting.push({ resolve, reject })
      child.stdin.write(`${JSON.stringify(job)}\n`)
    }),
    stop: () => child.stdin.end()
  }
}
