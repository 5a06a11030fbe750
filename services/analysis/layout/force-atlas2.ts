/**
 * ForceAtlas2: nodes push each other away, links pull their ends together, and a pull to the middle keeps the parts from drifting apart.
 *
 * With m(v) = 1 + strength of v and d the distance of two nodes: repulsion scaling m(u) m(v) / d; attraction w^weightInfluence d along each link
 * (linLog: log(1 + d) instead of d; outboundAttraction: times the mean of m over m(source)); gravity: gravity m(v), strong: times the distance from the origin.
 * With sizes, d is measured between the rims of discs, and discs that overlap push each other 100 times as hard as at d = 1.
 * Each node moves by force times its own speed, log(1 + traction) / (1 + sqrt(swinging)), where traction is half the length of the sum of its last two forces
 * and swinging m(v) times the length of their difference; the speed is also held back by `convergence`, or with sizes by 1/10 and a largest force of 10.
 *
 * Repulsion by Barnes-Hut: a cell of the quadtree whose side is below theta times its distance acts as one body in its centre of mass. The test is made once
 * for the eight nodes or fewer of a leaf, at the point of their box that is nearest to the cell, so no sum is coarser than the test made for each node alone;
 * cells that hold the leaf itself are always opened. theta 0: exact. Nodes at one place do not repel. Direction of links: only for outboundAttraction; in
 * an undirected graph the source is then the node with the smaller number. Weights are strengths.
 *
 * O(n log n + m) an iteration at theta > 0; O(n^2) at theta 0, and where many nodes crowd into 1/65,536 of the width. No nodes: no positions.
 * The kernel takes the same steps in the same order. Sources: Jacomy et al. 2014, PLoS ONE 9:e98679; speeds as graphology-layout-forceatlas2 0.10.1 has
 * them, which it is tested against.
 */
import { openKernel } from '../../kernels/kernel.ts'
import type { Kernel } from '../../kernels/kernel.ts'
import type { Csr } from '../../snapshot/snapshot.ts'
import { strength } from '../centrality/degree.ts'
import { UNWATCHED } from '../context.ts'
import type { Context } from '../context.ts'
import type { ForceAtlas2Options, Pulls } from './force-options.ts'
import { applyForces, attract, newMotion, pullToMiddle } from './forces.ts'
import { newPositions } from './positions.ts'
import type { Positions } from './positions.ts'
import { buildQuadtree } from './quadtree.ts'
import { repel } from './repulsion.ts'

export interface Prepared { pulls: Pulls, mass: Float64Array, /** Radii of discs; null: points. */ sizes: Float64Array | null, slowDown: number }

/** `start`: a place for every node. `sizes`: radii. */
export function forceAtlas2 (graph: Csr, start: Positions, options: ForceAtlas2Options, context: Context = UNWATCHED, sizes: Float64Array | null = null): Positions {
  const prepared = prepare(graph, start, options, sizes)
  const kernel = openKernel(context)
  return kernel === null ? forceAtlas2ByDefinition(prepared, start, options, context) : byKernel(kernel, prepared, start, options)
}

export function prepare (graph: Csr, start: Positions, options: ForceAtlas2Options, sizes: Float64Array | null): Prepared {
  const { n, offsets, targets } = graph
  for (let v = 0; v < n; v++) if (!Number.isFinite(start.x[v]) || !Number.isFinite(start.y[v])) throw new RangeError(`node ${v} has no place to start from: (${start.x[v]}, ${start.y[v]}); give every node finite coordinates.`)
  const first = offsets.slice(0, n)
  if (!graph.directed) for (let v = 0; v < n; v++) while (first[v] < offsets[v + 1] && targets[first[v]] < v) first[v]++
  const weights = graph.weights.map(weight => weight ** options.weightInfluence)
  const mass = strength(graph)
  if (graph.directed) for (let slot = 0; slot < targets.length; slot++) mass[targets[slot]] += graph.weights[slot]
  return { pulls: { n, first, offsets, targets, weights: weights.every(weight => weight === 1) ? null : weights }, mass: mass.map(sum => 1 + sum), sizes, slowDown: options.slowDown ?? 1 + Math.log(Math.max(1, n)) }
}

export function forceAtlas2ByDefinition ({ pulls, mass, sizes, slowDown }: Prepared, start: Positions, options: ForceAtlas2Options, context: Context): Positions {
  const positions = { x: start.x.slice(), y: start.y.slice() }
  const motion = newMotion(pulls.n)
  for (let iteration = 0; iteration < options.iterations; iteration++) {
    context.progress(iteration / options.iterations)
    repel(buildQuadtree(positions, mass), positions, mass, sizes, options, motion.force, context)
    pullToMiddle(positions, mass, options, motion.force)
    attract(pulls, positions, mass, sizes, options, motion.force)
    applyForces(motion, positions, mass, slowDown, sizes !== null)
  }
  return positions
}

const LIN_LOG = 1
const OUTBOUND_ATTRACTION = 2
const STRONG_GRAVITY = 4

function byKernel ({ call, put, reserve, floats }: Kernel, { pulls, mass, sizes, slowDown }: Prepared, start: Positions, options: ForceAtlas2Options): Positions {
  const { n } = pulls
  const points = new Float64Array(2 * n)
  for (let v = 0; v < n; v++) points.set([start.x[v], start.y[v]], 2 * v)
  const at = put(points)
  const flags = (options.linLog ? LIN_LOG : 0) | (options.outboundAttraction ? OUTBOUND_ATTRACTION : 0) | (options.strongGravity ? STRONG_GRAVITY : 0)
  call.forceAtlas2(
    n, put(pulls.first), put(pulls.offsets), put(pulls.targets), pulls.weights === null ? 0 : put(pulls.weights), put(mass), sizes === null ? 0 : put(sizes), at,
    reserve(call.forceAtlas2Scratch(n)), options.iterations, options.scaling, options.gravity, options.theta, slowDown, flags
  )
  const placed = floats(at, 2 * n)
  const positions = newPositions(n)
  for (let v = 0; v < n; v++) {
    positions.x[v] = placed[2 * v]
    positions.y[v] = placed[2 * v + 1]
  }
  return positions
}
