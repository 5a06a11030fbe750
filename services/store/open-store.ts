/** The one door to a store: which one is a matter of options. */
import type { GraphStore } from './graph-store.ts'
import { createNeo4jStore } from './neo4j-store.ts'
import type { Neo4jOptions } from './neo4j-store.ts'
import { createSqliteStore } from './sqlite-store.ts'
import type { SqliteOptions } from './sqlite-store.ts'

export type StoreOptions = { kind: 'sqlite' } & SqliteOptions | { kind: 'neo4j' } & Neo4jOptions

/** Opens the store; throws StoreUnavailable with what to check if it cannot be opened. */
export async function openStore (options: StoreOptions): Promise<GraphStore> {
  const store = options.kind === 'sqlite' ? createSqliteStore(options) : createNeo4jStore(options)
  await store.open()
  return store
}
