/**
 * One SQLite connection, as a runner of statements. The engine is synchronous: each statement runs at once and in whole,
 * and callers keep statements short (see ROWS_MAX) so that other requests get their turn between them.
 */
import { setImmediate } from 'node:timers/promises'
import type * as Sqlite from '@photostructure/sqlite'
import type { ColumnKinds, ParameterKinds, ParametersOf, Query, RowOf } from '../../graph-queries/query.ts'
import { StoreUnavailable } from './graph-store.ts'
import type { StatementRunner } from './statement-runner.ts'

type Database = Sqlite.DatabaseSyncInstance
type Statement = Sqlite.StatementSyncInstance
type Bound = Record<string, string | number | null>

/** Rows of one statement: about 15 ms of work, the longest that other requests wait. */
export const ROWS_MAX = 1000
/** Readers never wait for the writer in WAL mode; this covers a checkpoint or a backup by another program. */
const BUSY_TIMEOUT_MS = 5000

/** node:sqlite where the runtime has it (Node >= 22.13), else the package that carries the same code for older ones. */
async function loadSqlite (): Promise<typeof Sqlite> {
  const builtin = process.getBuiltinModule('node:sqlite') as unknown as typeof Sqlite | undefined
  return builtin ?? await import('@photostructure/sqlite')
}

export async function connect (file: string): Promise<SqliteConnection> {
  const { DatabaseSync } = await loadSqlite()
  return describingFaults(file, () => new SqliteConnection(file, new DatabaseSync(file)))
}

export class SqliteConnection implements StatementRunner {
  readonly rowsMax = ROWS_MAX
  private readonly prepared = new Map<string, Statement>()
  /** Statements being read row by row: @photostructure/sqlite 1.2.1 crashes the process if one is garbage-collected before its iterator ends. */
  private readonly streaming = new Map<Statement, Iterator<unknown>>()
  private readonly file: string
  private readonly database: Database

  constructor (file: string, database: Database) {
    this.file = file
    this.database = database
    this.execute(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`)
  }

  /** Runs text that is no query: pragmas, the schema, BEGIN and COMMIT. */
  execute (sql: string): void {
    describingFaults(this.file, () => this.database.exec(sql))
  }

  /** The value of a pragma. */
  pragma (name: string): unknown {
    return describingFaults(this.file, () => Object.values(this.database.prepare(`PRAGMA ${name}`).get() as object)[0])
  }

  async run<Parameters extends ParameterKinds, Columns extends ColumnKinds> (
    query: Query<Parameters, Columns>, parameters: ParametersOf<Parameters>
  ): Promise<Array<RowOf<Columns>>> {
    await setImmediate()
    this.refuseIfClosed()
    return describingFaults(this.file, () => {
      const statement = this.prepare(query)
      const bound = bind(query, parameters)
      if (statement.columns().length === 0) return [{ n: Number(statement.run(bound).changes) } as unknown as RowOf<Columns>]
      return statement.all(bound).map((row: Record<string, unknown>) => decode(query, row))
    })
  }

  async * stream<Parameters extends ParameterKinds, Columns extends ColumnKinds> (
    query: Query<Parameters, Columns>, parameters: ParametersOf<Parameters>, batchSize: number
  ): AsyncGenerator<Array<RowOf<Columns>>> {
    const statement = describingFaults(this.file, () => this.database.prepare(query.sql))
    const rows = statement.iterate(bind(query, parameters))
    this.streaming.set(statement, rows)
    let batch: Array<RowOf<Columns>> = []
    let sinceTurn = 0
    try {
      for (;;) {
        this.refuseIfClosed()
        const { done, value } = describingFaults(this.file, () => rows.next())
        if (done) break
        batch.push(decode(query, value))
        if (++sinceTurn >= ROWS_MAX) {
          sinceTurn = 0
          await setImmediate()
        }
        if (batch.length >= batchSize) {
          yield batch
          batch = []
        }
      }
      if (batch.length > 0) yield batch
    } finally {
      if (this.database.isOpen) rows.return?.()
      this.streaming.delete(statement)
    }
  }

  get inTransaction (): boolean {
    return this.database.isTransaction
  }

  /** Ends streams and rolls a transaction back first: SQLite would keep their snapshot until the garbage collector comes. */
  close (): void {
    if (!this.database.isOpen) return
    for (const rows of this.streaming.values()) rows.return?.()
    if (this.inTransaction) this.execute('ROLLBACK')
    this.prepared.clear()
    this.database.close()
  }

  private refuseIfClosed (): void {
    if (!this.database.isOpen) throw new StoreUnavailable(`The store ${this.file} was closed.`)
  }

  private prepare (query: { name: string, sql: string }): Statement {
    const known = this.prepared.get(query.name)
    if (known) return known
    const statement = this.database.prepare(query.sql)
    this.prepared.set(query.name, statement)
    return statement
  }
}

/** Lists and rows travel as JSON text. SQLite cuts text at U+0000; the character put in its place is stored nowhere. */
function bind (query: Query, parameters: Record<string, unknown>): Bound {
  const bound: Bound = {}
  for (const [name, kind] of Object.entries(query.parameters)) {
    const value = parameters[name] ?? null
    bound[name] = value === null
      ? null
      : kind === 'rows' || kind === 'texts' || kind === 'texts?' ? JSON.stringify(value) : typeof value === 'string' ? value.replaceAll('\0', '\uFFFF') : value as number
  }
  return bound
}

function decode<Columns extends ColumnKinds> (query: Query<ParameterKinds, Columns>, row: Record<string, unknown>): RowOf<Columns> {
  const decoded: Record<string, unknown> = {}
  for (const name in query.columns) {
    const value = row[name]
    const kind = query.columns[name]
    if (kind === 'texts' || kind === 'numbers' || kind === 'document') decoded[name] = typeof value === 'string' ? JSON.parse(value) : null
    else if (kind === 'boolean') decoded[name] = value === 1
    else decoded[name] = value
  }
  return decoded as RowOf<Columns>
}

/** Result codes of SQLite that say the file cannot be used now, with what to do. */
const FAULTS: Record<number, string> = {
  5: 'is locked by another program; close that program',
  6: 'is locked by another program; close that program',
  8: 'may not be written; check its permissions and those of its folder',
  10: 'cannot be read or written; check the disk',
  11: 'is damaged; restore it from a backup',
  13: 'cannot grow: the disk is full; make room',
  14: 'cannot be opened; check that its folder exists and may be written',
  26: 'is not an SQLite database; move it away or choose another data folder'
}

/** The primary result code; extended ones carry it in their low byte. */
export const resultCode = (error: unknown): number | undefined => {
  const code = (error as { errcode?: number }).errcode
  return code === undefined ? undefined : code & 0xFF
}

function describingFaults<Value> (file: string, work: () => Value): Value {
  try {
    return work()
  } catch (error) {
    const fault = FAULTS[resultCode(error) ?? 0]
    if (fault === undefined) throw error
    throw new StoreUnavailable(`The store ${file} ${fault}.`, { cause: error })
  }
}
