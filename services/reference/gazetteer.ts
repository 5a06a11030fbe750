/** Cities by name: where a place is when a source gives only the city and the country. Made from GeoNames and ROR, see data/gazetteer.tsv.gz.source.md. */
import { foldDigraphs, foldName } from '../contract/fold-name.ts'
import { readTable } from './read-table.ts'

export interface City {
  latitude: number
  longitude: number
  /** NUTS 3 code, 2024; null where the country has none. */
  region: string | null
}

export const GAZETTEER_COLUMNS = ['country', 'latitude', 'longitude', 'region', 'names'] as const

let cities: Map<string, City> | undefined

function loadCities (): Map<string, City> {
  const map = new Map<string, City>()
  for (const [country, latitude, longitude, region, names] of readTable('gazetteer.tsv.gz', GAZETTEER_COLUMNS)) {
    const city = { latitude: Number(latitude), longitude: Number(longitude), region: region === '' ? null : region }
    for (const name of names.split('|')) map.set(`${country} ${name}`, city)
  }
  return map
}

/** The city of that name in the country (ISO 3166-1 alpha-2), or null: not known, or several of one name and none much larger. */
export function findCity (name: string, country: string): City | null {
  cities ??= loadCities()
  for (const spelling of spellings(name)) {
    const city = cities.get(`${country} ${spelling}`)
    if (city !== undefined) return city
  }
  return null
}

/** From the most literal to the least: as written, digraphs as one letter, without what follows a comma, bracket or slash, without a postal district (København NV). */
function spellings (name: string): string[] {
  const whole = foldName(name)
  const first = foldName(name.split(/[,(/]/)[0])
  const withoutDistrict = first.replace(/ [a-z]{1,2}$/, '')
  return [...new Set([whole, foldDigraphs(whole), first, foldDigraphs(first), withoutDistrict, foldDigraphs(withoutDistrict)])].filter(spelling => spelling !== '')
}
