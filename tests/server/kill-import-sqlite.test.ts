import t from 'tap'
import { join } from 'node:path'
import { openStore } from '../../services/store/open-store.ts'
import { checkKilledImports } from './kill-import.ts'

t.test('kill -9 of the service during imports on SQLite', async t => {
  const folder = t.testdir({})
  await checkKilledImports(t, { DATA_DIR: folder }, () => openStore({ kind: 'sqlite', file: join(folder, 'amber-road.db') }))
})
