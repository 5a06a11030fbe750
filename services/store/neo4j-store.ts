/**
 * The store on a Neo4j server, 5.23 or newer. Writers take turns by the lock on the dataset node that raising the revision
 * takes; a freeze holds the same lock, because Neo4j's transactions read whatever is committed meanwhile.
 */
import neo4j from 'neo4j-driver'
import type { Driver, ManagedTransaction } from 'neo4j-driver'
import * as dataset from '../../graph-queries/dataset/index.ts'
import { awaitIndexes, createConstraints, SCHEMA_VERSION } from '../../graph-queries/schema/index.ts'
import { StoreUnavailable } from './graph-store.ts'
import type { GraphStore } from './graph-store.ts'
import { createDriver, inSession, readRunner, ROWS_MAX, toStoreFault, transactionRunner, TRANSACTION_TIMEOUT_MS } from './neo4j-connection.ts'
import type { Neo4jAddress } from './neo4j-connection.ts'
import { OneAtATime } from './one-at-a-time.ts'
import { createReader, createReads } from './store-reads.ts'
import { completeRun, createWriter, saveRun } from './store-writes.ts'
import { runOne } from './statement-runner.ts'
import type { StatementRunner } from './statement-runner.ts'

/** The statements use CALL (variables) { } subqueries, which came with 5.23. */
const VERSION_MIN = [5, 23] as const
/** New indexes on a full database are built in the background; the service waits this long for them. */
const INDEXES_TIMEOUT_S = 300

export interface Neo4jOptions extends Neo4jAddress {
  /** The time that commits are stamped with. */
  clock?: () => Date
}

export function createNeo4jStore ({ clock = () => new Date(), ...address }: Neo4jOptions): GraphStore {
  const { uri, database } = address
  let driver: Driver | undefined
  const queue = new OneAtATime()

  const connected = () => {
    if (!driver) throw new StoreUnavailable(`The store at ${uri} is not open.`)
    return driver
  }
  const now = () => clock().toISOString()
  const writeSession = () => connected().session({ database, defaultAccessMode: neo4j.session.WRITE })

  const reads: StatementRunner = {
    rowsMax: ROWS_MAX,
    run: async (query, parameters) => readRunner(connected(), address).run(query, parameters),
    stream: (query, parameters, batchSize) => readRunner(connected(), address).stream(query, parameters, batchSize)
  }

  const transaction = <Value>(work: (runner: StatementRunner) => Promise<Value>): Promise<Value> => queue.run(() => inSession(uri, writeSession(),
    session => session.executeWrite((managed: ManagedTransaction) => work(transactionRunner(uri, managed)), { timeout: TRANSACTION_TIMEOUT_MS })))

  return {
    kind: 'neo4j',
    ...createReads(reads),

    open: async () => {
      if (driver) return
      try {
        driver = createDriver(address)
        const { agent = '' } = await driver.getServerInfo({ database })
        if (!isSupported(agent)) throw new StoreUnavailable(`Neo4j at ${uri} is ${agent}: Amber Road needs ${VERSION_MIN.join('.')} or newer.`)
        await createSchema(driver, address)
        const { n } = await transaction(runner => runOne(runner, dataset.ensureDataset, { now: now(), schemaVersion: SCHEMA_VERSION }))
        if (n > SCHEMA_VERSION) throw new StoreUnavailable(`The data in Neo4j at ${uri} was written by a newer Amber Road (schema ${n}, this one knows ${SCHEMA_VERSION}); start that version.`)
      } catch (error) {
        await driver?.close()
        driver = undefined
        throw error instanceof neo4j.Neo4jError || error instanceof StoreUnavailable
          ? toStoreFault(uri, error)
          : new StoreUnavailable(`The address ${uri} is not one of a Neo4j server: it must look like bolt://host:7687 or neo4j+s://host (NEO4J_URI). ${(error as Error).message}`, { cause: error })
      }
    },
    ping: async () => {
      await runOne(reads, dataset.pingStore, {})
    },
    close: async () => {
      await queue.idle()
      await driver?.close()
      driver = undefined
    },

    write: work => transaction(async runner => {
      const { number } = await runOne(runner, dataset.raiseRevision, { now: now() })
      return { value: await work(createWriter(runner)), revision: number }
    }),
    freeze: work => queue.run(() => inSession(uri, writeSession(), async session => {
      const frozen = await session.beginTransaction({ timeout: TRANSACTION_TIMEOUT_MS })
      try {
        const runner = transactionRunner(uri, frozen)
        const revision = await runOne(runner, dataset.lockDataset, {})
        return await work(createReader(runner), revision)
      } finally {
        if (frozen.isOpen()) await frozen.rollback()
      }
    })),
    saveRun: run => transaction(runner => saveRun(runner, run)),
    completeRun: (run, results, clusters) => transaction(runner => completeRun(runner, run, results, clusters))
  }
}

/** `agent` as the server names itself: Neo4j/5.26.25, Neo4j/2025.01.0. */
export function isSupported (agent: string): boolean {
  const [major, minor] = (/^Neo4j\/(\d+)\.(\d+)/.exec(agent) ?? []).slice(1).map(Number)
  return major > VERSION_MIN[0] || (major === VERSION_MIN[0] && minor >= VERSION_MIN[1])
}

async function createSchema (driver: Driver, { uri, database }: Neo4jAddress): Promise<void> {
  for (const statement of createConstraints) {
    await inSession(uri, driver.session({ database }), session => session.executeWrite(transaction => transaction.run(statement).then(() => undefined)))
  }
  await inSession(uri, driver.session({ database }), session =>
    session.executeRead(transaction => transaction.run(awaitIndexes, { seconds: neo4j.int(INDEXES_TIMEOUT_S) }).then(() => undefined), { timeout: INDEXES_TIMEOUT_S * 1000 }))
}
