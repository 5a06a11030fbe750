/** One Neo4j driver, as a runner of statements: parameters in, rows out, and its faults turned into what the port promises. */
import neo4j from 'neo4j-driver'
import type { Driver, ManagedTransaction, Result, Session, Transaction } from 'neo4j-driver'
import type { ColumnKinds, ParameterKinds, ParametersOf, Query, RowOf } from '../../graph-queries/query.ts'
import { StoreUnavailable } from './graph-store.ts'
import { toStoreFault } from './neo4j-faults.ts'
import type { StatementRunner } from './statement-runner.ts'

/** Rows of one statement. Neo4j's own advice is 1,000 to 10,000; packing more than this at once holds up other requests. */
export const ROWS_MAX = 2000
/** Records fetched ahead of the reader of a stream; the driver pauses the server above 0.7 of it. */
const FETCH_SIZE = 5000
/** A read outside a stream that takes longer will not come: the server hangs or is gone without a word. */
const READ_TIMEOUT_MS = 10_000
/** One statement of a write may wait for another process's import to end. */
const STATEMENT_TIMEOUT_MS = 120_000
/** A whole import file, or a whole frozen revision. */
const TRANSACTION_TIMEOUT_MS = 30 * 60_000
/** How long a managed transaction is tried again, and a connection waited for: a caller hears within about ten seconds. */
const RETRY_MS = 2000
const CONNECT_TIMEOUT_MS = 3000
const ACQUIRE_TIMEOUT_MS = 5000

export interface Neo4jAddress { uri: string, user: string, password: string, database: string }
type Runs = Pick<Transaction, 'run'>

export class Neo4jConnection implements StatementRunner {
  readonly rowsMax = ROWS_MAX
  private readonly uri: string
  private readonly database: string
  private readonly driver: Driver
  /** Calls that wait for the server; the driver forgets them when it is closed. */
  private readonly waiting = new Set<(fault: StoreUnavailable) => void>()
  private closed = false

  constructor ({ uri, user, password, database }: Neo4jAddress) {
    this.uri = uri
    this.database = database
    this.driver = neo4j.driver(uri, neo4j.auth.basic(user, password), {
      disableLosslessIntegers: true,
      fetchSize: FETCH_SIZE,
      maxTransactionRetryTime: RETRY_MS,
      connectionTimeout: CONNECT_TIMEOUT_MS,
      connectionAcquisitionTimeout: ACQUIRE_TIMEOUT_MS,
      notificationFilter: { minimumSeverityLevel: 'OFF' },
      telemetryDisabled: true,
      userAgent: 'amber-road'
    })
  }

  /** How the server names itself: Neo4j/5.26.25. */
  async agent (): Promise<string> {
    try {
      return (await this.within(READ_TIMEOUT_MS, this.driver.getServerInfo({ database: this.database }))).agent ?? ''
    } catch (error) {
      throw toStoreFault(this.uri, error)
    }
  }

  /** A read in a managed transaction of its own, tried again after transient faults. */
  run<Parameters extends ParameterKinds, Columns extends ColumnKinds> (
    query: Query<Parameters, Columns>, parameters: ParametersOf<Parameters>
  ): Promise<Array<RowOf<Columns>>> {
    return this.inSession('READ', session => this.within(READ_TIMEOUT_MS,
      session.executeRead(transaction => rowsOf(transaction, query, parameters), { timeout: READ_TIMEOUT_MS })))
  }

  async * stream<Parameters extends ParameterKinds, Columns extends ColumnKinds> (
    query: Query<Parameters, Columns>, parameters: ParametersOf<Parameters>, batchSize: number
  ): AsyncGenerator<Array<RowOf<Columns>>> {
    const session = this.session('READ')
    try {
      const transaction = await this.within(READ_TIMEOUT_MS, session.beginTransaction({ timeout: TRANSACTION_TIMEOUT_MS }))
      yield * this.batchesOf(transaction, query, parameters, batchSize)
    } catch (error) {
      throw toStoreFault(this.uri, error)
    } finally {
      closeSoon(session)
    }
  }

  /** Statements in one transaction that is committed when `work` ends; tried again from the start after transient faults. */
  write<Value> (work: (runner: StatementRunner) => Promise<Value>): Promise<Value> {
    return this.inSession('WRITE', session => new Promise((resolve, reject) => {
      // The driver waits without end for a hanging server to commit or to roll back; the caller does not.
      let committing: NodeJS.Timeout | undefined
      session.executeWrite(async transaction => {
        clearTimeout(committing)
        const value = await work(this.runnerIn(transaction, reject))
        committing = setTimeout(() => reject(this.notAnswered(STATEMENT_TIMEOUT_MS)), STATEMENT_TIMEOUT_MS)
        return value
      }, { timeout: TRANSACTION_TIMEOUT_MS }).then(resolve, reject).finally(() => clearTimeout(committing))
    }))
  }

  /** Statements in one transaction that is rolled back when `work` ends, whatever it did. */
  async rolledBack<Value> (work: (runner: StatementRunner) => Promise<Value>): Promise<Value> {
    return this.inSession('WRITE', async session => {
      const transaction = await this.within(READ_TIMEOUT_MS, session.beginTransaction({ timeout: TRANSACTION_TIMEOUT_MS }))
      try {
        return await work(this.runnerIn(transaction))
      } finally {
        // A server that does not hear this rolls back by itself when the connection is gone.
        if (transaction.isOpen()) await this.within(READ_TIMEOUT_MS, transaction.rollback()).catch(() => undefined)
      }
    })
  }

