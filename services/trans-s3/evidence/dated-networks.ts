/** When the networks of a run began, and under which programme: what a snapshot does not hold, read from the store. */
import type { Snapshot } from '../../snapshot/snapshot.ts'
import type { GraphStore } from '../../store/graph-store.ts'

/** Parallel to snapshot.incidence.networks. */
export interface DatedNetworks {
  /** Of the store when they were read: dates that were corrected after the run are as they are now. */
  revision: number
  /** Calendar year in which it began; 0: not stated, or the store does not have it any more. */
  years: Int16Array
  /** Place in `programmes`, -1: none. */
  programme: Int16Array
  programmes: string[]
}

/** Rows that the store hands over at once, as snapshots are read. */
const BATCH_SIZE = 2000

/** One reading of a frozen revision; members are in the snapshot. */
export const readDatedNetworks = (store: Pick<GraphStore, 'freeze'>, { incidence: { networks } }: Pick<Snapshot, 'incidence'>): Promise<DatedNetworks> => store.freeze(async (reader, { number: revision }) => {
  const placeOf = new Map(networks.map((id, k) => [id, k]))
  const years = new Int16Array(networks.length)
  const programme = new Int16Array(networks.length).fill(-1)
  const places = new Map<string, number>()
  for await (const batch of reader.streamNetworks(BATCH_SIZE)) {
    for (const { id, from, programme: name } of batch) {
      const k = placeOf.get(id)
      if (k === undefined) continue
      if (from !== null) years[k] = Number(from.slice(0, 4))
      if (name === null) continue
      if (!places.has(name)) places.set(name, places.size)
      programme[k] = places.get(name)!
    }
  }
  return { revision, years, programme, programmes: [...places.keys()] }
})

/** The same, kept for as long as the snapshot is, and read again once the store has moved on. */
export function keepDatedNetworks (store: Pick<GraphStore, 'freeze' | 'revision'>): (snapshot: Snapshot) => Promise<DatedNetworks> {
  const kept = new WeakMap<Snapshot, DatedNetworks>()
  return async snapshot => {
    const known = kept.get(snapshot)
    if (known !== undefined && known.revision === (await store.revision()).number) return known
    const read = await readDatedNetworks(store, snapshot)
    kept.set(snapshot, read)
    return read
  }
}
