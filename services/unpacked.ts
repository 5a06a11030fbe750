/** Bytes of a file as they are: what is packed with gzip, told by its first two bytes, is unpacked. Constant memory. */
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'

/** Bytes unpacked at once. */
const PIECE = 2 ** 16

/** `damaged`: the error to throw where the packed file is cut short or damaged, for what zlib says of it. The source is closed in any case. */
export async function * unpacked (source: Readable, damaged: (reason: string) => Error): AsyncGenerator<Buffer> {
  const pieces = source[Symbol.asyncIterator]() as AsyncIterator<Uint8Array | string>
  try {
    const first = await pieces.next()
    if (first.done === true) return
    const all = async function * (): AsyncGenerator<Buffer> {
      for (let next: IteratorResult<Uint8Array | string> = first; next.done !== true; next = await pieces.next()) yield bytesOf(next.value)
    }
    const start = bytesOf(first.value)
    if (start[0] === 0x1F && start[1] === 0x8B) yield * gunzipped(all(), damaged)
    else yield * all()
  } finally {
    source.destroy()
  }
}

async function * gunzipped (bytes: AsyncGenerator<Buffer>, damaged: (reason: string) => Error): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: PIECE })
  const source = Readable.from(bytes)
  source.once('error', error => gunzip.destroy(error))
  source.pipe(gunzip)
  try {
    for await (const chunk of gunzip) yield chunk as Buffer
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code?.startsWith('Z_') === true ? damaged((error as Error).message) : error
  } finally {
    source.destroy()
    gunzip.destroy()
  }
}

/** Without a copy. */
const bytesOf = (piece: Uint8Array | string): Buffer => typeof piece === 'string' ? Buffer.from(piece) : Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength)
