/** Puts generated value chains into a store: one transaction, and never into a store that holds data. */
import { ServiceError } from '../../services/errors.ts'
import { isEmpty } from '../../services/ingest/seed.ts'
import type { GraphStore } from '../../services/store/graph-store.ts'
import type { ValueChains } from './value-chains.ts'

const BATCH_ROWS = 500
export const HOLDS_DATA = 'The store holds data already; seeds go into an empty store only. Point DATA_DIR or NEO4J_DATABASE at another one.'

/** The revision made. Throws CONFLICT if the store is not empty. */
export async function loadValueChains (store: GraphStore, { source, organisations, links }: ValueChains): Promise<number> {
  if (!await isEmpty(store)) throw new ServiceError('CONFLICT', HOLDS_DATA)
  const { revision } = await store.write(async writer => {
    await writer.upsertSources([source])
    for (let i = 0; i < organisations.length; i += BATCH_ROWS) await writer.upsertOrganisations(organisations.slice(i, i + BATCH_ROWS))
    for (let i = 0; i < links.length; i += BATCH_ROWS) await writer.upsertLinks(links.slice(i, i + BATCH_ROWS))
  })
  return revision
}
