/** A file of separated values -> rows, one at a time. The header decides the columns; line numbers are those an editor shows. */
import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import type { ImportOptions } from '../contract/import.ts'
import { findDelimiter } from '../contract/separated-values.ts'
import { decodeText } from './decode-text.ts'
import { FileProblem } from './file-problem.ts'
import type { ImportLimits } from './limits.ts'
import { Row } from './row.ts'
import type { Columns } from './row.ts'

export interface ImportFile {
  name: string
  /** Opens the file from its beginning; called more than once. */
  open: () => Readable
}
export interface ReadOptions {
  encoding: ImportOptions['encoding']
  delimiter: ImportOptions['delimiter']
  /** Field -> heading in the file, where they differ. */
  columns: Record<string, string>
  /** Every heading that the file may have; such a file has no column mapping. Left out: further columns are passed over, as tables of others have many. */
  known?: readonly string[]
  limits: ImportLimits
}
interface Parsed { record: string[], info: { lines: number } }

/** Rows after the header. Throws FileProblem where the file cannot be read on; a row of the wrong width comes with its problem. */
export async function * readRows (file: ImportFile, required: string[], options: ReadOptions): AsyncGenerator<Row> {
  let columns: Columns | undefined
  let width = 0
  for await (const { record, info } of parsedRecords(file, options)) {
    if (columns === undefined) {
      columns = placeColumns(file.name, record, required, options)
      width = record.length
    } else {
      const row = new Row(columns, info.lines - lineEndsInside(record), record)
      if (record.length !== width) row.refuseWhole(`${width} cells as in the header; check for an unquoted separator`, `${record.length} cells`)
      yield row
    }
  }
  if (columns === undefined) throw new FileProblem(file.name, 1, null, '', 'a header line with the names of the columns; the file is empty')
}

/** The parser tells the line on which a record ends. */
function lineEndsInside (record: string[]): number {
  let lines = 0
  for (const cell of record) {
    for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) lines++
  }
  return lines
}

/** The headings of a file. */
export async function readHeadings (file: ImportFile, options: ReadOptions): Promise<string[]> {
  const records = parsedRecords(file, options)
  const first = await records.next()
  await records.return(undefined)
  return first.done === true ? [] : first.value.record.map(heading => heading.trim())
}

async function * parsedRecords (file: ImportFile, options: ReadOptions): AsyncGenerator<Parsed> {
  const text = decodeText(file, options.encoding, options.limits.bytes)
  let head = ''
  for (let next = await text.next(); next.done !== true; next = await text.next()) {
    head += next.value
    if (head.includes('\n') || head.length > options.limits.fieldLength) break
  }
  const whole = async function * (): AsyncGenerator<string> {
    yield head
    yield * text
  }
  const parser = parse({
    bom: true, delimiter: options.delimiter ?? findDelimiter(head), info: true, relax_column_count: true, skip_empty_lines: true, max_record_size: options.limits.fieldLength * 2
  })
  const source = Readable.from(whole(), { objectMode: true })
  source.once('error', error => parser.destroy(error))
  source.pipe(parser)
  let line = 0
  try {
    for await (const parsed of parser as AsyncIterable<Parsed>) {
      line = parsed.info.lines
      if (parsed.record.some(cell => cell.length > options.limits.fieldLength)) {
        throw new FileProblem(file.name, line, null, parsed.record.find(cell => cell.length > options.limits.fieldLength) ?? '', `at most ${options.limits.fieldLength} characters in a field; check for a quotation mark that is not closed`)
      }
      yield parsed
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const { code, lines } = error as CsvError & { lines?: number }
    const expected = code === 'CSV_MAX_RECORD_SIZE'
      ? `at most ${options.limits.fieldLength} characters in a field; check for a quotation mark that is not closed`
      : 'quotation marks around a whole field, doubled inside it'
    throw new FileProblem(file.name, lines ?? line + 1, null, error.message, expected)
  } finally {
    source.destroy()
    parser.destroy()
  }
}

function placeColumns (file: string, record: string[], required: string[], options: ReadOptions): Columns {
  const headings = record.map(heading => heading.trim())
  if (headings.length > options.limits.columns) throw new FileProblem(file, 1, null, `${headings.length} columns`, `at most ${options.limits.columns} columns`)
  const twice = headings.find((heading, i) => heading !== '' && headings.indexOf(heading) !== i)
  if (twice !== undefined) throw new FileProblem(file, 1, twice, twice, 'each column named once')
  const unknown = headings.find(heading => heading !== '' && options.known?.includes(heading) === false)
  if (unknown !== undefined) throw new FileProblem(file, 1, unknown, unknown, `no other columns than ${options.known?.join(', ')}`)
  const shown = headings.filter(heading => heading !== '').join(', ')
  const places = new Map(headings.flatMap((heading, at) => heading === '' ? [] : [[heading, { at, heading }] as const]))
  for (const [field, heading] of Object.entries(options.columns)) {
    const place = places.get(heading)
    if (place === undefined) throw new FileProblem(file, 1, heading, shown, `a column named ${heading}, as the mapping of ${field} says`)
    places.set(field, place)
  }
  for (const field of required) {
    if (!places.has(field)) throw new FileProblem(file, 1, field, shown, `a column named ${field}${options.known === undefined ? '; name another one in the column mapping' : ''}`)
  }
  return { file, places }
}
