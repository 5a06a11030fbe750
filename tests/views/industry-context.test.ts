/** Organisations of a run in a table: who is asked about, what is told of the answer, and how much. */
import t from 'tap'
import { UNWATCHED } from '../../services/analysis/context.ts'
import { CODES_TOLD_MAX, COUNTRY_PAIRS_TOLD_MAX, INDUSTRIES_TOLD_MAX, IndustryContext, TABLE_OLD_YEARS } from '../../services/contract/industry-context.ts'
import type { TableDetail } from '../../services/contract/value-chains.ts'
import { loadReference } from '../../services/reference/reference.ts'
import { buildContext } from '../../services/value-chains/context/build-context.ts'
import { measureTable } from '../../services/value-chains/measure-table.ts'
import { openSystem } from '../../services/value-chains/system.ts'
import { placeInTable, tellContext } from '../../services/views/value-chains/industry-context.ts'
import { makeRun } from '../support/loaded-run.ts'
import type { GivenRun } from '../support/loaded-run.ts'
import { syntheticTable } from '../value-chains/synthetic-table.ts'

const reference = loadReference()
const YEAR = 2020

function tellOf (given: GivenRun, countries: string[], sectors: string[], { mask, thisYear = YEAR }: { mask?: Uint8Array, thisYear?: number } = {}) {
  const { loaded } = makeRun(given)
  const named = (codes: string[]) => codes.map(code => ({ code, name: code }))
  const about = { hash: 'f'.repeat(64), title: 'Made up', year: YEAR, unit: 'units', source: 'made up', format: 'made up', importedAt: '2026-01-01T00:00:00.000Z' }
  const table: TableDetail = { ...about, countries: countries.length, sectors: sectors.length, labels: { countries: named(countries), sectors: named(sectors) }, notes: [], checks: [] }
  const made = syntheticTable(countries.length, sectors.length, 1)
  const system = openSystem({ ...made, labels: { countries, countryNames: countries, sectors, sectorNames: sectors } }, 'residual', UNWATCHED)
  const inTable = placeInTable(loaded, mask ?? new Uint8Array(loaded.snapshot.ids.length).fill(1), table, reference)
  const found = buildContext(system, name => measureTable(system, name, {}, UNWATCHED), inTable.question)
  return { inTable, context: IndustryContext.parse({ table: { ...about, countries: countries.length, sectors: sectors.length }, valueAdded: 'residual', run: loaded.run.id, ...tellContext(found, inTable, table, thisYear) }) }
}

t.test('who is where, and which links count', async t => {
  const firm = (id: string, country: string, sectors: string[] = []) => ({ id, name: id, country, sectors })
  const given: GivenRun = {
    organisations: [firm('a', 'PL', ['10.1', '01']), firm('b', 'PL', ['01', '10.1']), firm('c', 'DE'), firm('d', 'EE'), firm('e', 'LV'), firm('f', 'NO'), firm('g', 'SE', ['01']), firm('h', 'XX')],
    // a-b at home, d-e within a group, d-f with a country that is nowhere; a-c twice, in two layers.
    supply: [['a', 'b', 1], ['a', 'c', 1], ['d', 'e', 1], ['d', 'f', 1], ['c', 'd', 2], ['e', 'c', 2], ['a', 'g', 9]],
    collaboration: [['c', 'a', 3]]
  }
  const { inTable, context } = tellOf(given, ['POL', 'DEU', 'SWE', 'REU'], ['A', 'C10T12', 'G'])
  t.strictSame(inTable.question.members.map(({ country, sectors, organisations }) => [country, sectors.join(' '), organisations]).sort(), [[0, '01 10.1', 2], [1, '', 1], [2, '01', 1], [3, '', 2], [null, '', 2]].sort())
  t.strictSame(inTable.question.links, [{ a: 0, b: 1, links: 1 }, { a: 0, b: 2, links: 1 }, { a: 1, b: 3, links: 2 }])
  t.strictSame([inTable.among, inTable.total, inTable.untold, inTable.consortia, inTable.question.abroad], ['members', 4, 2, false, []])
  t.strictSame(context.countriesInGroups, [{ country: 'EE', group: 'REU', organisations: 1 }, { country: 'LV', group: 'REU', organisations: 1 }])
  t.strictSame(context.countriesMissing, [{ country: 'NO', organisations: 1 }, { country: 'XX', organisations: 1 }])
  t.strictSame(context.cautions, ['fewSectors', 'countriesInGroups', 'countriesMissing'])
  t.match(tellOf(given, ['POL', 'DEU', 'SWE', 'REU'], ['Farms', 'Food', 'Shops']).context, { scheme: 'none', cautions: ['noIndustryRead', 'wholeEconomies', 'countriesInGroups', 'countriesMissing'] })
})

