/** One test on a real Neo4j. */
import t from 'tap'
import type { Test } from 'tap'
import type { GraphStore } from '../../services/store/graph-store.ts'
import { openStore } from '../../services/store/open-store.ts'
import { provideNeo4j } from './neo4j.ts'
import type { Neo4jServer } from './neo4j.ts'

/** On a server that holds nothing, released at the end of the file; where none can be had, the file is skipped with the reason. `open`: a store of the server, closed with the test. */
export async function testOnNeo4j (name: string, work: (t: Test, open: () => Promise<GraphStore>, server: Neo4jServer) => Promise<void>): Promise<void> {
  const provided = await provideNeo4j()
  if (!provided.available) {
    t.plan(0, provided.reason)
    return
  }
  const { server } = provided
  t.teardown(() => server.release())
  await t.test(name, async t => {
    await server.wipe()
    const { uri, user, password, database } = server
    await work(t, async () => {
      const store = await openStore({ kind: 'neo4j', uri, user, password, database })
      t.teardown(() => store.close())
      return store
    }, server)
  })
}
