/**
 * Keeps tables: values as a file of columns in `folder`, named by the hash; what is known of them, and profiles once made, in the store.
 *
 * One thread reads and measures, since two that each keep their own systems would hold everything twice. A table of OECD's size is read in two seconds and inverted in some ten.
 */
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Piscina } from 'piscina'
import { stoppable } from '../analysis/watch.ts'
import type { TableDetail, TableSummary, ValueChainProfile } from '../contract/value-chains.ts'
import type { GraphStore, StoredTable } from '../store/graph-store.ts'
import { OneAtATime } from '../store/one-at-a-time.ts'
import { openTable } from '../value-chains/table-file.ts'
import { TableProblem } from './table-service.ts'
import type { TableService } from './table-service.ts'
import type { Answers, Refusal, Task, Unwatched } from './task.ts'

export interface TableServiceParts {
  store: Pick<GraphStore, 'saveTable' | 'getTable' | 'listTables' | 'deleteTable' | 'saveTableResult' | 'getTableResult'>
  folder: string
  softwareVersion: string
  clock: () => Date
}

/** Under the data folder. */
export const TABLES_FOLDER = 'tables'
/** Questions that may wait for the thread: a page asks three at once. */
export const TABLE_QUESTIONS_WAITING_MAX = 32
/** Characters of a hash that name a table, where no other table begins with them. */
export const HASH_BEGINNING_MIN = 8
/** The thread, and all it keeps, ends when nothing has been asked for this long, ms. */
const IDLE_MS = 10 * 60 * 1000
/** Worker threads read the sources as they are, however the process itself was started. */
const READ_TYPESCRIPT = ['--import', import.meta.resolve('tsx')]

/** Of another version it is made anew, in its place. */
interface KeptProfile { softwareVersion: string, profile: ValueChainProfile }
type Document = Omit<TableDetail, 'hash' | 'importedAt'>

export function createTableService ({ store, folder, softwareVersion, clock }: TableServiceParts): TableService {
  const pool = new Piscina({ filename: new URL('./worker.ts', import.meta.url).href, minThreads: 0, maxThreads: 1, idleTimeout: IDLE_MS, maxQueue: TABLE_QUESTIONS_WAITING_MAX, execArgv: READ_TYPESCRIPT })
  /** A table is not removed while it is read in again: its row would be left without its file. */
  const oneAtATime = new OneAtATime()
  const fileOf = (hash: string): string => fileIn(folder, hash)

  async function ask<Kind extends Task['kind']> (task: Extract<Unwatched, { kind: Kind }>, signal?: AbortSignal): Promise<Answers[Kind]> {
    if (pool.queueSize >= TABLE_QUESTIONS_WAITING_MAX) throw new TableProblem('busy', `${TABLE_QUESTIONS_WAITING_MAX} questions on tables wait already; ask again in a minute.`)
    const answer = await stoppable(signal, async watch => await pool.run({ ...task, watch }) as Answers[Kind] | Refusal)
    if (!('refused' in answer)) return answer
    if (answer.why === 'gone') throw new TableProblem('gone', `The values of this table cannot be read, as ${answer.refused}. They are kept under ${folder}; import the table again.`)
    throw new TableProblem(answer.why, answer.refused, answer)
  }

  const measuring = (hash: string, { measure, options, valueAdded, country, sector, partner }: Parameters<TableService['measure']>[1]) =>
    ({ file: fileOf(hash), valueAdded, measure, options, filter: { countries: country, sectors: sector, partners: partner } })

  return {
    list: async () => (await store.listTables()).map(table => summaryOf(detailOf(table))),
    ...lookUpTables(store, folder),
    read: (files, { dryRun, ...options }, signal) => oneAtATime.run(async () => {
      await mkdir(folder, { recursive: true })
      const { hash, about, labels, checks } = await ask<'read'>({ kind: 'read', files, options, folder: dryRun ? null : folder }, signal)
      const named = (codes: readonly string[], names: readonly string[]) => codes.map((code, i) => ({ code, name: names[i] }))
      const document: Document = { ...about, countries: labels.countries.length, sectors: labels.sectors.length, labels: { countries: named(labels.countries, labels.countryNames), sectors: named(labels.sectors, labels.sectorNames) }, checks }
      const stored: StoredTable = { hash, importedAt: clock().toISOString(), document }
      const already = dryRun ? await store.getTable(hash) !== null : !await store.saveTable(stored)
      return { table: detailOf(already ? await store.getTable(hash) ?? stored : stored), kept: !dryRun, already }
    }),
    remove: hash => oneAtATime.run(async () => {
      if (!await store.deleteTable(hash)) return false
      await rm(fileOf(hash), { force: true })
      return true
    }),
    measure: async (hash, question, page, signal) => await ask<'rows'>({ kind: 'rows', ...measuring(hash, question), result: question.result, ...page }, signal),
    writeResult: async (hash, question, format, into, signal) => await ask<'file'>({ kind: 'file', ...measuring(hash, question), result: question.result, format, into }, signal),
    profile: async (hash, country, sector, valueAdded, signal) => {
      const table = await store.getTable(hash)
      if (table === null) throw new TableProblem('gone', 'The table was removed.')
      const make = async (): Promise<ValueChainProfile> => ({ table: summaryOf(detailOf(table)), valueAdded, ...await ask<'profile'>({ kind: 'profile', file: fileOf(hash), valueAdded, country, sector }, signal) })
      // Of sectors there are thousands, and the thread that has measured their country has them at once.
      if (sector !== undefined) return await make()
      const key = `profile ${valueAdded} ${country}`
      const known = await store.getTableResult(hash, key) as KeptProfile | null
      if (known?.softwareVersion === softwareVersion) return known.profile
      const profile = await make()
      // A table that was removed meanwhile keeps nothing, and what was asked is answered all the same.
      await store.saveTableResult(hash, key, { softwareVersion, profile } satisfies KeptProfile).catch(async error => {
        if (await store.getTable(hash) !== null) throw error
      })
      return profile
    },
    context: async (hash, question, valueAdded, signal) => await ask<'context'>({ kind: 'context', file: fileOf(hash), valueAdded, question }, signal),
    close: async () => { await pool.destroy() }
  }
}

/** What needs no thread. */
export const lookUpTables = (store: Pick<GraphStore, 'getTable' | 'listTables'>, folder: string): Pick<TableService, 'find' | 'open'> => ({
  find: async name => {
    const found = (await store.listTables()).filter(({ hash }, place) => name === 'latest' ? place === 0 : hash === name || (name.length >= HASH_BEGINNING_MIN && hash.startsWith(name)))
    return found.length === 1 ? detailOf(found[0]) : null
  },
  open: async hash => await store.getTable(hash) === null ? null : await openTable(fileIn(folder, hash))
})

const fileIn = (folder: string, hash: string): string => join(folder, `${hash}.table`)

const detailOf = ({ hash, importedAt, document }: StoredTable): TableDetail => ({ hash, importedAt, ...document as Document })

/** What a list tells of a table. */
export const summaryOf = ({ labels: _labels, notes: _notes, checks: _checks, ...summary }: TableDetail): TableSummary => summary
