/**
 * Betweenness, and betweenness across groups: how often an organisation lies on the shortest route between two others,
 * or between two others of different groups (countries).
 *
 * b(v) = sum over s != v != t of sigma_st(v) / sigma_st, sigma = number of shortest paths; across groups only pairs with
 * group(s) != group(t) count (the Q-measure). Weights are strengths: the length of a link is 1 / weight, or 1 when
 * `weighted` is false. Lengths that differ by less than 1e-12 relative are equal: 1/2 + 1/3 and 1/3 + 1/2 are one length.
 *
 * Undirected graphs count a pair once; a directed graph counts ordered pairs. Not normalised here; `betweennessScale` gives
 * the factor. A node without a group (-1) belongs to no pair across groups. 0 for isolates and ends.
 *
 * Exact with every node as a source: O(nm) unweighted, O(nm + n^2 log n) weighted. With fewer, seeded sources the sums
 * are scaled by n / sources (Brandes & Pich 2007): an estimate, and the run says so. Without weights a kernel follows eight sources at once.
 *
 * Source: Brandes 2001, J. Math. Sociol. 25:163; across groups Flom et al. 2004, Guns & Rousseau 2015.
 * Tested against networkx, igraph (exact integer lengths) and path enumeration.
 */
import { z } from 'zod'
import { openKernel } from '../../kernels/kernel.ts'
import type { Csr } from '../../snapshot/snapshot.ts'
import { part, UNWATCHED } from '../context.ts'
import type { Context } from '../context.ts'
import { createRandom, shuffle } from '../random.ts'
import { reversed } from '../reversed.ts'

export const BetweennessOptions = z.object({
  weighted: z.boolean().default(true).describe('link length 1 / weight; otherwise every link has length 1'),
  sources: z.number().int().min(0).default(0).describe('shortest-path sources, drawn by the seed; 0: all, exact')
})
export type BetweennessOptions = z.infer<typeof BetweennessOptions>

export interface BetweennessSums { plain: Float64Array, acrossGroups: Float64Array }

/** Relative difference below which two path lengths are one. */
const LENGTH_TOLERANCE = 1e-12
/** Sources are cut into this many chunks, whose sums are added in order: any number of workers up to it gives the same digits. */
const SOURCE_CHUNKS = 16

/** The sources of a run in their order, isolates left out: they reach nothing. */
export function chooseSources (graph: Csr, { sources }: BetweennessOptions, seed: number): Int32Array {
  const linked = Int32Array.from({ length: graph.n }, (_, v) => v).filter(v => graph.offsets[v] < graph.offsets[v + 1])
  if (sources === 0 || sources >= linked.length) return linked
  return shuffle(linked, createRandom(seed)).slice(0, sources).sort()
}

/** Sources in SOURCE_CHUNKS runs of nearly equal length; fewer if there are fewer sources. */
export function chunkSources (sources: Int32Array): Int32Array[] {
  const length = Math.ceil(sources.length / SOURCE_CHUNKS)
  return Array.from({ length: length === 0 ? 0 : Math.ceil(sources.length / length) }, (_, i) => sources.subarray(i * length, (i + 1) * length))
}

/** Whole computation on one thread. */
export function betweenness (graph: Csr, groups: Int32Array, options: BetweennessOptions, seed: number, context: Context = UNWATCHED): BetweennessSums {
  const sources = chooseSources(graph, options, seed)
  const sums = { plain: new Float64Array(graph.n), acrossGroups: new Float64Array(graph.n) }
  const chunks = chunkSources(sources)
  chunks.forEach((chunk, i) => addSums(sums, betweennessOfSources(graph, groups, chunk, options.weighted, part(context, i / chunks.length, (i + 1) / chunks.length))))
  return scaleSums(sums, graph, sources.length)
}

/** Adds the sums of one chunk, in place. */
export function addSums (sums: BetweennessSums, chunk: BetweennessSums): void {
  for (let v = 0; v < sums.plain.length; v++) {
    sums.plain[v] += chunk.plain[v]
    sums.acrossGroups[v] += chunk.acrossGroups[v]
  }
}

/** From sums over sources to betweenness: pairs of an undirected graph counted once, samples scaled up. In place. */
export function scaleSums (sums: BetweennessSums, graph: Csr, sources: number): BetweennessSums {
  let linked = 0
  for (let v = 0; v < graph.n; v++) if (graph.offsets[v] < graph.offsets[v + 1]) linked++
  const factor = (graph.directed ? 1 : 0.5) * (sources === 0 ? 1 : linked / sources)
  for (let v = 0; v < graph.n; v++) {
    sums.plain[v] *= factor
    sums.acrossGroups[v] *= factor
  }
  return sums
}

