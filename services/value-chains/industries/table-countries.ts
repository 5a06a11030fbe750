/**
 * Where a country of the store (ISO 3166-1 alpha-2) stands in a table: on its own, inside a group such as the rest of the world, or nowhere.
 *
 * Tables write alpha-3 (OECD, WIOD; ROM is Romania's code before 2002) or alpha-2 codes (FIGARO; EL, UK). What is neither is a group. A country without a code of its own is
 * looked for in the rest of the European Union, if it is a member, then in the rest of the world; the table itself does not list what its groups hold.
 */
import { countryGroupOf, FORMER_COUNTRY_CODES } from '../../contract/table-country.ts'
import type { TableLabels } from '../table.ts'

/** Members of the European Union since 2007 (tables follow the 27 of that year back to 1995), Croatia since 2013, the United Kingdom up to the year it left. */
const EU = 'AT BE BG CY CZ DE DK EE ES FI FR GR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ')
const CROATIA_JOINED = 2013
const UNITED_KINGDOM_LEFT = 2020

export interface TableCountries {
  /** Index of the table's country that a country of the store is, or lies in; `group`: it has no figures of its own there. Null: the table does not have it. */
  placeOf: (alpha2: string) => { country: number, group: boolean } | null
  /** Alpha-2 of a country of the table by its index; null: a group. */
  alpha2: ReadonlyArray<string | null>
}

/** `alpha2Of`: alpha-2 code of what a table may write for a country, undefined where it is none. `year` of the table. */
export function placeCountries ({ countries, countryNames }: Pick<TableLabels, 'countries' | 'countryNames'>, year: number | null, alpha2Of: (code: string) => string | undefined): TableCountries {
  const groups = countries.map((code, c) => countryGroupOf({ code, name: countryNames[c] }))
  const [restOfEu, restOfWorld] = [groups.indexOf('restOfEu'), groups.indexOf('restOfWorld')]
  const alpha2 = countries.map((code, c) => groups[c] === null ? FORMER_COUNTRY_CODES.get(code.toUpperCase()) ?? alpha2Of(code.toUpperCase()) ?? null : null)
  const inEu = (country: string): boolean => country === 'HR' ? year === null || year >= CROATIA_JOINED : country === 'GB' ? year !== null && year < UNITED_KINGDOM_LEFT : EU.includes(country)
  return {
    alpha2,
    placeOf: country => {
      const own = alpha2.indexOf(country)
      if (own >= 0) return { country: own, group: false }
      const within = restOfEu >= 0 && inEu(country) ? restOfEu : restOfWorld
      return within < 0 ? null : { country: within, group: true }
    }
  }
}
