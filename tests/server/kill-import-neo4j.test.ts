import t from 'tap'
import { openStore } from '../../services/store/open-store.ts'
import { provideNeo4j } from '../support/neo4j.ts'
import { checkKilledImports } from './kill-import.ts'

const provided = await provideNeo4j()
if (!provided.available) {
  t.plan(0, provided.reason)
} else {
  const { server } = provided
  t.teardown(() => server.release())
  t.test('kill -9 of the service during imports on Neo4j', async t => {
    const { uri, user, password, database } = server
    await server.wipe()
    await checkKilledImports(t, { DATA_DIR: t.testdir({}), NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: database }, () => openStore({ kind: 'neo4j', uri, user, password, database }))
  })
}
