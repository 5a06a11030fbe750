/** Whole pictures: no overlaps, parts apart, nothing jumps; and places on the map of Europe. */
import fc from 'fast-check'
import t from 'tap'
import { components } from '../../services/analysis/communities/components.ts'
import { leiden, LeidenOptions } from '../../services/analysis/communities/leiden.ts'
import { UNWATCHED } from '../../services/analysis/context.ts'
import { alignPositions, displacement } from '../../services/analysis/layout/align-positions.ts'
import { ForceAtlas2Options } from '../../services/analysis/layout/force-options.ts'
import { APART_KM_MAX, geographicLayout, GeographicLayoutOptions } from '../../services/analysis/layout/geographic-layout.ts'
import { geographicPositions } from '../../services/analysis/layout/geographic-positions.ts'
import { laeaEurope } from '../../services/analysis/layout/laea-europe.ts'
import { layoutNetwork } from '../../services/analysis/layout/layout-network.ts'
import { packBoxes } from '../../services/analysis/layout/pack-boxes.ts'
import { boundsOf, SUNFLOWER_GAP, sunflower } from '../../services/analysis/layout/positions.ts'
import type { Positions } from '../../services/analysis/layout/positions.ts'
import { removeOverlaps, TOLERANCE } from '../../services/analysis/layout/remove-overlaps.ts'
import { createRandom } from '../../services/analysis/random.ts'
import { undirected } from '../../services/analysis/undirected.ts'
import { buildCsr } from '../../services/snapshot/build-csr.ts'
import type { Csr } from '../../services/snapshot/snapshot.ts'
import { planted } from '../bench/graphs.ts'

/** Pairs of discs that overlap by more than the tolerance, looked for one by one. */
function overlaps ({ x, y }: Positions, radii: Float64Array): number {
  let count = 0
  for (let i = 0; i < x.length; i++) for (let j = 0; j < i; j++) if (Math.hypot(x[i] - x[j], y[i] - y[j]) < (radii[i] + radii[j]) * (1 - 2 * TOLERANCE)) count++
  return count
}
const copy = ({ x, y }: Positions): Positions => ({ x: x.slice(), y: y.slice() })
const options = ForceAtlas2Options.parse({ iterations: 60 })

t.test('discs are pushed apart, and those that do not overlap stay', async t => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 120 }), fc.constantFrom(0, 1, 10, 100), fc.constantFrom(1, 5, 30), fc.nat(), (n, extent, largest, seed) => {
    const random = createRandom(seed)
    const positions = { x: Float64Array.from({ length: n }, () => extent * random.next()), y: Float64Array.from({ length: n }, () => extent * random.next()) }
    const radii = Float64Array.from({ length: n }, () => 0.5 + largest * random.next())
    removeOverlaps(positions, radii)
    t.ok([...positions.x, ...positions.y].every(Number.isFinite))
    t.equal(overlaps(positions, radii), 0)
    const kept = copy(positions)
    removeOverlaps(positions, radii)
    t.strictSame(positions, kept)
  }), { numRuns: 100 })
})

t.test('boxes stand in rows without overlapping', async t => {
  fc.assert(fc.property(fc.array(fc.record({ width: fc.integer({ min: 1, max: 100 }), height: fc.integer({ min: 1, max: 100 }) }), { maxLength: 60 }), fc.integer({ min: 0, max: 5 }), (boxes, gap) => {
    const places = packBoxes(boxes, gap)
    boxes.forEach((a, i) => boxes.slice(0, i).forEach((b, j) => {
      const apart = places[i].left >= places[j].left + b.width + gap || places[j].left >= places[i].left + a.width + gap || places[i].bottom >= places[j].bottom + b.height + gap || places[j].bottom >= places[i].bottom + a.height + gap
      t.ok(apart, `${i} and ${j}`)
    }))
  }), { numRuns: 60 })
  t.strictSame(packBoxes([{ width: 1, height: 1 }, { width: 4, height: 3 }, { width: 3, height: 1 }], 0), [{ left: 0, bottom: -4 }, { left: 0, bottom: -3 }, { left: 1, bottom: -4 }])
})

