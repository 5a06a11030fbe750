/** Measures by length, bounded betweenness and walks from a start: values of igraph and networkx, slow second computations, refusals. */
import fc from 'fast-check'
import t from 'tap'
import { readFileSync } from 'node:fs'
import { betweenness, betweennessByDefinition } from '../../services/analysis/centrality/betweenness.ts'
import { harmonicByLengthDefinition, harmonicCloseness } from '../../services/analysis/centrality/harmonic.ts'
import { pagerank, PagerankOptions, startWeights } from '../../services/analysis/centrality/pagerank.ts'
import { UNWATCHED } from '../../services/analysis/context.ts'
import { createRandom } from '../../services/analysis/random.ts'
import { measureNetwork } from '../../services/measure/measure-network.ts'
import { readNetwork } from '../../services/measure/read-network.ts'
import { buildCsr } from '../../services/snapshot/build-csr.ts'
import type { Csr } from '../../services/snapshot/snapshot.ts'
import { compareScores, readCase } from './read-case.ts'

const { expected } = JSON.parse(readFileSync('tests/datasets/measures/32-lengths-and-starts.json', 'utf8')) as { expected: Record<string, { value: Record<string, number> }> }
const NETWORKS = [['lesmis', '05-lesmis-weighted', false, 0.5], ['supply', '10-directed-weighted-supply', true, 1.01]] as const

t.test('values of other tools', async t => {
  for (const [name, file, directed, length] of NETWORKS) {
    const { graph, ids } = readCase(file, directed)
    const none = new Int32Array(graph.n)
    const compare = (found: ArrayLike<number>, key: string): void => compareScores(t, ids, found, expected[key].value, key)
    compare(harmonicCloseness(graph, UNWATCHED, { weighted: true }), `${name}_harmonic_by_length`)
    for (const lengthMax of [2, 3]) compare(betweenness(graph, none, { weighted: false, sources: 0, lengthMax }, 1).plain, `${name}_betweenness_${lengthMax}_links`)
    compare(betweenness(graph, none, { weighted: true, sources: 0, lengthMax: length }, 1).plain, `${name}_betweenness_length_${length}`)
    const start = directed ? ['FI1', 'EE1'] : ['Napoleon', 'MmeMagloire']
    compare(pagerank(graph, PagerankOptions.parse({}), UNWATCHED, startWeights(ids, start)), `${name}_pagerank_from_${start.join('_')}`)
    if (directed) compare(pagerank(graph, PagerankOptions.parse({ reversed: true }), UNWATCHED, startWeights(ids, start)), `${name}_pagerank_from_${start.join('_')}_reversed`)
  }
  const karate = readCase('01-karate-unweighted', false)
  for (const [key, value] of Object.entries(karate.expected('bounded_betweenness') as Record<string, Record<string, number>>)) {
    compareScores(t, karate.ids, betweenness(karate.graph, new Int32Array(34), { weighted: false, sources: 0, lengthMax: Number(key.slice(1)) }, 1).plain, value, `karate club, ${key}`)
  }
  const supply = readCase('10-directed-weighted-supply', false)
  compareScores(t, supply.ids, pagerank(supply.graph, PagerankOptions.parse({}), UNWATCHED, startWeights(supply.ids, ['EE2'])), supply.expected('ppr_EE2_undirected_weighted'), 'from EE2')
})

const networks = fc.record({ n: fc.integer({ min: 1, max: 16 }), density: fc.integer({ min: 0, max: 3 }), directed: fc.boolean(), seed: fc.nat() }).map(({ n, density, directed, seed }): Csr => {
  const random = createRandom(seed)
  const links = Array.from({ length: n * density }, () => [random.below(n), random.below(n), 1 + random.below(6)]).filter(([a, b]) => a !== b)
  return buildCsr(n, { sources: links.map(([a]) => a), targets: links.map(([, b]) => b), weights: links.map(([, , weight]) => weight) }, directed).graph
})

