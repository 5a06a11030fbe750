import t from 'tap'
import fc from 'fast-check'
import type { OrganisationFilter } from '../../services/contract/filter.ts'
import type { Organisation } from '../../services/contract/organisation.ts'
import { countRunFacets } from '../../services/views/facets.ts'
import { selectOrganisations } from '../../services/views/select.ts'
import { makeRun, organisationOf, toyId, toyRun } from '../support/loaded-run.ts'

const COUNTRIES = ['DE', 'PL', 'LT', 'NO']
/** LV008 of NUTS 2016 is LV00C of NUTS 2024. */
const REGIONS = ['DE300', 'DE212', 'DE933', 'PL633', 'PL841', 'LT011', 'LV008', 'LV00C']
const isVidzeme = (code: string) => code === 'LV008' || code === 'LV00C'
const KINDS = ['company', 'university', 'ngo'] as const
const SIZES = ['small', 'large'] as const
const DOMAINS = ['h2020:SC1', 'h2020:SC2', 's3:bioeconomy']
const SECTORS = ['C', '10', '10.1', '10.11', '33.2', '62', '72']

const someOf = <Value>(values: readonly Value[]) => fc.subarray([...values], { minLength: 1 })
const filters: fc.Arbitrary<OrganisationFilter> = fc.record({
  country: someOf(COUNTRIES), region: someOf(['DE', 'DE3', 'DE93', 'PL6', 'PL633', 'LT', 'LV008', 'LV00C']), kind: someOf(KINDS), sizeClass: someOf(SIZES), domain: someOf(DOMAINS),
  sector: someOf(['C', 'J', '10', '10.1', '33.20', '72']), network: fc.constantFrom('net-000000000001', 'net-000000000002', 'net-00000000000x'), programmeArea: fc.constant('bsr' as const)
}, { requiredKeys: [] })
const organisation = fc.record({
  country: fc.constantFrom(...COUNTRIES), region: fc.option(fc.constantFrom(...REGIONS)), kind: fc.constantFrom(...KINDS), sizeClass: fc.option(fc.constantFrom(...SIZES)),
  domains: fc.subarray(DOMAINS), sectors: fc.subarray(SECTORS), networks: fc.subarray(['net-000000000001', 'net-000000000002'])
})
const worlds = fc.array(organisation, { maxLength: 12 }).map(rows => {
  const organisations = rows.map((row, i) => organisationOf({ ...row, id: toyId(i.toString(16)), name: `Organisation ${i}`, region: row.region === null ? null : { code: row.region, vintage: '2024', precision: 'exact' } }))
  const networks = Object.fromEntries(['net-000000000001', 'net-000000000002'].map(network => [network, organisations.filter((_, i) => rows[i].networks.includes(network)).map(({ id }) => id)]))
  return { organisations, networks, run: makeRun({ organisations, networks }) }
})

/** The filter's meaning, said again row by row. */
function passes (organisation: Organisation, networks: Record<string, string[]>, filter: OrganisationFilter): boolean {
  const region = organisation.region?.code ?? null
  const german = ['DE3', 'DE4', 'DE5', 'DE6', 'DE8', 'DE93', 'DEF']
  const division = (code: string) => parseInt(code, 10)
  const inSector = (code: string, sector: string) => {
    if (sector === 'C') return code === 'C' || (division(code) >= 10 && division(code) <= 33)
    if (sector === 'J') return code === 'J' || (division(code) >= 58 && division(code) <= 63)
    return code.indexOf(sector) === 0
  }
  return [
    filter.country === undefined || filter.country.includes(organisation.country),
    filter.region === undefined || (region !== null && filter.region.some(code => region.slice(0, code.length) === code || (isVidzeme(code) && isVidzeme(region)))),
    filter.kind === undefined || filter.kind.includes(organisation.kind),
    filter.sizeClass === undefined || (organisation.sizeClass !== null && filter.sizeClass.includes(organisation.sizeClass)),
    filter.domain === undefined || filter.domain.filter(code => organisation.domains.includes(code)).length > 0,
    filter.sector === undefined || organisation.sectors.some(code => filter.sector!.some(sector => inSector(code, sector))),
    filter.network === undefined || (networks[filter.network] ?? []).includes(organisation.id),
    filter.programmeArea === undefined || (organisation.country === 'DE' ? region !== null && german.some(code => region.slice(0, code.length) === code) : true)
  ].every(Boolean)
}

t.test('a filter chooses what its words say, on any data', async t => {
  fc.assert(fc.property(worlds, filters, ({ organisations, networks, run }, filter) => {
    const mask = selectOrganisations(run.loaded.snapshot, filter)
    for (const [i, id] of run.loaded.snapshot.ids.entries()) {
      const expected = passes(organisations.find(organisation => organisation.id === id)!, networks, filter)
      if ((mask[i] === 1) !== expected) throw new Error(`${id}: expected ${expected} under ${JSON.stringify(filter)}`)
    }
  }), { numRuns: 500, seed: 1 })
  t.pass('500 worlds and filters')
})

t.test('a facet counts what ticking its value alone would leave', async t => {
  fc.assert(fc.property(worlds, filters, ({ organisations, networks, run }, filter) => {
    const facets = countRunFacets(run.loaded, filter)
    const count = (changed: OrganisationFilter) => organisations.filter(organisation => passes(organisation, networks, changed)).length
    const lines = [
      ['total', facets.total, count(filter)],
      ...facets.country.map(({ value, count: found }) => [value, found, count({ ...filter, country: [value] })]),
      ...facets.kind.map(({ value, count: found }) => [value, found, count({ ...filter, kind: [value as Organisation['kind']] })]),
      ...facets.domain.map(({ value, count: found }) => [value, found, count({ ...filter, domain: [value] })]),
      ...facets.sizeClass.map(({ value, count: found }) => [value, found, count({ ...filter, sizeClass: [value as 'small'] })])
    ]
    const wrong = lines.filter(([, found, expected]) => found !== expected)
    if (wrong.length > 0) throw new Error(JSON.stringify({ wrong, filter }))
  }), { numRuns: 300, seed: 2 })
  t.pass('300 worlds and filters')
})

t.test('facets of the toy run', async t => {
  const { loaded } = toyRun()
  const all = countRunFacets(loaded, {})
  t.equal(all.total, 13)
  t.strictSame(all.country, [{ value: 'LT', count: 7 }, { value: 'PL', count: 6 }])
  t.strictSame(all.domain, [{ value: 'h2020:SC1', count: 2 }, { value: 'h2020:SC2', count: 2 }])
  const lithuanian = countRunFacets(loaded, { country: ['LT'] })
  t.equal(lithuanian.total, 7)
  t.strictSame(lithuanian.country, all.country, 'its own filter is left out')
  t.strictSame(lithuanian.kind, [{ value: 'company', count: 6 }, { value: 'ngo', count: 1 }, { value: 'university', count: 0 }], 'a value at 0 stays')
  const inside = countRunFacets(loaded, { cluster: ['C1'] })
  t.equal(inside.total, 5)
  t.strictSame(inside.country, [{ value: 'PL', count: 3 }, { value: 'LT', count: 2 }])
  t.throws(() => countRunFacets(loaded, { cluster: ['C9'] }), { code: 'NOT_FOUND' })
})

t.test('no organisation at all', async t => {
  const { loaded } = makeRun({ organisations: [] })
  t.strictSame(countRunFacets(loaded, { country: ['PL'] }), { total: 0, country: [], kind: [], domain: [], sizeClass: [] })
  t.equal(selectOrganisations(loaded.snapshot, { domain: ['h2020:SC1'], network: 'net-000000000001' }).length, 0)
})
