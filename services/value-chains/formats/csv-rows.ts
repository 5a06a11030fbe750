/**
 * Rows of numbers behind labels, read from bytes as they come. One line is in memory at a time, and no text is made of a cell that is a plain number.
 *
 * A number of up to 15 digits is a whole number divided by a power of ten, both exact in float64, so that their quotient is the nearest there is (Clinger 1990);
 * any other number goes to Number(). An empty cell is NaN here: the caller counts it. Line ends are LF or CRLF; a label may be in quotes, without line ends.
 */
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import type { Context } from '../../analysis/context.ts'
import { unpacked } from '../../unpacked.ts'
import { TableFileError } from './table-file-error.ts'

/** `content`: a path, or bytes as they come; either may be compressed with gzip. */
export interface TableFile { name: string, role: 'table' | 'final' | 'output' | 'countries' | 'names', content: string | AsyncIterable<Uint8Array> }
/** Where `delimiter` is not given it is the tab, semicolon or comma that the first line has, the first of these that it has. */
export interface CsvOptions {
  delimiter?: string
  decimalComma?: boolean
  /** Takes what closes each file that is opened: one that is refused is not read to its end. */
  opened?: Array<() => Promise<unknown>>
}
/** `values` is used again for the next row. */
export type OnRow = (labels: string[], values: Float64Array, line: number) => void

export interface CsvFile {
  name: string
  /** Cells of the first line. */
  heading: string[]
  /** Hands on each row: `labelCount` cells of text, then as many numbers as the heading has cells left. `headless`: the first line is a row too. */
  rows: (labelCount: number, onRow: OnRow, context: Context, headless?: boolean) => Promise<void>
}

/** Bytes of a line: 4,096 country-sectors and the final demand of 100 countries take 0.1 MB; a line above this is no line of a table. */
export const LINE_BYTES_MAX = 2 ** 23
const PIECE = 2 ** 20
const LF = 10
const CR = 13
const QUOTE = 34
const DIGITS_MAX = 15
const POWERS = Float64Array.from({ length: 23 }, (_, i) => Number(`1e${i}`))
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i

export async function openCsv (file: TableFile, options: CsvOptions): Promise<CsvFile> {
  const { name } = file
  const pieces = bytesOf(file)
  options.opened?.push(() => pieces.return(undefined))
  let read: Buffer = Buffer.alloc(0)
  /** False at the end. */
  const more = async (): Promise<boolean> => {
    const next = await pieces.next()
    if (next.done !== true) read = read.length === 0 ? next.value : Buffer.concat([read, next.value])
    return next.done !== true
  }
  while (read.indexOf(LF) < 0 && await more()) if (read.length > LINE_BYTES_MAX) throw tooLong(name, 1)
  if (read[0] === 0xEF && read[1] === 0xBB && read[2] === 0xBF) read = read.subarray(3)
  const firstEnd = read.indexOf(LF)
  const first = read.toString('utf8', 0, firstEnd < 0 ? read.length : firstEnd)
  if (first.trim() === '') throw new TableFileError(name, { row: 1 }, 'a line of labels or numbers, and the file is empty or begins with an empty line')
  const delimiter = options.delimiter ?? ['\t', ';'].find(mark => first.includes(mark)) ?? ','
  const heading = cellsOf(first.replace(/\r$/, ''), delimiter)

  async function rows (labelCount: number, onRow: OnRow, context: Context, headless = false): Promise<void> {
    const columns = headless ? heading.map((_, i) => String(i + 1)) : heading
    const parse = rowParser({ name, columns, labelCount, delimiter: delimiter.charCodeAt(0), decimalComma: options.decimalComma ?? false, onRow })
    let line = headless ? 0 : 1
    if (!headless) read = firstEnd < 0 ? Buffer.alloc(0) : read.subarray(firstEnd + 1)
    do {
      context.check()
      let start = 0
      for (let end = read.indexOf(LF); end >= 0; end = read.indexOf(LF, start)) {
        parse(read, start, end, ++line)
        start = end + 1
      }
      read = read.subarray(start)
      if (read.length > LINE_BYTES_MAX) throw tooLong(name, line + 1)
    } while (await more())
    if (read.length > 0) parse(read, 0, read.length, line + 1)
  }
  return { name, heading, rows }
}

const tooLong = (name: string, row: number): TableFileError => new TableFileError(name, { row }, `a line of at most ${LINE_BYTES_MAX} bytes, as a CSV file has them`)