t.test('a picture is turned back onto itself, whatever was done to it', async t => {
  const random = createRandom(4)
  const original = { x: Float64Array.from({ length: 50 }, () => random.next()), y: Float64Array.from({ length: 50 }, () => random.next()) }
  for (const [angle, mirror, scale] of [[0, 1, 1], [2, 1, 1], [4, -1, 1], [-1, -1, 3], [1, 1, 0.2]]) {
    const moved: Positions = {
      x: original.x.map((x, v) => scale * (Math.cos(angle) * x - Math.sin(angle) * mirror * original.y[v]) + 7),
      y: original.y.map((y, v) => scale * (Math.sin(angle) * original.x[v] + Math.cos(angle) * mirror * y) - 3)
    }
    // One node is new, and follows the others.
    const previous = { x: original.x.with(9, NaN), y: original.y.with(9, NaN) }
    alignPositions(moved, previous, scale !== 1)
    t.equal(displacement(moved, previous).shared, 49)
    t.ok(displacement(moved, original).moved < 1e-9, `angle ${angle}, mirrored ${mirror}, scale ${scale}`)
  }
  const kept = { x: original.x.map(x => 3 * x), y: original.y.map(y => 3 * y) }
  alignPositions(kept, original)
  t.ok(Math.abs(boundsOf(kept).width - 3 * boundsOf(original).width) < 1e-9, 'the scale is kept')
  const alone = { x: Float64Array.of(1), y: Float64Array.of(1) }
  alignPositions(alone, { x: Float64Array.of(5), y: Float64Array.of(6) })
  t.strictSame(alone, { x: Float64Array.of(5), y: Float64Array.of(6) })
  const strangers = copy(alone)
  alignPositions(strangers, { x: Float64Array.of(NaN), y: Float64Array.of(NaN) })
  t.strictSame(strangers, alone)
})

t.test('no turn is better: many tried one by one', async t => {
  const random = createRandom(6)
  const points = (): Positions => ({ x: Float64Array.from({ length: 12 }, () => random.next() - 0.5), y: Float64Array.from({ length: 12 }, () => random.next() - 0.5) })
  const squares = (a: Positions, b: Positions): number => a.x.reduce((sum, x, v) => sum + (x - b.x[v]) ** 2 + (a.y[v] - b.y[v]) ** 2, 0)
  for (let round = 0; round < 10; round++) {
    const [found, previous] = [points(), points()]
    alignPositions(found, previous)
    const middle = [found.x, found.y].map(values => values.reduce((sum, value) => sum + value, 0) / 12)
    for (const mirror of [1, -1]) {
      for (let angle = 0; angle < 6.3; angle += 0.05) {
        const other = {
          x: found.x.map((x, v) => middle[0] + Math.cos(angle) * (x - middle[0]) - Math.sin(angle) * mirror * (found.y[v] - middle[1])),
          y: found.y.map((y, v) => middle[1] + Math.sin(angle) * (found.x[v] - middle[0]) + Math.cos(angle) * mirror * (y - middle[1]))
        }
        t.ok(squares(other, previous) >= squares(found, previous) - 1e-9)
      }
    }
  }
})

const networks = fc.record({ n: fc.integer({ min: 0, max: 80 }), links: fc.integer({ min: 0, max: 90 }), seed: fc.nat() }).map(({ n, links, seed }): Csr => {
  const random = createRandom(seed)
  const pairs = n < 2 ? [] : Array.from({ length: links }, () => [random.below(n), random.below(n)]).filter(([a, b]) => a !== b)
  return buildCsr(n, { sources: pairs.map(([a]) => a), targets: pairs.map(([, b]) => b) }, seed % 2 === 0).graph
})

