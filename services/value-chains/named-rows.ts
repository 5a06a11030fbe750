/** Rows of a table that the options of a scenario name. */
import { placeOf } from '../analysis/place-of.ts'
import type { TableLabels } from './table.ts'

/** Country-sectors of a country, or the one that is named; a name the table does not have is refused. */
export function rowsNamed ({ countries, sectors }: TableLabels, { country, sector }: { country: string, sector?: string | undefined }, option: string): number[] {
  const first = placeOf(countries, country, 'country', `${option}.country`) * sectors.length
  return sector === undefined ? sectors.map((_, i) => first + i) : [first + placeOf(sectors, sector, 'sector', `${option}.sector`)]
}