/** Sums over some sources, not yet scaled. */
export function betweennessOfSources (graph: Csr, groups: Int32Array, sources: Int32Array, weighted: boolean, context: Context): BetweennessSums {
  return (weighted ? null : byKernel(graph, groups, sources, context)) ?? betweennessByDefinition(graph, groups, sources, weighted, context)
}

/** null: not compiled, or paths longer than the kernel can count. */
function byKernel (graph: Csr, groups: Int32Array, sources: Int32Array, context: Context): BetweennessSums | null {
  const kernel = openKernel(context)
  if (kernel === null) return null
  const { n } = graph
  const offsets = kernel.put(graph.offsets)
  const targets = kernel.put(graph.targets)
  const into = reversed(graph)
  const offsetsIn = graph.directed ? kernel.put(into.offsets) : offsets
  const targetsIn = graph.directed ? kernel.put(into.targets) : targets
  const plain = kernel.put(new Float64Array(n))
  const across = kernel.put(new Float64Array(n))
  const grouped = groups.some(group => group !== groups[0])
  const complete = kernel.call.betweenness(n, offsets, targets, offsetsIn, targetsIn, kernel.put(sources), sources.length, grouped ? kernel.put(groups) : 0, plain, across, kernel.reserve(kernel.call.betweennessScratch(n)))
  return complete === 1 ? { plain: kernel.floats(plain, n), acrossGroups: kernel.floats(across, n) } : null
}

export function betweennessByDefinition (graph: Csr, groups: Int32Array, sources: Int32Array, weighted: boolean, context: Context): BetweennessSums {
  const search = weighted ? createWeightedSearch(graph) : createSearch(graph)
  const { n } = graph
  const sums: BetweennessSums = { plain: new Float64Array(n), acrossGroups: new Float64Array(n) }
  const delta = new Float64Array(n)
  const deltaAcross = new Float64Array(n)
  const { order, paths, predecessors, predecessorCount, predecessorStart } = search
  sources.forEach((source, done) => {
    context.check()
    context.progress(done / sources.length)
    const reached = search.run(source)
    for (let at = reached - 1; at > 0; at--) {
      const w = order[at]
      const share = (1 + delta[w]) / paths[w]
      const counts = groups[w] >= 0 && groups[source] >= 0 && groups[w] !== groups[source] ? 1 : 0
      const shareAcross = (counts + deltaAcross[w]) / paths[w]
      const first = predecessorStart[w]
      for (let i = first; i < first + predecessorCount[w]; i++) {
        const v = predecessors[i]
        delta[v] += paths[v] * share
        deltaAcross[v] += paths[v] * shareAcross
      }
      sums.plain[w] += delta[w]
      sums.acrossGroups[w] += deltaAcross[w]
    }
    for (let at = 0; at < reached; at++) {
      delta[order[at]] = 0
      deltaAcross[order[at]] = 0
    }
  })
  return sums
}

/** Shortest paths from one source: nodes in order of distance, path counts, and the predecessors of each. */
interface Search {
  order: Int32Array
  /** Shortest paths from the source, as floats: 2^40 of them are common in chains of diamonds. */
  paths: Float64Array
  predecessors: Int32Array
  predecessorStart: Int32Array
  predecessorCount: Int32Array
  /** Nodes reached, the source first. */
  run: (source: number) => number
}

/** Predecessors of v are kept where links into v would stand: in its row of the graph of reversed links, which is its in-degree long. */
function predecessorStarts ({ directed, n, offsets, targets }: Csr): Int32Array {
  if (!directed) return offsets
  const starts = new Int32Array(n + 1)
  for (const target of targets) starts[target + 1]++
  for (let v = 0; v < n; v++) starts[v + 1] += starts[v]
  return starts
}