t.test('every organisation has a place, no discs overlap, and parts do not mix', async t => {
  fc.assert(fc.property(networks, fc.nat(), (graph, seed) => {
    const random = createRandom(seed)
    const radii = Float64Array.from({ length: graph.n }, () => 1 + 4 * random.next())
    const community = Int32Array.from({ length: graph.n }, () => random.below(5))
    const { positions, stability } = layoutNetwork(graph, community, options, UNWATCHED, radii)
    t.equal(stability, null)
    t.ok([...positions.x, ...positions.y].every(Number.isFinite))
    t.equal(overlaps(positions, radii), 0)
    const { labels, count } = components(undirected(graph))
    const boxes = Array.from({ length: count }, (_, label) => Array.from(labels.keys()).filter(v => labels[v] === label)).filter(nodes => nodes.length > 1)
      .map(nodes => boundsOf({ x: Float64Array.from(nodes, v => positions.x[v]), y: Float64Array.from(nodes, v => positions.y[v]) }))
    boxes.forEach((a, i) => boxes.slice(0, i).forEach(b => t.ok(a.left > b.left + b.width || b.left > a.left + a.width || a.bottom > b.bottom + b.height || b.bottom > a.bottom + a.height)))
    const isolates = Array.from(labels.keys()).filter(v => labels.filter(label => label === labels[v]).length === 1)
    t.ok(isolates.every(v => boxes.every(box => positions.y[v] < box.bottom)), 'those without links stand beneath')
    t.strictSame(layoutNetwork(graph, community, options, UNWATCHED, radii).positions, positions, 'once more, the same')
  }), { numRuns: 40 })
})

t.test('a network that has changed a little keeps its picture', async t => {
  const links = planted(600, 8, 60, 0.2, 3)
  const graphWith = (from: number): Csr => buildCsr(600, { sources: links.sources.slice(from), targets: links.targets.slice(from) }, false).graph
  const [before, after] = [graphWith(0), graphWith(60)]
  const communities = [before, after].map(graph => leiden(graph, LeidenOptions.parse({}), 1))
  const whole = ForceAtlas2Options.parse({ iterations: 150 })
  const { positions: previous } = layoutNetwork(before, communities[0], whole, UNWATCHED)
  // Ten organisations are new.
  const known = { x: previous.x.map((x, v) => v % 60 === 0 ? NaN : x), y: previous.y.map((y, v) => v % 60 === 0 ? NaN : y) }
  const anew = layoutNetwork(after, communities[1], whole, UNWATCHED).positions
  const { positions, stability } = layoutNetwork(after, communities[1], whole, UNWATCHED, undefined, known)
  if (stability === null) throw new Error('it was given an earlier picture')
  t.equal(stability.shared, 590)
  t.ok(stability.moved <= stability.before + 1e-9, `${stability.moved} <= ${stability.before}`)
  t.ok(stability.moved < 0.4 * displacement(anew, known).moved, `moved ${stability.moved}, ${displacement(anew, known).moved} without the earlier picture`)
  t.ok(stability.moved === displacement(positions, known).moved)
  t.equal(overlaps(positions, new Float64Array(600).fill(1)), 0)
})

t.test('the layout shows communities: links within are shorter', async t => {
  const { communities, ...links } = planted(500, 10, 50, 0.15, 2)
  const { graph } = buildCsr(links.n, links, false)
  const { positions: { x, y } } = layoutNetwork(graph, communities, ForceAtlas2Options.parse({ iterations: 150 }), UNWATCHED)
  const means = [0, 1].map(outside => {
    const lengths = Array.from(links.sources, (a, i) => [a, links.targets[i]]).filter(([a, b]) => (communities[a] === communities[b] ? 0 : 1) === outside).map(([a, b]) => Math.hypot(x[a] - x[b], y[a] - y[b]))
    return lengths.reduce((sum, length) => sum + length, 0) / lengths.length
  })
  t.ok(means[1] > 1.5 * means[0], `${means[0]} within, ${means[1]} between`)
})

t.test('a layout is watched, and stops when asked', async t => {
  const { graph } = buildCsr(50, { sources: Array.from({ length: 49 }, (_, v) => v), targets: Array.from({ length: 49 }, (_, v) => v + 1) }, false)
  const shares: number[] = []
  layoutNetwork(graph, new Int32Array(50), options, { check: () => {}, progress: share => shares.push(share) })
  t.ok(shares.length > 50 && shares.every((share, i) => share >= (shares[i - 1] ?? 0) && share <= 1))
  t.throws(() => layoutNetwork(graph, new Int32Array(50), options, { progress: () => {}, check: () => { throw new Error('stopped') } }), { message: 'stopped' })
})

