/** The nodes of a table's network as a run knows them: country-sectors or countries, with ids that are the same in the tables of other years. */
import { OWN_COUNTRY_CODE } from '../contract/scalars.ts'
import type { NetworkOptions } from '../contract/value-added-network.ts'
import { idFor } from '../ids.ts'
import { placeCountries } from '../value-chains/industries/table-countries.ts'

export interface Labelled { code: string, name: string }
/** Parallel to the labels of the table; countries as nameCountries gives them. */
export interface NamedLabels { countries: readonly Labelled[], sectors: readonly Labelled[] }
export interface TableNode { id: string, name: string, country: string, sector: string | null }

/** Characters of a table's own code that a code of our own repeats. */
const REPEATED_MAX = 12

/** In the order of the table: by country, then sector. */
export function tableNodes ({ countries, sectors }: NamedLabels, level: NetworkOptions['level']): TableNode[] {
  if (level === 'country') return countries.map(({ code, name }) => ({ id: idFor('vcn', code), name, country: code, sector: null }))
  return countries.flatMap(country => sectors.map(sector => ({ id: idFor('vcn', country.code, sector.code), name: `${country.name}: ${sector.name}`, country: country.code, sector: sector.code })))
}

/**
 * Countries of a table with the codes of the service, in its order. What is a group of countries, or not known to `countryOf`, gets a code of our own that no country code looks like: X- and
 * what the table writes. No two get one code. A name that only repeats the code is told in words where the country is known.
 */
export function nameCountries (labels: readonly Labelled[], countryOf: (word: string) => Labelled | undefined): Labelled[] {
  const { alpha2 } = placeCountries({ countries: labels.map(({ code }) => code), countryNames: labels.map(({ name }) => name) }, null, word => countryOf(word)?.code)
  const taken = new Set<string>()
  return labels.map(({ code, name }, c) => {
    const own = alpha2[c]
    const given = own !== null && !taken.has(own) ? own : ownCode(code, taken)
    taken.add(given)
    return { code: given, name: name === code && given === own ? countryOf(given)?.name ?? name : name }
  })
}

function ownCode (word: string, taken: ReadonlySet<string>): string {
  const repeated = word.normalize('NFD').toUpperCase().replace(/[^A-Z0-9]+/g, '-').slice(0, REPEATED_MAX)
  for (let number = 1; ; number++) {
    const code = `X-${repeated}${number === 1 ? '' : `-${number}`}`
    if (!taken.has(code) && OWN_COUNTRY_CODE.test(code)) return code
  }
}