/** All shortest distances by Floyd and Warshall, and the number of shortest paths, from matrices. */
function slowly ({ n, offsets, targets, weights }: Csr, weighted: boolean): { distance: number[][], between: (s: number, v: number, t: number) => number } {
  const nodes = Array.from({ length: n }, (_, v) => v)
  const links = nodes.map(v => new Map(Array.from(targets.subarray(offsets[v], offsets[v + 1]), (w, i) => [w, weighted ? 1 / weights[offsets[v] + i] : 1])))
  const distance = nodes.map(a => nodes.map(b => a === b ? 0 : links[a].get(b) ?? Infinity))
  for (const k of nodes) for (const a of nodes) for (const b of nodes) distance[a][b] = Math.min(distance[a][b], distance[a][k] + distance[k][b])
  const alike = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-10 * b
  const known = new Map<number, number>()
  const paths = (a: number, b: number): number => {
    if (a === b) return 1
    const found = known.get(a * n + b) ?? [...links[a]].reduce((sum, [next, length]) => alike(length + distance[next][b], distance[a][b]) ? sum + paths(next, b) : sum, 0)
    known.set(a * n + b, found)
    return found
  }
  return { distance, between: (s, v, end) => Number.isFinite(distance[s][end]) && alike(distance[s][v] + distance[v][end], distance[s][end]) ? paths(s, v) * paths(v, end) / paths(s, end) : 0 }
}

t.test('bounded betweenness and harmonic closeness by length, against all distances at once', async t => {
  let counted = 0
  fc.assert(fc.property(networks, fc.boolean(), fc.constantFrom(0, 0.7, 1, 2, 2.5, 3), (graph, weighted, lengthMax) => {
    const nodes = Array.from({ length: graph.n }, (_, v) => v)
    const { distance, between } = slowly(graph, weighted)
    const groups = Int32Array.from(nodes, v => v % 3 - 1)
    const limit = lengthMax === 0 ? Infinity : lengthMax * (1 + 1e-10)
    const sum = (v: number, counts: (s: number, end: number) => boolean): number => nodes.reduce((all, s) => nodes.reduce((some, end) => s === end || s === v || end === v || distance[s][end] > limit || !counts(s, end) ? some : some + between(s, v, end), all), 0) / (graph.directed ? 1 : 2)
    const found = betweenness(graph, groups, { weighted, sources: 0, lengthMax }, 1)
    const defined = betweennessByDefinition(graph, groups, Int32Array.from(nodes), weighted, UNWATCHED, lengthMax)
    const harmonic = [harmonicCloseness(graph, UNWATCHED, { weighted: true }), harmonicByLengthDefinition(graph, UNWATCHED)]
    const lengths = slowly(graph, true).distance
    for (const v of nodes) {
      const plain = sum(v, () => true)
      const across = sum(v, (s, end) => groups[s] >= 0 && groups[end] >= 0 && groups[s] !== groups[end])
      if (plain > 0) counted++
      t.ok(Math.abs(found.plain[v] - plain) < 1e-9 && Math.abs(found.acrossGroups[v] - across) < 1e-9, `${found.plain[v]} ${plain}, ${found.acrossGroups[v]} ${across}`)
      const factor = graph.directed ? 1 : 0.5
      t.ok(Math.abs(defined.plain[v] * factor - found.plain[v]) < 1e-12 && Math.abs(defined.acrossGroups[v] * factor - found.acrossGroups[v]) < 1e-12)
      const near = graph.n < 2 ? 0 : nodes.reduce((all, u) => u === v ? all : all + 1 / lengths[u][v], 0) / (graph.n - 1)
      t.ok(harmonic.every(scores => Math.abs(scores[v] - near) < 1e-9))
    }
  }), { numRuns: 60 })
  t.ok(counted > 50, 'some nodes lay between others')
})