t.test('the equal-area map of Europe', async t => {
  const near = (found: { x: number, y: number }, x: number, y: number, name: string): void => { t.ok(Math.abs(found.x - x) < 1e-5 && Math.abs(found.y - y) < 1e-5, `${name}: ${found.x}, ${found.y}`) }
  near(laeaEurope(50, 5), 3962.79945, 2999.71885, 'the control point of IOGP Guidance Note 7-2, method 9820')
  near(laeaEurope(52, 10), 4321, 3210, 'the middle')
  const [southWest, northEast] = [laeaEurope(34.5, -10.67), laeaEurope(71.05, 31.55)]
  near({ x: southWest.x, y: southWest.y }, 2426.3780132, 1528.1012618, 'the south-west corner of the published bounds of EPSG:3035')
  t.ok(Math.abs(northEast.y - 5446.5135222) < 1e-5, 'their northern edge')
  t.ok(Number.isNaN(laeaEurope(-52, -170).x) && Number.isFinite(laeaEurope(-51.9, -170).x), 'opposite the middle there is no place')
  // Equal area: a degree square in the north has the area of the zone of the ellipsoid it covers; here on a grid of 1/50 degree.
  const areaOf = (latitude: number, longitude: number): number => {
    const corners = [[0, 0], [0, 0.02], [0.02, 0.02], [0.02, 0]].map(([dLatitude, dLongitude]) => laeaEurope(latitude + dLatitude, longitude + dLongitude))
    return Math.abs(corners.reduce((sum, a, i) => sum + a.x * corners[(i + 1) % 4].y - corners[(i + 1) % 4].x * a.y, 0)) / 2
  }
  t.ok(Math.abs(areaOf(65, 27) / areaOf(65, 10) - 1) < 1e-4, 'the same size wherever it lies on its parallel')
})

t.test('organisations on the map: apart from each other, without a place when it is not known', async t => {
  t.ok(overlaps(sunflower(2000, 1), new Float64Array(2000).fill(SUNFLOWER_GAP / 2)) === 0, 'seeds are so far apart')
  t.ok(overlaps(sunflower(5, 1), new Float64Array(5).fill(SUNFLOWER_GAP / 2 * 1.001)) > 0, 'and no farther')
  const latitude = [57.7, 57.7, 57.70001, 54.35, NaN, 91, 57.7]
  const longitude = [11.97, 11.97, 11.97, 18.65, NaN, 0, 11.97]
  const { x, y } = geographicPositions(latitude, longitude, 2)
  const gothenburg = laeaEurope(57.7, 11.97)
  for (const v of [0, 1, 2, 6]) {
    t.ok(Math.hypot(x[v] - gothenburg.x, y[v] - gothenburg.y) < 4)
    for (const u of [0, 1, 2, 6]) if (u < v) t.ok(Math.hypot(x[u] - x[v], y[u] - y[v]) >= 2)
  }
  t.strictSame([x[3], y[3]], Object.values(laeaEurope(54.35, 18.65)), 'one alone stands where it is')
  t.ok([4, 5].every(v => Number.isNaN(x[v]) && Number.isNaN(y[v])))
  const { nodes, metrics } = geographicLayout({ latitude, longitude }, GeographicLayoutOptions.parse({ apart: 2 }))
  t.strictSame([nodes, metrics], [{ positionX: x, positionY: y }, { placed: x.filter(value => !Number.isNaN(value)).length }], 'the registered layout')
  for (const apart of [-1, APART_KM_MAX + 1]) t.throws(() => GeographicLayoutOptions.parse({ apart }), { name: 'ZodError' })
  t.strictSame(geographicPositions([], [], 1), { x: new Float64Array(0), y: new Float64Array(0) })
})
