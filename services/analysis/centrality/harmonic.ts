/**
 * Harmonic closeness: how near the others are to an organisation, those that cannot reach it counting nothing.
 *
 * H(v) = sum over u of 1 / d(u, v), divided by n - 1; d in links along source -> target, weights are ignored. 1: everybody is next to it; isolates
 * and n < 2: 0. Exact: 32 sources at once as bits of one number, each level of their searches is one pass over the links; the kernel does 256. O(n m / 32).
 * Sources: Marchiori & Latora 2000, Physica A 285:539; Boldi & Vigna 2014, Internet Math. 10:222; many searches at once: Then et al. 2014, VLDB 8:449.
 * Tested against networkx.
 */
import { openKernel } from '../../kernels/kernel.ts'
import type { Csr } from '../../snapshot/snapshot.ts'
import { UNWATCHED } from '../context.ts'
import type { Context } from '../context.ts'
import { reversed } from '../reversed.ts'

const BITS = 32

export function harmonicCloseness (graph: Csr, context: Context = UNWATCHED): Float64Array {
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
  for (let first = 0; first < n; first += BITS) {
    context.check()
    context.progress(first / n)
    seen.fill(0)
    frontier.fill(0)
    for (let v = first; v < Math.min(n, first + BITS); v++) seen[v] = frontier[v] = 1 << (v - first)
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

/** Bits set in a 32-bit number (Warren, Hacker's Delight, 5-1). */
function countBits (bits: number): number {
  let x = bits - ((bits >>> 1) & 0x55555555)
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333)
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
