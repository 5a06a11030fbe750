/**
 * Snapshots on disk, by their hash: a run can be drawn after the data has changed, and a restart does not read the store again.
 * A file that cannot be used counts as missing, and why is told: it can be made again from the store as long as the data is the same.
 */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { readColumns, UnusableFile, writeColumns } from './column-file.ts'
import type { ColumnFile } from './column-file.ts'
import { fromColumns, toColumns } from './column-tree.ts'
import type { Snapshot } from './snapshot.ts'

/** Raised when a snapshot holds something else, or means something else by it. */
const SNAPSHOT_VERSION = 3

interface About { content: 'snapshot', version: number, snapshot: unknown }

/** Called with a sentence about a file that is there and cannot be used. */
export type Tell = (sentence: string) => void

const snapshotName = (folder: string, hash: string): string => join(folder, `${hash}.snapshot`)

export async function writeSnapshot (folder: string, snapshot: Snapshot): Promise<void> {
  await mkdir(folder, { recursive: true })
  const { about, columns } = toColumns(snapshot)
  await writeColumns(snapshotName(folder, snapshot.hash), { about: { content: 'snapshot', version: SNAPSHOT_VERSION, snapshot: about } satisfies About, columns })
}

/** Null if there is no sound file of this hash. */
export async function readSnapshotFile (folder: string, hash: string, tell: Tell): Promise<Snapshot | null> {
  const name = snapshotName(folder, hash)
  return await soundly(name, tell, async () => {
    const file = await readColumns(name)
    if (file === null) return null
    const { content, version, snapshot } = file.about as Partial<About>
    if (content !== 'snapshot') throw new UnusableFile('it is no snapshot')
    if (version !== SNAPSHOT_VERSION) throw new UnusableFile(`its snapshot has version ${version}, and this program reads version ${SNAPSHOT_VERSION}`)
    const read = fromColumns({ about: snapshot, columns: file.columns } satisfies ColumnFile) as Snapshot
    if (read.hash !== hash) throw new UnusableFile(`it is the snapshot ${read.hash} under the name of another`)
    return read
  })
}

/** What `read` gives; null where the file cannot be used, and says so. */
export async function soundly<Value> (name: string, tell: Tell, read: () => Promise<Value | null>): Promise<Value | null> {
  try {
    return await read()
  } catch (error) {
    if (!(error instanceof UnusableFile)) throw error
    tell(`The file ${name} is not used, because ${error.message}; what it held is read from the store again where that is possible.`)
    return null
  }
}
