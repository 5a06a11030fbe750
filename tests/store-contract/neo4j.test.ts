import t from 'tap'
import { openStore } from '../../services/store/open-store.ts'
import { provideNeo4j } from '../support/neo4j.ts'
import { storeContract } from './contract.ts'
import { draft } from './contract-versions.ts'
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

  t.test('of two services on one server one alone changes a version of a record', async t => {
    const first = await provide(t)
    const second = await openStore({ kind: 'neo4j', ...server })
    t.teardown(() => second.close())
    for (const basedOn of [0, 1, 2, 3]) {
      const outcomes = await Promise.allSettled([first, second].map(store => store.saveRecords([draft('int-1', basedOn)])))
      t.strictSame(outcomes.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
      for (const outcome of outcomes) if (outcome.status === 'rejected') t.match(outcome.reason, { name: 'StoreConflict', message: `version ${basedOn + 1} is the newest` })
    }
    t.strictSame((await second.listRecordVersions('introduction', 'int-1')).map(each => each.version), [1, 2, 3, 4])
  })
}
