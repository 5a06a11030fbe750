/**
 * Betweenness, and betweenness across groups: how often an organisation lies on the shortest route between two others,
 * or between two others of different groups (countries).
 *
 * b(v) = sum over s != v != t of sigma_st(v) / sigma_st, sigma = number of shortest paths; across groups only pairs with
 * group(s) != group(t) count (the Q-measure). Weights are strengths: the length of a link is 1 / weight, or 1 when
 * `weighted` is false; equal lengths and directions: shortest-paths.ts. With `lengthMax` only pairs count whose shortest path is no longer
 * (k-betweenness, Borgatti & Everett 2006): introductions over many steps are not made.
 *
 * Undirected graphs count a pair once; a directed graph counts ordered pairs. Not normalised here; `betweennessScale` gives
 * the factor. A node without a group (-1) belongs to no pair across groups. 0 for isolates and ends.
 *
 * Exact with every node as a source: O(nm) unweighted, O(nm + n^2 log n) weighted. With fewer, seeded sources the sums
 * are scaled by n / sources (Brandes & Pich 2007): an estimate, and the run says so. Without weights the kernel follows eight sources at once.
 *
 * Source: Brandes 2001, J. Math. Sociol. 25:163; across groups Flom et al. 2004, Guns & Rousseau 2015; bounded Borgatti & Everett 2006, Soc. Networks 28:466.
 * Tested against networkx, igraph (exact integer lengths; cutoff) and path enumeration.
 */
import { z } from 'zod'
import { openKernel } from '../../kernels/kernel.ts'
import type { Csr } from '../../snapshot/snapshot.ts'
import { part, UNWATCHED } from '../context.ts'
import type { Context } from '../context.ts'
import { createRandom, shuffle } from '../random.ts'
import { reversed } from '../reversed.ts'
import { createSearch, createSearchByLength, lengthsOf, predecessorStarts } from './shortest-paths.ts'

export const BetweennessOptions = z.object({
  weighted: z.boolean().default(true).describe('link length 1 / weight; otherwise every link has length 1'),
  sources: z.number().int().min(0).default(0).describe('shortest-path sources, drawn by the seed; 0: all, exact'),
  lengthMax: z.number().min(0).default(0).describe('longest shortest path that counts, in links or as the sum of 1 / weight; 0: of any length')
})
export type BetweennessOptions = z.infer<typeof BetweennessOptions>

/** `lengthMax` left out: of any length. */
type PathOptions = Omit<BetweennessOptions, 'lengthMax'> & Partial<BetweennessOptions>

export interface BetweennessSums { plain: Float64Array, acrossGroups: Float64Array }

/** Sources are cut into this many chunks, whose sums are added in order: any number of workers up to it gives the same digits. */
const SOURCE_CHUNKS = 16

/** The sources of a run in their order, isolates left out: they reach nothing. */
export function chooseSources (graph: Csr, { sources }: PathOptions, seed: number): Int32Array {
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
export function betweenness (graph: Csr, groups: Int32Array, options: PathOptions, seed: number, context: Context = UNWATCHED): BetweennessSums {
  const sources = chooseSources(graph, options, seed)
  const sums = { plain: new Float64Array(graph.n), acrossGroups: new Float64Array(graph.n) }
  const chunks = chunkSources(sources)
  chunks.forEach((chunk, i) => addSums(sums, betweennessOfSources(graph, groups, chunk, options.weighted, part(context, i / chunks.length, (i + 1) / chunks.length), options.lengthMax)))
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
export function betweennessOfSources (graph: Csr, groups: Int32Array, sources: Int32Array, weighted: boolean, context: Context, lengthMax = 0): BetweennessSums {
  return byKernel(graph, groups, sources, weighted, context, lengthMax) ?? betweennessByDefinition(graph, groups, sources, weighted, context, lengthMax)
}

/** null: not compiled, or paths of more links than the kernel can count. */
function byKernel (graph: Csr, groups: Int32Array, sources: Int32Array, weighted: boolean, context: Context, lengthMax: number): BetweennessSums | null {
  const kernel = openKernel(context)
  if (kernel === null) return null
  const { n } = graph
  const { call, put, reserve, floats } = kernel
  const offsets = put(graph.offsets)
  const targets = put(graph.targets)
  const from = put(sources)
  const grouped = groups.some(group => group !== groups[0]) ? put(groups) : 0
  const plain = put(new Float64Array(n))
  const across = put(new Float64Array(n))
  let complete = 1
  if (weighted) {
    const starts = graph.directed ? put(predecessorStarts(graph)) : offsets
    call.betweennessByLength(n, offsets, targets, put(lengthsOf(graph)), starts, from, sources.length, limitOf(lengthMax), grouped, plain, across, reserve(call.byLengthScratch(n, graph.targets.length)))
  } else {
    const into = reversed(graph)
    const offsetsIn = graph.directed ? put(into.offsets) : offsets
    const targetsIn = graph.directed ? put(into.targets) : targets
    complete = call.betweenness(n, offsets, targets, offsetsIn, targetsIn, from, sources.length, limitOf(lengthMax), grouped, plain, across, reserve(call.betweennessScratch(n)))
  }
  return complete === 1 ? { plain: floats(plain, n), acrossGroups: floats(across, n) } : null
}

const limitOf = (lengthMax: number): number => lengthMax === 0 ? Infinity : lengthMax

export function betweennessByDefinition (graph: Csr, groups: Int32Array, sources: Int32Array, weighted: boolean, context: Context, lengthMax = 0): BetweennessSums {
  const search = (weighted ? createSearchByLength : createSearch)(graph, limitOf(lengthMax))
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
