import t from 'tap'
import type { Organisation } from '../../services/contract/organisation.ts'
import { loadReference } from '../../services/reference/reference.ts'
import { countPlaces } from '../../services/search/count-places.ts'
import { organisationOf, toyId } from '../support/loaded-run.ts'

const at = (country: string, city: string | null, code: string | null, vintage: '2016' | '2024' = '2024'): Organisation =>
  organisationOf({ id: toyId('1'), name: 'Any', country, city, region: code === null ? null : { code, vintage, precision: 'exact' } })
const places = (...organisations: Organisation[]) => {
  const counter = countPlaces(loadReference())
  organisations.forEach(counter.add)
  return counter.documents().filter(({ suggestion }) => suggestion.type === 'place').map(({ suggestion: { id, label }, standing }) => [id, label, standing])
}

t.test('regions that hold organisations, with all they lie in, and cities', async t => {
  t.strictSame(places(at('PL', 'Białystok', 'PL841'), at('PL', 'Suwałki', 'PL843')), [
    ['PL8', 'Makroregion wschodni', 2], ['PL84', 'Podlaskie', 2], ['PL841', 'Białostocki', 1], ['PL843', 'Suwalski', 1], ['PL841', 'Białystok', 1], ['PL843', 'Suwałki', 1]
  ])
})

t.test('a region whose code changed is one place, found by both codes', async t => {
  t.strictSame(places(at('LV', null, 'LV008', '2016'), at('LV', null, 'LV00C')).at(-1), ['LV00C', 'Vidzeme', 2])
})

t.test('one name is one place: the widest', async t => {
  t.strictSame(places(at('DE', 'BERLIN', 'DE300')), [['DE3', 'Berlin', 1]])
})

t.test('districts count with their city where it is there by itself', async t => {
  t.strictSame(places(at('DK', 'AARHUS C', 'DK042'), at('DK', 'Århus', 'DK042'), at('DK', 'Aarhus', 'DK042'), at('DK', 'Aarhus', 'DK042')).filter(([id]) => id === 'DK042'), [['DK042', 'Østjylland', 4], ['DK042', 'Aarhus', 4]])
  t.strictSame(places(at('DK', 'Aarhus C', 'DK042')).at(-1), ['DK042', 'Aarhus C', 1])
  t.strictSame(places(at('DK', 'Kongens Lyngby', 'DK012')).at(-1), ['DK012', 'Kongens Lyngby', 1])
})

t.test('capitals are written as words, unless somebody wrote the name', async t => {
  t.strictSame(places(at('PL', 'NOWY SĄCZ', 'PL218')).at(-1)?.[1], 'Nowy Sącz')
  t.strictSame(places(at('DE', 'MUENCHEN', 'DE212'), at('DE', 'MUENCHEN', 'DE212'), at('DE', 'München', 'DE212')).at(-1)?.[1], 'München')
})

t.test('a city stands where most of its organisations do; without a region it is no place to filter by', async t => {
  t.strictSame(places(at('DE', 'Rostock', 'DE80K'), at('DE', 'Rostock', 'DE803'), at('DE', 'Rostock', 'DE803')).at(-1), ['DE803', 'Rostock', 3])
  t.strictSame(places(at('DE', 'Rostock', null), at('SE', null, null)), [])
})

t.test('vintages count together, a code nobody knows not at all', async t => {
  t.strictSame(places(at('FI', null, 'FI1D1', '2016'), at('FI', null, 'FI1D2', '2024')).find(([id]) => id === 'FI1D')?.[2], 2)
  t.strictSame(places(at('PL', 'Nowhere', 'PLZZZ')), [])
})
