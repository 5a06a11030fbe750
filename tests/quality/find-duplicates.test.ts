/** Which entries are thought to be one organisation, on a sample labelled by hand and on cases by hand. */
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import t from 'tap'
import { AUTO_SCORE_MIN, REVIEW_SCORE_MIN } from '../../services/contract/duplicate.ts'
import type { DuplicatePair } from '../../services/contract/duplicate.ts'
import type { Organisation } from '../../services/contract/organisation.ts'
import { BLOCK_MAX, findDuplicates, judgePair, wordsOf } from '../../services/quality/find-duplicates.ts'
import { jaroWinkler } from '../../services/quality/jaro-winkler.ts'
import { nameSimilarity, weighName, weighWords } from '../../services/quality/name-similarity.ts'
import { nameWords } from '../../services/quality/name-words.ts'
import { findCity } from '../../services/reference/gazetteer.ts'
import { seedIfEmpty } from '../../services/ingest/seed.ts'
import { importContext } from '../support/import-files.ts'
import { openTestStore } from '../support/open-test-store.ts'
import { organisation } from '../store-contract/samples.ts'

const bare = (key: string, name: string, changes: Partial<Organisation> = {}): Organisation =>
  organisation(key, { name, aliases: [], identifiers: [], city: null, region: null, coordinates: null, ...changes })
async function * once<Row> (rows: Row[]): AsyncGenerator<Row[]> { yield rows }
const find = (...entries: Organisation[]): Promise<DuplicatePair[]> => findDuplicates(once(entries))

t.test('Jaro-Winkler as published', async t => {
  // Winkler 1990 and 1994, the pairs every implementation is checked with.
  for (const [a, b, expected] of [['MARTHA', 'MARHTA', 0.961], ['DWAYNE', 'DUANE', 0.84], ['DIXON', 'DICKSONX', 0.813], ['JONES', 'JOHNSON', 0.832], ['ABROMS', 'ABRAMS', 0.922], ['a', 'b', 0], ['', 'a', 0], ['same', 'same', 1]] as const) {
    t.ok(Math.abs(jaroWinkler(a, b) - expected) < 0.001, `${a} ${b}`)
  }
  fc.assert(fc.property(fc.string(), fc.string(), (a, b) => Math.abs(jaroWinkler(a, b) - jaroWinkler(b, a)) < 1e-12 && jaroWinkler(a, b) >= 0 && jaroWinkler(a, b) <= 1))
})

t.test('legal forms, case and diacritics are set aside', async t => {
  for (const [a, b] of [
    ['Beyond.pl spółka z ograniczoną odpowiedzialnością', 'BEYOND.PL SP ZOO'], ['Unilever Polska Sp. z o.o.', 'UNILEVER POLSKA'], ['SIA "Latima"', 'Sabiedrība ar ierobežotu atbildību LATIMA'], ['UAB „Metso“', 'Metso, UAB'],
    ['Skeleton Technologies OÜ', 'SKELETON TECHNOLOGIES OU'], ['Novozymes A/S', 'NOVOZYMES AKTIESELSKAB'], ['Outotec Oyj', 'OUTOTEC OY'], ['Linde AG', 'LINDE GMBH'], ['Xenon GmbH & Co. KG', 'xenon'], ['Färgfabriken Aktiebolag', 'FARGFABRIKEN AB']
  ]) t.strictSame(nameWords(a), nameWords(b), a)
  t.strictSame(nameWords('Müller & Söhne'), nameWords('MUELLER SOEHNE'))
  t.strictSame(nameWords('PIC 997989351'), [], 'a participant code is no name')
  t.strictSame(nameWords('AB'), ['ab'], 'a name that is a legal form alone')
})

t.test('a word counts as much as it is rare', async t => {
  const names = ['Universität Bonn', 'Universität Jena', 'Universität Kiel', 'Stadt Kiel'].map(nameWords)
  const weights = weighWords(names.map(words => new Set(words)))
  const alike = (a: string, b: string): number => nameSimilarity(weighName(nameWords(a), weights), weighName(nameWords(b), weights))
  // By hand: universitat log(1 + 4/3), bonn and jena log 5.
  const [common, rare] = [Math.log(1 + 4 / 3), Math.log(5)]
  t.ok(Math.abs(alike('Universität Bonn', 'Universität Jena') - common ** 2 / (common ** 2 + rare ** 2)) < 1e-12)
  t.ok(Math.abs(alike('Universität Bonn', 'bonn universitaet') - 1) < 1e-12)
  t.equal(alike('Universität Bonn', ''), 0)
  t.ok(alike('Institut 2', 'Institut 3') < 0.6, 'digits are no slip')
})

t.test('an identifier decides, unless groups share it or registers contradict', async t => {
  const ror = (value: string): Organisation['identifiers'] => [{ scheme: 'ror', value }]
  t.match(await find(bare('a', 'One', { identifiers: ror('01weqhp73') }), bare('b', 'Quite different', { country: 'DE', identifiers: ror('01weqhp73') })), [{ band: 'auto', reasons: { score: 1, identifiers: ['ror:01weqhp73'] } }])
  t.match(await find(bare('a', 'One', { identifiers: [{ scheme: 'vat', value: 'PL1' }] }), bare('b', 'Two', { identifiers: [{ scheme: 'vat', value: 'PL1' }] })), [{ band: 'review', reasons: { identifiers: ['vat:PL1'] } }])
  t.match(await find(bare('a', 'Politechnika', { city: 'Gdynia' }), bare('b', 'Politechnika', { city: 'Gdynia' })), [{ band: 'auto' }])
  t.strictSame(await find(bare('a', 'Politechnika', { identifiers: ror('01weqhp73') }), bare('b', 'Politechnika', { identifiers: ror('05d538656') })), [], 'two RORs are two organisations')
  t.match(await find(bare('a', 'Politechnika', { identifiers: [{ scheme: 'pic', value: '999575204' }] }), bare('b', 'Politechnika', { identifiers: [{ scheme: 'pic', value: '999575205' }] })), [{ band: 'auto' }], 'two participant codes are not')
})

