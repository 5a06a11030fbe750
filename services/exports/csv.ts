/** Rows of the service as CSV (csv-line.ts): each table says what it is in a last column. */
import type { CsvCell as Cell } from '../csv-line.ts'
import { BYTE_ORDER_MARK, csvLine } from '../csv-line.ts'
import type { AboutLine } from './about.ts'
import { aboutText } from './about.ts'

export type { Cell }
export interface Column<Row> { header: string, value: (row: Row) => Cell }

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
export async function * csvStream<Row> (batches: AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>, options: CsvOptions<Row>): AsyncGenerator<string> {
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
