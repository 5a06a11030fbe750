import t from 'tap'
import type { Organisation } from '../../services/contract/organisation.ts'
import { loadReference } from '../../services/reference/reference.ts'
import type { SearchParts } from '../../services/search/search-index.ts'
import { createSearchIndex } from '../../services/search/search-index.ts'
import { organisationOf, toyId, toyRun } from '../support/loaded-run.ts'

const region = (code: string) => ({ code, vintage: '2024' as const, precision: 'exact' as const })
const ORGANISATIONS: Organisation[] = [
  organisationOf({ id: toyId('1'), name: 'Politechnika Białostocka', country: 'PL', city: 'Białystok', region: region('PL841'), kind: 'university', aliases: ['Bialystok University of Technology'], domains: ['h2020:SC1'] }),
  organisationOf({ id: toyId('2'), name: 'Rīgas Tehniskā universitāte', country: 'LV', city: 'Rīga', region: region('LV006') }),
  organisationOf({ id: toyId('3'), name: 'Tartu Ülikool', country: 'EE', city: 'Tartu', region: region('EE008'), identifiers: [{ scheme: 'pic', value: '999895013' }, { scheme: 'ror', value: '03z77qz90' }] }),
  organisationOf({ id: toyId('4'), name: 'Ludwig-Maximilians-Universität München', country: 'DE', city: 'München', region: region('DE212') }),
  organisationOf({ id: toyId('5'), name: 'KØBENHAVNS UNIVERSITET', country: 'DK', city: 'København', region: region('DK011'), domains: ['h2020:SC1', 'h2020:SC2'] }),
  organisationOf({ id: toyId('6'), name: 'Aarhus Universitet', country: 'DK', city: 'Aarhus', region: region('DK042'), domains: ['h2020:SC2'] }),
  organisationOf({ id: toyId('7'), name: 'Straßenbau Großmann GmbH', country: 'DE', city: 'Rostock' }),
  organisationOf({ id: toyId('8'), name: 'C.A.R.M.E.N. e.V.', country: 'DE', city: 'Straubing' }),
  organisationOf({ id: toyId('9'), name: 'PIC 997989351', country: 'SE', identifiers: [{ scheme: 'pic', value: '997989351' }] }),
  organisationOf({ id: toyId('a'), name: 'Poland Trading', country: 'SE', city: 'Malmö', region: region('SE224') }),
  organisationOf({ id: toyId('b'), name: 'Universität Rostock', country: 'DE', city: 'Rostock', region: region('DE803') }),
  organisationOf({ id: toyId('c'), name: 'Universität Rostock Medizin', country: 'DE', city: 'Rostock', region: region('DE803') }),
  organisationOf({ id: toyId('d'), name: '=1+1 <b>Łąka</b> Tartu', country: 'PL', city: 'Łódź', region: region('PL711') }),
  organisationOf({ id: toyId('e'), name: 'جامعة حيفا', country: 'SE' })
]
const STANDING: Record<string, { strength: number, cluster: string | null }> = { [toyId('c')]: { strength: 900, cluster: 'C1' }, [toyId('1')]: { strength: 10, cluster: 'C2' } }
const parts = (more: Partial<SearchParts> = {}): SearchParts => ({ organisations: [ORGANISATIONS], clusters: toyRun().loaded.clusters, reference: loadReference(), standing: id => STANDING[id], ...more })
const index = await createSearchIndex(parts())
const first = (q: string) => index.search(q, 8)[0]?.label

t.test('names are found without their diacritics, half typed and misspelt', async t => {
  for (const [q, label] of [
    ['politechnika bialostocka', 'Politechnika Białostocka'], ['POLITECHNIKA BIAŁOSTOCKA', 'Politechnika Białostocka'], ['politechnka bialostoka', 'Politechnika Białostocka'],
    ['bialostocka pol', 'Politechnika Białostocka'], ['Bialystok University', 'Politechnika Białostocka'],
    ['Riga tehniska', 'Rīgas Tehniskā universitāte'], ['rigas tehnisk', 'Rīgas Tehniskā universitāte'],
    ['Tartu Ulikol', 'Tartu Ülikool'], ['tartu ülikool', 'Tartu Ülikool'],
    ['muenchen universitaet', 'Ludwig-Maximilians-Universität München'], ['ludwig munchen', 'Ludwig-Maximilians-Universität München'],
    ['kobenhavns universitet', 'KØBENHAVNS UNIVERSITET'], ['koebenhavns universitet', 'KØBENHAVNS UNIVERSITET'],
    ['århus universitet', 'Aarhus Universitet'], ['arhus universitet', 'Aarhus Universitet'],
    ['strassenbau grossmann', 'Straßenbau Großmann GmbH'], ['carmen ev', 'C.A.R.M.E.N. e.V.'], ['laka tartu', '=1+1 <b>Łąka</b> Tartu'], ['حيفا', 'جامعة حيفا']
  ]) t.equal(first(q), label, q)
})

