/** What the community search maximises: directed modularity, the constant Potts quality, label propagation; and the benchmark's planted networks. */
import t from 'tap'
import { comparePartitions } from '../../services/analysis/partitions/compare-partitions.ts'
import { labelPropagation } from '../../services/analysis/communities/label-propagation.ts'
import { leiden, LeidenOptions } from '../../services/analysis/communities/leiden.ts'
import { louvain, LouvainOptions } from '../../services/analysis/communities/louvain.ts'
import { modularity } from '../../services/analysis/communities/modularity.ts'
import { constantPotts, statedModularity } from '../../services/analysis/communities/quality.ts'
import { buildCsr } from '../../services/snapshot/build-csr.ts'
import type { Csr } from '../../services/snapshot/snapshot.ts'
import { planted, rmat } from '../bench/graphs.ts'
import { readCase } from './read-case.ts'

const close = (found: number | null, expected: unknown): boolean => Math.abs((found as number) - (expected as number)) < 1e-9

t.test('directed modularity (Leicht and Newman)', async t => {
  const { graph, ids, inputs, expected } = readCase('16-directed-modularity', true)
  const labels = Int32Array.from(ids, id => (inputs.partition as Record<string, number>)[id])
  t.ok(close(modularity(graph, labels), expected('directed_modularity_weighted')))
  t.ok(close(modularity({ ...graph, weights: graph.weights.map(() => 1) }, labels), expected('directed_modularity_unweighted')))
  t.ok(close(modularity(readCase('16-directed-modularity', false).graph, labels), expected('undirected_sum_modularity_weighted')), 'both directions summed: another figure')
  t.ok(close(modularity(graph, leiden(graph, LeidenOptions.parse({ restarts: 20 }), 1)), expected('directed_modularity_optimum_weighted')), 'the optimum of all 877 partitions')
})

/** Rings of cliques: the published example of the resolution limit. */
function ringOfCliques (cliques: number, size: number): Csr {
  const links: Array<[number, number]> = []
  for (let c = 0; c < cliques; c++) {
    for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) links.push([c * size + i, c * size + j])
    links.push([c * size, ((c + 1) % cliques) * size + 1])
  }
  return buildCsr(cliques * size, { sources: links.map(([source]) => source), targets: links.map(([, target]) => target) }, false).graph
}

t.test('the resolution limit, and what has none', async t => {
  // Fortunato & Barthelemy 2007, PNAS 104:36: thirty cliques of five in a ring, Q .876 apart and .888 in pairs.
  const graph = ringOfCliques(30, 5)
  const apart = Int32Array.from({ length: 150 }, (_, v) => Math.floor(v / 5))
  const pairs = apart.map(c => c >> 1)
  t.ok(Math.abs((modularity(graph, apart) as number) - 0.8757576) < 1e-7 && Math.abs((modularity(graph, pairs) as number) - 0.8878788) < 1e-7)
  const potts = leiden(graph, LeidenOptions.parse({ quality: 'constantPotts', resolution: 0.3 }), 1)
  t.equal(new Set(potts).size, 30, 'the constant Potts quality tells the cliques apart')
  // Thirty cliques hold 300 of the 330 links; H = 300 - .3 x 30 x 10.
  t.ok(close(constantPotts(graph, apart, 0.3), 210) && close(constantPotts(graph, potts, 0.3), 210))
  t.equal(new Set(leiden(graph, LeidenOptions.parse({ resolution: 2, restarts: 5 }), 1)).size, 30, 'so does modularity at a higher resolution')
  t.ok(close(statedModularity(graph, apart, { quality: 'constantPotts', resolution: 0.3 }), modularity(graph, apart)), 'a density is no resolution of modularity')
  const spread = labelPropagation(graph, {}, 3)
  t.ok(spread.every((label, v) => label === spread[5 * Math.floor(v / 5) + 2]), 'label propagation cuts no clique')
  t.same(labelPropagation(graph, {}, 3), labelPropagation(graph, {}, 3), 'one seed, one result')
})

t.test('planted communities are found again', async t => {
  const links = planted(2000, 15, 100, 0.2, 5)
  t.same(planted(2000, 15, 100, 0.2, 5), links, 'same arguments, same links')
  t.ok(links.sources.length > 12_000 && links.sources.length < 16_000, `${links.sources.length} links`)
  t.ok(links.sources.every((source, i) => source < links.targets[i]), 'each pair once, no node with itself')
  const { graph } = buildCsr(links.n, links, false)
  const truth = modularity(graph, links.communities) as number
  t.ok(truth > 0.7 && truth < 0.8, `modularity of what was planted: ${truth}`)
  for (const labels of [leiden(graph, LeidenOptions.parse({}), 9), louvain(graph, LouvainOptions.parse({}), 9)]) t.ok((modularity(graph, labels) as number) > truth - 0.02)
  t.ok(comparePartitions(labelPropagation(graph, {}, 9), links.communities).adjustedRand > 0.95)
  const skewed = rmat(10, 8, 2)
  const degrees = new Int32Array(skewed.n)
  for (const end of [...skewed.sources, ...skewed.targets]) degrees[end]++
  t.ok(Math.max(...degrees) > 10 * skewed.sources.length * 2 / skewed.n, 'R-MAT has hubs')
})

t.test('nothing to find', async t => {
  for (const n of [0, 1, 2]) {
    const graph = buildCsr(n, { sources: [], targets: [] }, false).graph
    for (const labels of [labelPropagation(graph, {}, 1), louvain(graph, LouvainOptions.parse({}), 1), leiden(graph, LeidenOptions.parse({ quality: 'constantPotts' }), 1)]) t.same([...labels], Array.from({ length: n }, (_, v) => v))
  }
})
