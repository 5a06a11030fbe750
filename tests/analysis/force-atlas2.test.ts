/** ForceAtlas2 against graphology's, against its own exact sums, and against its kernel. */
import fc from 'fast-check'
import Graph from 'graphology'
import graphologyForceAtlas2 from 'graphology-layout-forceatlas2'
import t from 'tap'
import { UNWATCHED } from '../../services/analysis/context.ts'
import { forceAtlas2, forceAtlas2ByDefinition, prepare } from '../../services/analysis/layout/force-atlas2.ts'
import { ForceAtlas2Options } from '../../services/analysis/layout/force-options.ts'
import { sunflower } from '../../services/analysis/layout/positions.ts'
import type { Positions } from '../../services/analysis/layout/positions.ts'
import { buildQuadtree, LEAF_MAX } from '../../services/analysis/layout/quadtree.ts'
import { createRandom, shuffle } from '../../services/analysis/random.ts'
import { buildCsr } from '../../services/snapshot/build-csr.ts'
import type { Csr } from '../../services/snapshot/snapshot.ts'

interface Case { graph: Csr, start: Positions, sizes: Float64Array | null }

const makeCase = (n: number, density: number, directed: boolean, sized: boolean, seed: number): Case => {
  const random = createRandom(seed)
  const pairs = Array.from({ length: n * density }, () => [random.below(n), random.below(n)]).filter(([a, b]) => a !== b)
  const { graph } = buildCsr(n, { sources: pairs.map(([a]) => a), targets: pairs.map(([, b]) => b), weights: pairs.map(() => (1 + random.below(30)) / 7) }, directed)
  // Float32 as graphology keeps it, so that both start from the very same places.
  const place = (): Float64Array => Float64Array.from({ length: n }, () => Math.fround(random.next() * 200 - 100))
  return { graph, start: { x: place(), y: place() }, sizes: sized ? Float64Array.from({ length: n }, () => 1 + random.below(8)) : null }
}
const cases = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 3 }), fc.boolean(), fc.boolean(), fc.nat()).map(values => makeCase(...values))
const optionsOf = fc.record({ linLog: fc.boolean(), strongGravity: fc.boolean(), outboundAttraction: fc.boolean(), weightInfluence: fc.constantFrom(0, 0.35, 1), scaling: fc.constantFrom(1, 14), gravity: fc.constantFrom(0, 0.05, 1), theta: fc.constantFrom(0, 0.5, 1.2), iterations: fc.integer({ min: 1, max: 4 }) })
  .map(options => ForceAtlas2Options.parse(options))

/** Largest difference, as a share of the largest coordinate. */
const difference = (a: Positions, b: Positions): number => {
  const values = [...a.x, ...a.y]
  const others = [...b.x, ...b.y]
  return Math.max(0, ...values.map((value, i) => Math.abs(value - others[i]))) / Math.max(1, ...values.map(Math.abs))
}

t.test('the kernel gives the positions of the definition', async t => {
  fc.assert(fc.property(cases, optionsOf, ({ graph, start, sizes }, options) => {
    const found = difference(forceAtlas2(graph, start, options, UNWATCHED, sizes), forceAtlas2ByDefinition(prepare(graph, start, options, sizes), start, options, UNWATCHED))
    t.ok(found <= 1e-9, `differ by ${found}`)
  }), { numRuns: 150 })
})

function byGraphology ({ graph, start, sizes }: Case, options: ForceAtlas2Options): Positions {
  const peer = new Graph({ type: graph.directed ? 'directed' : 'undirected' })
  for (let v = 0; v < graph.n; v++) peer.addNode(v, { x: start.x[v], y: start.y[v], size: sizes?.[v] ?? 1 })
  for (let v = 0; v < graph.n; v++) for (let slot = graph.offsets[v]; slot < graph.offsets[v + 1]; slot++) if (graph.directed || graph.targets[slot] > v) peer.addEdge(v, graph.targets[slot], { weight: graph.weights[slot] })
  const placed = graphologyForceAtlas2(peer, {
    iterations: options.iterations,
    getEdgeWeight: 'weight',
    settings: {
      linLogMode: options.linLog, strongGravityMode: options.strongGravity, outboundAttractionDistribution: options.outboundAttraction, edgeWeightInfluence: options.weightInfluence,
      scalingRatio: options.scaling, gravity: options.gravity, slowDown: options.slowDown, adjustSizes: sizes !== null, barnesHutOptimize: false
    }
  })
  return { x: Float64Array.from({ length: graph.n }, (_, v) => placed[v].x), y: Float64Array.from({ length: graph.n }, (_, v) => placed[v].y) }
}

t.test('exact repulsion gives the positions of graphology, as far as its 32-bit numbers go', async t => {
  fc.assert(fc.property(cases, optionsOf, (each, given) => {
    const options = { ...given, theta: 0, iterations: 1, slowDown: 3 }
    const found = difference(forceAtlas2(each.graph, each.start, options, UNWATCHED, each.sizes), byGraphology(each, options))
    t.ok(found <= 1e-5, `differ by ${found}`)
  }), { numRuns: 150 })
  // Later iterations: memory of the last force and of convergence.
  const each = makeCase(40, 2, false, false, 5)
  const options = ForceAtlas2Options.parse({ theta: 0, iterations: 10, slowDown: 5, scaling: 2 })
  t.ok(difference(forceAtlas2(each.graph, each.start, options), byGraphology(each, options)) <= 1e-3, 'ten iterations')
})

