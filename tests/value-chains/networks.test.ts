import t from 'tap'
import { hits } from '../../services/analysis/centrality/hits.ts'
import { pagerank } from '../../services/analysis/centrality/pagerank.ts'
import { UNWATCHED } from '../../services/analysis/context.ts'
import { MeasureError } from '../../services/analysis/measure-error.ts'
import { NetworkOptions } from '../../services/contract/value-added-network.ts'
import { listLinks } from '../../services/snapshot/list-links.ts'
import type { Csr } from '../../services/snapshot/snapshot.ts'
import { NETWORK_LINKS_MAX, valueAddedNetwork } from '../../services/value-chains/networks/value-added-network.ts'
import type { ValueAddedNetwork } from '../../services/value-chains/networks/value-added-network.ts'
import type { InputOutputTable } from '../../services/value-chains/table.ts'
import { deviation, leather, numbers, systemOf, tableOf } from './example-tables.ts'
import { syntheticTable } from './synthetic-table.ts'

const ALL = { backbone: { rule: 'all' } } as const
const found = (given: object, table = leather()): ValueAddedNetwork => valueAddedNetwork(systemOf(table), NetworkOptions.parse(given), UNWATCHED)
/** As a matrix by rows; `own` on the diagonal. */
function matrixOf ({ links, own }: ValueAddedNetwork): number[] {
  const matrix = Array.from({ length: links.n ** 2 }, () => 0)
  own.forEach((value, i) => { matrix[i * links.n + i] = value })
  const { sources, targets, weights } = listLinks(links)
  sources.forEach((source, link) => { matrix[source * links.n + targets[link]] = weights[link] })
  return matrix
}
const isHome = (at: number): boolean => Math.floor(Math.floor(at / 9) / 3) === Math.floor(at % 9 / 3)
const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

t.test('links are value added in exports as numpy has it, and sales are those of the table', async t => {
  const exports = numbers('leather.ref_VBE.csv').flat()
  t.ok(deviation(matrixOf(found({ ...ALL, domestic: true })), exports) < 1e-9)
  t.ok(deviation(matrixOf(found({ ...ALL, domestic: true, links: 'intermediateSales' })), numbers('leather.Z.csv').flat()) < 1e-12)
  const { intermediate, finalDemand, output } = leather()
  const share = Array.from(output, (value, j) => (value - total(Array.from({ length: 9 }, (_, i) => intermediate[i * 9 + j]))) / value)
  const completed = Array.from({ length: 9 }, (_, j) => total([...finalDemand.subarray(3 * j, 3 * j + 3)]))
  const inProducts = numbers('leather.decompr_B.csv').flatMap((row, i) => row.map((value, j) => share[i] * value * completed[j]))
  t.ok(deviation(matrixOf(found({ ...ALL, domestic: true, links: 'valueAddedInFinalProducts' })), inProducts) < 1e-9)
})

t.test('between countries: blocks added up, with the hubs, authorities and PageRank of numpy', async t => {
  const network = found({ ...ALL, level: 'country' })
  const exports = numbers('leather.ref_VBE.csv')
  const sums = Array.from({ length: 9 }, (_, at) => total(exports.slice(3 * Math.floor(at / 3), 3 * Math.floor(at / 3) + 3).flatMap(row => row.slice(3 * (at % 3), 3 * (at % 3) + 3))))
  t.ok(deviation(matrixOf(network), sums) < 1e-9)
  const [hub, authority, rank] = [0, 1, 2].map(column => numbers('leather.ref_country_VA_network.csv').map(row => row[column]))
  const scores = hits(network.links, { tolerance: 1e-14, iterationsMax: 10_000 }, UNWATCHED)
  const unit = (values: Float64Array): Float64Array => values.map(value => value / Math.hypot(...values))
  t.ok(deviation(unit(scores.hub), hub) < 1e-9)
  t.ok(deviation(unit(scores.authority), authority) < 1e-9)
  t.ok(deviation(pagerank(network.links, { damping: 0.85, tolerance: 1e-14, iterationsMax: 10_000, reversed: false, start: [] }, UNWATCHED), rank) < 1e-9)
  t.equal(network.report.domesticAmount, 0)
})

t.test('links at home are left out unless asked for, and what is left out is told', async t => {
  const exports = numbers('leather.ref_VBE.csv').flat()
  const { links, own, report } = found(ALL)
  t.equal(links.m, 54)
  t.ok(deviation(matrixOf({ links, own, report }), exports.map((value, at) => isHome(at) && at % 10 !== 0 ? 0 : value)) < 1e-9)
  t.strictSame(report.links, { found: 54, kept: 54 })
  for (const [value, expected] of [
    [report.amount.kept, total(exports.filter((_, at) => !isHome(at)))], [report.amount.found, report.amount.kept],
    [report.ownAmount, total(exports.filter((_, at) => at % 10 === 0))], [report.domesticAmount, total(exports.filter((_, at) => isHome(at) && at % 10 !== 0))]
  ]) t.ok(Math.abs(value - expected) < 1e-9 * expected)
  t.equal(found({ ...ALL, domestic: true }).links.m, 72)
})

