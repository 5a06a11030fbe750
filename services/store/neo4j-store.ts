/**
 * The store on a Neo4j server, 5.23 or newer. Writers take turns by the lock on the dataset node that raising the revision
 * takes; a freeze holds the same lock, because Neo4j's transactions read whatever is committed meanwhile.
 */
import { randomUUID } from 'node:crypto'
import * as dataset from '../../graph-queries/dataset/index.ts'
import { awaitIndexes, createConstraints, SCHEMA_VERSION } from '../../graph-queries/schema/index.ts'
import { StoreUnavailable } from './graph-store.ts'
import type { GraphStore } from './graph-store.ts'
import { Neo4jConnection, ROWS_MAX } from './neo4j-connection.ts'
import type { Neo4jAddress } from './neo4j-connection.ts'
import { OneAtATime } from './one-at-a-time.ts'
import { createReader, createReads } from './store-reads.ts'
import { completeRun, createWriter, deleteTable, eraseRecords, saveRecords, saveRun, saveTable, saveTableResult } from './store-writes.ts'
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
  const { uri } = address
  let open: Neo4jConnection | undefined
  const queue = new OneAtATime()

  const connection = () => {
    if (!open) throw new StoreUnavailable(`The store at ${uri} is not open.`)
    return open
  }
  const now = () => clock().toISOString()

  const reads: StatementRunner = {
    rowsMax: ROWS_MAX,
    run: async (query, parameters) => connection().run(query, parameters),
    stream: async function * (query, parameters, batchSize) {
      yield * connection().stream(query, parameters, batchSize)
    }
  }
  const transaction = <Value>(work: (runner: StatementRunner) => Promise<Value>) => queue.run(async () => connection().write(work))

  return {
    kind: 'neo4j',
    ...createReads(reads),

    open: async () => {
      if (open) return
      const candidate = connect(address)
      try {
        const agent = await candidate.agent()
        if (!isSupported(agent)) throw new StoreUnavailable(`The server at ${uri} is ${agent}: Amber Road needs Neo4j ${VERSION_MIN.join('.')} or newer.`)
        for (const statement of createConstraints) await candidate.execute(statement)
        await candidate.execute(awaitIndexes, { seconds: INDEXES_TIMEOUT_S })
        const { n } = await candidate.write(runner => runOne(runner, dataset.ensureDataset, { now: now(), schemaVersion: SCHEMA_VERSION, identity: randomUUID() }))
        if (n > SCHEMA_VERSION) throw new StoreUnavailable(`The data in Neo4j at ${uri} was written by a newer Amber Road (schema ${n}, this one knows ${SCHEMA_VERSION}); start that version, or restore a backup made before it.`)
        if (n < SCHEMA_VERSION) await candidate.write(runner => runOne(runner, dataset.setSchemaVersion, { schemaVersion: SCHEMA_VERSION }))
        open = candidate
      } catch (error) {
        await candidate.close()
        throw error
      }
    },
    ping: async () => {
      await runOne(reads, dataset.pingStore, {})
    },
    close: async () => {
      await queue.idle()
      const closing = open
      open = undefined
      await closing?.close()
    },

    write: work => transaction(async runner => {
      const at = now()
      const { number } = await runOne(runner, dataset.raiseRevision, { now: at })
      await runOne(runner, dataset.addRevision, { number, now: at })
      return { value: await work(createWriter(runner, number)), revision: number }
    }),
    freeze: work => queue.run(async () => connection().rolledBack(async runner => {
      const revision = await runOne(runner, dataset.lockDataset, {})
      return await work(createReader(runner), revision)
    })),
    saveRun: run => transaction(runner => saveRun(runner, run)),
    completeRun: (run, results, clusters, tables) => transaction(runner => completeRun(runner, run, results, clusters, tables)),
    saveRecords: drafts => transaction(async runner => {
      await runOne(runner, dataset.lockDataset, {})
      await saveRecords(runner, drafts)
    }),
    eraseRecords: (drafts, erased) => transaction(async runner => {
      await runOne(runner, dataset.lockDataset, {})
      await eraseRecords(runner, drafts, erased)
    }),
    saveTable: table => transaction(runner => saveTable(runner, table)),
    deleteTable: hash => transaction(runner => deleteTable(runner, hash)),
    saveTableResult: (hash, key, content) => transaction(runner => saveTableResult(runner, hash, key, content))
  }
}

/** `agent` as the server names itself: Neo4j/5.26.25, Neo4j/2025.01.0. */
export function isSupported (agent: string): boolean {
  const [major, minor] = (/^Neo4j\/(\d+)\.(\d+)/.exec(agent) ?? []).slice(1).map(Number)
  return major > VERSION_MIN[0] || (major === VERSION_MIN[0] && minor >= VERSION_MIN[1])
}

function connect (address: Neo4jAddress): Neo4jConnection {
  try {
    return new Neo4jConnection(address)
  } catch (error) {
    throw new StoreUnavailable(`${address.uri} is not the address of a Neo4j server: it must look like bolt://host:7687 or neo4j+s://host (NEO4J_URI).`, { cause: error })
  }
}
