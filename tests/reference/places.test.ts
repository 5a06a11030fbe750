import t from 'tap'
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { BORDER_TOLERANCE_KM, findRegionAt } from '../../services/reference/boundaries.ts'
import { findCity } from '../../services/reference/gazetteer.ts'
import { foldDigraphs, foldName } from '../../services/contract/fold-name.ts'
import { loadReference } from '../../services/reference/reference.ts'

/** Partner towns of the GoSmart regions, with their NUTS 2024 region (Kymenlaakso was FI1C4 before). */
const TOWNS = [
  { city: 'Białystok', country: 'PL', latitude: 53.1325, longitude: 23.1688, region: 'PL841' },
  { city: 'Valga', country: 'EE', latitude: 57.7776, longitude: 26.0473, region: 'EE008' },
  { city: 'Aabenraa', country: 'DK', latitude: 55.0443, longitude: 9.4174, region: 'DK032' },
  { city: 'Kouvola', country: 'FI', latitude: 60.8681, longitude: 26.7042, region: 'FI1C7' },
  { city: 'Hamburg', country: 'DE', latitude: 53.5507, longitude: 9.993, region: 'DE600' },
  { city: 'Rīga', country: 'LV', latitude: 56.946, longitude: 24.1059, region: 'LV00A' },
  { city: 'Kaunas', country: 'LT', latitude: 54.9027, longitude: 23.9096, region: 'LT022' },
  { city: 'Göteborg', country: 'SE', latitude: 57.7072, longitude: 11.9668, region: 'SE232' }
]

for (const { city, country, latitude, longitude, region } of TOWNS) {
  t.test(`${city} lies in ${region}`, async t => {
    t.equal(findRegionAt(latitude, longitude, country), region, 'by coordinates')
    t.equal(findCity(city, country)?.region, region, 'by name')
    t.ok(loadReference().region(region, '2024'))
  })
}

t.test('every centroid that lies in its own region is found there', async t => {
  const regions = loadReference().regions.filter(region => region.vintage === '2024' && region.level === 3)
  const found = regions.filter(region => findRegionAt(region.latitude, region.longitude) === region.code)
  t.ok(found.length / regions.length > 0.97, `${found.length} of ${regions.length}; the others are rings and archipelagos`)
})

t.test('the stated country decides at a border', async t => {
  t.equal(findRegionAt(57.7755, 26.03, 'LV')?.slice(0, 2), 'LV', 'Valka, a street away from Valga')
  t.equal(findRegionAt(57.7755, 26.03, 'EE')?.slice(0, 2), 'EE')
})

t.test('a point off the coast belongs to the region within the tolerance, further out to none', async t => {
  t.equal(findRegionAt(54.84, 18.31), 'PL634', 'a harbour mole north of Władysławowo')
  t.equal(findRegionAt(55.4, 18.3), null, `open sea, more than ${BORDER_TOLERANCE_KM} km out`)
  t.equal(findRegionAt(40.7, -74), null, 'New York')
})

t.test('cities are found in every common spelling', async t => {
  for (const spelling of ['München', 'MUENCHEN', 'Munchen', 'Munich', 'MÜNCHEN (BY)']) t.equal(findCity(spelling, 'DE')?.region, 'DE212', spelling)
  for (const spelling of ['København', 'KOBENHAVN NV', 'Copenhagen', 'København K']) t.equal(findCity(spelling, 'DK')?.region, 'DK011', spelling)
  t.equal(findCity('Warsaw', 'PL')?.region, findCity('WARSZAWA', 'PL')?.region)
  t.equal(findCity('Hamburg', 'PL'), null, 'not in this country')
  t.equal(findCity('Neustadt', 'DE'), null, 'several of one name, none much larger')
  t.equal(findCity('', 'DE'), null)
  t.strictSame(findCity('London', 'GB')?.region, null, 'known, but its country has no NUTS 2024')
})

t.test('folding', async t => {
  t.equal(foldName('  ŁÓDŹ-Śródmieście '), 'lodz srodmiescie')
  t.equal(foldName('Ærø, Straße & Þór'), 'aero strasse thor')
  t.equal(foldDigraphs(foldName('Goeteborg')), foldName('Göteborg'))
})

t.test('without the file of boundaries, cities are still found', async t => {
  const folder = t.testdir({})
  for (const part of ['reference', 'contract']) cpSync(`services/${part}`, join(folder, part), { recursive: true })
  rmSync(join(folder, 'reference/data/nuts2024-boundaries.geojson.gz'))
  const load = async (file: string): Promise<Record<string, unknown>> => await import(pathToFileURL(join(folder, 'reference', file)).href)
  const { findRegionAt: findHere } = await load('boundaries.ts') as { findRegionAt: typeof findRegionAt }
  const { findCity: findCityHere } = await load('gazetteer.ts') as { findCity: typeof findCity }
  t.equal(findHere(53.55, 9.99), null)
  t.equal(findCityHere('Hamburg', 'DE')?.region, 'DE600')
})
