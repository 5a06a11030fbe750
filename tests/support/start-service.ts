/** The service as a second process on a free port, with a data folder of its own; stopped and removed after the test. */
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface StartedService { address: string, child: ChildProcess, output: () => string, stop: () => Promise<number | null> }

/** Resolves once `until` is in the output; rejects with the output if the process ends before. */
export async function startService (environment: Record<string, string> = {}, until = 'Amber Road is ready: '): Promise<StartedService & { folder: string }> {
  const folder = environment.DATA_DIR ?? await mkdtemp(join(tmpdir(), 'amber-road-'))
  const child = spawn(process.execPath, ['--import', 'tsx', 'services/server.ts'], { env: { PATH: process.env.PATH, PORT: '0', DATA_DIR: folder, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  const ended = new Promise<number | null>(resolve => child.once('close', resolve))
  const started = new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      output += chunk.toString()
      if (output.includes(until)) resolve()
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    void ended.then(code => reject(new Error(`the service ended with ${code}:\n${output}`)))
  })
  await started
  return {
    address: /is ready: (\S+)/.exec(output)?.[1] ?? '', child, output: () => output, folder,
    stop: async () => {
      child.kill('SIGTERM')
      const code = await ended
      if (environment.DATA_DIR === undefined) await rm(folder, { recursive: true, force: true })
      return code
    }
  }
}
