/** Bytes of a file -> text: unpacks gzip, checks the encoding, drops the byte order mark, counts bytes. Constant memory. */
import { isUtf8 } from 'node:buffer'
import type { Readable } from 'node:stream'
import type { ImportOptions } from '../contract/import.ts'
import { unpacked } from '../unpacked.ts'
import { FileProblem } from './file-problem.ts'

const NEW_LINE = 10
const ENCODING_HINT = 'save the file as UTF-8, or name its encoding (utf-8, windows-1250 or windows-1252) where the import has such an option'

export async function * decodeText (file: { name: string, open: () => Readable }, encoding: ImportOptions['encoding'], bytesMax: number): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  let bytes = 0
  let line = 1
  for await (const chunk of unpacked(file.open(), reason => new FileProblem(file.name, 1, null, reason, 'a whole gzip file'))) {
    if (bytes === 0 && isUtf16(chunk)) throw new FileProblem(file.name, 1, null, 'UTF-16', `text in ${encoding}: ${ENCODING_HINT}`)
    bytes += chunk.length
    if (bytes > bytesMax) throw new FileProblem(file.name, line, null, `more than ${bytesMax} bytes`, `at most ${bytesMax} bytes in a file: split it`)
    let text: string
    try {
      text = decoder.decode(chunk, { stream: true })
    } catch {
      const { offset, value } = findInvalid(chunk)
      throw new FileProblem(file.name, line + countLines(chunk.subarray(0, offset)), null, value, `text in ${encoding}: ${ENCODING_HINT}`)
    }
    line += countLines(chunk)
    yield text
  }
  try {
    decoder.decode()
  } catch {
    throw new FileProblem(file.name, line, null, 'the file ends inside a character', `text in ${encoding}: ${ENCODING_HINT}`)
  }
}

const isUtf16 = (bytes: Buffer): boolean => (bytes[0] === 0xFF && bytes[1] === 0xFE) || (bytes[0] === 0xFE && bytes[1] === 0xFF)

function countLines (bytes: Buffer): number {
  let lines = 0
  for (let at = bytes.indexOf(NEW_LINE); at !== -1; at = bytes.indexOf(NEW_LINE, at + 1)) lines++
  return lines
}

/** First line of the chunk that is not valid; its first and last characters may be cut by the chunk's ends, so those are tried last. */
function findInvalid (chunk: Buffer): { offset: number, value: string } {
  let start = 0
  while (start < chunk.length) {
    const end = chunk.indexOf(NEW_LINE, start)
    const line = chunk.subarray(start, end === -1 ? chunk.length : end)
    if (!isUtf8(line) && start > 0) return { offset: start, value: line.toString('utf8').slice(0, 100) }
    if (!isUtf8(line) && !isUtf8(afterCut(line))) return { offset: start, value: line.toString('utf8').slice(0, 100) }
    if (end === -1) break
    start = end + 1
  }
  return { offset: chunk.length, value: '' }
}

/** The line without the continuation bytes of a character that began in the chunk before. */
function afterCut (line: Buffer): Buffer {
  let from = 0
  while (from < 3 && (line[from] & 0xC0) === 0x80) from++
  return line.subarray(from)
}
