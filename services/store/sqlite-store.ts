/**
 * The embedded store: one SQLite file in WAL mode with synchronous=FULL, so that what was acknowledged survives a kill or a
 * power cut. One connection writes, one reads; every freeze and every stream has a connection of its own, which is its snapshot.
 */
import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import * as dataset from '../../graph-queries/dataset/index.ts'
import { createTables, SCHEMA_VERSION, upgradeTables } from '../../graph-queries/schema/index.ts'
import type { ColumnKinds, ParameterKinds, ParametersOf, Query, RowOf } from '../../graph-queries/query.ts'
import { StoreUnavailable } from './graph-store.ts'
import type { GraphStore } from './graph-store.ts'
import { OneAtATime } from './one-at-a-time.ts'
import { connect, resultCode, ROWS_MAX } from './sqlite-connection.ts'
import type { SqliteConnection } from './sqlite-connection.ts'
import { createReader, createReads } from './store-reads.ts'
import { completeRun, createWriter, deleteTable, eraseRecords, saveRecords, saveRun, saveTable, saveTableResult } from './store-writes.ts'
import { runOne } from './statement-runner.ts'
import type { StatementRunner } from './statement-runner.ts'

/** "AmbR": tells our files from those of other programs (PRAGMA application_id). */
const APPLICATION_ID = 0x416D6252
/** Memory for pages of the file, KiB: the whole of a store of 100,000 organisations. */
const CACHE_KIB = 65536
/** A service that is just closing gets this long to let go of the file. */
const LOCK_TIMEOUT_MS = 2000

export interface SqliteOptions {
  file: string
  /** The time that commits are stamped with. */
  clock?: () => Date
}

export function createSqliteStore ({ file, clock = () => new Date() }: SqliteOptions): GraphStore {
  let open: { lock: SqliteConnection, writer: SqliteConnection, reader: SqliteConnection } | undefined
  const others = new Set<SqliteConnection>()
  const queue = new OneAtATime()

  const connections = () => {
    if (!open) throw new StoreUnavailable(`The store ${file} is not open.`)
    return open
  }
  const now = () => clock().toISOString()

  /** Gives `work` a read connection that nobody else uses. */
  async function * onOwnConnection<Item> (work: (connection: SqliteConnection) => AsyncIterable<Item>): AsyncGenerator<Item> {
    connections()
    const connection = await connectReader(file)
    others.add(connection)
    try {
      yield * work(connection)
    } finally {
      others.delete(connection)
      connection.close()
    }
  }

  const reads: StatementRunner = {
    rowsMax: ROWS_MAX,
    run: async (query, parameters) => connections().reader.run(query, parameters),
    stream: <Parameters extends ParameterKinds, Columns extends ColumnKinds>(query: Query<Parameters, Columns>, parameters: ParametersOf<Parameters>, batchSize: number) =>
      onOwnConnection<Array<RowOf<Columns>>>(connection => connection.stream(query, parameters, batchSize))
  }

  const transaction = <Value>(work: (writer: SqliteConnection) => Promise<Value>): Promise<Value> => queue.run(async () => {
    const { writer } = connections()
    writer.execute('BEGIN IMMEDIATE')
    try {
      const value = await work(writer)
      writer.execute('COMMIT')
      return value
    } catch (error) {
      if (writer.inTransaction) writer.execute('ROLLBACK')
      throw error
    }
  })

  return {
    kind: 'sqlite',
    ...createReads(reads),

    open: async () => {
      if (open) return
      const lock = await lockFile(file)
      try {
        const writer = await connect(file)
        prepareFile(file, writer)
        const { n } = await runOne(writer, dataset.ensureDataset, { now: now(), schemaVersion: SCHEMA_VERSION, identity: randomUUID() })
        if (n < SCHEMA_VERSION) await runOne(writer, dataset.setSchemaVersion, { schemaVersion: SCHEMA_VERSION })
        open = { lock, writer, reader: await connectReader(file) }
      } catch (error) {
        lock.close()
        throw error
      }
    },
    ping: async () => {
      await runOne(reads, dataset.pingStore, {})
    },
    close: async () => {
      await queue.idle()
      if (!open) return
      const { lock, writer, reader } = open
      open = undefined
      for (const connection of others) connection.close()
      reader.close()
      // Folds the write-ahead log back into the file, so that the file alone is the whole store.
      writer.execute('PRAGMA wal_checkpoint(TRUNCATE)')
      writer.close()
      lock.close()
    },

    write: work => transaction(async writer => {
      const at = now()
      const { number } = await runOne(writer, dataset.raiseRevision, { now: at })
      await runOne(writer, dataset.addRevision, { number, now: at })
      return { value: await work(createWriter(writer, number)), revision: number }
    }),
    freeze: async work => {
      connections()
      const connection = await connectReader(file)
      others.add(connection)
      try {
        connection.execute('BEGIN')
        const revision = await runOne(connection, dataset.lockDataset, {})
        return await work(createReader(connection), revision)
      } finally {
        others.delete(connection)
        connection.close()
      }
    },
    saveRun: run => transaction(writer => saveRun(writer, run)),
    completeRun: (run, results, clusters, tables) => transaction(writer => completeRun(writer, run, results, clusters, tables)),
    saveRecords: drafts => transaction(writer => saveRecords(writer, drafts)),
    eraseRecords: (drafts, erased) => transaction(writer => eraseRecords(writer, drafts, erased)),
    saveTable: table => transaction(writer => saveTable(writer, table)),
    deleteTable: hash => transaction(writer => deleteTable(writer, hash)),
    saveTableResult: (hash, key, content) => transaction(writer => saveTableResult(writer, hash, key, content))
  }
}

