/** What is known about communities: their number by resolution, their modularity against shuffled networks, how closed they are. */
import t from 'tap'
import fc from 'fast-check'
import { AboveChanceOptions, modularityAboveChance } from '../../services/analysis/communities/above-chance.ts'
import { communityQuality } from '../../services/analysis/communities/community-quality.ts'
import { plateau, resolutionScan, ResolutionScanOptions, RESOLUTIONS_MAX } from '../../services/analysis/communities/resolution-scan.ts'
import { Cancelled, UNWATCHED } from '../../services/analysis/context.ts'
import { MEASURABLE } from '../../services/analysis/registry.ts'
import { buildCsr } from '../../services/snapshot/build-csr.ts'
import type { Csr } from '../../services/snapshot/snapshot.ts'
import { readCase } from './read-case.ts'

const near = (found: number, value: number, tolerance = 1e-9): boolean => Math.abs(found - value) <= tolerance
const graphOf = (n: number, links: Array<[number, number, number?]>, directed = false): Csr =>
  buildCsr(n, { sources: links.map(link => link[0]), targets: links.map(link => link[1]), weights: links.map(link => link[2] ?? 1) }, directed).graph
const karate = readCase('01-karate-unweighted', false)
/** Cliques of `size` joined in a ring by one link each. */
const cliques = (count: number, size: number): Csr => graphOf(count * size, Array.from({ length: count }, (_, c): Array<[number, number]> => [
  ...Array.from({ length: size * size }, (_, i): [number, number] => [c * size + Math.floor(i / size), c * size + i % size]).filter(([a, b]) => a < b), [c * size, ((c + 1) % count) * size + 1]
]).flat())
const stopped = { progress: (): void => {}, check: (): void => { throw new Cancelled() } }

t.test('the scan finds as many communities as leidenalg, of at least the same modularity', async t => {
  const rows = resolutionScan(karate.graph, ResolutionScanOptions.parse({ repeats: 50 }), 1, UNWATCHED)
  const scan = karate.expected('resolution_scan_best_of_100_leiden') as Record<string, { q: number, communities: number }>
  t.strictSame(rows.map(({ resolution }) => resolution), Object.keys(scan).map(Number).sort((a, b) => a - b))
  for (const { resolution, communities, alone, modularity } of rows) {
    t.equal(communities + alone, scan[resolution].communities, `gamma ${resolution}`)
    t.ok(modularity >= scan[resolution].q - 1e-9, `gamma ${resolution}: ${modularity}`)
  }
  const atOne = rows[3]
  t.ok(near(atOne.modularity, atOne.modularityAtOne) && rows.every(row => row.modularityAtOne <= atOne.modularityAtOne + 1e-9), 'the search at 1 is the best at 1')
  t.equal(rows[0].largest, 34)
  t.equal(rows[0].agreement, 1)
  t.ok(Number.isNaN(rows[0].likenessToPrevious) && near(rows[1].likenessToPrevious, 0), 'one community is like no other partition')
  t.ok(plateau(rows) !== 0.25, 'everybody together is no plateau')
})

t.test('the plateau of a ring of cliques lies where the cliques are told apart', async t => {
  // Fortunato & Barthelemy 2007: below the limit pairs of cliques are merged.
  const ring = cliques(30, 5)
  const rows = resolutionScan(ring, ResolutionScanOptions.parse({ resolutions: [2, 0.01, 3], repeats: 10 }), 1, UNWATCHED)
  t.match(rows, [{ resolution: 0.01 }, { resolution: 2, communities: 30, largest: 5, agreement: 1 }, { resolution: 3, communities: 30, agreement: 1, likenessToPrevious: 1 }])
  t.equal(plateau(rows), 2, 'of equals the nearest to 1')
  t.equal(plateau(resolutionScan(cliques(6, 5), ResolutionScanOptions.parse({ resolutions: [0.5, 1.5], repeats: 3 }), 1, UNWATCHED)), 0.5, 'of equals as near the smaller')
})

t.test('where nothing is told apart there is no plateau', async t => {
  const pairs = graphOf(5, [[0, 1], [2, 3]])
  const rows = resolutionScan(pairs, ResolutionScanOptions.parse({ resolutions: [0.5, 1, 100] }), 1, UNWATCHED)
  t.match(rows, [{ communities: 2, alone: 1, largest: 2, toldApart: false }, { communities: 2, toldApart: false }, { communities: 0, largest: 1, toldApart: false }])
  t.equal(plateau(rows), null)
  for (const graph of [graphOf(0, []), graphOf(1, []), graphOf(3, []), graphOf(3, [], true)]) {
    const [row, second] = resolutionScan(graph, ResolutionScanOptions.parse({}), 1, UNWATCHED)
    t.match(row, { communities: 0, largest: Math.min(1, graph.n), modularity: NaN, modularityAtOne: NaN, agreement: NaN, toldApart: false })
    t.ok(Number.isNaN(second.likenessToPrevious))
    t.equal(plateau([row, second]), null)
  }
})

