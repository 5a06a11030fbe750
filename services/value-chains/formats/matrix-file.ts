/** A matrix with labels: codes of columns in the first line, of rows in the first cell of each. Rows are held until all labels are known, and let go as they are placed. */
import type { Context } from '../../analysis/context.ts'
import { COUNTRY_SECTORS_MAX } from '../table.ts'
import type { CsvFile } from './csv-rows.ts'
import { TableFileError } from './table-file-error.ts'

export interface MatrixFile { name: string, columns: string[], rows: Map<string, MatrixRow> }
/** NaN: an empty cell. */
export interface MatrixRow { line: number, values: Float64Array }

/** Rows beside the country-sectors: totals, and taxes by country in editions that have them so. */
export const OTHER_ROWS_MAX = 512
/** Columns beside the country-sectors: eight categories of final demand of 512 countries. Each takes memory in every row. */
export const OTHER_COLUMNS_MAX = 4096

/** `headless`: the lines have no labels, and rows and columns are named by their number. */
export async function readMatrix (csv: CsvFile, context: Context, headless = false): Promise<MatrixFile> {
  const { name, heading } = csv
  const columns = headless ? heading.map((_, i) => String(i + 1)) : heading.slice(1)
  if (columns.length > COUNTRY_SECTORS_MAX + OTHER_COLUMNS_MAX) throw new TableFileError(name, { row: 1 }, `at most ${COUNTRY_SECTORS_MAX + OTHER_COLUMNS_MAX} columns of flows and final demand, and it has ${columns.length}: join sectors or countries first`)
  const seen = new Set<string>()
  for (const column of columns) {
    if (seen.has(column)) throw new TableFileError(name, { row: 1, column }, 'each label once')
    seen.add(column)
  }
  const rows = new Map<string, MatrixRow>()
  await csv.rows(headless ? 0 : 1, (labels, cells, line) => {
    const label = headless ? String(rows.size + 1) : labels[0]
    if (rows.has(label)) throw new TableFileError(name, { row: line, column: heading[0] === '' ? '1' : heading[0], value: label }, `each label once, and row ${rows.get(label)!.line} has it`)
    if (rows.size >= COUNTRY_SECTORS_MAX + OTHER_ROWS_MAX) throw new TableFileError(name, { row: line }, `at most ${COUNTRY_SECTORS_MAX} country-sectors: join sectors or countries first`)
    rows.set(label, { line, values: cells.slice() })
  }, context, headless)
  return { name, columns, rows }
}
