import t from 'tap'
import { openStore } from '../../services/store/open-store.ts'
import { provideNeo4j } from '../support/neo4j.ts'
import { storeContract } from './contract.ts'
import { plansContract } from './neo4j-plans.ts'
import type { ProvideStore } from './provide-store.ts'

const provided = await provideNeo4j()
if (!provided.available) {
  t.plan(0, provided.reason)
} else {
  const { server } = provided
  t.teardown(() => server.release())
  const provide: ProvideStore = async (t, clock) => {
    await server.wipe()
    const store = await openStore({ kind: 'neo4j', ...server, clock })
    t.teardown(() => store.close())
    return store
  }
  storeContract(t, provide)
  plansContract(t, provide, server)
}