t.test('an isolate and the scale of weights change nothing of what is found', async t => {
  const options = ResolutionScanOptions.parse({ repeats: 5 })
  const { n, offsets, targets, weights } = karate.graph
  const figures = (graph: Csr): unknown => resolutionScan(graph, options, 4, UNWATCHED).map(({ communities, largest, modularity }) => [communities, largest, modularity.toFixed(9)])
  t.strictSame(figures({ ...karate.graph, weights: weights.map(weight => 4 * weight) }), figures(karate.graph))
  const best = (graph: Csr): unknown => resolutionScan(graph, ResolutionScanOptions.parse({ resolutions: [0.75, 1], repeats: 30 }), 4, UNWATCHED).map(({ communities, largest, modularity, toldApart }) => [communities, largest, modularity.toFixed(9), toldApart])
  t.strictSame(best({ ...karate.graph, n: n + 1, offsets: Int32Array.of(...offsets, targets.length) }), best(karate.graph))
})

t.test('what a scan cannot be asked', async t => {
  for (const refused of [{ resolutions: [] }, { resolutions: [0] }, { resolutions: [101] }, { resolutions: Array.from({ length: RESOLUTIONS_MAX + 1 }, (_, i) => i + 1) }, { repeats: 1 }, { repeats: 201 }]) t.throws(() => ResolutionScanOptions.parse(refused), { name: 'ZodError' })
  t.equal(resolutionScan(graphOf(2, [[0, 1]]), ResolutionScanOptions.parse({ resolutions: Array.from({ length: RESOLUTIONS_MAX }, (_, i) => i + 1), repeats: 2 }), 1, UNWATCHED).length, RESOLUTIONS_MAX)
  t.equal(resolutionScan(karate.graph, ResolutionScanOptions.parse({ resolutions: [1, 1], repeats: 2 }), 1, UNWATCHED).length, 1, 'twice the same is once')
  t.throws(() => resolutionScan(karate.graph, ResolutionScanOptions.parse({}), 1, stopped), Cancelled)
})

t.test('modularity above chance as networkx and leidenalg have it', async t => {
  const expected = karate.expected('null_modularity_degree_preserving') as { mean: number, sd: number, z: number }
  const options = AboveChanceOptions.parse({ rewirings: 200 })
  const found = modularityAboveChance(karate.graph, options, 1, UNWATCHED)
  t.ok(near(found.modularity as number, karate.expected('modularity_optimum') as number))
  // Two means of 200 draws, and two deviations: four standard errors.
  t.ok(near(found.rewiredMean as number, expected.mean, 4 * expected.sd * Math.sqrt(2 / 200)), `mean ${found.rewiredMean}`)
  t.ok(near(found.rewiredDeviation as number, expected.sd, 4 * expected.sd * Math.sqrt(1 / 200)), `deviation ${found.rewiredDeviation}`)
  t.ok(near(found.z as number, expected.z, 2), `z ${found.z}`)
  t.equal(found.p, 1 / 201, 'none reaches it')
  t.strictSame(modularityAboveChance(karate.graph, options, 1, UNWATCHED), found, 'one seed, one result')
})

t.test('a network that is random already is not above chance, however high its modularity', async t => {
  // A ring of 60 with chords drawn by arithmetic: sparse, without communities.
  const random = graphOf(60, Array.from({ length: 60 }, (_, v): Array<[number, number]> => [[v, (v + 1) % 60], [v, (v * v * 7 + 11) % 60]]).flat().filter(([a, b]) => a !== b))
  const even: Csr = { ...random, weights: random.weights.map(() => 1) }
  const { modularity, z, p } = modularityAboveChance(even, AboveChanceOptions.parse({ swapsPerLink: 10 }), 1, UNWATCHED)
  t.ok((modularity as number) > 0.3 && Math.abs(z as number) < 4 && (p as number) > 0.005, `modularity ${modularity}, z ${z}, p ${p}`)
  const planted = modularityAboveChance(cliques(8, 6), AboveChanceOptions.parse({ algorithm: 'louvain' }), 1, UNWATCHED)
  t.ok((planted.z as number) > 20, `planted cliques: z ${planted.z}`)
})

