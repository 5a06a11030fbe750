import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import type { StoreOptions } from '../../services/store/open-store.ts'

/** Starts a writing process, kills it (SIGKILL) some time after its first acknowledgement, and returns the last one it gave. */
export async function killWriter (options: StoreOptions, delayMs: number): Promise<number> {
  const writer = spawn(process.execPath, ['--import', 'tsx', 'tests/store-contract/write-until-killed.ts', JSON.stringify(options)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(writer, 'close')
  const lines = createInterface({ input: writer.stdout })
  let acknowledged = 0
  lines.on('line', line => {
    acknowledged = Number(line)
  })
  await Promise.race([once(lines, 'line'), ended.then(([code]) => {
    throw new Error(`the writing process ended by itself with code ${code}`)
  })])
  await setTimeout(delayMs)
  writer.kill('SIGKILL')
  await ended
  return acknowledged
}
