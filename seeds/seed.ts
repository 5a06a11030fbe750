/**
 * Fills the configured store (DATA_DIR, or NEO4J_URI and its companions) when it is empty; a store with data is refused.
 *   npm run seed                            the Horizon 2020 seed, and an input-output table
 *   npm run seed -- --synthetic             generated value chains, labelled synthetic, and the same table
 *   npm run seed -- --synthetic --seed 7 --clusters 10 --firms 100
 */
import { parseArgs } from 'node:util'
import { readConfig } from '../services/config.ts'
import { isEmpty } from '../services/ingest/seed.ts'
import { clock, loadSeedTable, openConfiguredStore, seedEmptyStore } from '../services/open-service.ts'
import type { GraphStore } from '../services/store/graph-store.ts'
import { HOLDS_DATA, loadValueChains } from './synthetic/load-value-chains.ts'
import { generateValueChains } from './synthetic/value-chains.ts'

const SEED_DEFAULT = '42'

/** A command line that cannot be understood. */
class UsageError extends Error {}

async function run (): Promise<void> {
  const { values } = parseArgs({
    options: { synthetic: { type: 'boolean', default: false }, seed: { type: 'string', default: SEED_DEFAULT }, clusters: { type: 'string' }, firms: { type: 'string' } }
  })
  const numbers = { seed: readNumber('seed', values.seed, 0), clusters: readNumber('clusters', values.clusters, 1), firmsPerCluster: readNumber('firms', values.firms, 4) }
  const store = await openConfiguredStore(readConfig())
  try {
    if (values.synthetic) await seedSynthetic(store, { ...numbers, seed: numbers.seed ?? 0 })
    else await seedReal(store)
  } finally {
    await store.close()
  }
}

async function seedSynthetic (store: GraphStore, numbers: { seed: number, clusters: number | undefined, firmsPerCluster: number | undefined }): Promise<void> {
  const chains = generateValueChains({ ...numbers, updatedAt: clock().toISOString() })
  await loadValueChains(store, chains)
  await loadSeedTable(store, readConfig())
  console.log(`${chains.organisations.length} synthetic organisations and ${chains.links.length} supply links loaded (seed ${numbers.seed}).`)
}

async function seedReal (store: GraphStore): Promise<void> {
  if (!await isEmpty(store)) throw new UsageError(HOLDS_DATA)
  const loaded = await seedEmptyStore(store, readConfig(), { clock, progress: () => {}, signal: new AbortController().signal })
  for (const { options, written, notes } of loaded?.reports ?? []) {
    console.log(`${options.source}: ${written.organisations} organisations, ${written.networks} networks and ${written.memberships} memberships loaded.`)
    for (const note of notes) console.log(`  ${note}`)
  }
}

function readNumber (name: string, text: string | undefined, min: number): number | undefined {
  if (text === undefined) return undefined
  const number = Number(text)
  if (/^\d{1,9}$/.test(text) && number >= min) return number
  throw new UsageError(`--${name}: "${text}" cannot be used; expected a whole number from ${min}.`)
}

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
