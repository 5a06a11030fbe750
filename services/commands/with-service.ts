/** The configured store, or the whole service on it, opened for one command and closed after it. */
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { buildApp } from '../app.ts'
import { readConfig } from '../config.ts'
import type { Problem } from '../contract/problem.ts'
import { clock, newKey, openConfiguredStore, openRuns, VERSION } from '../open-service.ts'
import type { GraphStore } from '../store/graph-store.ts'
import { say } from './command.ts'

export async function withStore (work: (store: GraphStore) => Promise<number>): Promise<number> {
  const store = await openConfiguredStore(readConfig())
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

/** What the API answers to GET, asked with the configured token, into a file or to standard output. */
export const download = (url: string, out: string | undefined): Promise<number> => withStore(async store => {
  const config = readConfig()
  const runs = openRuns(store, config)
  const app = await buildApp({ config: { ...config, loopback: true }, store, runs, version: VERSION, clock, newKey, notReady: () => null })
  try {
    const answer = await app.inject({ url, headers: config.accessToken === null ? {} : { authorization: `Bearer ${config.accessToken}` } })
    if (answer.statusCode !== 200) {
      say((answer.json() as Problem).detail)
      return 1
    }
    await pipeline(Readable.from([answer.rawPayload]), out === undefined ? process.stdout : createWriteStream(out), { end: out !== undefined })
    return 0
  } finally {
    await app.close()
    await runs.close()
  }
})
