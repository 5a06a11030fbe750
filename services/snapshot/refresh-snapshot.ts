/**
 * The snapshot of the store's present revision, at the least cost: from the file if it is of this very revision; from the file and what has changed since; or from the
 * whole store. All three give the same bytes.
 */
import type { GraphStore, Revision, StoreReader } from '../store/graph-store.ts'
import { BATCH_SIZE, readDataset, snapshotOf } from './build-snapshot.ts'
import type { Dataset } from './dataset.ts'
import { findKept, keepDataset, readKeptDataset, readKeptSnapshot } from './kept-dataset.ts'
import { mergeDataset } from './merge-dataset.ts'
import type { Changes } from './merge-dataset.ts'
import { readSnapshotFile } from './snapshot-file.ts'
import type { Tell } from './snapshot-file.ts'
import type { Snapshot } from './snapshot.ts'

/** Above this share of rows changed all is read: finding rows by index costs several times what reading in order does, and what was read in vain stays a tenth. */
export const CHANGES_SHARE_MAX = 0.1
/** Changes up to this many are always merged: so few take no time. */
export const CHANGES_FEW = 1000

export type ReadFrom = 'file' | 'changes' | 'store'

export async function refreshSnapshot (store: Pick<GraphStore, 'freeze' | 'revision'>, folder: string, tell: Tell): Promise<{ snapshot: Snapshot, from: ReadFrom }> {
  const known = await readKeptSnapshot(folder, await store.revision(), tell)
  if (known !== null) return { snapshot: known, from: 'file' }
  const { dataset, revision, from } = await store.freeze(async (reader, revision) => {
    const merged = await mergeChanges(reader, revision, folder, tell)
    return { dataset: merged ?? await readDataset(reader), revision, from: merged === null ? 'store' as const : 'changes' as const }
  })
  const snapshot = snapshotOf(revision.number, dataset)
  await keepDataset(folder, revision, dataset, snapshot)
  return { snapshot, from }
}

/** Null where there is nothing to merge into, or too much to merge. */
async function mergeChanges (reader: StoreReader, revision: Revision, folder: string, tell: Tell): Promise<Dataset | null> {
  const kept = await findKept(folder, tell)
  if (kept === null || kept.revision.dataset !== revision.dataset || kept.revision.number > revision.number) return null
  if (await reader.committedAt(kept.revision.number) !== kept.revision.committedAt) return null
  const counts = await reader.counts()
  const most = Math.max(CHANGES_FEW, CHANGES_SHARE_MAX * (counts.organisations + counts.links + counts.networks + counts.memberships))
  const changes = await readChanges(reader, kept.revision.number, most)
  if (changes === null) return null
  const snapshot = await readSnapshotFile(folder, kept.hash, tell)
  const base = snapshot === null ? null : await readKeptDataset(folder, snapshot, tell)
  return base === null ? null : mergeDataset(base, changes)
}

/** Null if there are more than `most`. */
async function readChanges (reader: StoreReader, since: number, most: number): Promise<Changes | null> {
  let count = 0
  const gather = async <Row>(batches: AsyncIterable<Row[]>): Promise<Row[]> => {
    const rows: Row[] = []
    for await (const batch of batches) {
      count += batch.length
      if (count > most) break
      rows.push(...batch)
    }
    return rows
  }
  const changes: Changes = {
    deletions: await gather(reader.streamDeletions(BATCH_SIZE, since)),
    organisations: await gather(reader.streamBareOrganisations(BATCH_SIZE, since)),
    networks: await gather(reader.streamBareNetworks(BATCH_SIZE, since)),
    memberships: await gather(reader.streamBareMemberships(BATCH_SIZE, since)),
    links: await gather(reader.streamBareLinks(BATCH_SIZE, since))
  }
  return count > most ? null : changes
}
