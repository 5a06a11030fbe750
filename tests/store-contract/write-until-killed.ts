/** A process that writes batch after batch and says so after each, until it is killed. Argument: the store's options as JSON. */
import { writeSync } from 'node:fs'
import { openStore } from '../../services/store/open-store.ts'
import type { StoreOptions } from '../../services/store/open-store.ts'
import { writeBatch } from './batches.ts'

const store = await openStore(JSON.parse(process.argv[2]) as StoreOptions)
for (;;) writeSync(1, `${await writeBatch(store)}\n`)
