/** The default run's parts and the answers of the API on the whole seed, each against a peer that does the least of its kind. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { leiden, LeidenOptions } from '../../services/analysis/communities/leiden.ts'
import { graphologyLouvain, GraphologyLouvainOptions } from '../../services/analysis/communities/graphology-louvain.ts'
import { UNWATCHED } from '../../services/analysis/context.ts'
import { buildApp } from '../../services/app.ts'
import { RunRequest } from '../../services/contract/run.ts'
import { seedIfEmpty } from '../../services/ingest/seed.ts'
import { clock, newKey, openRuns } from '../../services/open-service.ts'
import { readSnapshot } from '../../services/snapshot/build-snapshot.ts'
import { project } from '../../services/snapshot/project.ts'
import { openStore } from '../../services/store/open-store.ts'
import { medianTime, timed } from './result.ts'
import type { Result } from './result.ts'

/** Odd, so that there is a middle one. */
const REPETITIONS = 5
const REQUESTS = 25

export async function * benchRun (): AsyncGenerator<Result> {
  const dataDir = mkdtempSync(join(tmpdir(), 'amber-road-bench-'))
  const store = await openStore({ kind: 'sqlite', file: join(dataDir, 'store.sqlite') })
  const runs = openRuns(store, { dataDir })
  const app = await buildApp({ config: { accessToken: null, readOnly: false, loopback: true, logLevel: 'silent', dataDir }, store, runs, version: 'bench', clock, newKey, notReady: () => null })
  try {
    await seedIfEmpty(store, 'seeds', { clock, progress: () => {}, signal: new AbortController().signal })
    const request = RunRequest.parse({})
    const { graph } = project(await readSnapshot(store), request.projection)
    const peer = await medianTime(REPETITIONS, () => graphologyLouvain(graph, GraphologyLouvainOptions.parse({}), 42, UNWATCHED))
    const options = { ...LeidenOptions.parse({}), restarts: 1 }
    yield { subject: `Leiden, one start, ${graph.m.toLocaleString('en')} links`, figure: await medianTime(REPETITIONS, () => leiden(graph, options, 42, UNWATCHED)), unit: 'ms', peer: 'Louvain of graphology, its graph built', peerFigure: peer }

    const whole = await timed(async () => await runs.wait((await runs.start(request)).id))
    yield { subject: 'Default run, from store to stored clusters', figure: whole.milliseconds, unit: 'ms', peer: 'Louvain of graphology, its graph built', peerFigure: peer }

    const get = (url: string) => () => app.inject({ url, headers: { host: 'localhost' } })
    await get('/api/v1/search?q=warm')()
    const live = await medianTime(REQUESTS, get('/health/live'))
    for (const url of ['/api/v1/graphs/clusters', '/api/v1/graphs/clusters/C1', '/api/v1/organisations?country=LV', '/api/v1/search?q=tartu+ulikol', '/api/v1/runs/latest/bridges']) {
      yield { subject: `GET ${url}`, figure: await medianTime(REQUESTS, get(url)), unit: 'ms', peer: 'GET /health/live', peerFigure: live }
    }
  } finally {
    await app.close()
    await runs.close()
    await store.close()
    rmSync(dataDir, { recursive: true })
  }
}
