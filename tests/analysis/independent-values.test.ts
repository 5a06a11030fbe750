/** Measures against values that other tools computed. */
import t from 'tap'
import { bridgeScore } from '../../services/analysis/brokerage/bridge-score.ts'
import { crossBorder } from '../../services/analysis/brokerage/cross-border.ts'
import { cutOff } from '../../services/analysis/brokerage/cut-vertices.ts'
import { participation } from '../../services/analysis/brokerage/participation.ts'
import { betweenness, betweennessScale, pairsAcrossGroups } from '../../services/analysis/centrality/betweenness.ts'
import { degree, strength } from '../../services/analysis/centrality/degree.ts'
import { pagerank, PagerankOptions } from '../../services/analysis/centrality/pagerank.ts'
import { leiden, LeidenOptions } from '../../services/analysis/communities/leiden.ts'
import { louvain, LouvainOptions } from '../../services/analysis/communities/louvain.ts'
import { modularity } from '../../services/analysis/communities/modularity.ts'
import { splitDisconnected } from '../../services/analysis/communities/partition.ts'
import { benjaminiHochberg } from '../../services/analysis/statistics/benjamini-hochberg.ts'
import { hypergeometricTail } from '../../services/analysis/statistics/hypergeometric.ts'
import { wilsonInterval } from '../../services/clusters/statistics/wilson.ts'
import { buildCsr } from '../../services/snapshot/build-csr.ts'
import { compareScores as compare, readCase } from './read-case.ts'

const EXACT = 1e-9

t.test('Zachary\'s karate club', async t => {
  const { graph, ids, groups, expected } = readCase('01-karate-unweighted', false)
  const club = groups('club')
  compare(t, ids, degree(graph), expected('degree'), 'degree')
  const sums = betweenness(graph, club.codes, { weighted: false, sources: 0 }, 1)
  compare(t, ids, sums.plain, expected('betweenness_raw'), 'betweenness')
  compare(t, ids, sums.plain.map(sum => sum * betweennessScale(graph)), expected('betweenness_normalized'), 'normalised betweenness')
  compare(t, ids, sums.acrossGroups, expected('gefura_global_raw_club'), 'betweenness across clubs')
  compare(t, ids, pagerank(graph, PagerankOptions.parse({})), expected('pagerank_085'), 'PageRank')
  t.same(ids.filter((_, i) => cutOff(graph)[i] > 0), expected('articulation_points'))
  const border = crossBorder(graph, club.codes, club.count)
  const share = expected('cross_share_club') as { share: number, expected: number, ratio: number }
  t.ok(Math.abs((border.share as number) - share.share) < EXACT && Math.abs((border.expected as number) - share.expected) < EXACT && Math.abs((border.ratio as number) - share.ratio) < EXACT)
  t.ok(Math.abs((border.eiIndex as number) - (expected('ei_club') as number)) < EXACT)
  t.ok(Math.abs((modularity(graph, club.codes) as number) - (expected('modularity_club_split') as number)) < EXACT)
  const best = leiden(graph, LeidenOptions.parse({ restarts: 10 }), 42)
  t.ok(Math.abs((modularity(graph, best) as number) - (expected('modularity_optimum') as number)) < EXACT, 'Leiden reaches the exact optimum')
  t.same(leiden(graph, LeidenOptions.parse({ restarts: 10 }), 42), best, 'one seed, one result')
  t.equal(new Set(splitDisconnected(graph, best)).size, new Set(best).size, 'communities are connected')
  t.ok((modularity(graph, louvain(graph, LouvainOptions.parse({}), 42)) as number) > 0.38)
})

t.test('Les Miserables, weighted', async t => {
  const { graph, ids, expected } = readCase('05-lesmis-weighted', false)
  compare(t, ids, strength(graph), expected('strength'), 'strength')
  const none = new Int32Array(graph.n)
  compare(t, ids, betweenness(graph, none, { weighted: true, sources: 0 }, 1).plain, expected('betweenness_raw_dist_inverse'), 'betweenness on lengths 1 / weight', 1e-6)
  compare(t, ids, betweenness(graph, none, { weighted: false, sources: 0 }, 1).plain, expected('betweenness_raw_unweighted'), 'betweenness', 1e-6)
  t.ok(Math.abs((modularity(graph, leiden(graph, LeidenOptions.parse({ restarts: 30 }), 1)) as number) - (expected('modularity_optimum_weighted') as number)) < EXACT, 'Leiden reaches the exact optimum')
})

t.test('a supply network of seven countries', async t => {
  const directed = readCase('10-directed-weighted-supply', true)
  const { graph, ids, groups, expected } = directed
  const country = groups('country')
  const sums = betweenness(graph, country.codes, { weighted: false, sources: 0 }, 1)
  compare(t, ids, sums.plain, expected('betweenness_raw_directed_unweighted'), 'directed betweenness')
  compare(t, ids, sums.acrossGroups, expected('cross_border_betweenness_directed_raw'), 'across borders')
  const pairs = pairsAcrossGroups(graph, country.codes)
  compare(t, ids, sums.acrossGroups.map((sum, v) => sum / pairs[v]), expected('cross_border_betweenness_directed_normalized'), 'across borders, as a share')
  const weighted = betweenness(graph, country.codes, { weighted: true, sources: 0 }, 1)
  compare(t, ids, weighted.plain, expected('betweenness_raw_directed_dist_inverse'), 'on lengths 1 / weight')
  compare(t, ids, weighted.acrossGroups, expected('cross_border_betweenness_directed_dist_inverse_raw'), 'on lengths 1 / weight, across borders')
  compare(t, ids, pagerank(graph, PagerankOptions.parse({})), expected('pagerank_085_weighted'), 'PageRank')
  const both = readCase('10-directed-weighted-supply', false)
  compare(t, ids, betweenness(both.graph, country.codes, { weighted: false, sources: 0 }, 1).acrossGroups, expected('cross_border_betweenness_undirected_raw'), 'undirected, across borders')
  compare(t, ids, participation(both.graph, country.codes, country.count), expected('participation_country_all'), 'participation')
  t.same(ids.filter((_, i) => cutOff(both.graph)[i] > 0).sort(), expected('articulation_points_undirected'))
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
