import t from 'tap'
import { UNWATCHED } from '../../services/analysis/context.ts'
import { PATHS_MAX, PATHS_OPEN_MAX, structuralPaths } from '../../services/value-chains/scenarios/structural-paths.ts'
import { cells, column, deviation, leather, systemOf, tableOf } from './example-tables.ts'

const GERMAN_CARS = { country: 'Germany', sector: 'Transport_Equipment' }
const found = (given: object, table = leather()) => {
  const { tables, identities } = structuralPaths.compute(systemOf(table), structuralPaths.options.parse(given) as never, UNWATCHED)
  for (const { says, residual, tolerance } of identities) t.ok(residual < tolerance, says)
  return tables.list
}

t.test('the fifty greatest of all paths, in their order', async t => {
  const { columns, texts } = found(GERMAN_CARS)
  const expected = 'leather.ref_SPA_Germany_Transport.csv'
  for (const [name, heading] of [['value', 'value'], ['share', 'share'], ['order', 'order']]) t.ok(deviation(columns[name], column(expected, heading)) < 1e-10, name)
  t.strictSame(texts?.path, cells(expected).slice(1).map(row => row[2].split('>').map(node => node.replace('.', ' ')).join(' > ')))
})

t.test('a share to be covered ends the list, and all paths together are the whole', async t => {
  const half = found({ ...GERMAN_CARS, covering: 0.5 }).columns.cumulative_share
  t.ok(half.at(-1)! >= 0.5 && half.at(-2)! < 0.5)
  const cumulative = found({ ...GERMAN_CARS, count: PATHS_MAX }).columns.cumulative_share
  t.ok(cumulative.at(-1)! > 0.95 && cumulative.at(-1)! < 1)
  // One sector: the k-th path carries a^k (1 - a) of the whole.
  t.ok(deviation(found({ country: 'a', sector: 'all', count: 4 }, tableOf(['a'], ['all'], [[50]], [[50]], [100])).columns.share, [1 / 2, 1 / 4, 1 / 8, 1 / 16]) < 1e-13)
})

t.test('one market', async t => {
  const all = found(GERMAN_CARS).columns.value
  const parts = ['Argentina', 'Turkey', 'Germany'].map(market => found({ ...GERMAN_CARS, market }).columns.value)
  t.ok(deviation(all, Array.from(all, (_, i) => parts.reduce((sum, values) => sum + values[i], 0))) < 1e-12)
})

t.test('what cannot be answered is refused', async t => {
  t.throws(() => found({ ...GERMAN_CARS, sector: 'Transport' }), /no sector "Transport".*"Transport_Equipment"/)
  t.throws(() => found({ country: 'a', sector: 'all' }, tableOf(['a'], ['all'], [[50]], [[0]], [50])), /a all delivers nothing to this final demand \(0\)/)
  t.throws(() => found({ country: 'a', sector: 'all' }, tableOf(['a'], ['all'], [[-5]], [[50]], [45])), /sells less than nothing/)
  t.notOk(structuralPaths.options.safeParse({ ...GERMAN_CARS, count: PATHS_MAX + 1 }).success)
})

t.test('a search that would never end is refused', async t => {
  // Each of 2,000 sectors buys the same of all: every beginning of two is to be looked at before the first path of one comes out.
  const n = 2000
  t.ok(n * n >= PATHS_OPEN_MAX)
  const alike = { ...tableOf(['a'], Array.from({ length: n }, (_, i) => `S${i}`), [], Array.from({ length: n }, () => [10]), new Array(n).fill(100)), intermediate: new Float64Array(n * n).fill(90 / n), valueAdded: new Float64Array(n).fill(10) }
  t.throws(() => found({ country: 'a', sector: 'S0' }, alike), /more than 4000000 beginnings of paths are open after \d+ paths: ask for a smaller count or share/)
})