t.test('the disparity backbone keeps what its definition keeps, whatever the unit', async t => {
  const table = syntheticTable(4, 10, 5)
  const whole = found(ALL, table).links
  const into = new Map<number, { sum: number, links: number }>()
  const outOf = new Map<number, { sum: number, links: number }>()
  const add = (to: typeof into, node: number, weight: number): void => { to.set(node, { sum: (to.get(node)?.sum ?? 0) + weight, links: (to.get(node)?.links ?? 0) + 1 }) }
  const all = rowsOf(whole)
  for (const [source, target, weight] of all) {
    add(outOf, source, weight)
    add(into, target, weight)
  }
  const chance = (weight: number, { sum, links }: { sum: number, links: number }): number => (1 - weight / sum) ** (links - 1)
  for (const alpha of [0.3, 0.1, 0.05]) {
    const expected = all.filter(([source, target, weight]) => Math.min(chance(weight, outOf.get(source)!), chance(weight, into.get(target)!)) < alpha)
    const { links, report } = found({ backbone: { rule: 'disparity', alpha } }, table)
    t.strictSame(rowsOf(links), expected, `alpha ${alpha}`)
    t.equal(report.links.kept, expected.length)
    t.ok(Math.abs(report.amount.kept - total(expected.map(row => row[2]))) <= 1e-9 * report.amount.kept)
    t.equal(report.nodesWithoutLink, 40 - new Set(expected.flatMap(([source, target]) => [source, target])).size)
    const thousandth = found({ backbone: { rule: 'disparity', alpha } }, scaled(table, 1000)).links
    t.strictSame(rowsOf(thousandth).map(([source, target]) => [source, target]), expected.map(([source, target]) => [source, target]))
  }
  t.strictSame(rowsOf(found({}, table).links), rowsOf(found({ backbone: { rule: 'disparity', alpha: 0.05 } }, table).links), 'the default')
})

t.test('the greatest links are kept until they carry the share', async t => {
  const sales = tableOf(['a', 'b', 'c'], ['x'], [[0, 10, 4], [3, 0, 1], [2, 0, 0]], [[9, 9, 9], [9, 9, 9], [9, 9, 9]], [60, 60, 60])
  const kept = (share: number): number[] => Array.from(found({ links: 'intermediateSales', backbone: { rule: 'share', share } }, sales).links.weights).sort((a, b) => b - a)
  for (const [share, expected] of [[0.5, [10]], [0.51, [10, 4]], [0.7, [10, 4]], [0.71, [10, 4, 3]], [0.95, [10, 4, 3, 2]], [1, [10, 4, 3, 2, 1]]] as const) t.strictSame(kept(share).map(value => Math.round(value)), expected, String(share))
})

t.test('what is below zero is left out and told; a country-sector without output has no link', async t => {
  const negative = tableOf(['a', 'b'], ['x', 'y'], [[1, 0, 2, 0], [0, 0, 0, 0], [-3, 0, 1, 0], [0, 0, 0, 0]], [[9, 9], [0, 0], [9, 9], [0, 0]], [30, 0, 30, 0])
  const { links, report } = found({ ...ALL, links: 'intermediateSales' }, negative)
  t.equal(links.m, 1)
  t.strictSame(report.negative, { links: 1, amount: -3 })
  t.equal(report.nodesWithoutLink, 2)
})

t.test('a rule that keeps more links than a run may have is refused', async t => {
  const sectors = Math.ceil(Math.sqrt(NETWORK_LINKS_MAX + 1) / 5) + 1
  const table = syntheticTable(5, sectors, 1)
  t.throws(() => found({ ...ALL, domestic: true, links: 'intermediateSales' }, table), MeasureError)
  t.ok(found({ links: 'intermediateSales' }, table).links.m < NETWORK_LINKS_MAX)
})

t.test('options are refused where they mean nothing', async t => {
  for (const wrong of [{ level: 'firm' }, { links: 'trade' }, { backbone: { rule: 'disparity', alpha: 0 } }, { backbone: { rule: 'share' } }, { backbone: { rule: 'all', alpha: 0.1 } }, { domestc: true }]) t.notOk(NetworkOptions.safeParse(wrong).success, JSON.stringify(wrong))
})

function rowsOf (graph: Csr): Array<[number, number, number]> {
  const { sources, targets, weights } = listLinks(graph)
  return Array.from(sources, (source, link) => [source, targets[link], weights[link]])
}

const scaled = (table: InputOutputTable, by: number): InputOutputTable => ({ ...table, intermediate: table.intermediate.map(value => value * by), finalDemand: table.finalDemand.map(value => value * by), output: table.output.map(value => value * by), valueAdded: table.valueAdded.map(value => value * by) })
