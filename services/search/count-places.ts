/** Organisations counted by country, domain, region and city while they stream past: what the documents of those are made from. */
import type { Organisation } from '../contract/organisation.ts'
import { foldSearch } from './search-terms.ts'
import type { SearchDocument, SearchReference } from './search-documents.ts'
import { cityDocument, countryDocument, domainDocument, regionDocument } from './search-documents.ts'

type KnownVintage = '2024' | '2016'
interface City { name: string, count: number, regions: Map<string, number> }

export interface PlaceCounter {
  add: (organisation: Organisation) => void
  documents: () => SearchDocument[]
}

export function countPlaces (reference: SearchReference): PlaceCounter {
  const countries = new Map<string, number>()
  const domains = new Map<string, number>()
  /** By "vintage code", the region and all it lies in. */
  const regions = new Map<string, number>()
  const cities = new Map<string, City>()

  const regionOf = (key: string) => {
    const [vintage, code] = key.split(' ') as [KnownVintage, string]
    return reference.region(code, vintage)
  }
  return {
    add ({ country, domains: codes, region, city }) {
      increment(countries, country)
      for (const code of codes) increment(domains, code)
      if (region === null) return
      const vintage: KnownVintage = region.vintage === '2016' ? '2016' : '2024'
      // A country is found as a country; its NUTS code would be the same thing twice.
      for (let length = 3; length <= region.code.length; length++) increment(regions, `${vintage} ${region.code.slice(0, length)}`)
      if (city === null || region.code.length < 3) return
      const key = `${country} ${foldSearch(city)}`
      const known = cities.get(key) ?? { name: city, count: 0, regions: new Map<string, number>() }
      known.count++
      increment(known.regions, `${vintage} ${region.code}`)
      cities.set(key, known)
    },
    documents: () => [
      ...[...countries].flatMap(([code, count]) => {
        const country = reference.country(code)
        return country === undefined ? [] : [countryDocument(country, count)]
      }),
      ...reference.domains.flatMap(domain => domains.has(domain.code) ? [domainDocument(domain, domains.get(domain.code)!)] : []),
      ...[...regions].flatMap(([key, count]) => {
        const region = regionOf(key)
        return region === undefined ? [] : [regionDocument(region, count, reference)]
      }),
      ...[...cities.values()].flatMap(({ name, count, regions }) => {
        const region = regionOf(mostCommon(regions))
        return region === undefined ? [] : [cityDocument(name, region, count, reference)]
      })
    ]
  }
}

function increment (counts: Map<string, number>, key: string) {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

/** Equals: alphabetical. */
const mostCommon = (counts: Map<string, number>): string => [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0][0]
