/** What happens when organisations leave: against networkx, an independent implementation, and removal one by one. */
import t from 'tap'
import fc from 'fast-check'
import { components } from '../../services/analysis/communities/components.ts'
import { UNWATCHED } from '../../services/analysis/context.ts'
import { debtRank } from '../../services/analysis/robustness/debt-rank.ts'
import { removalCurve } from '../../services/analysis/robustness/removal-curve.ts'
import { byScore, removalOrder } from '../../services/analysis/robustness/removal-order.ts'
import { soleSuppliers } from '../../services/analysis/robustness/sole-suppliers.ts'
import { CONCENTRATED_ABOVE, groupConcentration, isConcentrated, supplierConcentration } from '../../services/analysis/robustness/supplier-concentration.ts'
import { buildCsr } from '../../services/snapshot/build-csr.ts'
import { compareScores, readCase } from './read-case.ts'

interface Removal { order: number[], giant: number[], R: number }

t.test('the largest part of the karate club as its members leave', async t => {
  const { graph, expected } = readCase('26-robustness', false)
  for (const [key, order] of [['removal_degree_static', 'degree'], ['removal_degree_adaptive', 'adaptiveDegree'], ['removal_betweenness_static', 'betweenness']] as const) {
    const removal = expected(key) as Removal
    const found = removalOrder(graph, { order }, 1, UNWATCHED)
    t.strictSame([...found], removal.order, `${key}: order`)
    const { largest, robustness } = removalCurve(graph, found)
    t.strictSame([...largest], removal.giant, key)
    t.ok(Math.abs((robustness as number) - removal.R) < 1e-12, `${key}: ${removal.R}`)
  }
})

const listed = fc.array(fc.tuple(fc.nat(9), fc.nat(9)).filter(([i, j]) => i !== j), { maxLength: 25 })
const graphOf = (links: number[][], directed: boolean, n = 10) => buildCsr(n, { sources: links.map(link => link[0]), targets: links.map(link => link[1]), weights: links.map(link => link[2] ?? 1) }, directed).graph

t.test('partners counted anew after each, on any network', async () => {
  fc.assert(fc.property(listed, links => {
    const gone = new Set<number>()
    return removalOrder(graphOf(links, false), { order: 'adaptiveDegree' }, 1, UNWATCHED).every(v => {
      const partners = Array.from({ length: 10 }, (_, w) => gone.has(w) ? -1 : new Set(links.filter(link => link.includes(w)).map(([i, j]) => i === w ? j : i).filter(other => !gone.has(other))).size)
      const first = partners.indexOf(Math.max(...partners))
      gone.add(v)
      return first === v
    })
  }), { seed: 10, numRuns: 100 })
})

t.test('by lot: everybody once, the same with one seed', async t => {
  const { graph } = readCase('26-robustness', false)
  const order = removalOrder(graph, { order: 'random' }, 7, UNWATCHED)
  t.strictSame([...order].sort((a, b) => a - b), Array.from({ length: graph.n }, (_, v) => v))
  t.strictSame(removalOrder(graph, { order: 'random' }, 7, UNWATCHED), order)
  t.notSame(removalOrder(graph, { order: 'random' }, 8, UNWATCHED), order)
  const mean = Array.from({ length: 50 }, (_, seed) => removalCurve(graph, removalOrder(graph, { order: 'random' }, seed, UNWATCHED)).robustness as number).reduce((sum, value) => sum + value / 50, 0)
  t.ok(mean > 0.25 && mean < 0.5, `by lot the club holds together longer than aimed at: ${mean}`)
})

t.test('the same as removing one by one, on any network', async () => {
  fc.assert(fc.property(listed, fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], { minLength: 10 }), (links, order) => {
    const graphWithout = (gone: Set<number>) => graphOf(links.filter(([i, j]) => !gone.has(i) && !gone.has(j)), false)
    const { largest } = removalCurve(graphWithout(new Set()), order)
    return order.every((_, q) => {
      const gone = new Set(order.slice(0, q + 1))
      const sizes = new Map<number, number>()
      components(graphWithout(gone)).labels.forEach((label, v) => { if (!gone.has(v)) sizes.set(label, (sizes.get(label) ?? 0) + 1) })
      return largest[q] === Math.max(0, ...sizes.values())
    })
  }), { seed: 9, numRuns: 100 })
})

