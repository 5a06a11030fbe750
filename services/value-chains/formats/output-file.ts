/** Output by country-sector, and value added where the file has it: id, output and perhaps value added. */
import type { Context } from '../../analysis/context.ts'
import { openCsv } from './csv-rows.ts'
import type { CsvOptions, TableFile } from './csv-rows.ts'
import { addMissing } from './draft.ts'
import type { Missing } from './draft.ts'
import { COUNTRY_SECTORS_MAX } from '../table.ts'
import { TableFileError } from './table-file-error.ts'

/** By label, in the order of the file. `valueAdded` null: the file has no such column. */
export interface OutputFile { name: string, output: Map<string, number>, valueAdded: Map<string, number> | null }

export async function readOutput (file: TableFile, options: CsvOptions, missing: Missing, context: Context): Promise<OutputFile> {
  const csv = await openCsv(file, options)
  if (csv.heading.length < 2 || csv.heading.length > 3) throw new TableFileError(csv.name, { row: 1, value: csv.heading.join(',') }, 'two or three columns: country-sector, output and, if known, value added')
  const output = new Map<string, number>()
  const valueAdded = csv.heading.length === 3 ? new Map<string, number>() : null
  const known = (label: string, value: number, column: string): number => {
    if (Number.isNaN(value)) addMissing(missing, label, column)
    return Number.isNaN(value) ? 0 : value
  }
  await csv.rows(1, ([label], values, row) => {
    if (output.has(label)) throw new TableFileError(csv.name, { row, column: csv.heading[0], value: label }, 'each country-sector once')
    if (output.size === COUNTRY_SECTORS_MAX) throw new TableFileError(csv.name, { row, value: label }, `at most ${COUNTRY_SECTORS_MAX} country-sectors: join sectors or countries first`)
    output.set(label, known(label, values[0], csv.heading[1]))
    valueAdded?.set(label, known(label, values[1], csv.heading[2]))
  }, context)
  return { name: csv.name, output, valueAdded }
}
