/**
 * The newest dataset on disk, beside the snapshot that was made of it: what a restart goes on from. One file, newest.dataset, names the revision it belongs to and holds the
 * links and memberships; organisations and networks are those of its snapshot. A revision is the same if dataset, number and time of commit are: two stores may both have a
 * revision 7, and so may one store and a backup of it that was put back and written to.
 */
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { LINK_KINDS } from '../contract/vocabulary.ts'
import type { Revision } from '../store/graph-store.ts'
import { readColumns, UnusableFile, writeColumns } from './column-file.ts'
import { fromColumns, toColumns } from './column-tree.ts'
import type { Dataset } from './dataset.ts'
import { readSnapshotFile, soundly, writeSnapshot } from './snapshot-file.ts'
import type { Tell } from './snapshot-file.ts'
import type { Snapshot } from './snapshot.ts'

/** Raised when the tables hold something else, or mean something else by it. */
const DATASET_VERSION = 1
const NAME = 'newest.dataset'

interface About { content: 'dataset', version: number, kinds: string, revision: Revision, hash: string, tables: unknown }
/** Which revision is kept, and the hash of its snapshot. */
export interface Kept { revision: Revision, hash: string }
type Tables = Pick<Dataset, 'links' | 'memberships'>

export async function keepDataset (folder: string, revision: Revision, { links, memberships }: Dataset, snapshot: Snapshot): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeSnapshot(folder, snapshot)
  const { about, columns } = toColumns({ links, memberships } satisfies Tables)
  await writeColumns(join(folder, NAME), { about: { content: 'dataset', version: DATASET_VERSION, kinds: LINK_KINDS.join(' '), revision, hash: snapshot.hash, tables: about } satisfies About, columns })
}

/** Reads no more than the directory of the file. */
export async function findKept (folder: string, tell: Tell): Promise<Kept | null> {
  return await soundly(join(folder, NAME), tell, async () => (await readAbout(folder, () => false))?.about ?? null)
}

export async function readKeptDataset (folder: string, snapshot: Snapshot, tell: Tell): Promise<Dataset | null> {
  return await soundly(join(folder, NAME), tell, async () => {
    const file = await readAbout(folder, () => true)
    if (file === null) return null
    if (file.about.hash !== snapshot.hash) throw new UnusableFile(`it belongs to the snapshot ${file.about.hash}`)
    const tables = fromColumns({ about: file.about.tables, columns: file.columns }) as Tables
    return { nodes: snapshot, networks: { ids: snapshot.incidence.networks, membersTotal: snapshot.incidence.membersTotal, domains: snapshot.networkDomains }, ...tables }
  })
}

async function readAbout (folder: string, wanted: () => boolean): Promise<{ about: About, columns: Map<string, never> } | null> {
  const file = await readColumns(join(folder, NAME), wanted)
  if (file === null) return null
  const about = file.about as About
  if (about.content !== 'dataset' || about.version !== DATASET_VERSION || about.kinds !== LINK_KINDS.join(' ')) throw new UnusableFile('it is of another version')
  return { about, columns: file.columns as Map<string, never> }
}

/** The snapshot that was kept of this very revision; null if there is none that can be used. */
export async function readKeptSnapshot (folder: string, revision: Revision, tell: Tell): Promise<Snapshot | null> {
  const kept = await findKept(folder, tell)
  if (kept === null || !isSame(kept.revision, revision)) return null
  const snapshot = await readSnapshotFile(folder, kept.hash, tell)
  return snapshot === null ? null : { ...snapshot, revision: revision.number }
}

export const isSame = (one: Revision, other: Revision): boolean => one.dataset === other.dataset && one.number === other.number && one.committedAt === other.committedAt

/** Removes the snapshot files that neither a run nor the newest dataset needs, and what a write that was cut off left behind. Nothing may be writing to the folder. */
export async function pruneSnapshots (folder: string, needed: ReadonlySet<string>): Promise<void> {
  const kept = await findKept(folder, () => {})
  for (const name of await readdir(folder)) {
    const [, hash, part] = /^([0-9a-f]{64})\.snapshot(\.part)?$/.exec(name) ?? []
    if (hash !== undefined && (part !== undefined || (!needed.has(hash) && hash !== kept?.hash))) await rm(join(folder, name), { force: true })
  }
}
