/** How many others each node can reach along links, and how many can reach it. O(n (n + m)). */
import type { Csr } from '../../snapshot/snapshot.ts'
import { UNWATCHED } from '../context.ts'
import type { Context } from '../context.ts'

export function reach ({ n, offsets, targets }: Csr, context: Context = UNWATCHED): { reaches: Float64Array, reachedBy: Float64Array } {
  const reaches = new Float64Array(n)
  const reachedBy = new Float64Array(n)
  /** Start that met a node last, plus 1. */
  const metFrom = new Int32Array(n)
  const queue = new Int32Array(n)
  for (let start = 0; start < n; start++) {
    if ((start & 0xff) === 0) {
      context.check()
      context.progress(start / n)
    }
    let end = 0
    queue[end++] = start
    metFrom[start] = start + 1
    for (let at = 0; at < end; at++) {
      for (let slot = offsets[queue[at]]; slot < offsets[queue[at] + 1]; slot++) {
        const w = targets[slot]
        if (metFrom[w] === start + 1) continue
        metFrom[w] = start + 1
        reachedBy[w]++
        queue[end++] = w
      }
    }
    reaches[start] = end - 1
  }
  return { reaches, reachedBy }
}
