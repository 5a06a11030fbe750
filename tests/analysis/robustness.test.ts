/** What happens when organisations leave: against networkx, an independent implementation, and removal one by one. */
import t from 'tap'
import fc from 'fast-check'
import { betweenness } from '../../services/analysis/centrality/betweenness.ts'
import { degree } from '../../services/analysis/centrality/degree.ts'
import { components } from '../../services/analysis/communities/components.ts'
import { debtRank } from '../../services/analysis/robustness/debt-rank.ts'
import { byScore, removalCurve } from '../../services/analysis/robustness/removal-curve.ts'
import { buildCsr } from '../../services/snapshot/build-csr.ts'
import { compareScores, readCase } from './read-case.ts'

interface Removal { order: number[], giant: number[], R: number }

t.test('the largest part of the karate club as its members leave', async t => {
  const { graph, expected } = readCase('26-robustness', false)
  for (const [key, scores] of [['removal_degree_static', degree(graph)], ['removal_betweenness_static', betweenness(graph, new Int32Array(graph.n), { weighted: false, sources: 0 }, 1).plain.map(sum => Math.round(sum * 1e9))]] as const) {
    const removal = expected(key) as Removal
    const order = byScore(scores)
    t.strictSame([...order], removal.order, `${key}: order`)
    const { largest, robustness } = removalCurve(graph, order)
    t.strictSame([...largest], removal.giant, key)
    t.ok(Math.abs((robustness as number) - removal.R) < 1e-12)
  }
  const adaptive = expected('removal_degree_adaptive') as Removal
  t.strictSame([...removalCurve(graph, adaptive.order).largest], adaptive.giant)
})

t.test('the same as removing one by one, on any network', async () => {
  const listed = fc.array(fc.tuple(fc.nat(9), fc.nat(9)).filter(([i, j]) => i !== j), { maxLength: 25 })
  fc.assert(fc.property(listed, fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], { minLength: 10 }), (links, order) => {
    const graphWithout = (gone: Set<number>) => {
      const left = links.filter(([i, j]) => !gone.has(i) && !gone.has(j))
      return buildCsr(10, { sources: left.map(link => link[0]), targets: left.map(link => link[1]), weights: left.map(() => 1) }, false).graph
    }
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

t.test('nothing in it', async t => {
  for (const [n, robustness] of [[0, null], [1, 0], [3, 2 / 9]] as const) {
    const { graph } = buildCsr(n, { sources: [], targets: [], weights: [] }, true)
    t.ok(debtRank(graph).every(value => value === 0))
    t.equal(removalCurve(graph, byScore(new Float64Array(n))).robustness, robustness)
  }
})
