import type { GraphStore } from '../../services/store/graph-store.ts'
import { datasetFiles, importInto } from '../support/import-files.ts'
import { testOnNeo4j } from '../support/test-on-neo4j.ts'
import { openTestStore } from '../support/open-test-store.ts'

const FILES = ['organization.csv', 'project.csv', 'legalBasis.csv']

/** Everything that was imported, in the order of ids. */
const contents = (store: GraphStore): Promise<unknown[]> => store.freeze(async reader => {
  const all: unknown[] = []
  for await (const batch of reader.streamOrganisations(50)) all.push(...batch)
  for await (const batch of reader.streamNetworks(50)) all.push(...batch)
  for await (const batch of reader.streamMemberships(50)) all.push(...batch)
  return all
})

await testOnNeo4j('an import ends on Neo4j as on SQLite, wholly in or wholly out', async (t, open) => {
  const store = await open()
  const controller = new AbortController()
  const cancelled = await importInto(store, datasetFiles('cordis', FILES), { format: 'cordis' }, { signal: controller.signal, progress: (_done, _total, doing) => { if (doing === 'Writing rows') controller.abort() } })
  t.equal(cancelled.status, 'failed')
  t.strictSame(await contents(store), [], 'nothing of a cancelled import')

  const report = await importInto(store, datasetFiles('cordis', FILES), { format: 'cordis' })
  t.match(report, { status: 'completed', revision: (await store.revision()).number })
  t.strictSame(await store.getImport(report.id), report)
  const imported = await contents(store)
  const embedded = await openTestStore(t)
  await importInto(embedded, datasetFiles('cordis', FILES), { format: 'cordis' })
  t.strictSame(imported, await contents(embedded), 'the same on both stores')

  await importInto(store, datasetFiles('cordis', FILES), { format: 'cordis' })
  t.strictSame(await contents(store), imported, 'and the same when imported again')
})