t.test('weights twice as large: twice as near, and the same betweenness', async t => {
  const { graph } = readCase('05-lesmis-weighted', false)
  const doubled = { ...graph, weights: graph.weights.map(weight => 2 * weight) }
  const options = { weighted: true } as const
  t.ok(harmonicCloseness(doubled, UNWATCHED, options).every((score, v) => Math.abs(score - 2 * harmonicCloseness(graph, UNWATCHED, options)[v]) < 1e-9))
  const bounded = (of: Csr, lengthMax: number): Float64Array => betweenness(of, new Int32Array(of.n), { weighted: true, sources: 0, lengthMax }, 1).plain
  t.ok(bounded(doubled, 0.25).every((score, v) => Math.abs(score - bounded(graph, 0.5)[v]) < 1e-9))
  const ones = { ...graph, weights: graph.weights.map(() => 1) }
  t.ok(harmonicCloseness(ones, UNWATCHED, options).every((score, v) => Math.abs(score - harmonicCloseness(ones)[v]) < 1e-12))
})

t.test('equal lengths by other sums are one length', async t => {
  // From 0 to 3: 1/2 + 1/3 and 1/3 + 1/2; from 0 to 6: 1 + 1/3 and 1 + 1/6 + 1/6, which floats tell apart.
  const { graph } = buildCsr(7, { sources: [0, 1, 0, 2, 0, 4, 4, 5], targets: [1, 3, 2, 3, 4, 6, 5, 6], weights: [2, 3, 3, 2, 1, 3, 6, 6] }, true)
  const { plain } = betweenness(graph, new Int32Array(7), { weighted: true, sources: 0 }, 1)
  t.strictSame([plain[1], plain[2]], [0.5, 0.5])
  t.equal(plain[5], 1, 'half of 0 to 6, half of 4 to 6')
  t.equal(betweenness(graph, new Int32Array(7), { weighted: true, sources: 0, lengthMax: 5 / 6 }, 1).plain[1], 0.5, 'a path as long as the bound counts')
  t.equal(betweenness(graph, new Int32Array(7), { weighted: true, sources: 0, lengthMax: 0.83 }, 1).plain[1], 0)
})

t.test('a walk from a start', async t => {
  const network = readNetwork('links.csv', 'source,target\na,b\nb,c\nd,e\n', false, 'id\nz\n')
  const request = { name: 'pagerank', group: undefined, terms: undefined, seed: 1 }
  const scores = (start: string[]): Float64Array => measureNetwork(network, { ...request, options: { start } }, UNWATCHED).nodes.pagerank as Float64Array
  t.ok(scores(['a'])[network.ids.indexOf('d')] === 0 && scores(['a'])[network.ids.indexOf('b')] > 0.3)
  t.strictSame(scores(['a', 'a']), scores(['a']), 'named twice is named')
  t.strictSame(scores([]), pagerank(network.graph, PagerankOptions.parse({})))
  t.equal(scores(['z'])[network.ids.indexOf('z')], 1, 'an isolate keeps the walk')
  t.throws(() => scores(['a', 'A']), { name: 'NetworkFileError', message: /pagerank: no node has the id "A", which the option "start" names; there is "a"/ })
  t.throws(() => scores(['']), { name: 'ZodError' })
  t.throws(() => scores(Array.from({ length: 10_001 }, () => 'a')), { name: 'ZodError' })
})

t.test('it is watched and stops when asked', async t => {
  const { graph } = readCase('05-lesmis-weighted', false)
  const shares: number[] = []
  harmonicCloseness(graph, { check: () => {}, progress: share => shares.push(share) }, { weighted: true })
  t.ok(shares.length > 5 && shares.every(share => share >= 0 && share <= 1))
  const stopping = { progress: () => {}, check: () => { throw new Error('stopped') } }
  t.throws(() => harmonicCloseness(graph, stopping, { weighted: true }), { message: 'stopped' })
  t.throws(() => betweenness(graph, new Int32Array(graph.n), { weighted: true, sources: 0 }, 1, stopping), { message: 'stopped' })
})
