/**
 * Open pairs of each node v, ordered (a, b) with a -> v -> b and no link a -> b, and how they hang together: what the chance of roles is computed from.
 *
 * Two ordered pairs can share their first node, their last, be each other's reverse, or follow each other (the last of one is the first of the other).
 * Couples are counted in both orders; a pair with itself is not a couple. O(sum in x out).
 */
import { slotOf } from '../../snapshot/slot-of.ts'
import type { Csr } from '../../snapshot/snapshot.ts'
import { UNWATCHED } from '../context.ts'
import type { Context } from '../context.ts'
import { reversed } from '../reversed.ts'

/** Of one node. */
export type OpenPairsOfOne = Record<keyof OpenPairs, number>
export interface OpenPairs { pairs: Float64Array, sharingFirst: Float64Array, sharingLast: Float64Array, reverses: Float64Array, following: Float64Array }

export function openPairs (graph: Csr, context: Context = UNWATCHED): OpenPairs {
  const { n, offsets, targets } = graph
  const back = reversed(graph)
  const column = (): Float64Array => new Float64Array(n)
  const found: OpenPairs = { pairs: column(), sharingFirst: column(), sharingLast: column(), reverses: column(), following: column() }
  /** Open pairs of v that begin at a, by the slot of a -> v; that end at b, by the slot of v -> b. */
  const beginning = new Float64Array(targets.length)
  const ending = new Float64Array(targets.length)
  const reached = new Int32Array(n)
  const reaching = new Int32Array(n)
  for (let a = 0; a < n; a++) {
    if ((a & 0xff) === 0) {
      context.check()
      context.progress(a / n)
    }
    for (let slot = offsets[a]; slot < offsets[a + 1]; slot++) reached[targets[slot]] = a + 1
    for (let slot = back.offsets[a]; slot < back.offsets[a + 1]; slot++) reaching[back.targets[slot]] = a + 1
    for (let slot = offsets[a]; slot < offsets[a + 1]; slot++) {
      const v = targets[slot]
      for (let at = offsets[v]; at < offsets[v + 1]; at++) {
        const b = targets[at]
        if (b === a || reached[b] === a + 1) continue
        beginning[slot]++
        ending[at]++
        if (reaching[v] === a + 1 && reaching[b] !== a + 1 && slotOf(graph, b, v) >= 0) found.reverses[v]++
      }
    }
  }
  for (let a = 0; a < n; a++) {
    for (let slot = offsets[a]; slot < offsets[a + 1]; slot++) {
      const v = targets[slot]
      found.pairs[v] += beginning[slot]
      found.sharingFirst[v] += beginning[slot] * (beginning[slot] - 1)
      found.sharingLast[a] += ending[slot] * (ending[slot] - 1)
      const backwards = beginning[slot] === 0 ? -1 : slotOf(graph, v, a)
      if (backwards >= 0) found.following[v] += 2 * beginning[slot] * ending[backwards]
    }
  }
  // A pair and its reverse follow each other at both ends; they are counted as reverses.
  found.following.forEach((_, v) => { found.following[v] -= 2 * found.reverses[v] })
  return found
}
