/** A country by what input-output tables write for it: alpha-2 (EL and UK too), alpha-3, or its English name; undefined: none of these. In capitals. */
import type { Country } from '../contract/reference.ts'
import type { Reference } from './reference.ts'

export function countryOfTable ({ countries, country }: Pick<Reference, 'countries' | 'country'>): (word: string) => Country | undefined {
  const byWord = new Map(countries.flatMap(each => [[each.alpha3, each], [each.name.toUpperCase(), each]]))
  return word => country(word) ?? byWord.get(word)
}
