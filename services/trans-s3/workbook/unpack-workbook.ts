/**
 * Parts of an XLSX package that hold cells, unpacked. The directory of the package is checked whole before anything is unpacked: how many parts, how large, each of them once and in a place of its own; and a part that
 * unpacks to more than the directory states is refused as soon as it does, so that a small file never takes more memory and time than WORKBOOK_UNPACKED_MAX bytes do.
 * Formats: APPNOTE 6.3 of PKWARE (zip), sections 4.3.7, 4.3.12 and 4.3.16; ECMA-376 part 2, annex B (of the methods of zip a package takes stored and deflated).
 */
import { inflateRawSync } from 'node:zlib'

/** Bytes of the file: a form of sixty priorities for sixty people takes half a megabyte. */
export const WORKBOOK_BYTES_MAX = 4 * 1024 * 1024
/** Parts of the package: a sheet has two or three. */
export const WORKBOOK_PARTS_MAX = 1000
/** Bytes of all parts that are read, unpacked: XML packs to a tenth. */
export const WORKBOOK_UNPACKED_MAX = 48 * 1024 * 1024

/** It cannot be read at all; the message says why and what to do. */
export class WorkbookProblem extends Error {
  override name = 'WorkbookProblem'
}

const MACROS = /(^|\/)vbaProject\.bin$|^xl\/(macrosheets|dialogsheets)\//i
const READ = /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|worksheets\/[^/]+\.xml)$/i
const OLE = [0xD0, 0xCF, 0x11, 0xE0]
const AGAIN = 'open it in a spreadsheet program and save it again as XLSX.'

/** What the end of the directory, an entry in it and the head of a part begin with, and their lengths without names. */
const END = Uint8Array.of(0x50, 0x4B, 0x05, 0x06)
const [END_LENGTH, ENTRY, ENTRY_LENGTH, HEAD, HEAD_LENGTH] = [22, 0x02014B50, 46, 0x04034B50, 30]
const [STORED, DEFLATED] = [0, 8]
/** Stands where a count or a size is given elsewhere, as ZIP64 does for what a workbook never has. */
const [COUNT_ELSEWHERE, SIZE_ELSEWHERE] = [0xFFFF, 0xFFFFFFFF]

/** As the directory states it; `packed` and `stated` are bytes before and after unpacking, `at` is where its head stands. */
interface Part { name: string, method: number, packed: number, stated: number, at: number }
interface PlacedPart extends Part { bytes: Uint8Array }

/** Parts that are read, by name in small letters. */
export function unpackWorkbook (bytes: Uint8Array): Map<string, Uint8Array> {
  if (bytes.length > WORKBOOK_BYTES_MAX) throw new WorkbookProblem(`The file has ${bytes.length} bytes, above ${WORKBOOK_BYTES_MAX}; take pictures and other sheets out, or divide it.`)
  if (OLE.every((byte, i) => bytes[i] === byte)) throw new WorkbookProblem('The file has a password, or is of Excel before 2007. Save it as XLSX without a password.')
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4B) throw new WorkbookProblem('The file is no XLSX workbook. Fill in the form that this workspace gives, and save it as XLSX.')
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { parts, start } = readDirectory(file)
  checkStated(parts)
  return new Map(place(file, parts, start).filter(({ name }) => READ.test(name)).map(part => [part.name.toLowerCase(), unpack(part)]))
}

const damaged = (cause?: unknown): WorkbookProblem => new WorkbookProblem('The file is damaged or cut short; send it again.', { cause })

