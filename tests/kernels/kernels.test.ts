/** Kernels against the definitions they stand for: equal labels, scores to 1e-12; stopped when asked; refused when they cannot fit. */
import { statSync } from 'node:fs'
import fc from 'fast-check'
import t from 'tap'
import { UNWATCHED } from '../../services/analysis/context.ts'
import { structuralHoles, sumsByDefinition } from '../../services/analysis/brokerage/structural-holes.ts'
import { betweennessByDefinition, betweennessOfSources } from '../../services/analysis/centrality/betweenness.ts'
import { harmonicByDefinition, harmonicByLengthDefinition, harmonicCloseness } from '../../services/analysis/centrality/harmonic.ts'
import { pagerank, pagerankByDefinition, PagerankOptions, walkOf } from '../../services/analysis/centrality/pagerank.ts'
import { byDefinition, createSearcher } from '../../services/analysis/communities/search-kernel.ts'
import { volumesOf } from '../../services/analysis/communities/search.ts'
import { modularity } from '../../services/analysis/communities/modularity.ts'
import { splitDisconnected } from '../../services/analysis/partitions/partition.ts'
import type { ChangedLinks } from '../../services/analysis/communities/split-changed.ts'
import { createRandom } from '../../services/analysis/random.ts'
import { COMPILED, openKernel } from '../../services/kernels/kernel.ts'
import { buildCsr } from '../../services/snapshot/build-csr.ts'
import type { Csr } from '../../services/snapshot/snapshot.ts'

t.ok(statSync(COMPILED).size > 1000 && openKernel(UNWATCHED) !== null, 'the kernels are compiled: what follows compares two implementations')

/** Random networks with everything that has been wrong somewhere: isolates, pairs, both directions, weights that do not add up exactly. */
const networks = fc.record({
  n: fc.integer({ min: 1, max: 40 }), density: fc.integer({ min: 0, max: 4 }), directed: fc.boolean(), weighted: fc.boolean(), seed: fc.nat()
}).map(({ n, density, directed, weighted, seed }): Csr => {
  const random = createRandom(seed)
  const pairs = Array.from({ length: n * density }, () => [random.below(n), random.below(n)]).filter(([a, b]) => a !== b)
  return buildCsr(n, { sources: pairs.map(([a]) => a), targets: pairs.map(([, b]) => b), ...(weighted && { weights: pairs.map(() => (1 + random.below(30)) / 7) }) }, directed).graph
})
const linksOf = (pairs: number[][]): ChangedLinks => ({ sources: Int32Array.from(pairs, ([source]) => source), targets: Int32Array.from(pairs, ([, target]) => target) })
const worst = (found: Float64Array, expected: Float64Array): number => Math.max(0, ...found.map((value, v) => Math.abs(value - expected[v]) / Math.max(1, Math.abs(expected[v]))))

t.test('community search', async t => {
  fc.assert(fc.property(networks, fc.constantFrom('modularity' as const, 'constantPotts' as const), fc.constantFrom(0.3, 1, 2.5), fc.boolean(), fc.integer({ min: 1, max: 6 }), fc.nat(), (graph, quality, resolution, refined, iterationsMax, seed) => {
    const options = { quality, resolution, refined, iterationsMax }
    const fast = createSearcher(graph, options, UNWATCHED)
    const slow = byDefinition(volumesOf(graph, options), options, UNWATCHED)
    const labels = fast.search(seed)
    t.strictSame([...labels], [...slow.search(seed)])
    t.strictSame([...fast.search(seed)], [...labels], 'once more, the same')
    const random = createRandom(seed)
    const changed = linksOf(Array.from({ length: 5 }, () => [random.below(graph.n), random.below(graph.n)]))
    t.strictSame([...fast.update(labels, changed)], [...slow.update(labels, changed)])
  }), { numRuns: 150 })
})

t.test('centralities', async t => {
  fc.assert(fc.property(networks, fc.nat(), fc.boolean(), (graph, seed, backwards) => {
    const random = createRandom(seed)
    const groups = Int32Array.from({ length: graph.n }, () => random.below(4) - 1)
    const sources = Int32Array.from({ length: graph.n }, (_, v) => v).filter(() => random.below(4) > 0)
    const sums = [[false, 0], [true, 0], [false, 2], [true, 1.5]].map(([weighted, lengthMax]) => [betweennessOfSources, betweennessByDefinition].map(compute => compute(graph, groups, sources, weighted as boolean, UNWATCHED, lengthMax as number)))
    const options = PagerankOptions.parse({ reversed: backwards })
    const deviations = [
      ...sums.flatMap(([fast, slow]) => [worst(fast.plain, slow.plain), worst(fast.acrossGroups, slow.acrossGroups)]),
      worst(harmonicCloseness(graph), harmonicByDefinition(graph, UNWATCHED)), worst(harmonicCloseness(graph, UNWATCHED, { weighted: true }), harmonicByLengthDefinition(graph, UNWATCHED)),
      worst(pagerank(graph, options), pagerankByDefinition(walkOf(graph, options), options, UNWATCHED))
    ]
    t.ok(deviations.every(deviation => deviation <= 1e-12), `largest deviations ${deviations.join(', ')}`)
  }), { numRuns: 150 })
})

