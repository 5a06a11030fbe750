/** Data to start with: an empty store gets the real seed, a store that holds anything is left as it is. */
import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import { ImportOptions } from '../contract/import.ts'
import type { ImportReport } from '../contract/import.ts'
import { ServiceError } from '../errors.ts'
import type { GraphStore } from '../store/graph-store.ts'
import { importFiles } from './import-files.ts'
import type { ImportContext } from './import-context.ts'

/** Datasets of the seeds folder, in the order of loading: one import each. */
const DATASETS = [
  { folder: 'horizon2020', format: 'horizon2020', files: ['organisations.csv.gz', 'projects.csv.gz', 'participations.csv.gz'] }
] as const

/** True if the store holds no organisation, network, link or membership. */
export async function isEmpty (store: Pick<GraphStore, 'freeze'>): Promise<boolean> {
  const counts = await store.freeze(reader => reader.counts())
  return Object.values(counts).every(count => count === 0)
}

/** Loads the datasets under `folder` (seeds/) if the store is empty; the reports, or null if it was not. Throws if a dataset is missing or does not pass. */
export async function seedIfEmpty (store: GraphStore, folder: string, context: ImportContext): Promise<ImportReport[] | null> {
  if (!await isEmpty(store)) return null
  const reports: ImportReport[] = []
  for (const dataset of DATASETS) {
    const files = dataset.files.map(name => ({ name, path: join(folder, dataset.folder, name) }))
    const missing = files.find(({ path }) => !existsSync(path))
    if (missing !== undefined) throw new ServiceError('INTERNAL', `the seed file ${missing.path} is missing: restore the seeds folder, or start with SEED=none`)
    const options = ImportOptions.parse({ format: dataset.format, source: dataset.folder })
    const report = await importFiles(store, files.map(({ name, path }) => ({ name, open: () => createReadStream(path) })), options, context)
    reports.push(report)
    if (report.status !== 'completed') throw new ServiceError('INTERNAL', `the seed ${dataset.folder} was not loaded: ${report.problem ?? report.status}`)
  }
  return reports
}
