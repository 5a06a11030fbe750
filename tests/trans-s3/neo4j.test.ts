import { testOnNeo4j } from '../support/test-on-neo4j.ts'
import { deleteAndBringBack } from './deletion.ts'
import { walkTheMethod } from './whole-method.ts'

await testOnNeo4j('on Neo4j', async (t, open, server) => {
  await t.test('the whole method', async t => { await walkTheMethod(t, { store: await open() }) })
  await server.wipe()
  await t.test('a workspace is deleted and comes back', async t => { await deleteAndBringBack(t, { store: await open() }) })
})