t.test('structural holes', async t => {
  fc.assert(fc.property(networks, graph => {
    const fast = structuralHoles(graph)
    const slow = structuralHoles(graph, UNWATCHED, sumsByDefinition)
    for (const key of ['constraint', 'effectiveSize', 'efficiency', 'hierarchy'] as const) {
      t.ok(fast[key].every((value, v) => Number.isNaN(value) === Number.isNaN(slow[key][v])) && worst(fast[key].map(value => Number.isNaN(value) ? 0 : value), slow[key].map(value => Number.isNaN(value) ? 0 : value)) <= 1e-12, key)
    }
  }), { numRuns: 100 })
})

t.test('more than 256 nodes, and paths longer than a kernel counts', async t => {
  const chain = (n: number): Csr => buildCsr(n, { sources: Array.from({ length: n - 1 }, (_, i) => i), targets: Array.from({ length: n - 1 }, (_, i) => i + 1) }, false).graph
  for (const n of [250, 300, 600]) {
    const graph = chain(n)
    const sources = Int32Array.from({ length: n }, (_, v) => v)
    const { plain } = betweennessOfSources(graph, new Int32Array(n), sources, false, UNWATCHED)
    // On a chain of n nodes exactly v (n - 1 - v) pairs pass node v; both directions are summed here.
    t.ok(plain.every((value, v) => value === 2 * v * (n - 1 - v)), `${n} nodes`)
    t.ok(worst(harmonicCloseness(graph), harmonicByDefinition(graph, UNWATCHED)) <= 1e-12)
  }
})

t.test('after a few changed links', async t => {
  // Forty cliques of eight in a ring: the best partition is plain to see. Then one clique loses the links of a member, which joins another.
  const sources: number[] = []
  const targets: number[] = []
  for (let c = 0; c < 40; c++) {
    for (let i = 0; i < 8; i++) for (let j = 0; j < i; j++) { sources.push(8 * c + i); targets.push(8 * c + j) }
    sources.push(8 * c); targets.push((8 * c + 9) % 320)
  }
  const options = { quality: 'constantPotts', resolution: 0.3, refined: true, iterationsMax: 20 } as const
  const before = createSearcher(buildCsr(320, { sources, targets }, false).graph, options, UNWATCHED).search(1)
  t.equal(new Set(before).size, 40)
  const moved = sources.map((source, i) => source === 7 || targets[i] === 7 ? -1 : i).filter(i => i >= 0)
  const gone = sources.map((_, i) => i).filter(i => !moved.includes(i))
  const joined = Array.from({ length: 8 }, (_, i) => 80 + i)
  const changed = buildCsr(320, { sources: [...moved.map(i => sources[i]), ...joined.map(() => 7)], targets: [...moved.map(i => targets[i]), ...joined] }, false).graph
  const after = createSearcher(changed, options, UNWATCHED).update(before, linksOf([...gone.map(i => [sources[i], targets[i]]), ...joined.map(j => [7, j])]))
  t.equal(after[7], after[80], 'it has joined those it deals with now')
  t.ok(after.every((label, v) => v === 7 || label === before[v]), 'all others keep their label')
  t.ok((modularity(changed, after) as number) > (modularity(changed, before) as number))

  // A community whose only bridge is removed falls in two, and both parts are connected.
  const halves = buildCsr(6, { sources: [0, 1, 3, 4], targets: [1, 2, 4, 5] }, false).graph
  const split = createSearcher(halves, { ...options, resolution: 0.01 }, UNWATCHED).update(new Int32Array(6), linksOf([[2, 3]]))
  t.equal(new Set(split).size, 2)
  t.equal(new Set(splitDisconnected(halves, split)).size, 2)
})

t.test('a kernel is watched, stops when asked, and says what it would need', async t => {
  const random = createRandom(1)
  const links = Array.from({ length: 3000 }, () => [random.below(1000), random.below(1000)]).filter(([a, b]) => a !== b)
  const { graph } = buildCsr(1000, { sources: links.map(([a]) => a), targets: links.map(([, b]) => b) }, false)
  const shares: number[] = []
  harmonicCloseness(graph, { check: () => {}, progress: share => shares.push(share) })
  t.same(shares, [0, 0.256, 0.512, 0.768])
  let checks = 0
  t.throws(() => harmonicCloseness(graph, { progress: () => {}, check: () => { if (++checks === 2) throw new Error('stopped') } }), { message: 'stopped' })
  t.equal(checks, 2)
  t.throws(() => createSearcher(graph, { quality: 'modularity', resolution: 1, refined: true, iterationsMax: 20 }, { progress: () => {}, check: () => { throw new Error('stopped') } }).search(1), { message: 'stopped' })
  const kernel = openKernel(UNWATCHED)
  t.throws(() => kernel?.reserve(5 * 2 ** 30), { name: 'KernelTooLarge', message: /needs 512[01] MB of memory at once, of at most 4096 MB/ })
})
