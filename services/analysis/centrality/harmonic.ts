/**
 * Harmonic closeness: how near the others are to an organisation, those that cannot reach it counting nothing.
 *
 * H(v) = sum over u of 1 / d(u, v), divided by n - 1, along source -> target; isolates and n < 2: 0. d counts links: 1: everybody is next to it. Or, `weighted`, the length of a link is
 * 1 / weight (shortest-paths.ts), so H has the unit of a weight and may pass 1.
 *
 * Exact. In links: 32 sources at once as bits of one number, each level of their searches is one pass over the links; the kernel does 256. O(n m / 32). By length: Dijkstra from every node
 * against the links, O(nm + n^2 log n).
 * Sources: Marchiori & Latora 2000, Physica A 285:539; Boldi & Vigna 2014, Internet Math. 10:222; many searches at once: Then et al. 2014, VLDB 8:449.
 * Tested against networkx and igraph.
 */
import { z } from 'zod'
import { openKernel } from '../../kernels/kernel.ts'
import type { Csr } from '../../snapshot/snapshot.ts'
import { UNWATCHED } from '../context.ts'
import type { Context } from '../context.ts'
import { countBits } from '../count-bits.ts'
import { reversed } from '../reversed.ts'
import { createSearchByLength, lengthsOf, predecessorStarts } from './shortest-paths.ts'

export const HarmonicOptions = z.object({
  weighted: z.boolean().default(false).describe('link length 1 / weight; otherwise every link has length 1')
})
type HarmonicOptions = z.infer<typeof HarmonicOptions>

export const SEARCHES_AT_ONCE = 32

export function harmonicCloseness (graph: Csr, context: Context = UNWATCHED, { weighted }: HarmonicOptions = { weighted: false }): Float64Array {
  return weighted ? harmonicByLength(graph, context) : harmonicInLinks(graph, context)
}

function harmonicByLength (graph: Csr, context: Context): Float64Array {
  const { n } = graph
  const kernel = openKernel(context)
  if (kernel === null) return harmonicByLengthDefinition(graph, context)
  const into = reversed(graph)
  const offsets = kernel.put(into.offsets)
  const starts = graph.directed ? kernel.put(predecessorStarts(into)) : offsets
  const sums = kernel.reserve(8 * n)
  kernel.call.harmonicByLength(n, offsets, kernel.put(into.targets), kernel.put(lengthsOf(into)), starts, sums, kernel.reserve(kernel.call.byLengthScratch(n, into.targets.length)))
  return shareOfOthers(kernel.floats(sums, n))
}

export function harmonicByLengthDefinition (graph: Csr, context: Context): Float64Array {
  const { n } = graph
  const { run, order, distance } = createSearchByLength(reversed(graph), Infinity)
  const sums = new Float64Array(n)
  for (let v = 0; v < n; v++) {
    context.check()
    context.progress(v / n)
    const reached = run(v)
    for (let at = 1; at < reached; at++) sums[v] += 1 / distance[order[at]]
  }
  return shareOfOthers(sums)
}

function harmonicInLinks (graph: Csr, context: Context): Float64Array {
  const { n } = graph
  const kernel = openKernel(context)
  if (kernel === null) return harmonicByDefinition(graph, context)
  const into = reversed(graph)
  const sums = kernel.reserve(8 * n)
  kernel.call.harmonic(n, kernel.put(into.offsets), kernel.put(into.targets), sums, kernel.reserve(kernel.call.harmonicScratch(n)))
  return shareOfOthers(kernel.floats(sums, n))
}

const shareOfOthers = (sums: Float64Array): Float64Array => sums.length < 2 ? sums : sums.map(sum => sum / (sums.length - 1))

export function harmonicByDefinition ({ n, offsets, targets }: Csr, context: Context): Float64Array {
  const sums = new Float64Array(n)
  const seen = new Int32Array(n)
  let frontier = new Int32Array(n)
  let next = new Int32Array(n)
  for (let first = 0; first < n; first += SEARCHES_AT_ONCE) {
    context.check()
    context.progress(first / n)
    seen.fill(0)
    frontier.fill(0)
    for (let v = first; v < Math.min(n, first + SEARCHES_AT_ONCE); v++) seen[v] = frontier[v] = 1 << (v - first)
    for (let distance = 1, reached = true; reached; distance++) {
      next.fill(0)
      for (let u = 0; u < n; u++) {
        if (frontier[u] === 0) continue
        for (let slot = offsets[u]; slot < offsets[u + 1]; slot++) next[targets[slot]] |= frontier[u]
      }
      reached = false
      for (let v = 0; v < n; v++) {
        next[v] &= ~seen[v]
        if (next[v] === 0) continue
        reached = true
        seen[v] |= next[v]
        sums[v] += countBits(next[v]) / distance
      }
      const spent = frontier
      frontier = next
      next = spent
    }
  }
  return shareOfOthers(sums)
}
