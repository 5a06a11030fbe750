/**
 * CSV as RFC 4180 has it: commas, CRLF, cells with a comma, quote or line end in quotes. A text cell that a spreadsheet would run as a
 * formula (first character = + - @, tab, CR, LF or a full-width twin of the four) gets an apostrophe before it; numbers are left alone.
 */
import type { AboutLine } from './about.ts'
import { aboutText } from './about.ts'

export type Cell = string | number | boolean | null
export interface Column<Row> { header: string, value: (row: Row) => Cell }

/** Read by Excel as "this is UTF-8"; Gephi and most programs take the file without it. */
const BYTE_ORDER_MARK = '\uFEFF'
const STARTS_FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/

export interface CsvOptions<Row> {
  columns: Array<Column<Row>>
  /**
   * Said in the last column, "about", of the first row: a file of its own would be lost, and comment lines would be read as data.
   * A file without rows has the header alone.
   */
  about: AboutLine[]
  byteOrderMark?: boolean
}

/** The whole table as one text. */
export const csvText = <Row>(rows: readonly Row[], options: CsvOptions<Row>): string => {
  const { header, line } = csvWriter(options)
  return header + rows.map(line).join('')
}

/** The table batch by batch, for lists too long to hold. */
export async function * csvStream<Row> (batches: AsyncIterable<readonly Row[]>, options: CsvOptions<Row>): AsyncGenerator<string> {
  const { header, line } = csvWriter(options)
  yield header
  for await (const rows of batches) yield rows.map(line).join('')
}

function csvWriter<Row> ({ columns, about, byteOrderMark = false }: CsvOptions<Row>) {
  let text: string | null = aboutText(about)
  return {
    header: (byteOrderMark ? BYTE_ORDER_MARK : '') + csvLine([...columns.map(({ header }) => header), 'about']),
    line: (row: Row): string => {
      const cells = [...columns.map(({ value }) => value(row)), text]
      text = null
      return csvLine(cells)
    }
  }
}

const csvLine = (cells: Cell[]): string => cells.map(csvCell).join(',') + '\r\n'

function csvCell (cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell !== 'string') return Object.is(cell, -0) ? '0' : String(cell)
  const text = STARTS_FORMULA.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