/** `start`: where the directory begins, after the last part. */
function readDirectory (file: Buffer): { parts: Part[], start: number } {
  const end = file.lastIndexOf(END)
  if (end === -1 || end + END_LENGTH > file.length) throw damaged()
  const [count, start] = [file.readUInt16LE(end + 10), file.readUInt32LE(end + 16)]
  if (count === COUNT_ELSEWHERE || start === SIZE_ELSEWHERE) throw zip64()
  if (count > WORKBOOK_PARTS_MAX) throw new WorkbookProblem(`The file holds ${count} parts, more than ${WORKBOOK_PARTS_MAX}; it is no form of this workspace.`)
  const parts: Part[] = []
  let at = start
  while (parts.length < count) {
    if (at + ENTRY_LENGTH > end || file.readUInt32LE(at) !== ENTRY) throw damaged()
    const [name, more, comment] = [28, 30, 32].map(offset => file.readUInt16LE(at + offset))
    const part = { name: file.toString('latin1', at + ENTRY_LENGTH, at + ENTRY_LENGTH + name), method: file.readUInt16LE(at + 10), packed: file.readUInt32LE(at + 20), stated: file.readUInt32LE(at + 24), at: file.readUInt32LE(at + 42) }
    if ([part.packed, part.stated, part.at].includes(SIZE_ELSEWHERE)) throw zip64()
    parts.push(part)
    at += ENTRY_LENGTH + name + more + comment
  }
  if (at > end) throw damaged()
  return { parts, start }
}

const zip64 = (): WorkbookProblem => new WorkbookProblem(`The file is packed as one of more than 4 GB (ZIP64); ${AGAIN}`)

/** By what the directory says alone. */
function checkStated (parts: readonly Part[]): void {
  const names = new Set<string>()
  let unpacked = 0
  for (const { name, method, packed, stated } of parts) {
    if (MACROS.test(name)) throw new WorkbookProblem('The workbook holds macros. Save it as XLSX, without macros.')
    if (names.has(name.toLowerCase())) throw new WorkbookProblem(`The file holds the part ${told(name)} twice; ${AGAIN}`)
    names.add(name.toLowerCase())
    if (method !== STORED && method !== DEFLATED) throw new WorkbookProblem(`The part ${told(name)} of the file is packed by method ${method}, which no workbook uses; ${AGAIN}`)
    if (method === STORED && packed !== stated) throw new WorkbookProblem(`The part ${told(name)} of the file is not packed, but has ${packed} bytes packed and ${stated} unpacked; ${AGAIN}`)
    if (READ.test(name)) unpacked += Math.max(packed, stated)
  }
  if (unpacked > WORKBOOK_UNPACKED_MAX) throw new WorkbookProblem(`The file unpacks to more than ${WORKBOOK_UNPACKED_MAX} bytes; take other sheets out, or divide it.`)
}

/** With their bytes as packed, which no two parts share. */
function place (file: Buffer, parts: readonly Part[], start: number): PlacedPart[] {
  let free = 0
  return parts.toSorted((a, b) => a.at - b.at).map(part => {
    const { name, packed, at } = part
    if (at < free) throw new WorkbookProblem(`The part ${told(name)} of the file stands where another one does; ${AGAIN}`)
    if (at + HEAD_LENGTH > start || file.readUInt32LE(at) !== HEAD) throw damaged()
    const begins = at + HEAD_LENGTH + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28)
    free = begins + packed
    if (free > start) throw damaged()
    return { ...part, bytes: file.subarray(begins, free) }
  })
}

function unpack ({ name, method, stated, bytes }: PlacedPart): Uint8Array {
  if (method === STORED) return bytes
  let unpacked: Uint8Array
  try {
    // zlib takes no limit below one byte; what gives one where none is stated is refused below.
    unpacked = inflateRawSync(bytes, { maxOutputLength: Math.max(1, stated) })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE') throw damaged(error)
    throw new WorkbookProblem(`The part ${told(name)} of the file unpacks to more than the ${stated} bytes that its directory states; ${AGAIN}`, { cause: error })
  }
  if (unpacked.length !== stated) throw new WorkbookProblem(`The part ${told(name)} of the file unpacks to ${unpacked.length} bytes, where its directory states ${stated}; ${AGAIN}`)
  return unpacked
}

/** Names come from the file: as much as a message takes. */
const told = (name: string): string => JSON.stringify(name.slice(0, 60))
