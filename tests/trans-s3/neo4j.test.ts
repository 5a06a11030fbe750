import t from 'tap'
import { openStore } from '../../services/store/open-store.ts'
import { provideNeo4j } from '../support/neo4j.ts'
import { walkTheMethod } from './whole-method.ts'

const provided = await provideNeo4j()
if (!provided.available) {
  t.plan(0, provided.reason)
} else {
  const { server } = provided
  t.teardown(() => server.release())
  t.test('the whole method on Neo4j', async t => {
    await server.wipe()
    const { uri, user, password, database } = server
    const store = await openStore({ kind: 'neo4j', uri, user, password, database })
    t.teardown(() => store.close())
    await walkTheMethod(t, { store })
  })
}