t.test('an exact identifier comes first, in each way it is written', async t => {
  for (const q of ['999895013', 'PIC 999895013', 'pic:999895013', ' 03z77qz90 ', 'https://ror.org/03z77qz90', 'ROR 03Z77QZ90', toyId('3')]) t.equal(first(q), 'Tartu Ülikool', q)
  t.equal(first('997989351'), 'PIC 997989351')
  t.equal(first('9998950'), 'Tartu Ülikool', 'and its beginning')
  t.strictSame(index.search('999895014', 8), [], 'one digit off is another organisation')
  t.strictSame(index.search('https://ror.org/000000000', 8), [], 'an address nobody has')
})

t.test('clusters, places, domains and countries are suggested too', async t => {
  t.match(index.search('poland', 8)[0], { type: 'country', id: 'PL', label: 'Poland', detail: '2 organisations', cluster: null })
  t.match(index.search('polska', 8)[0], { type: 'country', id: 'PL' }, 'in Polish')
  t.match(index.search('Bialystok', 8)[0], { type: 'place', id: 'PL841', label: 'Białystok' })
  t.match(index.search('PL841', 8)[0], { type: 'place', id: 'PL841' })
  t.match(index.search('zdrowie', 8).find(({ type }) => type === 'domain'), { id: 'h2020:SC1', detail: '2 organisations' })
  t.match(index.search('food bioeconomy', 8).find(({ type }) => type === 'cluster'), { id: 'C1', label: 'Food & bioeconomy', detail: 'C1, 5 organisations', cluster: 'C1' })
  t.match(index.search('C2', 8)[0], { type: 'cluster', id: 'C2' })
  t.equal(index.search('lithuania', 8).length, 0, 'a country without organisations is not offered')
})

t.test('an organisation says where it is and in which cluster', async t => {
  t.strictSame(index.search('politechnika bialostocka', 1), [{ type: 'organisation', id: toyId('1'), label: 'Politechnika Białostocka', detail: 'Białystok, Poland', cluster: 'C2' }])
  t.match(index.search('997989351', 1)[0], { detail: 'Sweden', cluster: null })
})

t.test('the stronger of two alike comes first; an exact name stays before a strong one that holds it', async t => {
  const even = organisationOf({ id: toyId('x'), name: 'Baltic Food North', country: 'PL' })
  const strong = organisationOf({ id: toyId('y'), name: 'Baltic Food South', country: 'PL' })
  const made = await createSearchIndex(parts({ organisations: [[even, strong]], standing: id => id === strong.id ? { strength: 50, cluster: null } : undefined }))
  t.strictSame(made.rank('baltic food'), [strong.id, even.id])
  t.strictSame(index.rank('Universitat Rostock').slice(0, 2), [toyId('b'), toyId('c')])
})

t.test('rank lists every organisation that fits, best first, and nothing else', async t => {
  t.strictSame(index.rank('rostock').sort(), [toyId('7'), toyId('b'), toyId('c')])
  t.equal(index.rank('denmark').length, 2)
  t.ok(index.rank('universitat').every(id => id.startsWith('org-')))
  t.strictSame(index.rank('zzzzqqq'), [])
})

t.test('words that never meet in one name are found one by one', async t => {
  t.strictSame(index.search('tartu straubing', 8).map(({ id }) => id).filter(id => id.startsWith('org')).sort(), [toyId('3'), toyId('8'), toyId('d')])
})

t.test('limits: number of suggestions, words of a query, signs that are no words', async t => {
  t.equal(index.search('u', 3).length, 3)
  t.equal(index.search('rostock', 1).length, 1)
  const many = Array.from({ length: 12 }, (_, i) => organisationOf({ id: toyId(`f${i}`), name: `Helsinki Shipping ${i}`, country: 'FI', city: 'Helsinki', region: region('FI1B1') }))
  const crowded = (await createSearchIndex(parts({ organisations: [many], clusters: [] }))).search('helsinki', 4)
  t.equal(crowded.length, 4)
  t.ok(crowded.some(({ type }) => type === 'place'), 'the place keeps a line among organisations of its name')
  t.equal(first(`tartu ${'ülikool '.repeat(11)} straubing`), 'Tartu Ülikool', 'from the thirteenth word on nothing is read')
  for (const q of ['!!!', '   ', '"', '<>', '=']) t.strictSame(index.search(q, 8), [], q)
  t.strictSame(index.search('constructor', 8), [], 'a word of the language is only a word')
  t.strictSame(index.search('__proto__', 8), [])
})

t.test('streams as the store gives them, and an empty store', async t => {
  const stream = async function * () { for (const organisation of ORGANISATIONS) yield [organisation] }
  const streamed = await createSearchIndex(parts({ organisations: stream() }))
  for (const q of ['tartu', 'rostock', 'poland', 'universitat']) t.strictSame(streamed.search(q, 8), index.search(q, 8), q)
  const empty = await createSearchIndex(parts({ organisations: [], clusters: [] }))
  t.strictSame([empty.search('tartu', 8), empty.rank('tartu')], [[], []])
})

t.test('building lets other work run in between', async t => {
  const many = Array.from({ length: 3000 }, (_, i) => organisationOf({ id: toyId(`f${i}`), name: `Organisation number ${i}`, country: 'FI' }))
  let turns = 0
  const timer = setInterval(() => { turns++ }, 0)
  await createSearchIndex(parts({ organisations: [many], clusters: [] }))
  clearInterval(timer)
  t.ok(turns >= 5, `${turns} turns`)
})
