/** The whole seed in both stores, and the same run on both. */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { RunRequest } from '../../services/contract/run.ts'
import { idFor } from '../../services/ids.ts'
import { seedIfEmpty } from '../../services/ingest/seed.ts'
import { loadReference } from '../../services/reference/reference.ts'
import { createRunService } from '../../services/runs/create-run-service.ts'
import type { LoadedRun } from '../../services/runs/run-service.ts'
import type { GraphStore } from '../../services/store/graph-store.ts'
import { openStore } from '../../services/store/open-store.ts'
import { importContext } from '../support/import-files.ts'
import { testOnNeo4j } from '../support/test-on-neo4j.ts'

const SEEDS = fileURLToPath(new URL('../../seeds', import.meta.url))
/** Fewer shortest-path sources than the default run: what is compared is the stores, not the patience of the reader. */
const REQUEST = RunRequest.parse({ options: { betweennessSources: 64 } })

/** Seeds, runs, and reads the run back from the store, as after a restart. */
async function analyse (store: GraphStore, snapshotFolder: string): Promise<LoadedRun> {
  await seedIfEmpty(store, SEEDS, importContext())
  const parts = {
    store, snapshotFolder, softwareVersion: '0.0.0-test', clock: () => new Date('2026-03-01T12:00:00.000Z'), newId: () => idFor('run', 'the same'),
    thematicDomains: loadReference().domains.filter(domain => domain.thematic).map(domain => domain.code)
  }
  const runs = createRunService(parts)
  const { id } = await runs.start(REQUEST)
  await runs.wait(id)
  await runs.close()
  const reopened = createRunService(parts)
  const loaded = await reopened.load(id) as LoadedRun
  await reopened.close()
  return loaded
}

await testOnNeo4j('SQLite and Neo4j give the same clusters', async (t, open) => {
  const folder = t.testdir({})
  const sqlite = await openStore({ kind: 'sqlite', file: join(folder, 'amber-road.db') })
  const neo4j = await open()
  t.teardown(() => sqlite.close())
  const one = await analyse(sqlite, join(folder, 'one'))
  const other = await analyse(neo4j, join(folder, 'other'))
  t.match(one.run.metrics, { organisations: 7754, clusters: Number })
  t.strictSame(await neo4j.counts(), await sqlite.counts())
  t.equal(other.snapshot.hash, one.snapshot.hash, 'the same network')
  t.strictSame(other.run, one.run)
  t.strictSame(other.clusters, one.clusters, `${one.clusters.length} clusters with all their evidence`)
  t.strictSame(other.community, one.community)
  t.strictSame(other.scores, one.scores)
  t.strictSame([other.x, other.y], [one.x, one.y])
})
