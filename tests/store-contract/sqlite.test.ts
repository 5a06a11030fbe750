import t from 'tap'
import { join } from 'node:path'
import { openStore } from '../../services/store/open-store.ts'
import { storeContract } from './contract.ts'

storeContract(t, async (t, clock) => {
  const store = await openStore({ kind: 'sqlite', file: join(t.testdir(), 'amber-road.db'), clock })
  t.teardown(() => store.close())
  return store
})