/** Holds a lock beside the file for as long as the store is open; the system lets go of it when the process ends, however it ends. */
async function lockFile (file: string): Promise<SqliteConnection> {
  try {
    mkdirSync(dirname(file), { recursive: true })
  } catch (error) {
    throw new StoreUnavailable(`The folder ${dirname(file)} cannot be made: ${(error as Error).message}. Choose a data folder that may be written.`, { cause: error })
  }
  const lock = await connect(`${file}-lock`)
  try {
    lock.execute(`PRAGMA busy_timeout = ${LOCK_TIMEOUT_MS}`)
    lock.execute('PRAGMA journal_mode = MEMORY')
    lock.execute('BEGIN EXCLUSIVE')
    return lock
  } catch (error) {
    lock.close()
    if (resultCode((error as Error).cause) !== 5) throw error
    throw new StoreUnavailable(`The store ${file} is in use by another Amber Road: two may not share a data folder. Stop the other one, or give this one a folder of its own.`, { cause: error })
  }
}

/** Sets the pragmas, makes the tables in a new file, brings those of an older one up to date, and refuses a file that is not ours or newer than we are. */
function prepareFile (file: string, writer: SqliteConnection): void {
  const version = writer.pragma('user_version') as number
  const application = writer.pragma('application_id')
  const empty = writer.pragma('schema_version') === 0
  if (!empty && application !== APPLICATION_ID) throw new StoreUnavailable(`The file ${file} is a database of another program; choose another data folder.`)
  if (version > SCHEMA_VERSION) {
    throw new StoreUnavailable(`The store ${file} was written by a newer Amber Road (schema ${version}, this one knows ${SCHEMA_VERSION}); start that version, or restore a backup made before it.`)
  }
  writer.execute('PRAGMA journal_mode = WAL')
  writer.execute('PRAGMA synchronous = FULL')
  writer.execute('PRAGMA foreign_keys = ON')
  writer.execute(`PRAGMA cache_size = -${CACHE_KIB}`)
  if (empty) writer.execute(`BEGIN IMMEDIATE; ${createTables}; PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${SCHEMA_VERSION}; COMMIT`)
  else upgradeTables.slice(version - 1).forEach((upgrade, i) => writer.execute(`BEGIN IMMEDIATE; ${upgrade}; PRAGMA user_version = ${version + i + 1}; COMMIT`))
}

async function connectReader (file: string): Promise<SqliteConnection> {
  const reader = await connect(file)
  reader.execute('PRAGMA query_only = ON')
  return reader
}
