/** A real embedded store in a folder of its own, closed when the test ends. */
import { join } from 'node:path'
import type { Test } from 'tap'
import { openStore } from '../../services/store/open-store.ts'
import type { GraphStore } from '../../services/store/graph-store.ts'

export async function openTestStore (t: Test): Promise<GraphStore> {
  const store = await openStore({ kind: 'sqlite', file: join(t.testdir({}), 'store.sqlite') })
  t.teardown(() => store.close())
  return store
}
