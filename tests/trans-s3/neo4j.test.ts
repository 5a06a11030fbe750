import { testOnNeo4j } from '../support/test-on-neo4j.ts'
import { walkTheMethod } from './whole-method.ts'

await testOnNeo4j('the whole method on Neo4j', async (t, open) => { await walkTheMethod(t, { store: await open() }) })
