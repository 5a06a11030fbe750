/** Reference data, read once from services/reference/data: countries, NUTS 2016 and 2024, NACE Rev. 2, domains. Each table has its .source.md. */
import { Country, Domain, NutsRegion, Sector } from '../contract/reference.ts'
import { nearestCodes } from './nearest-codes.ts'
import { readTable } from './read-table.ts'

/** Vintages in the table, newest first. */
export const VINTAGES_KNOWN = ['2024', '2016'] as const
export type KnownVintage = typeof VINTAGES_KNOWN[number]

export interface Reference {
  /** By code. */
  countries: Country[]
  /** By vintage, then code. */
  regions: NutsRegion[]
  /** In the order of the classification. */
  sectors: Sector[]
  /** Trans-S3 priorities, then Horizon 2020 parts. */
  domains: Domain[]
  /** By ISO 3166-1 alpha-2; EL and UK are found too. */
  country: (code: string) => Country | undefined
  region: (code: string, vintage: KnownVintage) => NutsRegion | undefined
  /** The region itself, then its parents up to the country; empty if the code is unknown. */
  ancestors: (code: string, vintage: KnownVintage) => NutsRegion[]
  sector: (code: string) => Sector | undefined
  domain: (code: string) => Domain | undefined
  /** Known codes nearest to a wrong one, at most three. */
  didYouMean: (list: 'countries' | 'regions' | 'sectors' | 'domains', code: string) => string[]
}

export const COUNTRY_COLUMNS = ['code', 'alpha3', 'name', 'namePl', 'nutsCode', 'latitude', 'longitude'] as const
export const REGION_COLUMNS = ['code', 'vintage', 'level', 'country', 'name', 'parent', 'latitude', 'longitude'] as const
export const SECTOR_COLUMNS = ['code', 'level', 'parent', 'name'] as const
const DOMAIN_COLUMNS = ['code', 'taxonomy', 'name', 'namePl', 'shortName', 'shortNamePl', 'thematic', 's3'] as const

let loaded: Reference | undefined

/** The one Reference of this process. */
export const loadReference = (): Reference => (loaded ??= read())

function read (): Reference {
  const countries = readTable('countries.tsv', COUNTRY_COLUMNS).map(([code, alpha3, name, namePl, nutsCode, latitude, longitude]) =>
    Country.parse({ code, alpha3, name, namePl, nutsCode: nutsCode === '' ? null : nutsCode, latitude: Number(latitude), longitude: Number(longitude) }))
  const regions = readTable('nuts.tsv.gz', REGION_COLUMNS).map(([code, vintage, level, country, name, parent, latitude, longitude]) =>
    NutsRegion.parse({ code, vintage, level: Number(level), country, name, parent: parent === '' ? null : parent, latitude: Number(latitude), longitude: Number(longitude) }))
  const sectors = readTable('nace.tsv.gz', SECTOR_COLUMNS).map(([code, level, parent, name]) =>
    Sector.parse({ code, level: Number(level), parent: parent === '' ? null : parent, name }))
  const domains = readTable('domains.tsv', DOMAIN_COLUMNS).map(([code, taxonomy, name, namePl, shortName, shortNamePl, thematic, s3]) =>
    Domain.parse({ code, taxonomy, name, namePl, shortName, shortNamePl, thematic: thematic === 'yes', s3: s3 === '' ? [] : s3.split('|') }))

  const countryByCode = new Map(countries.flatMap(country => country.nutsCode === null ? [[country.code, country]] : [[country.code, country], [country.nutsCode, country]]))
  const regionByCode = new Map(regions.map(region => [`${region.vintage} ${region.code}`, region]))
  const sectorByCode = new Map(sectors.map(sector => [sector.code, sector]))
  const domainByCode = new Map(domains.map(domain => [domain.code, domain]))
  const codes = {
    countries: [...countryByCode.keys()],
    regions: [...new Set(regions.map(region => region.code))],
    sectors: [...sectorByCode.keys()],
    domains: [...domainByCode.keys()]
  }
  const region = (code: string, vintage: KnownVintage) => regionByCode.get(`${vintage} ${code}`)

  return {
    countries,
    regions,
    sectors,
    domains,
    country: code => countryByCode.get(code),
    region,
    ancestors: (code, vintage) => {
      const path: NutsRegion[] = []
      for (let at = region(code, vintage); at !== undefined; at = at.parent === null ? undefined : region(at.parent, vintage)) path.push(at)
      return path
    },
    sector: code => sectorByCode.get(code),
    domain: code => domainByCode.get(code),
    didYouMean: (list, code) => nearestCodes(code, codes[list])
  }
}
