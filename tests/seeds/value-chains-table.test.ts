import t from 'tap'
import { UNWATCHED } from '../../services/analysis/context.ts'
import { loadReference } from '../../services/reference/reference.ts'
import { readTable } from '../../services/value-chains/formats/read-table.ts'
import { mapIndustries } from '../../services/value-chains/industries/industry-map.ts'
import { seedTable } from '../../services/value-chains/seed-table.ts'
import { flowSums, overPartners } from '../../services/value-chains/sums.ts'
import { COUNTRIES, SECTORS } from '../../seeds/value-chains/groups.ts'
import { cells } from '../value-chains/example-tables.ts'

const { files, options } = seedTable('seeds')
const { table, checks } = await readTable(files, options, UNWATCHED)
const { labels, intermediate, finalDemand, output, valueAdded, inventoryChange } = table
const G = labels.countries.length
const N = labels.sectors.length
const n = G * N

t.test('what it is, says the table itself', async t => {
  t.match(table.about, { title: /aggregated/, year: 2011, unit: /million USD/, source: /not the original table\. Timmer/ })
  t.strictSame([G, N], [17, 22])
  t.strictSame(labels.countries.map((code, c) => [code, labels.countryNames[c]]).filter(([code]) => ['POL', 'DEU', 'REU'].includes(code)), [['POL', 'Poland'], ['DEU', 'Germany'], ['REU', 'Other members of the European Union']])
  t.equal(labels.sectorNames[labels.sectors.indexOf('C29T30')], 'Transport equipment')
  t.equal(new Set([...labels.countryNames, ...labels.sectorNames]).size, G + N)
  t.ok(inventoryChange !== null && inventoryChange.some(value => value < 0))
})

t.test('every country and industry of the source is in one group', async t => {
  const source = cells('wiod-aggregate.totals-of-source.csv').slice(1)
  for (const [of, groups] of [['country', COUNTRIES], ['industry', SECTORS]] as const) t.strictSame(groups.flatMap(group => group.of).sort(), source.filter(row => row[0] === of).map(row => row[1]).sort())
  t.strictSame([COUNTRIES.map(({ code }) => code), SECTORS.map(({ code }) => code)], [labels.countries, labels.sectors])
})

t.test('its totals are sums of those of the source', async t => {
  const source = new Map(cells('wiod-aggregate.totals-of-source.csv').slice(1).map(([, code, ...values]) => [code, values.map(Number)]))
  const { sold, bought } = flowSums(intermediate, n)
  const columns = [output, valueAdded, sold, bought, overPartners({ n, countryCount: G }, finalDemand)]
  const sums = (values: Float64Array, belongs: (i: number) => boolean): number => values.reduce((sum, value, i) => belongs(i) ? sum + value : sum, 0)
  const expected = (of: readonly string[], column: number): number => of.reduce((sum, code) => sum + source.get(code)![column], 0)
  for (const [c, { code, of }] of COUNTRIES.entries()) {
    t.strictSame([...columns.map(values => sums(values, i => Math.floor(i / N) === c)), finalDemand.reduce((sum, value, at) => at % G === c ? sum + value : sum, 0)], [0, 1, 2, 3, 4, 5].map(column => expected(of, column)), code)
  }
  for (const [s, { code, of }] of SECTORS.entries()) t.strictSame(columns.map(values => sums(values, i => i % N === s)), [0, 1, 2, 3, 4].map(column => expected(of, column)), code)
})

t.test('what is odd in it is what is odd in the source: rows that miss output, and stocks run down', async t => {
  t.strictSame(checks.map(({ name, decision }) => [name, decision]), [['rowBalance', 'warn'], ['negativeCells', 'warn']])
})

t.test('codes of its sectors say what they hold: every division of NACE stands where the whole table would have it', async t => {
  const map = mapIndustries(labels)
  const whole = mapIndustries({ sectors: Array.from({ length: 35 }, (_, k) => `c${k + 1}`) })
  const groupOf = new Map(SECTORS.flatMap(({ code, of }) => of.map(industry => [industry, code])))
  t.strictSame([map.scheme, map.unread], ['codes', []])
  const divisions = loadReference().sectors.filter(({ level, code }) => level === 2 && code !== '99').map(({ code }) => code)
  const here = (code: string): string[] => map.industriesOf(code).sectors.map(k => labels.sectors[k])
  t.ok(divisions.every(code => here(code).length === 1), 'one for each')
  const elsewhere = divisions.filter(code => !whole.industriesOf(code).sectors.every(k => groupOf.get(`c${k + 1}`) === here(code)[0]))
  t.strictSame(elsewhere, ['33', '38', '75', '79', '95'], 'but for those that Rev. 1 parted, or held elsewhere as too small a part for a code')
})
