import t from 'tap'
import { join } from 'node:path'
import { openStore } from '../../services/store/open-store.ts'
import { checkBatches } from './batches.ts'
import { killWriter } from './kill-writer.ts'

/** Moments spread over the loop: between commits, inside long transactions, at checkpoints. */
const DELAYS_MS = [0, 37, 150, 333, 520, 700]

t.test('kill -9 loses nothing that was acknowledged and leaves no half of a write', async t => {
  const options = { kind: 'sqlite' as const, file: join(t.testdir(), 'amber-road.db') }
  let revision = 0
  for (const delay of DELAYS_MS) {
    const acknowledged = await killWriter(options, delay)
    t.ok(acknowledged > revision, 'the killed process had gone on from where the last one stopped')
    const store = await openStore(options)
    revision = await checkBatches(t, store, acknowledged)
    await store.close()
  }
})