function createSearch (graph: Csr): Search {
  const { n, offsets, targets } = graph
  const order = new Int32Array(n)
  const paths = new Float64Array(n)
  const distance = new Int32Array(n).fill(-1)
  const predecessorStart = predecessorStarts(graph)
  const predecessors = new Int32Array(targets.length)
  const predecessorCount = new Int32Array(n)
  let reachedBefore = 0
  const run = (source: number): number => {
    for (let at = 0; at < reachedBefore; at++) distance[order[at]] = -1
    order[0] = source
    distance[source] = 0
    paths[source] = 1
    predecessorCount[source] = 0
    let reached = 1
    for (let at = 0; at < reached; at++) {
      const v = order[at]
      for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) {
        const w = targets[slot]
        if (distance[w] < 0) {
          distance[w] = distance[v] + 1
          paths[w] = 0
          predecessorCount[w] = 0
          order[reached++] = w
        }
        if (distance[w] === distance[v] + 1) {
          paths[w] += paths[v]
          predecessors[predecessorStart[w] + predecessorCount[w]++] = v
        }
      }
    }
    reachedBefore = reached
    return reached
  }
  return { order, paths, predecessors, predecessorStart, predecessorCount, run }
}

/** Dijkstra with an indexed binary heap. Ties decided with LENGTH_TOLERANCE, so path counts do not depend on rounding. */
function createWeightedSearch (graph: Csr): Search {
  const { n, offsets, targets, weights } = graph
  const lengths = Float64Array.from(weights, weight => 1 / weight)
  const order = new Int32Array(n)
  const paths = new Float64Array(n)
  const distance = new Float64Array(n).fill(Infinity)
  const settled = new Uint8Array(n)
  const predecessorStart = predecessorStarts(graph)
  const predecessors = new Int32Array(targets.length)
  const predecessorCount = new Int32Array(n)
  const heap = new Int32Array(n)
  const place = new Int32Array(n).fill(-1)
  let height = 0
  let reachedBefore = 0

  const rise = (v: number): void => {
    let at = place[v]
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (distance[heap[parent]] <= distance[v]) break
      heap[at] = heap[parent]
      place[heap[at]] = at
      at = parent
    }
    heap[at] = v
    place[v] = at
  }
  const takeNearest = (): number => {
    const nearest = heap[0]
    place[nearest] = -1
    const last = heap[--height]
    if (height === 0) return nearest
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= height) break
      if (child + 1 < height && distance[heap[child + 1]] < distance[heap[child]]) child++
      if (distance[last] <= distance[heap[child]]) break
      heap[at] = heap[child]
      place[heap[at]] = at
      at = child
    }
    heap[at] = last
    place[last] = at
    return nearest
  }
  const run = (source: number): number => {
    for (let at = 0; at < reachedBefore; at++) {
      distance[order[at]] = Infinity
      settled[order[at]] = 0
    }
    distance[source] = 0
    paths[source] = 1
    predecessorCount[source] = 0
    heap[0] = source
    place[source] = 0
    height = 1
    let reached = 0
    while (height > 0) {
      const v = takeNearest()
      settled[v] = 1
      order[reached++] = v
      for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) {
        const w = targets[slot]
        if (settled[w] === 1) continue
        const length = distance[v] + lengths[slot]
        const tolerance = LENGTH_TOLERANCE * length
        if (length < distance[w] - tolerance) {
          distance[w] = length
          paths[w] = paths[v]
          predecessors[predecessorStart[w]] = v
          predecessorCount[w] = 1
          if (place[w] < 0) place[w] = height++
          rise(w)
        } else if (length <= distance[w] + tolerance) {
          paths[w] += paths[v]
          predecessors[predecessorStart[w] + predecessorCount[w]++] = v
        }
      }
    }
    reachedBefore = reached
    return reached
  }
  return { order, paths, predecessors, predecessorStart, predecessorCount, run }
}

/**
 * Factor that makes betweenness a share of all pairs of other nodes: 2 / ((n-1)(n-2)) undirected, half of it directed;
 * 0 below three nodes.
 */
export const betweennessScale = ({ n, directed }: Csr): number => n < 3 ? 0 : (directed ? 1 : 2) / ((n - 1) * (n - 2))

/** For each node, pairs of other nodes in different groups (ordered pairs if directed): what betweenness across groups is a share of. */
export function pairsAcrossGroups ({ n, directed }: Csr, groups: Int32Array): Float64Array {
  const sizes = new Map<number, number>()
  for (const g of groups) if (g >= 0) sizes.set(g, (sizes.get(g) ?? 0) + 1)
  const grouped = [...sizes.values()].reduce((sum, size) => sum + size, 0)
  const all = [...sizes.values()].reduce((sum, size) => sum + size * (grouped - size), 0) / (directed ? 1 : 2)
  return Float64Array.from({ length: n }, (_, v) => groups[v] < 0 ? all : all - (directed ? 2 : 1) * (grouped - (sizes.get(groups[v]) as number)))
}
