/** Statements on a Neo4j driver: parameters in, rows out, and the driver's faults turned into what the port promises. */
import { setTimeout } from 'node:timers/promises'
import neo4j from 'neo4j-driver'
import type { Driver, Result, Session, Transaction } from 'neo4j-driver'
import type { ColumnKinds, ParameterKinds, Query, RowOf } from '../../graph-queries/query.ts'
import { StoreConflict, StoreUnavailable } from './graph-store.ts'
import type { StatementRunner } from './statement-runner.ts'

/** Rows of one statement: Neo4j's own advice is 1,000 to 10,000 for one transaction's batch. */
export const ROWS_MAX = 2000
/** Records fetched ahead of the reader of a stream; the driver pauses the server above 0.7 of it. */
export const FETCH_SIZE = 5000
/** A read outside a stream that takes longer will not come: the server hangs or is gone without a word. */
const READ_TIMEOUT_MS = 10_000
/** One statement of a write may wait for another process's import to end. */
const STATEMENT_TIMEOUT_MS = 120_000
/** A whole import file, or a whole frozen revision. */
export const TRANSACTION_TIMEOUT_MS = 30 * 60_000
/** How long a managed transaction is tried again, and a connection waited for: a caller hears within about ten seconds. */
const RETRY_MS = 4000
const CONNECT_TIMEOUT_MS = 3000
const ACQUIRE_TIMEOUT_MS = 5000

export interface Neo4jAddress { uri: string, user: string, password: string, database: string }

export function createDriver ({ uri, user, password }: Neo4jAddress): Driver {
  return neo4j.driver(uri, neo4j.auth.basic(user, password), {
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

/** Point reads: each in a managed transaction of its own, tried again after transient faults. Streams hold one open. */
export function readRunner (driver: Driver, { uri, database }: Neo4jAddress): StatementRunner {
  const openSession = () => driver.session({ database, defaultAccessMode: neo4j.session.READ })
  return {
    rowsMax: ROWS_MAX,
    run: (query, parameters) => inSession(uri, openSession(), session => before(READ_TIMEOUT_MS, uri,
      session.executeRead(transaction => rowsOf(transaction, query, parameters), { timeout: READ_TIMEOUT_MS }))),
    stream: async function * (query, parameters, batchSize) {
      const session = openSession()
      try {
        const transaction = await before(READ_TIMEOUT_MS, uri, session.beginTransaction({ timeout: TRANSACTION_TIMEOUT_MS }))
        yield * batchesOf(uri, transaction.run(query.cypher, encode(query, parameters)), query, batchSize)
      } catch (error) {
        throw toStoreFault(uri, error)
      } finally {
        closeSoon(session)
      }
    }
  }
}

/** Statements inside a transaction that is already open. Faults stay the driver's, which decides by them whether to try again. */
export function transactionRunner (uri: string, transaction: Pick<Transaction, 'run'>): StatementRunner {
  return {
    rowsMax: ROWS_MAX,
    run: (query, parameters) => before(STATEMENT_TIMEOUT_MS, uri, rowsOf(transaction, query, parameters)),
    stream: (query, parameters, batchSize) => batchesOf(uri, transaction.run(query.cypher, encode(query, parameters)), query, batchSize)
  }
}

/** Runs `work` on a session and closes it, whatever happens; faults become those of the port. */
export async function inSession<Value> (uri: string, session: Session, work: (session: Session) => Promise<Value>): Promise<Value> {
  try {
    return await work(session)
  } catch (error) {
    throw toStoreFault(uri, error)
  } finally {
    closeSoon(session)
  }
}

/** Closing waits for the server to answer, so a caller whose answer is there, or whose server is gone, does not wait for it. */
function closeSoon (session: Session): void {
  session.close().catch(() => undefined)
}

async function rowsOf<Columns extends ColumnKinds> (transaction: Pick<Transaction, 'run'>, query: Query<ParameterKinds, Columns>, parameters: Record<string, unknown>) {
  const { records } = await transaction.run(query.cypher, encode(query, parameters))
  return records.map(record => decode(query, record.toObject()))
}

async function * batchesOf<Columns extends ColumnKinds> (
  uri: string, result: Result, query: Query<ParameterKinds, Columns>, batchSize: number
): AsyncGenerator<Array<RowOf<Columns>>> {
  const records = result[Symbol.asyncIterator]()
  let batch: Array<RowOf<Columns>> = []
  for (;;) {
    const next = await before(STATEMENT_TIMEOUT_MS, uri, records.next())
    if (next.done) break
    batch.push(decode(query, next.value.toObject()))
    if (batch.length >= batchSize) {
      yield batch
      batch = []
    }
  }
  if (batch.length > 0) yield batch
}

/** The driver sends every JavaScript number as a float, so integers are marked; those inside rows are the statements' affair. */
function encode (query: Query, parameters: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(query.parameters).map(([name, kind]) =>
    [name, kind === 'integer' ? neo4j.int(parameters[name] as number) : parameters[name] ?? null]))
}

function decode<Columns extends ColumnKinds> (query: Query<ParameterKinds, Columns>, record: Record<string, unknown>): RowOf<Columns> {
  const decoded: Record<string, unknown> = {}
  for (const name in query.columns) {
    const value = record[name]
    decoded[name] = query.columns[name] === 'document' && typeof value === 'string' ? JSON.parse(value) : value
  }
  return decoded as RowOf<Columns>
}

/** `work`, or StoreUnavailable if it has not ended by then. */
async function before<Value> (milliseconds: number, uri: string, work: Promise<Value>): Promise<Value> {
  const stop = new AbortController()
  const late = setTimeout(milliseconds, undefined, { signal: stop.signal }).then(() => {
    throw new StoreUnavailable(`Neo4j at ${uri} has not answered for ${milliseconds / 1000} seconds.`)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    stop.abort()
    late.catch(() => undefined)
    work.catch(() => undefined)
  }
}

/** The driver's fault in the port's words; anything else as it came. */
export function toStoreFault (uri: string, error: unknown): unknown {
  if (!(error instanceof neo4j.Neo4jError)) return error
  if (error.code === 'Neo.ClientError.Schema.ConstraintValidationFailed') return new StoreConflict(error.message, { cause: error })
  if (/^Neo\.ClientError\.(Statement|Procedure|Schema|Request)\./.test(error.code)) return error
  return new StoreUnavailable(`Neo4j at ${uri} ${sayingWhatToCheck(error.code)} (${error.message})`, { cause: error })
}

function sayingWhatToCheck (code: string): string {
  switch (code) {
    case 'Neo.ClientError.Security.Unauthorized': return 'refuses this user and password: check NEO4J_USER and NEO4J_PASSWORD.'
    case 'Neo.ClientError.Security.CredentialsExpired': return 'wants a new password for this user first: set one with ALTER CURRENT USER SET PASSWORD.'
    case 'Neo.ClientError.Security.AuthenticationRateLimit': return 'has seen too many wrong passwords and waits: check NEO4J_PASSWORD, then try again in a minute.'
    case 'Neo.ClientError.Database.DatabaseNotFound': return 'has no database of that name: check NEO4J_DATABASE.'
    case 'Neo.ClientError.Transaction.TransactionTimedOut':
    case 'Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration': return 'stopped the statement because it took too long.'
    default: return 'does not answer: check that it runs, that address and port in NEO4J_URI are right, and that no firewall is between.'
  }
}
