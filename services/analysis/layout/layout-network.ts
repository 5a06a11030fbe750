/**
 * A place for every organisation of a network, as discs that do not overlap.
 *
 * Each connected part is laid out alone: from the places of its communities (start-from-clusters.ts), or where an earlier picture is given from where its
 * nodes were; by ForceAtlas2; scaled so that its discs fill FILLED of the disc it spreads over; overlaps pushed apart; turned onto the earlier picture. The parts
 * stand in rows, the largest first, and organisations without links in a block of their own beneath, so that their number can be seen and they do not look placed.
 *
 * Direction is ignored, and weights are brought near 1 where they are not (near-one.ts). One unit is what `radii` are given in (1 each if not). O(n log n + m) an iteration. No nodes: no places.
 * Sources: see force-atlas2.ts, pack-boxes.ts, align-positions.ts.
 */
import { buildCsr, emptyLinkList } from '../../snapshot/build-csr.ts'
import type { Csr } from '../../snapshot/snapshot.ts'
import { components } from '../communities/components.ts'
import { part } from '../context.ts'
import type { Context } from '../context.ts'
import { nearOne } from '../near-one.ts'
import { undirected } from '../undirected.ts'
import { alignPositions, displacement } from './align-positions.ts'
import type { Displacement } from './align-positions.ts'
import { forceAtlas2 } from './force-atlas2.ts'
import type { ForceAtlas2Options } from './force-options.ts'
import { packBoxes } from './pack-boxes.ts'
import { boundsOf, newPositions } from './positions.ts'
import type { Positions } from './positions.ts'
import { removeOverlaps } from './remove-overlaps.ts'
import { startFromClusters } from './start-from-clusters.ts'
import { startFromPrevious } from './start-from-previous.ts'

/** Share of a part's disc that its discs fill: room for links to be seen. */
const FILLED = 0.15
/** Between parts, in mean radii. */
const GAP = 4
/** Distance of members at the start, in units of ForceAtlas2, whose forces balance at some units of `scaling`. */
const START_SPACING = 10

/** How far nodes moved against the earlier picture, and would have without the turn; null: no earlier picture. */
export interface LaidOut { positions: Positions, stability: Displacement & { before: number } | null }
interface Part { nodes: Int32Array, positions: Positions }

/** `community`: a number for each node, 0 and up. `previous`: places in an earlier picture made by this, NaN where a node had none. */
export function layoutNetwork (given: Csr, community: Int32Array, options: ForceAtlas2Options, context: Context, radii = new Float64Array(given.n).fill(1), previous?: Positions): LaidOut {
  const { graph } = nearOne(undirected(given))
  const meanRadius = radii.reduce((sum, radius) => sum + radius, 0) / Math.max(1, graph.n)
  const { linked, isolates } = connectedParts(graph)
  let done = 0
  const parts = linked.map((nodes): Part => {
    const inPart = part(context, done / graph.n, (done += nodes.length) / graph.n)
    return { nodes, positions: layoutPart(partOf(graph, nodes), Int32Array.from(nodes, v => community[v]), Float64Array.from(nodes, v => radii[v]), options, inPart, previous && at(previous, nodes)) }
  })
  if (isolates.length > 0) parts.push({ nodes: isolates, positions: block(isolates, radii, meanRadius) })
  const packed = (): Positions => pack(graph.n, parts, radii, GAP * meanRadius, isolates.length > 0)
  const positions = packed()
  if (previous === undefined) return { positions, stability: null }
  const unturned = displacement(positions, previous)
  for (const { nodes, positions: places } of parts.slice(0, linked.length)) alignPositions(places, at(previous, nodes))
  const turned = packed()
  moveOnto(turned, previous, parts)
  return { positions: turned, stability: { ...displacement(turned, previous), before: unturned.moved } }
}

const at = ({ x, y }: Positions, nodes: Int32Array): Positions => ({ x: Float64Array.from(nodes, v => x[v]), y: Float64Array.from(nodes, v => y[v]) })

function connectedParts (graph: Csr): { linked: Int32Array[], isolates: Int32Array } {
  const { labels, count } = components(graph)
  const members = Array.from({ length: count }, (): number[] => [])
  labels.forEach((label, v) => members[label].push(v))
  return { linked: members.filter(list => list.length > 1).map(list => Int32Array.from(list)), isolates: Int32Array.from(members.filter(list => list.length === 1).flat()) }
}

