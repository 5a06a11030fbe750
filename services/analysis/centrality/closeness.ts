/**
 * Closeness (Wasserman and Faust): how near the others are to an organisation, those out of reach lowering it.
 *
 * C(v) = (r - 1) / (n - 1) * (r - 1) / sum of distances to v, r = nodes that reach v, itself included; d in links along source -> target, weights are
 * ignored. 0 where nobody reaches it. Harmonic closeness says the same without the correction and is preferred. O(nm).
 * Source: Wasserman & Faust 1994, Social Network Analysis, 5.3. Tested against networkx.
 */
import type { Csr } from '../../snapshot/snapshot.ts'
import { UNWATCHED } from '../context.ts'
import type { Context } from '../context.ts'
import { reversed } from '../reversed.ts'

export function closeness (graph: Csr, context: Context = UNWATCHED): Float64Array {
  const { n, offsets, targets } = reversed(graph)
  const scores = new Float64Array(n)
  const distance = new Int32Array(n)
  const queue = new Int32Array(n)
  for (let v = 0; v < n; v++) {
    if ((v & 0xff) === 0) {
      context.check()
      context.progress(v / n)
    }
    distance.fill(-1)
    distance[v] = 0
    queue[0] = v
    let reached = 1
    let sum = 0
    for (let head = 0; head < reached; head++) {
      const u = queue[head]
      sum += distance[u]
      for (let slot = offsets[u]; slot < offsets[u + 1]; slot++) {
        const w = targets[slot]
        if (distance[w] >= 0) continue
        distance[w] = distance[u] + 1
        queue[reached++] = w
      }
    }
    scores[v] = sum === 0 ? 0 : (reached - 1) / (n - 1) * (reached - 1) / sum
  }
  return scores
}
