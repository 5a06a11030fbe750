/** Organisations counted by country, domain, region and city while they stream past: what the documents of those are made from. */
import { newestRegionCode } from '../contract/region-codes.ts'
import type { Organisation } from '../contract/organisation.ts'
import type { NutsRegion } from '../contract/reference.ts'
import type { SearchDocument, SearchReference } from './search-documents.ts'
import { cityDocument, countryDocument, domainDocument, regionDocument } from './search-documents.ts'
import { foldSearch } from './search-terms.ts'

interface City { country: string, folded: string, count: number, spellings: Map<string, number>, regions: Map<string, number> }

export interface PlaceCounter {
  add: (organisation: Organisation) => void
  documents: () => SearchDocument[]
}

export function countPlaces (reference: SearchReference): PlaceCounter {
  const countries = new Map<string, number>()
  const domains = new Map<string, number>()
  /** By code, the region and all it lies in. Vintages count together, as the region filter takes codes of any. */
  const regions = new Map<string, number>()
  const cities = new Map<string, City>()

  return {
    add ({ country, domains: codes, region, city }) {
      increment(countries, country)
      for (const code of codes) increment(domains, code)
      if (region === null) return
      // A country is found as a country; its NUTS code would be the same thing twice.
      for (let length = 3; length <= region.code.length; length++) increment(regions, newestRegionCode(region.code.slice(0, length)))
      if (city === null || region.code.length < 3) return
      const folded = foldSearch(city)
      const known = cities.get(`${country} ${folded}`) ?? { country, folded, count: 0, spellings: new Map(), regions: new Map() }
      known.count++
      increment(known.spellings, city)
      increment(known.regions, newestRegionCode(region.code))
      cities.set(`${country} ${folded}`, known)
    },
    documents () {
      const places = listPlaces(regions, withoutDistricts(cities), code => reference.region(code, '2024') ?? reference.region(code, '2016'))
      return [
        ...[...countries].flatMap(([code, count]) => {
          const country = reference.country(code)
          return country === undefined ? [] : [countryDocument(country, count)]
        }),
        ...reference.domains.flatMap(domain => domains.has(domain.code) ? [domainDocument(domain, domains.get(domain.code)!)] : []),
        ...places.regions.map(({ region, count }) => regionDocument(region, count, reference)),
        ...places.cities.map(({ city, region }) => cityDocument(nameOf(city), region, city.count, reference))
      ]
    }
  }
}

/** Berlin is DE3, DE30, DE300 and a city: the widest place of a name is kept. */
function listPlaces (counts: Map<string, number>, cities: City[], regionOf: (code: string) => NutsRegion | undefined) {
  const nameInRegion = (code: string) => foldSearch(regionOf(code)?.name ?? '')
  const isWithinNamesake = (code: string, name: string) => [3, 4, 5].some(length => length <= code.length && nameInRegion(code.slice(0, length)) === name)
  const regions = [...counts].flatMap(([code, count]) => {
    const region = regionOf(code)
    return region === undefined || isWithinNamesake(code.slice(0, -1), foldSearch(region.name)) ? [] : [{ region, count }]
  })
  const named = cities.flatMap(city => {
    const region = regionOf(mostCommon(city.regions))
    return region === undefined || isWithinNamesake(region.code, city.folded) ? [] : [{ city, region }]
  })
  return { regions, cities: named }
}

/** "Aarhus C" and "København NV" are counted with Aarhus and København where those are cities themselves. */
function withoutDistricts (cities: Map<string, City>): City[] {
  const kept: City[] = []
  for (const city of cities.values()) {
    const whole = cities.get(`${city.country} ${/^(.+) [a-z]{1,2}$/.exec(city.folded)?.[1] ?? ''}`)
    if (whole === undefined) {
      kept.push(city)
      continue
    }
    whole.count += city.count
    for (const [code, count] of city.regions) increment(whole.regions, code, count)
  }
  return kept
}

/** The most common spelling that is not all capitals; if there is none, the capitals made words. */
function nameOf ({ spellings }: City): string {
  const written = new Map([...spellings].filter(([spelling]) => spelling !== spelling.toUpperCase()))
  if (written.size > 0) return mostCommon(written)
  return mostCommon(spellings).toLowerCase().replace(/(^|[\s-])(\p{L})/gu, letter => letter.toUpperCase())
}

function increment (counts: Map<string, number>, key: string, by = 1) {
  counts.set(key, (counts.get(key) ?? 0) + by)
}

/** Equals: alphabetical. */
const mostCommon = (counts: Map<string, number>): string => [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0][0]