t.test('exposure in a supply network', async t => {
  const { graph, ids, expected } = readCase('10-directed-weighted-supply', true)
  compareScores(t, ids, debtRank(graph), expected('debtrank_downstream'), 'DebtRank', 1e-10)
})

t.test('where purchases come from in a supply network', async t => {
  const { graph, ids, groups, expected } = readCase('10-directed-weighted-supply', true)
  const { codes, count } = groups('country')
  compareScores(t, ids, supplierConcentration(graph), expected('supplier_hhi'), 'by supplier')
  compareScores(t, ids, groupConcentration(graph, codes, count), expected('supplier_country_hhi'), 'by country')
  const { recorded, supplier, dependants } = soleSuppliers(graph)
  const sole = ids.flatMap((id, v) => supplier[v] < 0 ? [] : [`${ids[supplier[v]]} ${id}`])
  t.strictSame(sole, ['EE1 FI2', 'PL3 EE1', 'EE1 LV1', 'LT2 LT1', 'EE2 LT2', 'DE1 PL2', 'LV1 PL3', 'DK1 DE2', 'DE2 DK2'], 'counted by hand')
  t.equal(dependants[ids.indexOf('EE1')], 2)
  t.equal(recorded[ids.indexOf('FI3')], 0)
})

t.test('concentration by definition, whatever the units and names', async () => {
  const weighted = fc.array(fc.tuple(fc.nat(5), fc.nat(5), fc.integer({ min: 1, max: 9 })).filter(([i, j]) => i !== j), { maxLength: 15 })
  fc.assert(fc.property(weighted, fc.array(fc.integer({ min: -1, max: 2 }), { minLength: 10, maxLength: 10 }), (links, groups) => {
    const index = (buyer: number, key: (seller: number) => number): number => {
      const bought = links.filter(([, target]) => target === buyer)
      const total = bought.reduce((sum, [, , weight]) => sum + weight, 0)
      return [...new Set(bought.map(([source]) => key(source)))].reduce((sum, each) => sum + (bought.filter(([source]) => key(source) === each).reduce((part, [, , weight]) => part + weight, 0) / total) ** 2, total === 0 ? NaN : 0)
    }
    const same = (a: number, b: number): boolean => Object.is(a, b) || Math.abs(a - b) < 1e-12
    const graph = graphOf(links, true)
    const dearer = graphOf(links.map(([i, j, weight]) => [i, j, 7 * weight]), true)
    const sole = soleSuppliers(graph)
    return supplierConcentration(graph).every((value, v) => same(value, index(v, seller => seller)) && same(value, supplierConcentration(dearer)[v])) &&
      groupConcentration(graph, Int32Array.from(groups), 3).every((value, v) => same(value, index(v, seller => groups[seller])) && (sole.supplier[v] < 0 || value === 1)) &&
      sole.supplier.every((supplier, v) => { const sellers = [...new Set(links.filter(([, target]) => target === v).map(([source]) => source))]; return sole.recorded[v] === sellers.length && supplier === (sellers.length === 1 ? sellers[0] : -1) })
  }), { seed: 11, numRuns: 200 })
})

t.test('the flag is up above the limit only', async t => {
  t.strictSame([...isConcentrated(Float64Array.of(CONCENTRATED_ABOVE, CONCENTRATED_ABOVE + 1e-9, 1, 0.1, NaN))], [0, 1, 1, 0, NaN])
})

t.test('nothing in it', async t => {
  for (const [n, robustness] of [[0, null], [1, 0], [3, 2 / 9]] as const) {
    const { graph } = buildCsr(n, { sources: [], targets: [], weights: [] }, true)
    t.ok(debtRank(graph).every(value => value === 0))
    t.equal(removalCurve(graph, byScore(new Float64Array(n))).robustness, robustness)
    for (const order of ['degree', 'adaptiveDegree', 'betweenness'] as const) t.strictSame([...removalOrder({ ...graph, directed: false }, { order }, 1, UNWATCHED)], Array.from({ length: n }, (_, v) => v))
    t.ok(supplierConcentration(graph).every(Number.isNaN) && groupConcentration(graph, new Int32Array(n).fill(-1), 0).every(Number.isNaN))
    t.ok(soleSuppliers(graph).supplier.every(supplier => supplier === -1))
  }
})
