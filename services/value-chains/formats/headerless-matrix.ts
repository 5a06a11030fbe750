/** Bare numbers, n rows of [Z|Y] with Y's columns by country in the same order (several for each country, side by side), and the list of countries in a file of its own. */
import type { Context } from '../../analysis/context.ts'
import { openCsv } from './csv-rows.ts'
import type { CsvFile, CsvOptions, TableFile } from './csv-rows.ts'
import type { Draft, Missing } from './draft.ts'
import { readMatrix } from './matrix-file.ts'
import { placeMatrix } from './place-matrix.ts'
import { TableFileError } from './table-file-error.ts'

export const isHeaderless = ({ heading }: CsvFile): boolean => heading.every(cell => /^[+-]?[\d.,]+(e[+-]?\d+)?$/i.test(cell))

export async function readHeaderless (table: CsvFile, countriesFile: TableFile, options: CsvOptions, context: Context): Promise<Draft> {
  const missing: Missing = { count: 0, cells: [] }
  const countries = await readCountries(countriesFile, options, context)
  const matrix = await readMatrix(table, context, true)
  const n = matrix.rows.size
  const G = countries.length
  const N = n / G
  const demands = (matrix.columns.length - n) / G
  if (!Number.isInteger(N)) throw new TableFileError(table.name, {}, `as many rows for each of the ${G} countries of ${countriesFile.name}, and it has ${n} rows: it is cut short, or the list is of another table`)
  if (!Number.isInteger(demands) || demands < 1) throw new TableFileError(table.name, {}, `${n} columns of flows and one or more of final demand for each of ${G} countries, and it has ${matrix.columns.length} columns in ${n} rows: it is cut short, or the list is of another table`)
  const node = (i: number): { country: string, sector: string } => ({ country: countries[Math.floor(i / N)], sector: `s${i % N + 1}` })
  return placeMatrix(matrix, {
    format: 'headerless-matrix',
    notes: [`The file names no sectors: they are s1 to s${N}, in its order.`],
    row: label => ({ is: 'node', node: node(Number(label) - 1) }),
    column: label => {
      const at = Number(label) - 1
      return at < n ? { is: 'node', node: node(at) } : { is: 'final', country: countries[Math.floor((at - n) / demands)], category: '' }
    }
  }, missing)
}

/** One country a line; a heading "country" or "countries" is passed over. */
async function readCountries (file: TableFile, options: CsvOptions, context: Context): Promise<string[]> {
  const csv = await openCsv(file, options)
  if (csv.heading.length !== 1) throw new TableFileError(csv.name, { row: 1, value: csv.heading.join(',') }, 'one country a line')
  const countries = /^countr(y|ies)$/i.test(csv.heading[0]) ? [] : [csv.heading[0]]
  await csv.rows(1, ([country], _, row) => {
    if (countries.includes(country)) throw new TableFileError(csv.name, { row, value: country }, 'each country once')
    countries.push(country)
  }, context)
  return countries
}
