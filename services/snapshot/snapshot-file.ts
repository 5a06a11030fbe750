/**
 * Snapshots on disk, by their hash: a run can be drawn after the data has changed. A header line (format, version, hash of the
 * body), then the body. A file that is damaged or of another version counts as missing: it can be made again from the store
 * as long as the data is the same.
 */
import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import type { Snapshot } from './snapshot.ts'

const FORMAT = 'amber-road-snapshot 1'

const fileName = (folder: string, hash: string): string => join(folder, `${hash}.snapshot`)

/** Wholly written or not at all: a new file is renamed into place. */
export async function writeSnapshot (folder: string, snapshot: Snapshot): Promise<void> {
  await mkdir(folder, { recursive: true })
  const body = serialize(mapArrays(snapshot, toPrivate))
  const name = fileName(folder, snapshot.hash)
  await writeFile(`${name}.part`, Buffer.concat([Buffer.from(`${FORMAT} ${digest(body)}\n`), body]))
  await rename(`${name}.part`, name)
}

/** Null if there is no sound file of this hash. */
export async function readSnapshotFile (folder: string, hash: string): Promise<Snapshot | null> {
  let bytes: Buffer
  try {
    bytes = await readFile(fileName(folder, hash))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
  const lineEnd = bytes.indexOf('\n')
  const body = bytes.subarray(lineEnd + 1)
  if (lineEnd < 0 || bytes.toString('latin1', 0, lineEnd) !== `${FORMAT} ${digest(body)}`) return null
  return mapArrays(deserialize(body) as Snapshot, toShared)
}

const digest = (body: Buffer): string => createHash('sha256').update(body).digest('hex')

type Numbers = Int32Array | Float64Array

function mapArrays<Value> (value: Value, change: (array: Numbers) => Numbers): Value {
  if (value instanceof Int32Array || value instanceof Float64Array) return change(value) as Value
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, mapArrays(each, change)])) as Value
}

function toShared (array: Numbers): Numbers {
  const memory = new SharedArrayBuffer(array.byteLength)
  const shared = array instanceof Int32Array ? new Int32Array(memory) : new Float64Array(memory)
  shared.set(array)
  return shared
}

/** Shared memory cannot be serialised. */
const toPrivate = (array: Numbers): Numbers => array instanceof Int32Array ? Int32Array.from(array) : Float64Array.from(array)