t.test('far nodes counted as one change little, and less where theta is smaller', async t => {
  const { graph, start } = makeCase(3000, 3, false, false, 1)
  const step = (theta: number): Positions => forceAtlas2(graph, start, ForceAtlas2Options.parse({ theta, iterations: 1 }))
  const exact = step(0)
  const moved = Math.sqrt(exact.x.reduce((sum, x, v) => sum + (x - start.x[v]) ** 2, 0))
  const error = (theta: number): number => Math.sqrt(step(theta).x.reduce((sum, x, v) => sum + (x - exact.x[v]) ** 2, 0)) / moved
  t.ok(error(0.5) < 0.01, `theta 0.5: ${error(0.5)}`)
  t.ok(error(1.2) < 0.05, `theta 1.2: ${error(1.2)}`)
  t.ok(error(0.5) < error(1.2))
  t.ok(error(0.5) > 0, 'and not the same computation')
})

t.test('numbering changes nothing', async t => {
  const { graph, start } = makeCase(200, 2, false, false, 9)
  const renamed = shuffle(Int32Array.from({ length: graph.n }, (_, v) => v), createRandom(2))
  const links = { sources: [] as number[], targets: [] as number[], weights: [] as number[] }
  for (let v = 0; v < graph.n; v++) {
    for (let slot = graph.offsets[v]; slot < graph.offsets[v + 1]; slot++) {
      if (graph.targets[slot] < v) continue
      links.sources.push(renamed[v])
      links.targets.push(renamed[graph.targets[slot]])
      links.weights.push(graph.weights[slot])
    }
  }
  const other = { x: new Float64Array(graph.n), y: new Float64Array(graph.n) }
  renamed.forEach((name, v) => { other.x[name] = start.x[v]; other.y[name] = start.y[v] })
  const options = ForceAtlas2Options.parse({ iterations: 3 })
  const there = forceAtlas2(buildCsr(graph.n, links, false).graph, other, options)
  const back = { x: Float64Array.from(renamed, name => there.x[name]), y: Float64Array.from(renamed, name => there.y[name]) }
  t.ok(difference(forceAtlas2(graph, start, options), back) < 1e-9)
})

t.test('the tree holds every node once, in cells that lie within each other', async t => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 40 }), fc.nat(), (n, places, seed) => {
    const random = createRandom(seed)
    // Few different places: many nodes share one, and leaves overflow.
    const positions = { x: Float64Array.from({ length: n }, () => random.below(places)), y: Float64Array.from({ length: n }, () => random.below(places)) }
    const mass = Float64Array.from({ length: n }, () => 1 + random.below(5))
    const tree = buildQuadtree(positions, mass)
    t.strictSame([...tree.order].sort((a, b) => a - b), Array.from({ length: n }, (_, v) => v))
    let covered = 0
    for (let cell = 0; cell < tree.cells; cell++) {
      const nodes = [...tree.order.subarray(tree.first[cell], tree.end[cell])]
      const total = nodes.reduce((sum, v) => sum + mass[v], 0)
      const sides = [positions.x, positions.y].map(values => Math.max(...nodes.map(v => values[v])) - Math.min(...nodes.map(v => values[v])))
      t.equal(tree.mass[cell], total)
      t.ok(Math.abs(tree.x[cell] - nodes.reduce((sum, v) => sum + positions.x[v] * mass[v], 0) / total) < 1e-9)
      t.ok(Math.max(...sides) ** 2 <= tree.side2[cell] + 1e-9, 'a cell is as wide as what it holds, or wider')
      if (tree.next[cell] !== cell + 1) continue
      t.equal(tree.first[cell], covered, 'leaves follow each other')
      covered = tree.end[cell]
      t.ok(nodes.length <= LEAF_MAX || Math.max(...sides) === 0, 'only nodes at one place crowd a leaf')
    }
    t.equal(covered, n)
  }), { numRuns: 60 })
})

t.test('tiny networks, and nodes at one place', async t => {
  for (const n of [0, 1, 2, 20]) {
    const { graph } = buildCsr(n, { sources: [], targets: [] }, false)
    for (const sizes of [null, new Float64Array(n).fill(3)]) {
      const { x, y } = forceAtlas2(graph, sunflower(n, 1), ForceAtlas2Options.parse({}), UNWATCHED, sizes)
      t.ok(x.length === n && [...x, ...y].every(Number.isFinite), `${n} nodes without links`)
      t.strictSame(forceAtlas2(graph, { x: new Float64Array(n).fill(5), y: new Float64Array(n) }, ForceAtlas2Options.parse({ gravity: 0 }), UNWATCHED, sizes).x, new Float64Array(n).fill(5), 'no direction to move in')
    }
  }
})

t.test('a start without a place is refused; work is reported and stops when asked', async t => {
  const { graph, start } = makeCase(2000, 2, false, false, 3)
  const options = ForceAtlas2Options.parse({ iterations: 4 })
  t.throws(() => forceAtlas2(graph, { x: start.x.with(7, NaN), y: start.y }, options), { name: 'RangeError', message: /node 7 has no place to start from: \(NaN, / })
  const stopped = { progress: () => {}, check: () => { throw new Error('stopped') } }
  t.throws(() => forceAtlas2(graph, start, options, stopped), { message: 'stopped' })
  t.throws(() => forceAtlas2ByDefinition(prepare(graph, start, options, null), start, options, stopped), { message: 'stopped' })
  const shares: number[] = []
  forceAtlas2(graph, start, options, { check: () => {}, progress: share => shares.push(share) })
  t.ok(shares.length === 4 && shares.every((share, i) => Math.abs(share - i / 4) < 0.01), shares.join(' '))
})
