import t from 'tap'
import { loadReference } from '../../services/reference/reference.ts'
import { CITY_DISTANCE_MAX_KM, resolvePlace } from '../../services/ingest/place.ts'
import type { StatedPlace } from '../../services/ingest/place.ts'

const place = (stated: Partial<StatedPlace> & { country: string }): ReturnType<typeof resolvePlace> =>
  resolvePlace({ nutsCode: '', nutsVintage: '2024', city: null, coordinates: null, ...stated }, loadReference())
const exact = (latitude: number, longitude: number): StatedPlace['coordinates'] => ({ latitude, longitude, precision: 'exact' })

t.test('a stated code comes first, in its own vintage', async t => {
  t.strictSame(place({ country: 'PL', nutsCode: 'pl841' }).region, { code: 'PL841', vintage: '2024', precision: 'exact' })
  t.strictSame(place({ country: 'LV', nutsCode: 'LV006' }).region, { code: 'LV006', vintage: '2016', precision: 'exact' }, 'known in 2016 only')
  t.strictSame(place({ country: 'PL', nutsCode: 'PL841', nutsVintage: '2016' }).region?.vintage, '2016', 'known in both: the stated vintage')
  t.strictSame(place({ country: 'FI', nutsCode: 'FI1C4', nutsVintage: '2021' }).region?.vintage, '2016', 'codes of 2021 are looked up in the two known vintages')
  t.strictSame(place({ country: 'GR', nutsCode: 'EL303' }).region?.code, 'EL303')
})

t.test('then coordinates, then the city', async t => {
  t.strictSame(place({ country: 'DE', coordinates: exact(53.55, 9.99), city: 'München' }).region, { code: 'DE600', vintage: '2024', precision: 'exact' })
  t.strictSame(place({ country: 'DK', city: 'AABENRAA' }), { region: { code: 'DK032', vintage: '2024', precision: 'estimated' }, coordinates: { latitude: 55.0443, longitude: 9.4174, precision: 'estimated' }, rejected: null })
  t.strictSame(place({ country: 'EE', city: 'Valga' }).region?.code, 'EE008')
  t.strictSame(place({ country: 'FI', city: 'Kouvola' }).region?.code, 'FI1C7', 'Kymenlaakso, FI1C4 until 2021')
  t.strictSame(place({ country: 'PL', city: 'Nowhere' }), { region: null, coordinates: null, rejected: null })
})

t.test('coordinates found from a city stay estimates', async t => {
  t.equal(place({ country: 'DE', coordinates: { latitude: 53.55, longitude: 9.99, precision: 'estimated' } }).region?.precision, 'estimated')
})

t.test('codes that cannot be right are not taken', async t => {
  t.match(place({ country: 'PL', nutsCode: 'PL999' }), { region: null, rejected: 'unknown' })
  t.match(place({ country: 'PL', nutsCode: 'DE600', city: 'Hamburg' }), { region: null, rejected: 'other-country' })
  t.match(place({ country: 'DE', nutsCode: 'DED21', city: 'MUNCHEN' }), { region: { code: 'DE212', precision: 'estimated' }, rejected: 'far-from-city' }, `Dresden is more than ${CITY_DISTANCE_MAX_KM} km from Munich`)
  t.match(place({ country: 'DE', nutsCode: 'DEF0D', city: 'Hamburg' }), { region: { code: 'DEF0D', precision: 'exact' }, rejected: null }, 'a neighbour of another NUTS 1 region may be right')
  t.match(place({ country: 'GR', nutsCode: 'EL431', city: 'Irakleio', coordinates: exact(35.34, 25.13) }), { region: { code: 'EL431' }, rejected: null }, 'stated coordinates weigh more than a name that two cities share')
})

t.test('a code of the country alone says nothing, a coarse one is made finer', async t => {
  t.strictSame(place({ country: 'US', nutsCode: 'US' }), { region: null, coordinates: null, rejected: null })
  t.strictSame(place({ country: 'GB', nutsCode: 'UK' }).region, null)
  t.strictSame(place({ country: 'DE', nutsCode: '-' }).rejected, null)
  t.strictSame(place({ country: 'DE', nutsCode: 'DE6', city: 'Hamburg' }).region?.code, 'DE600')
  t.strictSame(place({ country: 'DE', nutsCode: 'DE6', city: 'Lübeck' }).region?.code, 'DE6', 'the city lies elsewhere, but near')
})
