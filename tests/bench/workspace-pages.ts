/**
 * What the pages of a joint strategy wait for, on the whole seed with the table that comes with it: evidence of each step of the demonstration, worked out and asked for again, and its policy paper.
 * The peer is the route that does nothing.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildApp } from '../../services/app.ts'
import { RunRequest } from '../../services/contract/run.ts'
import { STAGES } from '../../services/contract/workspace.ts'
import { clock, demonstrate, newKey, openRuns, seedEmptyStore } from '../../services/open-service.ts'
import { openStore } from '../../services/store/open-store.ts'
import { DEMONSTRATION_ID } from '../../services/trans-s3/demonstration/demonstration.ts'
import { medianTime } from './result.ts'
import type { Result } from './result.ts'

/** Evidence is kept by language: in each of these it is worked out once. Odd, so that there is a middle one. */
const LANGUAGES = ['en', 'pl', 'lv', 'lt', 'et']
const REQUESTS = 25
const PEER = 'GET /health/live'

export async function * benchWorkspacePages (): AsyncGenerator<Result> {
  const dataDir = mkdtempSync(join(tmpdir(), 'amber-road-bench-'))
  const store = await openStore({ kind: 'sqlite', file: join(dataDir, 'store.sqlite') })
  const runs = openRuns(store, { dataDir })
  const app = await buildApp({ config: { accessToken: null, readOnly: false, loopback: true, logLevel: 'silent', dataDir }, store, runs, version: 'bench', clock, newKey, notReady: () => null })
  try {
    await seedEmptyStore(store, { dataDir }, { clock, progress: () => {}, signal: new AbortController().signal })
    await demonstrate(store, runs, await runs.wait((await runs.start(RunRequest.parse({}))).id))
    const get = async (path: string): Promise<void> => {
      const { statusCode, body } = await app.inject({ url: path, headers: { host: 'localhost' } })
      if (statusCode !== 200) throw new Error(`${path}: ${statusCode} ${body}`)
    }
    const peerFigure = await medianTime(REQUESTS, () => get('/health/live'))
    const row = (subject: string, figure: number): Result => ({ subject, figure, unit: 'ms', peer: PEER, peerFigure })
    const inEachLanguage = (path: string): Promise<number> => {
      const languages = LANGUAGES.values()
      return medianTime(LANGUAGES.length, () => get(`${path}language=${languages.next().value!}`))
    }
    for (const stage of STAGES) {
      const path = `/api/v1/workspaces/${DEMONSTRATION_ID}/evidence/${stage}?`
      yield row(`Evidence of ${stage}, worked out`, await inEachLanguage(path))
      yield row(`Evidence of ${stage}, asked for again`, await medianTime(REQUESTS, () => get(path)))
    }
    for (const format of ['html', 'pdf']) yield row(`Policy paper as ${format}, its evidence known`, await inEachLanguage(`/api/v1/workspaces/${DEMONSTRATION_ID}/documents/policy-paper?format=${format}&`))
  } finally {
    await app.close()
    await runs.close()
    await store.close()
    rmSync(dataDir, { recursive: true })
  }
}