async function * bytesOf ({ name, content }: TableFile): AsyncGenerator<Buffer> {
  const source = typeof content === 'string' ? createReadStream(content, { highWaterMark: PIECE }) : Readable.from(content)
  try {
    yield * unpacked(source, () => new TableFileError(name, {}, 'a whole file in gzip; it is cut short or damaged: fetch it again'))
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ENOENT' ? new TableFileError(name, {}, 'a file of this name, and there is none') : error
  }
}

/** Cells of a line of text. */
function cellsOf (line: string, delimiter: string): string[] {
  const cells: string[] = []
  for (let at = 0; at <= line.length;) {
    const quoted = line[at] === '"'
    const close = quoted ? /"(?!")/.exec(line.slice(at + 1).replaceAll('""', '  ')) : null
    const from = close === null ? at : at + 1 + close.index
    const next = line.indexOf(delimiter, from)
    const end = next < 0 ? line.length : next
    cells.push(unquoted(line.slice(at, end)))
    at = end + 1
  }
  return cells
}

function unquoted (cell: string): string {
  const text = cell.trim()
  return text.length > 1 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1).replaceAll('""', '"').trim() : text
}

interface Rows { name: string, columns: string[], labelCount: number, delimiter: number, decimalComma: boolean, onRow: OnRow }

function rowParser ({ name, columns, labelCount, delimiter, decimalComma, onRow }: Rows): (bytes: Buffer, start: number, end: number, line: number) => void {
  const width = columns.length - labelCount
  const values = new Float64Array(Math.max(0, width))
  const point = decimalComma ? 44 : 46

  return function parse (bytes, start, lineEnd, line) {
    const end = bytes[lineEnd - 1] === CR ? lineEnd - 1 : lineEnd
    if (end <= start) return
    const labels: string[] = []
    let at = start
    let count = 0
    for (; count < labelCount && at <= end; count++) {
      const stop = cellEnd(bytes, at, end, delimiter)
      labels.push(unquoted(bytes.toString('utf8', at, stop)))
      at = stop + 1
    }
    let place = 0
    for (; at <= end; place++) {
      const negative = bytes[at] === 45
      let p = negative ? at + 1 : at
      let whole = 0
      let digits = 0
      let decimals = -1
      for (; p < end; p++) {
        const digit = bytes[p] - 48
        if (digit >= 0 && digit <= 9) {
          whole = whole * 10 + digit
          if (whole > 0) digits++
          if (decimals >= 0) decimals++
        } else if (bytes[p] === point && decimals < 0 && bytes[p] !== delimiter) decimals = 0
        else break
      }
      const plain = p > at + Number(negative) + Number(decimals >= 0) && (p === end || bytes[p] === delimiter) && digits <= DIGITS_MAX && decimals < POWERS.length
      let value: number
      if (plain) {
        const size = decimals > 0 ? whole / POWERS[decimals] : whole
        value = negative ? 0 - size : size
      } else {
        p = cellEnd(bytes, at, end, delimiter)
        value = numberOf(bytes.toString('utf8', at, p), place, line)
      }
      if (place < width) values[place] = value
      at = p + 1
    }
    if (count + place !== columns.length || labels.length < labelCount) {
      throw new TableFileError(name, { row: line, ...labels.length > 0 && { value: labels.join(' ') } }, `${columns.length} cells as in the first line, and the row has ${count + place}: it is cut short, or a decimal comma parts its numbers (then separate cells by semicolons and say that commas are decimal)`)
    }
    onRow(labels, values, line)
  }

  function numberOf (cell: string, place: number, line: number): number {
    const text = unquoted(cell)
    if (text === '') return NaN
    const number = decimalComma ? text.replace(',', '.') : text
    const value = NUMBER.test(number) && !(decimalComma && text.includes('.')) ? Number(number) : NaN
    if (Number.isFinite(value)) return value + 0
    const expected = NUMBER.test(text.replace(',', '.')) && text.includes(decimalComma ? '.' : ',')
      ? `a number with a decimal ${decimalComma ? 'comma, as was said' : 'point (where the file has decimal commas, say so)'}`
      : 'a finite number without spaces or thousands separators'
    throw new TableFileError(name, { row: line, column: columns[labelCount + place] ?? String(labelCount + place + 1), value: text }, expected)
  }
}

function cellEnd (bytes: Buffer, start: number, end: number, delimiter: number): number {
  let inside = false
  for (let at = start; at < end; at++) {
    if (bytes[at] === QUOTE) inside = !inside
    else if (bytes[at] === delimiter && !inside) return at
  }
  return end
}
