/** Names of countries and sectors in a file of their own: level (country or sector), code, name. Codes that it does not name keep their code as name. */
import type { Context } from '../../analysis/context.ts'
import { RequiredText, TEXT_LENGTH_MAX } from '../../contract/scalars.ts'
import type { TableLabels } from '../table.ts'
import { openCsv } from './csv-rows.ts'
import type { CsvOptions, TableFile } from './csv-rows.ts'
import { TableFileError } from './table-file-error.ts'

type Codes = Pick<TableLabels, 'countries' | 'sectors'>
type Names = Pick<TableLabels, 'countryNames' | 'sectorNames'>

export async function readNames (file: TableFile, { countries, sectors }: Codes, options: CsvOptions, context: Context): Promise<Names> {
  const csv = await openCsv(file, options)
  if (csv.heading.length !== 3) throw new TableFileError(csv.name, { row: 1, value: csv.heading.join(',') }, 'three columns: level (country or sector), code and name')
  const codes = { country: new Set(countries), sector: new Set(sectors) }
  const found = { country: new Map<string, string>(), sector: new Map<string, string>() }
  await csv.rows(3, ([level, code, name], _, row) => {
    const refuse = (at: number, value: string, expected: string): TableFileError => new TableFileError(csv.name, { row, column: csv.heading[at], value }, expected)
    if (level !== 'country' && level !== 'sector') throw refuse(0, level, 'country or sector')
    if (!codes[level].has(code)) throw refuse(1, code, `the code of a ${level} of the table`)
    if (found[level].has(code)) throw refuse(1, code, 'each code once')
    if (!RequiredText.safeParse(name).success) throw refuse(2, name, `a name of 1 to ${TEXT_LENGTH_MAX} characters, none of them a control character`)
    found[level].set(code, name)
  }, context)
  const named = (level: 'country' | 'sector', of: readonly string[]): string[] => of.map(code => found[level].get(code) ?? code)
  return { countryNames: named('country', countries), sectorNames: named('sector', sectors) }
}
