/**
 * How often each node stands inside a random shortest path: what betweenness is estimated from.
 *
 * A sample draws an ordered pair of different nodes, all alike, then one of the shortest paths between them, all alike. Two searches in breadth, from the source
 * along links and from the target against them, go one whole level at a time, always the one with fewer links before it, until a level meets the other search.
 * Every shortest path crosses that level on one link; a link is drawn by the product of the paths on its sides, and from there each way back by paths. A pair that nothing
 * connects is a sample without hits. Weights are ignored. Links read in a sample are about the square root of all where the network is no chain (Borassi & Natale 2019).
 *
 * Samples come in blocks of fixed length, each with random numbers of its own; hits are whole numbers. So blocks may be counted in any order and on any number of
 * threads with the same sum. Nothing is drawn where there are fewer than two nodes. The kernel draws the same numbers in the same order.
 *
 * Source: Borassi & Natale 2019, J. Exp. Algorithmics 24:1.2 (KADABRA). Tested against the exact betweenness.
 */
import { openKernel } from '../../kernels/kernel.ts'
import type { Csr } from '../../snapshot/snapshot.ts'
import type { Context } from '../context.ts'
import { createRandom } from '../random.ts'
import type { Random } from '../random.ts'
import { reversed } from '../reversed.ts'

/** Samples of one block: some tens of milliseconds on a hundred thousand nodes, so that a run stops soon after it is told to. */
export const BLOCK_SAMPLES = 4096

/** Adds to `hits` how often each node stands inside a path of that block; `samples` less than BLOCK_SAMPLES ends it early. */
export type CountBlock = (block: number, samples: number, hits: Int32Array) => void

/** Other numbers for every block of a seed: multiplying by an odd number leaves no two blocks alike. */
const seedOf = (seed: number, block: number): number => (seed ^ Math.imul(block + 1, 0x9e3779b9)) >>> 0

export function createBlockCounter (graph: Csr, seed: number, context: Context): CountBlock {
  const kernel = openKernel(context)
  if (kernel === null) return countByDefinition(graph, seed)
  const { n } = graph
  const offsets = kernel.put(graph.offsets)
  const targets = kernel.put(graph.targets)
  const into = reversed(graph)
  const offsetsIn = graph.directed ? kernel.put(into.offsets) : offsets
  const targetsIn = graph.directed ? kernel.put(into.targets) : targets
  const counted = kernel.reserve(4 * n)
  const scratch = kernel.reserve(kernel.call.samplePathsScratch(n))
  return (block, samples, hits) => {
    kernel.set(counted, hits)
    kernel.call.samplePaths(n, offsets, targets, offsetsIn, targetsIn, seedOf(seed, block), samples, counted, scratch)
    hits.set(kernel.ints(counted, n))
  }
}

/** One of the two searches of a sample. */
interface Side {
  /** Links it follows, and the same backwards. */
  along: Csr
  against: Csr
  /** Nodes it has met, by depth; those of the last level are first..last. */
  queue: Int32Array
  first: number
  last: number
  depth: number
  mark: number
  /** Links before the last level. */
  links: number
}

const degreeOf = ({ offsets }: Csr, v: number): number => offsets[v + 1] - offsets[v]

export function countByDefinition (graph: Csr, seed: number): CountBlock {
  const { n } = graph
  const into = reversed(graph)
  const newSide = (along: Csr, against: Csr): Side => ({ along, against, queue: new Int32Array(n), first: 0, last: 0, depth: 0, mark: 0, links: 0 })
  const sides = [newSide(graph, into), newSide(into, graph)]
  /** Which search met a node last, how deep, and by how many shortest paths. */
  const marks = new Int32Array(n)
  const depths = new Int32Array(n)
  const paths = new Float64Array(n)
  /** Nodes from which the last level met the other search, and the shortest paths over each. */
  const meetings = new Int32Array(n)
  const meetingPaths = new Float64Array(n)

  const start = (side: Side, v: number, mark: number): void => {
    paths[v] = 1
    marks[v] = mark
    depths[v] = 0
    side.queue[0] = v
    side.first = side.depth = 0
    side.last = 1
    side.mark = mark
    side.links = degreeOf(side.along, v)
  }

  /** One level further; how many of its nodes meet the other search. */
  const grow = (side: Side, other: Side): number => {
    const { along: { offsets, targets }, queue, last } = side
    const depth = ++side.depth
    let length = last
    let links = 0
    let met = 0
    for (let at = side.first; at < last; at++) {
      const v = queue[at]
      let across = 0
      for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) {
        const w = targets[slot]
        if (marks[w] === side.mark) {
          if (depths[w] === depth) paths[w] += paths[v]
        } else if (marks[w] === other.mark) across += paths[w]
        else {
          paths[w] = paths[v]
          marks[w] = side.mark
          depths[w] = depth
          queue[length++] = w
          links += degreeOf(side.along, w)
        }
      }
      if (across > 0) {
        meetings[met] = v
        meetingPaths[met++] = paths[v] * across
      }
    }
    side.first = last
    side.last = length
    side.links = links
    return met
  }

  /** One of the neighbours of v that carry this mark at this depth, drawn by their paths. */
  const drawEnd = ({ offsets, targets }: Csr, v: number, mark: number, depth: number, random: Random): number => {
    let total = 0
    for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) if (marks[targets[slot]] === mark && depths[targets[slot]] === depth) total += paths[targets[slot]]
    let left = random.next() * total
    let chosen = -1
    for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) {
      const w = targets[slot]
      if (marks[w] !== mark || depths[w] !== depth) continue
      chosen = w
      left -= paths[w]
      if (left < 0) break
    }
    return chosen
  }

  /** Counts v and the nodes between it and the end where its search began. */
  const walkBack = ({ against, mark }: Side, v: number, random: Random, hits: Int32Array): void => {
    for (let at = v; depths[at] > 0; at = drawEnd(against, at, mark, depths[at] - 1, random)) hits[at]++
  }

  return (block, samples, hits) => {
    if (n < 2) return
    marks.fill(0)
    const random = createRandom(seedOf(seed, block))
    for (let sample = 1; sample <= samples; sample++) {
      const source = random.below(n)
      const drawn = random.below(n - 1)
      start(sides[0], source, 2 * sample)
      start(sides[1], drawn < source ? drawn : drawn + 1, 2 * sample + 1)
      let met = 0
      let near = sides[0]
      let far = sides[1]
      while (met === 0 && near.first < near.last && far.first < far.last) {
        [near, far] = sides[0].links <= sides[1].links ? [sides[0], sides[1]] : [sides[1], sides[0]]
        met = grow(near, far)
      }
      if (met === 0) continue
      let total = 0
      for (let i = 0; i < met; i++) total += meetingPaths[i]
      let left = random.next() * total
      let chosen = 0
      for (; chosen < met - 1; chosen++) {
        left -= meetingPaths[chosen]
        if (left < 0) break
      }
      const v = meetings[chosen]
      const w = drawEnd(near.along, v, far.mark, far.depth, random)
      walkBack(near, v, random, hits)
      walkBack(far, w, random, hits)
    }
  }
}