t.test('directed networks, scale of weights, networks that cannot be shuffled', async t => {
  const { graph } = readCase('10-directed-weighted-supply', true)
  const options = AboveChanceOptions.parse({ rewirings: 20 })
  const directed = modularityAboveChance(graph, options, 3, UNWATCHED)
  t.ok(Number.isFinite(directed.z) && (directed.modularity as number) <= (readCase('10-directed-weighted-supply', true).expected('directed_modularity_best') as { q: number }).q + 1e-9)
  const scaled = modularityAboveChance({ ...graph, weights: graph.weights.map(weight => 4 * weight) }, options, 3, UNWATCHED)
  t.ok(near(scaled.z as number, directed.z as number))
  for (const none of [graphOf(0, []), graphOf(1, []), graphOf(4, [])]) t.strictSame(modularityAboveChance(none, options, 1, UNWATCHED), { modularity: null, rewiredMean: null, rewiredDeviation: null, z: null, p: null })
  t.match(modularityAboveChance(graphOf(3, [[0, 1], [0, 2], [1, 2]]), options, 1, UNWATCHED), { modularity: 0, rewiredMean: 0, z: null, p: 1 }, 'a complete network is its only rewiring')
  t.throws(() => modularityAboveChance(graph, options, 1, stopped), Cancelled)
  for (const refused of [{ rewirings: 19 }, { rewirings: 1001 }, { swapsPerLink: 0 }, { swapsPerLink: 101 }, { algorithm: 'labelPropagation' }, { resolution: 0 }]) t.throws(() => AboveChanceOptions.parse(refused), { name: 'ZodError' })
})

t.test('how closed groups are, as networkx has it', async t => {
  const partition = karate.inputs.partition_optimal as Record<string, number>
  const groups = Int32Array.from(karate.ids, id => partition[id])
  const { nodes, linksInside, weightOutside, conductance, internalDensity, coverage } = communityQuality(karate.graph, groups, 4)
  const expected = karate.expected('cluster_quality_partition_optimal') as Record<string, { size: number, internal_edges: number, cut: number, conductance: number, internal_density: number }>
  for (const [group, each] of Object.entries(expected)) {
    const c = Number(group)
    t.strictSame([nodes[c], linksInside[c], weightOutside[c]], [each.size, each.internal_edges, each.cut])
    t.ok(near(conductance[c], each.conductance) && near(internalDensity[c], each.internal_density), group)
  }
  t.ok(near(coverage.reduce((sum, share) => sum + share, 0), (karate.expected('coverage_performance_partition_optimal') as { coverage: number }).coverage))
})

t.test('how closed groups are, pair by pair on any network', async () => {
  const links = fc.uniqueArray(fc.tuple(fc.nat(7), fc.nat(7), fc.integer({ min: 1, max: 9 })).filter(([a, b]) => a < b), { maxLength: 20, selector: ([a, b]) => a * 8 + b })
  fc.assert(fc.property(links, fc.array(fc.integer({ min: -1, max: 2 }), { minLength: 8, maxLength: 8 }), (list, groupList) => {
    const found = communityQuality(graphOf(8, list), Int32Array.from(groupList), 3)
    const sum = (chosen: typeof list): number => chosen.reduce((total, [, , weight]) => total + weight, 0)
    return [0, 1, 2].every(group => {
      const isIn = (v: number): boolean => groupList[v] === group
      const inside = list.filter(([a, b]) => isIn(a) && isIn(b))
      const cut = sum(list.filter(([a, b]) => isIn(a) !== isIn(b)))
      const volume = 2 * sum(inside) + cut
      const less = Math.min(volume, 2 * sum(list) - volume)
      const size = groupList.filter(each => each === group).length
      const expected = [less === 0 ? NaN : cut / less, size < 2 ? NaN : inside.length / (size * (size - 1) / 2), list.length === 0 ? NaN : sum(inside) / sum(list)]
      return [found.conductance, found.internalDensity, found.coverage].every((column, i) => Object.is(column[group], expected[i]) || near(column[group], expected[i])) &&
        found.nodes[group] === size && found.linksInside[group] === inside.length && found.weightInside[group] === sum(inside) && found.weightOutside[group] === cut
    })
  }), { seed: 12, numRuns: 300 })
})

t.test('registered with their tables', async t => {
  const input = { ids: karate.ids, graph: karate.graph, groups: karate.groups('club').codes, groupNames: ['x', 'y'], terms: { offsets: new Int32Array(35), codes: new Int32Array(0), values: [] }, memberships: { networks: [], offsets: new Int32Array(1), members: new Int32Array(0), membersTotal: new Int32Array(0) }, seed: 1 }
  const measure = (name: string) => {
    const { options, compute } = MEASURABLE.get(name)!
    return compute(input, options.parse({}) as never, UNWATCHED)
  }
  const scan = measure('resolutionScan')
  t.strictSame(Array.from(scan.tables?.resolutions.communities as number[]), [1, 2, 3, 4, 4, 5, 7, 11])
  t.strictSame(Array.from(scan.tables?.resolutions.alone as number[]), [0, 0, 0, 0, 0, 0, 0, 1])
  t.ok(Number.isFinite(scan.metrics.plateauResolution))
  t.match(measure('modularityAboveChance').metrics, { modularity: Number, rewiredMean: Number, rewiredDeviation: Number, z: Number, p: 1 / 101 })
  const quality = measure('communityQuality')
  t.match(quality.tables?.groups.group, ['x', 'y'])
  t.ok(near(quality.metrics.coverage as number, 67 / 78), 'eleven links between the clubs')
})