t.test('of one country: links with anybody abroad, and the countries where nobody is linked', async t => {
  const given: GivenRun = {
    organisations: [['a', 'PL'], ['b', 'PL'], ['c', 'DE'], ['d', 'SE'], ['e', 'FI']].map(([id, country]) => ({ id, name: id, country })),
    networks: { n: ['a', 'b', 'c'], m: ['c', 'd'] }
  }
  const { inTable, context } = tellOf(given, ['POL', 'DEU', 'SWE', 'FIN', 'USA'], ['A', 'B'], { mask: Uint8Array.from([1, 1, 0, 0, 0]) })
  t.strictSame([inTable.among, inTable.total, inTable.question.links, inTable.question.abroad], ['abroad', 2, [{ a: 0, b: 1, links: 2 }], [1, 2, 3]])
  t.strictSame(context.links.pairs.map(({ a, b, observed }) => [a.alpha2, b.alpha2, observed]), [['PL', 'DE', 2], ...context.links.pairs.slice(1).map(({ a, b }) => [a.alpha2, b.alpha2, 0])])
  t.equal(context.links.pairsTotal, 3, 'where nobody of the run is, nobody could be linked')
  t.ok(context.cautions.includes('consortia'))
})

t.test('a table is old after some years', async t => {
  const given: GivenRun = { organisations: [{ id: 'a', name: 'a', country: 'PL', sectors: ['01'] }] }
  t.strictSame(tellOf(given, ['POL', 'DEU'], ['A', 'B'], { thisYear: YEAR + TABLE_OLD_YEARS - 1 }).context.cautions, [])
  t.strictSame(tellOf(given, ['POL', 'DEU'], ['A', 'B'], { thisYear: YEAR + TABLE_OLD_YEARS }).context.cautions, ['oldTable'])
})

t.test('long lists are cut, and say how long they are', async t => {
  const countries = reference.countries.filter(({ alpha3 }) => alpha3 !== 'REU').slice(0, 36)
  const sectors = ['A', 'B', 'D', 'E', 'F', 'G']
  const codes = ['01', '05', '35', '36', '41', '45']
  const missing = reference.sectors.filter(({ code, level }) => level === 4 && code >= '58').slice(0, CODES_TOLD_MAX + 5).map(({ code }) => code)
  const organisations = countries.flatMap(({ code: country }) => codes.map(code => ({ id: `${country}${code}`, name: country, country, sectors: [code] })))
  organisations[0].sectors = [...organisations[0].sectors, ...missing]
  const { context } = tellOf({ organisations, supply: [[organisations[0].id, organisations[6].id, 1], [organisations[0].id, organisations[12].id, 1]] }, countries.map(({ alpha3 }) => alpha3), sectors)
  t.strictSame([context.industries.length, context.industriesTotal], [INDUSTRIES_TOLD_MAX, 36 * 6])
  t.strictSame([context.links.pairs.length, context.links.pairsTotal], [COUNTRY_PAIRS_TOLD_MAX, 36 * 35 / 2])
  t.equal(context.codesMissing.length, CODES_TOLD_MAX)
  t.ok(context.codesMissing.every(({ organisations }) => organisations === 1))
  t.strictSame(context.links.pairs.slice(0, 2).map(({ observed }) => observed), [1, 1], 'those with links first')
})