t.test('places weaken or support, and borders part', async t => {
  const city = (name: string, region: string | null = null): Partial<Organisation> => ({ city: name, region: region === null ? null : { code: region, vintage: '2024', precision: 'exact' } })
  const place = async (a: Partial<Organisation>, b: Partial<Organisation>): Promise<string | undefined> => (await find(bare('a', 'Politechnika', a), bare('b', 'Politechnika', b)))[0]?.reasons.place
  t.equal(await place(city('Łódź'), city('LODZ')), 'same-city')
  t.equal(await place(city('Rostock'), city('Rostock Warnemünde')), 'same-city')
  t.equal(await place({ coordinates: { latitude: 52.23, longitude: 21.01, precision: 'estimated' }, ...city('Warszawa') }, { coordinates: { latitude: 52.25, longitude: 21, precision: 'exact' }, ...city('Warsaw') }), 'same-city')
  t.equal(await place(city('München', 'DE212'), city('Pullach', 'DE21H')), 'same-region')
  t.equal(await place(city('Gdańsk'), {}), 'unknown')
  t.equal(await place(city('Gdańsk'), city('Kraków')), 'elsewhere')
  t.equal(await place({}, { country: 'LV' }), undefined)
})

t.test('order does not matter, and no pair comes twice', async t => {
  const names = fc.array(fc.tuple(fc.constantFrom('Alfa', 'Alpha', 'Beta', 'Instytut', 'Uniwersytet', 'Gdańsk'), fc.constantFrom('Gdańsk', 'Łódź', 'Morski', 'PIC 123456789')), { minLength: 2, maxLength: 12 })
  await fc.assert(fc.asyncProperty(names, fc.nat(), async (given, turn) => {
    const entries = given.map((words, i) => bare(String(i), words.join(' ')))
    const found = await find(...entries)
    t.strictSame(await find(...[...entries.slice(turn % entries.length), ...entries.slice(0, turn % entries.length)]), found)
    t.equal(new Set(found.map(({ a, b }) => `${a}${b}`)).size, found.length)
    t.ok(found.every(({ a, b, reasons }) => a < b && reasons.score >= REVIEW_SCORE_MIN))
  }), { numRuns: 60 })
})

t.test('a word that too many have finds nothing', async t => {
  const many = Array.from({ length: BLOCK_MAX + 1 }, (_, i) => bare(String(i), 'Same'))
  t.strictSame(await find(...many), [])
  t.equal((await find(...many.slice(1))).length, BLOCK_MAX * (BLOCK_MAX - 1) / 2)
})

t.test('the labelled sample: what the thresholds give on the half they were not set on', async t => {
  const store = await openTestStore(t)
  await seedIfEmpty(store, 'seeds', importContext())
  const words = new Map<string, Array<ReadonlySet<string>>>()
  for await (const batch of store.streamOrganisations(1000)) {
    for (const each of batch) if (wordsOf(each).size > 0) words.set(each.country, (words.get(each.country) ?? []).concat(wordsOf(each)))
  }
  const weights = new Map([...words].map(([country, sets]) => [country, weighWords(sets)]))
  const entry = (key: string, name: string, city: string, country: string): Organisation => {
    const found = city === '' ? null : findCity(city, country)
    return bare(key, name, {
      country, city: city === '' ? null : city, coordinates: found === null ? null : { latitude: found.latitude, longitude: found.longitude, precision: 'estimated' },
      region: found?.region == null ? null : { code: found.region, vintage: '2024', precision: 'estimated' }
    })
  }
  const rows = (parse(readFileSync('tests/datasets/duplicates/labelled-pairs.csv'), { columns: true }) as Array<Record<string, string>>).map(row => ({
    ...row, pair: judgePair(entry('a', row.nameA, row.cityA, row.country), entry('b', row.nameB, row.cityB, row.country), weights.get(row.country)!)
  })) as Array<{ half: string, same: string, pair: DuplicatePair | null }>
  const figures = (half: string, least: number): string => {
    const [own, chosen] = [rows.filter(row => row.half === half), rows.filter(row => row.half === half && row.pair !== null && row.pair.reasons.score >= least)]
    const right = chosen.filter(row => row.same === 'yes').length
    return `precision ${right}/${chosen.length} recall ${right}/${own.filter(row => row.same === 'yes').length}`
  }
  t.equal(figures('held-out', AUTO_SCORE_MIN), 'precision 27/27 recall 27/32')
  t.equal(figures('held-out', REVIEW_SCORE_MIN), 'precision 31/41 recall 31/32')
  t.equal(figures('tuning', AUTO_SCORE_MIN), 'precision 25/25 recall 25/32')
  t.equal(figures('tuning', REVIEW_SCORE_MIN), 'precision 31/40 recall 31/32')
})
