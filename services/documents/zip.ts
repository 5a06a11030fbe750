/** Zip files whose bytes depend on what is in them alone. */
import { unzipSync, zipSync } from 'fflate'

/** The first day that a zip can tell, so that the same content is the same file on every day. */
const NO_DATE = '1980-01-01T00:00:00'

/** Files in the order given; names with folders in them are allowed. A PNG is compressed already. */
export function zip (files: Readonly<Record<string, Uint8Array>>): Buffer {
  const entries = Object.entries(files).map(([name, bytes]): [string, [Uint8Array, { mtime: string, level: 0 | 6 }]] => [name, [bytes, { mtime: NO_DATE, level: name.endsWith('.png') ? 0 : 6 }]])
  return Buffer.from(zipSync(Object.fromEntries(entries)))
}

/** An archive of another writer with its dates taken off; `change` gives the bytes of an entry anew. */
export function zipAgain (archive: Uint8Array, change: (name: string, bytes: Uint8Array) => Uint8Array): Buffer {
  return zip(Object.fromEntries(Object.entries(unzipSync(archive)).map(([name, bytes]) => [name, change(name, bytes)])))
}
