/**
 * Columns on disk: named typed arrays behind a directory, read straight into shared memory.
 *
 *   byte  0  8 bytes, "ambrcols"
 *         8  uint32, byte order: 0x01020304 as the machine writes it, little-endian on all but a few
 *        12  uint32, version of this layout
 *        16  uint32, length of the directory
 *        20  uint32, CRC-32 of the directory
 *        24  the directory, JSON: what the file is about, and of each column the name, type, start, length and CRC-32; spaces fill it up to a multiple of 64
 *            the columns, each as it stands in memory, zeros filling it up to a multiple of 64; its checksum covers the zeros too
 *
 * So every byte is checked. CRC-32 finds each burst of damage up to 32 bits and all but one in four thousand million of others, at twice the speed of SHA-256.
 */
import { open, rename } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { crc32 } from 'node:zlib'

export type Column = Int32Array | Float32Array | Float64Array | Uint8Array
export interface ColumnFile { about: unknown, columns: Map<string, Column> }

const MAGIC = 'ambrcols'
const BYTE_ORDER = 0x01020304
const LAYOUT = 1
const PREFIX = 24
/** A cache line, and wide enough for every type. */
const ALIGNMENT = 64
/** Bytes read, and checked while they are in the cache, at once: about a millisecond in which nothing else runs. */
const PIECE = 2 ** 20

const TYPES = { int32: Int32Array, float32: Float32Array, float64: Float64Array, uint8: Uint8Array } as const
type TypeName = keyof typeof TYPES
interface Entry { name: string, type: TypeName, start: number, length: number, crc: number }
interface Directory { about: unknown, columns: Entry[] }

/** The file is there and cannot be used: damaged, cut short, foreign, or of another version. The message says which. */
export class UnusableFile extends Error {
  override name = 'UnusableFile'
}

/** Wholly written or not at all: written beside, flushed to the disk, and renamed into place. */
export async function writeColumns (name: string, { about, columns }: ColumnFile): Promise<void> {
  const part = `${name}.part`
  const directory = directoryOf(about, columns)
  const file = await open(part, 'w')
  try {
    await writeAll(file, directory, 0)
    let at = directory.length
    for (const column of columns.values()) {
      await writeAll(file, bytesOf(column), at)
      at += padded(column.byteLength)
    }
    // The zeros after the last column.
    await file.truncate(at)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(part, name)
}

/** Null if there is no such file; UnusableFile if it is not as it was written. `wanted`: the columns to read, all of them if it is not given. */
export async function readColumns (name: string, wanted?: (column: string) => boolean): Promise<ColumnFile | null> {
  let file: FileHandle
  try {
    file = await open(name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
  try {
    const { about, columns } = await readDirectory(file)
    const read = new Map<string, Column>()
    for (const entry of columns) if (wanted === undefined || wanted(entry.name)) read.set(entry.name, await readColumn(file, entry))
    return { about, columns: read }
  } finally {
    await file.close()
  }
}

const padded = (bytes: number): number => Math.ceil(bytes / ALIGNMENT) * ALIGNMENT
const bytesOf = (column: Column): Uint8Array => new Uint8Array(column.buffer, column.byteOffset, column.byteLength)

function directoryOf (about: unknown, columns: Map<string, Column>): Buffer {
  const entries: Entry[] = [...columns].map(([name, column]) => ({ name, type: typeOf(column), start: 0, length: column.length, crc: checksum(column) }))
  // The starts follow from the length of the directory, which follows from how many digits the starts have: room is left for the longest.
  const longest = Buffer.byteLength(JSON.stringify({ about, columns: entries })) + entries.length * String(Number.MAX_SAFE_INTEGER).length
  const length = padded(PREFIX + longest)
  let at = length
  for (const entry of entries) {
    entry.start = at
    at += padded(entry.length * TYPES[entry.type].BYTES_PER_ELEMENT)
  }
  const bytes = Buffer.alloc(length, ' ')
  bytes.write(JSON.stringify({ about, columns: entries } satisfies Directory), PREFIX)
  bytes.write(MAGIC, 0, 'latin1')
  bytes.set(new Uint8Array(Uint32Array.of(BYTE_ORDER, LAYOUT, length - PREFIX, crc32(bytes.subarray(PREFIX))).buffer), MAGIC.length)
  return bytes
}

const typeOf = (column: Column): TypeName => column instanceof Int32Array ? 'int32' : column instanceof Float32Array ? 'float32' : column instanceof Float64Array ? 'float64' : 'uint8'
const checksum = (column: Column): number => crc32(new Uint8Array(padded(column.byteLength) - column.byteLength), crc32(bytesOf(column)))

async function writeAll (file: FileHandle, bytes: Uint8Array, start: number): Promise<void> {
  for (let at = 0; at < bytes.length;) at += (await file.write(bytes, at, Math.min(PIECE, bytes.length - at), start + at)).bytesWritten
}

/** Reads until `bytes` is full, handing on each piece. */
async function readAll (file: FileHandle, bytes: Uint8Array, start: number, piece: (bytes: Uint8Array) => void = () => {}): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    const { bytesRead } = await file.read(bytes, at, Math.min(PIECE, bytes.length - at), start + at)
    if (bytesRead === 0) throw new UnusableFile('it is cut short')
    piece(bytes.subarray(at, at + bytesRead))
    at += bytesRead
  }
}

async function readDirectory (file: FileHandle): Promise<Directory> {
  const { size } = await file.stat()
  const prefix = Buffer.alloc(PREFIX)
  await readAll(file, prefix, 0)
  if (prefix.toString('latin1', 0, MAGIC.length) !== MAGIC) throw new UnusableFile('it is no file of columns')
  const [order, layout, length, crc] = new Uint32Array(prefix.buffer.slice(prefix.byteOffset + MAGIC.length, prefix.byteOffset + PREFIX))
  if (order !== BYTE_ORDER) throw new UnusableFile('it was written on a machine of another byte order')
  if (layout !== LAYOUT) throw new UnusableFile(`its layout has version ${layout}, and this program reads version ${LAYOUT}`)
  if (PREFIX + length > size) throw new UnusableFile('it is cut short')
  const bytes = Buffer.alloc(length)
  await readAll(file, bytes, PREFIX)
  if (crc32(bytes) !== crc) throw new UnusableFile('its directory is damaged')
  const directory = JSON.parse(bytes.toString()) as Directory
  const last = directory.columns.at(-1)
  const end = last === undefined ? PREFIX + length : last.start + padded(last.length * TYPES[last.type].BYTES_PER_ELEMENT)
  if (size !== end) throw new UnusableFile(size < end ? 'it is cut short' : 'something follows its last column')
  return directory
}

async function readColumn (file: FileHandle, { name, type, start, length, crc }: Entry): Promise<Column> {
  const memory = new SharedArrayBuffer(padded(length * TYPES[type].BYTES_PER_ELEMENT))
  let found = 0
  await readAll(file, new Uint8Array(memory), start, bytes => { found = crc32(bytes, found) })
  if (found !== crc) throw new UnusableFile(`its column ${name} is damaged`)
  const Type: new (memory: SharedArrayBuffer, start: number, length: number) => Column = TYPES[type]
  return new Type(memory, 0, length)
}