function partOf (graph: Csr, nodes: Int32Array): Csr {
  if (nodes.length === graph.n) return graph
  const place = new Map(Array.from(nodes, (v, i) => [v, i]))
  const links = emptyLinkList()
  nodes.forEach((v, i) => {
    for (let slot = graph.offsets[v]; slot < graph.offsets[v + 1]; slot++) {
      if (graph.targets[slot] < v) continue
      links.sources.push(i)
      links.targets.push(place.get(graph.targets[slot]) as number)
      links.weights.push(graph.weights[slot])
    }
  })
  return buildCsr(nodes.length, links, false).graph
}

function layoutPart (graph: Csr, community: Int32Array, radii: Float64Array, options: ForceAtlas2Options, context: Context, previous?: Positions): Positions {
  const start = startFromClusters(graph, renumbered(community), START_SPACING, part(context, 0, 0.1))
  const positions = forceAtlas2(graph, previous === undefined ? start : startFromPrevious(graph, start, previous), options, part(context, 0.1, 1))
  spreadOver(positions, radii)
  removeOverlaps(positions, radii, context.check)
  return positions
}

/** Numbers without gaps, in order of first appearance. */
function renumbered (community: Int32Array): Int32Array {
  const numbers = new Map<number, number>()
  for (const c of community) if (!numbers.has(c)) numbers.set(c, numbers.size)
  return community.map(c => numbers.get(c) as number)
}

/** A disc that is evenly filled has its points at sqrt(1/2) of its radius from the middle, in root of mean square. */
function spreadOver ({ x, y }: Positions, radii: Float64Array): void {
  const n = x.length
  const middleX = x.reduce((sum, value) => sum + value, 0) / n
  const middleY = y.reduce((sum, value) => sum + value, 0) / n
  let squares = 0
  for (let v = 0; v < n; v++) squares += (x[v] - middleX) ** 2 + (y[v] - middleY) ** 2
  const spread = Math.sqrt(2 * squares / n)
  const wanted = Math.sqrt(radii.reduce((sum, radius) => sum + radius * radius, 0) / FILLED)
  const scale = spread > 0 ? wanted / spread : 1
  for (let v = 0; v < n; v++) {
    x[v] = (x[v] - middleX) * scale
    y[v] = (y[v] - middleY) * scale
  }
}

/** Rows of a block twice as wide as high, in the order of nodes. */
function block (nodes: Int32Array, radii: Float64Array, meanRadius: number): Positions {
  const step = 2 * nodes.reduce((most, v) => Math.max(most, radii[v]), 0) + meanRadius
  const columns = Math.ceil(Math.sqrt(2 * nodes.length))
  return { x: Float64Array.from(nodes, (_, i) => (i % columns) * step), y: Float64Array.from(nodes, (_, i) => -Math.floor(i / columns) * step) }
}

function pack (n: number, parts: Part[], radii: Float64Array, gap: number, blockLast: boolean): Positions {
  const boxes = parts.map(({ nodes, positions: places }) => {
    const rim = nodes.reduce((most, v) => Math.max(most, radii[v]), 0)
    const { left, bottom, width, height } = boundsOf(places)
    return { left: left - rim, bottom: bottom - rim, width: width + 2 * rim, height: height + 2 * rim }
  })
  const places = packBoxes(blockLast ? boxes.slice(0, -1) : boxes, gap)
  if (blockLast) places.push({ left: 0, bottom: places.reduce((least, place) => Math.min(least, place.bottom), gap) - gap - boxes[boxes.length - 1].height })
  const positions = newPositions(n)
  parts.forEach(({ nodes, positions: inPart }, p) => {
    nodes.forEach((v, i) => {
      positions.x[v] = inPart.x[i] + places[p].left - boxes[p].left
      positions.y[v] = inPart.y[i] + places[p].bottom - boxes[p].bottom
    })
  })
  return positions
}

/** Moves the whole so that the largest part that has shared nodes lies on its earlier place; rows stay level. */
function moveOnto (positions: Positions, previous: Positions, parts: Part[]): void {
  const shared = parts.map(({ nodes }) => nodes.filter(v => Number.isFinite(previous.x[v]))).find(nodes => nodes.length > 0)
  if (shared === undefined) return
  const mean = (values: Float64Array): number => shared.reduce((sum, v) => sum + values[v], 0) / shared.length
  const stepX = mean(previous.x) - mean(positions.x)
  const stepY = mean(previous.y) - mean(positions.y)
  for (let v = 0; v < positions.x.length; v++) {
    positions.x[v] += stepX
    positions.y[v] += stepY
  }
}
