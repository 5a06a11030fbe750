/** What the server and the command line both open: the configured store, and runs on it. */
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Config } from './config.ts'
import type { ImportReport } from './contract/import.ts'
import type { Run } from './contract/run.ts'
import { TableOptions } from './contract/value-chains.ts'
import type { TableDetail } from './contract/value-chains.ts'
import { idFor } from './ids.ts'
import type { ImportContext } from './ingest/import-context.ts'
import { seedIfEmpty } from './ingest/seed.ts'
import { countryOfTable } from './reference/country-of-table.ts'
import { loadReference } from './reference/reference.ts'
import { RUN_MEMORY_MAX } from './runs/estimate-run.ts'
import { createTableService, lookUpTables, TABLES_FOLDER } from './kept-tables/keep-tables.ts'
import type { TableService } from './kept-tables/table-service.ts'
import { createRunService } from './runs/create-run-service.ts'
import { SnapshotGone } from './runs/run-service.ts'
import type { RunService } from './runs/run-service.ts'
import type { GraphStore } from './store/graph-store.ts'
import { StoreUnavailable } from './store/graph-store.ts'
import { openStore } from './store/open-store.ts'
import { isDemonstrated, loadDemonstration } from './trans-s3/demonstration/demonstration.ts'
import { readDatedNetworks } from './trans-s3/evidence/dated-networks.ts'
import { seedTable } from './value-chains/seed-table.ts'

const SEEDS_FOLDER = fileURLToPath(new URL('../seeds', import.meta.url))
export const VERSION = (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }).version

export const clock = (): Date => new Date()
/** Text for the id of something without a key of its own. */
export const newKey = (): string => randomBytes(16).toString('hex')

/** The folder is made where it is missing. Throws StoreUnavailable with what to check. */
export async function openConfiguredStore ({ dataDir, neo4j }: Pick<Config, 'dataDir' | 'neo4j'>): Promise<GraphStore> {
  try {
    await mkdir(dataDir, { recursive: true })
  } catch (error) {
    throw new StoreUnavailable(`The data folder ${dataDir} cannot be made (${(error as NodeJS.ErrnoException).code}); set DATA_DIR to a folder that can be written.`, { cause: error })
  }
  return await openStore(neo4j === null ? { kind: 'sqlite', file: join(dataDir, 'amber-road.db') } : { kind: 'neo4j', ...neo4j })
}

export const openTables = (store: GraphStore, { dataDir }: Pick<Config, 'dataDir'>): TableService => createTableService({ store, folder: join(dataDir, TABLES_FOLDER), softwareVersion: VERSION, clock })

/** The input-output table that comes with the service; it stays as it is where it is kept already. */
export async function loadSeedTable (store: GraphStore, config: Pick<Config, 'dataDir'>): Promise<TableDetail> {
  const { files, options } = seedTable(SEEDS_FOLDER)
  const tables = openTables(store, config)
  try {
    return (await tables.read(files, TableOptions.parse(options))).table
  } finally {
    await tables.close()
  }
}

/** What an empty store begins with: organisations, then the table. Null where it holds data. */
export async function seedEmptyStore (store: GraphStore, config: Pick<Config, 'dataDir'>, context: ImportContext): Promise<{ reports: ImportReport[], table: TableDetail } | null> {
  const reports = await seedIfEmpty(store, SEEDS_FOLDER, context)
  return reports === null ? null : { reports, table: await loadSeedTable(store, config) }
}

/** The demonstration workspace, on a run of the data that the service begins with. False where it is there already, the store holds other data, or the network of the run is gone. */
export async function demonstrate (store: GraphStore, runs: Pick<RunService, 'load'>, run: Run): Promise<boolean> {
  if (await isDemonstrated(store) || !(await store.listSources()).some(({ key }) => key === 'horizon2020')) return false
  try {
    const loaded = await runs.load(run.id)
    return loaded !== null && await loadDemonstration(store, { folder: join(SEEDS_FOLDER, 'trans-s3'), loaded, dated: await readDatedNetworks(store, loaded.snapshot), reference: loadReference(), clock })
  } catch (error) {
    if (error instanceof SnapshotGone) return false
    throw error
  }
}

/** Part of the machine's memory that one run may take; the rest is for the store, the snapshot and everybody else. */
const RUN_MEMORY_SHARE = 0.5

export function openRuns (store: GraphStore, { dataDir }: Pick<Config, 'dataDir'>): RunService {
  const reference = loadReference()
  const { domains } = reference
  return createRunService({
    store,
    snapshotFolder: join(dataDir, 'snapshots'),
    softwareVersion: VERSION,
    clock,
    newId: () => idFor('run', newKey()),
    tables: { ...lookUpTables(store, join(dataDir, TABLES_FOLDER)), country: countryOfTable(reference) },
    tell: sentence => console.warn(sentence),
    memoryMax: Math.min(RUN_MEMORY_MAX, totalmem() * RUN_MEMORY_SHARE),
    thematicDomains: domains.filter(domain => domain.thematic).map(domain => domain.code),
    followingDomains: Object.fromEntries(domains.map(({ code, s3 }) => [code, s3]))
  })
}
