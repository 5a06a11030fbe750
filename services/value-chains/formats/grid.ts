/** Where country-sectors stand: every country has every sector, in the order in which the file first names them. */
import { textUpTo } from '../../contract/scalars.ts'
import { TABLE_CODE_LENGTH_MAX } from '../../contract/value-chains.ts'
import { COUNTRY_SECTORS_MAX } from '../table.ts'
import { TableFileError } from './table-file-error.ts'

const Code = textUpTo(TABLE_CODE_LENGTH_MAX)

export interface Node { country: string, sector: string }

export interface Grid {
  countries: string[]
  sectors: string[]
  n: number
  /** How many of the n the file names: those it does not are zero. */
  named: number
  /** Index of a country-sector, -1 if it is none of the grid. */
  indexOf: (node: Node) => number
  countryOf: (country: string) => number
}

export function gridOf (nodes: Node[], file: string): Grid {
  const countries = new Map<string, number>()
  const sectors = new Map<string, number>()
  const named = new Set<string>()
  for (const { country, sector } of nodes) {
    if (!countries.has(country)) countries.set(country, countries.size)
    if (!sectors.has(sector)) sectors.set(sector, sectors.size)
    named.add(`${country}\n${sector}`)
  }
  for (const code of [...countries.keys(), ...sectors.keys()]) {
    if (!Code.safeParse(code).success) throw new TableFileError(file, { value: code }, `codes of countries and sectors of at most ${TABLE_CODE_LENGTH_MAX} characters, none of them a control character`)
  }
  const n = countries.size * sectors.size
  if (n === 0) throw new TableFileError(file, {}, 'rows of country-sectors, such as "DEU_C20" or "DEU.C20", and there are none')
  if (n > COUNTRY_SECTORS_MAX) throw new TableFileError(file, {}, `at most ${COUNTRY_SECTORS_MAX} country-sectors, and it has ${countries.size} countries x ${sectors.size} sectors = ${n}: join sectors or countries first`)
  const countryOf = (country: string): number => countries.get(country) ?? -1
  const indexOf = ({ country, sector }: Node): number => {
    const c = countryOf(country)
    const s = sectors.get(sector) ?? -1
    return c < 0 || s < 0 ? -1 : c * sectors.size + s
  }
  return { countries: [...countries.keys()], sectors: [...sectors.keys()], n, named: named.size, indexOf, countryOf }
}

/** Country and sector of a label, parted at its first point or underscore: sectors have underscores of their own. Null if there is none. */
export function nodeOf (label: string): Node | null {
  const at = label.search(/[._]/)
  return at < 1 || at === label.length - 1 ? null : { country: label.slice(0, at), sector: label.slice(at + 1) }
}
