/** Zip files byte by byte, so that a directory can say what is not so. Format: APPNOTE 6.3 of PKWARE, sections 4.3.7, 4.3.12 and 4.3.16. */

/** `body`: its place in `bodies`; the directory says the rest, whether it is so or not. */
export interface Entry { name: string, body: number, method: number, packed: number, stated: number }
export interface Body { name: string, bytes: Uint8Array, /** Bytes that a writer keeps free in the head. */ more?: number, /** Follows the bytes where a writer did not know the sizes before. */ descriptor?: Uint8Array }

export function packedByHand (bodies: readonly Body[], entries: readonly Entry[], comment = ''): Buffer {
  const places: number[] = []
  let length = 0
  const heads = bodies.map(({ name, bytes, more = 0, descriptor = new Uint8Array(0) }) => {
    const head = Buffer.concat([numbers([4, 0x04034B50], [2, 20], [2, 0], [2, 0], [4, 0], [4, 0], [4, 0], [4, 0], [2, name.length], [2, more]), Buffer.from(name), Buffer.alloc(more), bytes, descriptor])
    places.push(length)
    length += head.length
    return head
  })
  const directory = Buffer.concat(entries.map(({ name, body, method, packed, stated }) => Buffer.concat([
    numbers([4, 0x02014B50], [2, 20], [2, 20], [2, 0], [2, method], [4, 0], [4, 0], [4, packed], [4, stated], [2, name.length], [2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, places[body]]), Buffer.from(name)
  ])))
  const end = numbers([4, 0x06054B50], [2, 0], [2, 0], [2, entries.length], [2, entries.length], [4, directory.length], [4, length], [2, comment.length])
  return Buffer.concat([...heads, directory, end, Buffer.from(comment)])
}

/** Numbers of 2 or 4 bytes, the least byte first. */
function numbers (...list: Array<[2 | 4, number]>): Buffer {
  return Buffer.concat(list.map(([length, number]) => {
    const bytes = Buffer.alloc(length)
    bytes.writeUIntLE(number, 0, length)
    return bytes
  }))
}