  /** Runs a statement of the schema, which has no pair. */
  async execute (cypher: string, parameters: Record<string, number> = {}): Promise<void> {
    const integers = Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, neo4j.int(value)]))
    await this.inSession('WRITE', session => session.executeWrite(transaction => transaction.run(cypher, integers).then(() => undefined), { timeout: TRANSACTION_TIMEOUT_MS }))
  }

  async close (): Promise<void> {
    this.closed = true
    for (const refuse of this.waiting) refuse(this.wasClosed())
    await this.driver.close()
  }

  private session (mode: 'READ' | 'WRITE'): Session {
    return this.driver.session({ database: this.database, defaultAccessMode: neo4j.session[mode] })
  }

  private async inSession<Value> (mode: 'READ' | 'WRITE', work: (session: Session) => Promise<Value>): Promise<Value> {
    const session = this.session(mode)
    try {
      return await work(session)
    } catch (error) {
      throw toStoreFault(this.uri, error)
    } finally {
      closeSoon(session)
    }
  }

  /** Faults stay the driver's here: it decides by them whether to try a transaction again. `abandon` hears of a server that hangs. */
  private runnerIn (transaction: Transaction | ManagedTransaction, abandon: (fault: StoreUnavailable) => void = () => {}): StatementRunner {
    return {
      rowsMax: ROWS_MAX,
      run: (query, parameters) => this.within(STATEMENT_TIMEOUT_MS, rowsOf(transaction, query, parameters)).catch((error: unknown) => {
        if (error instanceof StoreUnavailable) abandon(error)
        throw error
      }),
      stream: (query, parameters, batchSize) => this.batchesOf(transaction, query, parameters, batchSize)
    }
  }

  private async * batchesOf<Columns extends ColumnKinds> (
    transaction: Runs, query: Query<ParameterKinds, Columns>, parameters: Record<string, unknown>, batchSize: number
  ): AsyncGenerator<Array<RowOf<Columns>>> {
    const result = transaction.run(query.cypher, encode(query, parameters))
    const records = result[Symbol.asyncIterator]()
    try {
      for (;;) {
        const batch = await this.within(STATEMENT_TIMEOUT_MS, nextBatch(records, query, batchSize))
        if (batch.length > 0) yield batch
        if (batch.length < batchSize) return
      }
    } finally {
      records.return?.().catch(() => undefined)
    }
  }

  private wasClosed (): StoreUnavailable {
    return new StoreUnavailable(`The store at ${this.uri} was closed.`)
  }

  private notAnswered (milliseconds: number): StoreUnavailable {
    return new StoreUnavailable(`Neo4j at ${this.uri} has not answered for ${milliseconds / 1000} seconds.`)
  }

  /** `work`, or StoreUnavailable if it has not ended in time or the store is closed before. */
  private within<Value> (milliseconds: number, work: Promise<Value>): Promise<Value> {
    return new Promise((resolve, reject) => {
      const end = (settle: () => void) => {
        clearTimeout(late)
        this.waiting.delete(refuse)
        settle()
      }
      const refuse = (fault: StoreUnavailable) => end(() => reject(fault))
      const late = setTimeout(() => refuse(this.notAnswered(milliseconds)), milliseconds)
      this.waiting.add(refuse)
      work.then(value => end(() => resolve(value)), error => end(() => reject(error)))
      if (this.closed) refuse(this.wasClosed())
    })
  }
}

/** Closing waits for the server to answer, so a caller whose answer is there, or whose server is gone, does not wait for it. */
function closeSoon (session: Session): void {
  session.close().catch(() => undefined)
}

async function rowsOf<Columns extends ColumnKinds> (transaction: Runs, query: Query<ParameterKinds, Columns>, parameters: Record<string, unknown>): Promise<Array<RowOf<Columns>>> {
  const { records } = await transaction.run(query.cypher, encode(query, parameters))
  return records.map(record => decode(query, record.toObject()))
}

async function nextBatch<Columns extends ColumnKinds> (
  records: ReturnType<Result[typeof Symbol.asyncIterator]>, query: Query<ParameterKinds, Columns>, batchSize: number
): Promise<Array<RowOf<Columns>>> {
  const batch: Array<RowOf<Columns>> = []
  while (batch.length < batchSize) {
    const next = await records.next()
    if (next.done) break
    batch.push(decode(query, next.value.toObject()))
  }
  return batch
}

/** The driver sends every JavaScript number as a float, so integers are marked; those inside rows are the statements' affair. */
function encode (query: Query, parameters: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(query.parameters).map(([name, kind]) =>
    [name, kind === 'integer' ? neo4j.int(parameters[name] as number) : parameters[name] ?? null]))
}

/** Documents are parsed; all else is what it should be already. */
function decode<Columns extends ColumnKinds> (query: Query<ParameterKinds, Columns>, record: Record<string, unknown>): RowOf<Columns> {
  for (const name in query.columns) {
    const value = record[name]
    if (query.columns[name] === 'document' && typeof value === 'string') record[name] = JSON.parse(value)
  }
  return record as RowOf<Columns>
}
