/**
 * Makes services/reference/data from the publishers' files. Run by hand when a source changes:
 *   node --import tsx seeds/prepare-reference.ts --nuts2016 nuts2016.csv --nuts2024 nuts2024.csv --boundaries nuts2024_20m.geojson
 *     --nace nace_rev2.csv.gz --countries countries.json --cities cities1000.json --ror orgs_europe_nuts2024.csv.gz
 * domains.tsv is written by hand. What each file is and where it comes from: the .source.md beside its result.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync, gzipSync } from 'node:zlib'
import { parseArgs } from 'node:util'
import { parse } from 'csv-parse/sync'
import { GAZETTEER_COLUMNS } from '../services/reference/gazetteer.ts'
import { COUNTRY_COLUMNS, REGION_COLUMNS, SECTOR_COLUMNS } from '../services/reference/reference.ts'
import { makeGazetteer } from './make-gazetteer.ts'
import type { GeoNamesCity, RorPlace } from './make-gazetteer.ts'

const option = { type: 'string' } as const
const { values: paths } = parseArgs({ options: { nuts2016: option, nuts2024: option, boundaries: option, nace: option, countries: option, cities: option, ror: option } })
const data = new URL('../services/reference/data/', import.meta.url)

function read (name: keyof typeof paths): string {
  const path = paths[name]
  if (path === undefined) throw new Error(`--${name} is missing: the path of its source file`)
  const bytes = readFileSync(path)
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
}
const readCsv = (name: keyof typeof paths, delimiter = ','): Array<Record<string, string>> => parse(read(name), { columns: true, delimiter, bom: true })

function write (file: string, text: string): void {
  writeFileSync(new URL(file, data), file.endsWith('.gz') ? gzipSync(text, { level: 9 }) : text)
  console.log(`${file}: ${text.length} characters`)
}
function writeTable (file: string, columns: readonly string[], rows: string[][]): void {
  const cells = rows.flat().find(cell => /[\t\n\r]/.test(cell))
  if (cells !== undefined) throw new Error(`${file}: a tab or line end inside ${JSON.stringify(cells)}`)
  write(file, [columns, ...rows].map(row => row.join('\t') + '\n').join(''))
}
const isoOf = (code: string): string => code === 'EL' ? 'GR' : code === 'UK' ? 'GB' : code

// NUTS: both vintages in one table.
interface Nuts { nuts_id: string, level: string, country: string, name_latn: string, parent: string, lon: string, lat: string }
const nuts = (['nuts2016', 'nuts2024'] as const).map(name => readCsv(name) as unknown as Nuts[])
/** In NUTS 2016 the districts of Northern Ireland lie in UKN0, though their codes begin with UKN1. */
const parentOf = (parent: string): string => parent === 'UKN1' ? 'UKN0' : parent
const byCode = <Row extends string[]>(a: Row, b: Row): number => a[0] < b[0] ? -1 : 1
writeTable('nuts.tsv.gz', REGION_COLUMNS, nuts.flatMap((rows, i) => rows.map(row =>
  [row.nuts_id, i === 0 ? '2016' : '2024', row.level, isoOf(row.country), row.name_latn.trim(), parentOf(row.parent), row.lat, row.lon]).sort(byCode)))

// Boundaries: NUTS 3 alone, the higher levels follow from the code.
interface Collection { features: Array<{ properties: { id: string, level: number, country: string }, geometry: unknown }> }
const { features } = JSON.parse(read('boundaries')) as Collection
write('nuts2024-boundaries.geojson.gz', JSON.stringify({
  type: 'FeatureCollection',
  features: features.filter(feature => feature.properties.level === 3)
    .map(({ properties, geometry }) => ({ type: 'Feature', properties: { id: properties.id, country: properties.country }, geometry }))
}))

// NACE: the section names are printed in capitals; they read better in sentence case.
const sentenceCase = (text: string): string => text.charAt(0) + text.slice(1).toLowerCase()
writeTable('nace.tsv.gz', SECTOR_COLUMNS, readCsv('nace', ';').map(row =>
  [row.Code, row.Level, row.Parent, row.Level === '1' ? sentenceCase(row.Description) : row.Description.trim()]))

// Countries: ISO list and capitals from GeoNames, names from CLDR, place from NUTS where there is one.
interface GeoNamesCountry { iso: string, iso3: string, capital: string }
/** Codes that ISO 3166-1 has withdrawn. */
const WITHDRAWN = new Set(['AN', 'CS'])
/** No capital in the list of cities: middle of the land. */
const WITHOUT_CAPITAL: Record<string, [number, number]> = {
  AQ: [-90, 0], BV: [-54.42, 3.41], GS: [-54.43, -36.59], HM: [-53.1, 73.51], IL: [31.77, 35.22], IO: [-7.31, 72.42], MO: [22.2, 113.55], PS: [31.9, 35.2], TF: [-49.35, 70.22],
  TK: [-9.2, -171.85], UM: [19.28, 166.65]
}
const cities = Object.values(JSON.parse(read('cities')) as Record<string, GeoNamesCity>)
const nutsCountries = new Map(nuts.flat().filter(row => row.level === '0').map(row => [isoOf(row.country), row]))
const english = new Intl.DisplayNames('en', { type: 'region' })
const polish = new Intl.DisplayNames('pl', { type: 'region' })
const countries = (Object.values(JSON.parse(read('countries'))) as GeoNamesCountry[]).filter(country => !WITHDRAWN.has(country.iso))
writeTable('countries.tsv', COUNTRY_COLUMNS, countries.map(({ iso, iso3, capital }) => {
  const region = nutsCountries.get(iso)
  const largestFirst = cities.filter(city => city.countrycode === iso).sort((a, b) => b.population - a.population)
  const city = largestFirst.find(city => city.name === capital || city.alternatenames.includes(capital)) ?? largestFirst[0]
  const place = region !== undefined ? [region.lat, region.lon] : (WITHOUT_CAPITAL[iso] ?? (city === undefined ? undefined : [city.latitude, city.longitude]))
  if (place === undefined) throw new Error(`no place known for the country ${iso}: add it to WITHOUT_CAPITAL`)
  return [iso, iso3, english.of(iso) ?? iso, polish.of(iso) ?? iso, region?.country ?? '', ...place.map(String)]
}).sort(byCode))

const ror = readCsv('ror').map((row): RorPlace => ({ city: row.city, country: row.country, latitude: Number(row.lat), longitude: Number(row.lng) }))
writeTable('gazetteer.tsv.gz', GAZETTEER_COLUMNS, makeGazetteer(cities, ror, new Set(nutsCountries.keys())))
