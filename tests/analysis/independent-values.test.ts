/** Communities of one seed, statistics by hand, and networks with nothing in them; values of other tools are compared in expected-values.test.ts. */
import t from 'tap'
import { bridgeScore } from '../../services/analysis/brokerage/bridge-score.ts'
import { crossBorder } from '../../services/analysis/borders/cross-border.ts'
import { cutOff } from '../../services/analysis/brokerage/cut-vertices.ts'
import { participation } from '../../services/analysis/brokerage/participation.ts'
import { betweenness } from '../../services/analysis/centrality/betweenness.ts'
import { pagerank, PagerankOptions } from '../../services/analysis/centrality/pagerank.ts'
import { leiden, LeidenOptions } from '../../services/analysis/communities/leiden.ts'
import { louvain, LouvainOptions } from '../../services/analysis/communities/louvain.ts'
import { modularity } from '../../services/analysis/communities/modularity.ts'
import { splitDisconnected } from '../../services/analysis/partitions/partition.ts'
import { hypergeometricTail } from '../../services/analysis/statistics/hypergeometric.ts'
import { benjaminiHochberg } from '../../services/analysis/statistics/benjamini-hochberg.ts'
import { wilsonInterval } from '../../services/analysis/statistics/wilson.ts'
import { buildCsr } from '../../services/snapshot/build-csr.ts'
import { readCase } from './read-case.ts'

t.test('communities of the karate club', async t => {
  const { graph } = readCase('01-karate-unweighted', false)
  const best = leiden(graph, LeidenOptions.parse({ restarts: 10 }), 42)
  t.same(leiden(graph, LeidenOptions.parse({ restarts: 10 }), 42), best, 'one seed, one result')
  t.equal(new Set(splitDisconnected(graph, best)).size, new Set(best).size, 'communities are connected')
  t.ok((modularity(graph, louvain(graph, LouvainOptions.parse({}), 42)) as number) > 0.38)
})

t.test('statistics', async t => {
  // 5 of 30 against 15 of 200: p = .054, LQ 2.22, Wilson .98 to 4.48 (scipy, independent).
  t.ok(Math.abs(hypergeometricTail(5, 30, 15, 200) - 0.054) < 5e-4)
  t.ok(Math.abs(hypergeometricTail(14, 30, 40, 200) - 0.0003) < 5e-5)
  const interval = wilsonInterval(5, 30)
  t.ok(Math.abs((interval?.lower ?? 0) / 0.075 - 0.98) < 5e-3 && Math.abs((interval?.upper ?? 0) / 0.075 - 4.48) < 5e-3)
  t.same(benjaminiHochberg([0.01, 0.04, 0.03, 0.5]).map(q => Math.round(q * 1e4) / 1e4), [0.04, 0.0533, 0.0533, 0.5])
})

t.test('graphs with nothing in them', async t => {
  for (const n of [0, 1, 3]) {
    const { graph } = buildCsr(n, { sources: [], targets: [], weights: [] }, false)
    const countries = new Int32Array(n).fill(-1)
    t.equal(leiden(graph, LeidenOptions.parse({}), 1).length, n)
    t.equal(modularity(graph, new Int32Array(n)), null)
    t.same(crossBorder(graph, countries, 0), { share: null, expected: null, ratio: null, eiIndex: null })
    const { plain, acrossGroups } = betweenness(graph, countries, { weighted: true, sources: 0 }, 1)
    t.ok([...plain, ...acrossGroups, ...pagerank(graph, PagerankOptions.parse({})), ...cutOff(graph)].every(Number.isFinite))
    t.ok([...bridgeScore(acrossGroups, participation(graph, countries, 0))].every(Number.isNaN), 'undefined for isolates')
  }
})
