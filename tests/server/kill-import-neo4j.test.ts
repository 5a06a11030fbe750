import { openStore } from '../../services/store/open-store.ts'
import { testOnNeo4j } from '../support/test-on-neo4j.ts'
import { checkKilledImports } from './kill-import.ts'

await testOnNeo4j('kill -9 of the service during imports on Neo4j', async (t, _open, { uri, user, password, database }) => {
  await checkKilledImports(t, { DATA_DIR: t.testdir({}), NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: database }, () => openStore({ kind: 'neo4j', uri, user, password, database }))
})
