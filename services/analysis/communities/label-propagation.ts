/**
 * Label propagation: every organisation takes the label that most of its work is done with, until nobody changes.
 *
 * Asynchronous, nodes in a new seeded order each round, ties by lot among the strongest labels unless the own is one of them. Undirected (both directions of
 * a pair summed), weights are strengths. Fast and unstable: it may put nearly everybody under one label, so it is offered for comparison only.
 * Communities are connected, labels by size and smallest member; isolates are singletons. O(m) a round, at most ROUNDS_MAX of them.
 * Tested on rings of cliques, which it must not cut. Source: Raghavan, Albert & Kumara 2007, Phys. Rev. E 76:036106.
 */
import { z } from 'zod'
import type { Csr } from '../../snapshot/snapshot.ts'
import { UNWATCHED } from '../context.ts'
import type { Context } from '../context.ts'
import { createRandom, shuffle } from '../random.ts'
import { undirected } from '../undirected.ts'
import { canonicalLabels, singletons, splitDisconnected } from '../partitions/partition.ts'

export const LabelPropagationOptions = z.object({})

/** Rounds after which it stops in any case; it has settled after five on nearly every network (Raghavan 2007). */
const ROUNDS_MAX = 100

export function labelPropagation (graph: Csr, _options: z.infer<typeof LabelPropagationOptions>, seed: number, context: Context = UNWATCHED): Int32Array {
  const links = undirected(graph)
  const { n, offsets, targets, weights } = links
  const random = createRandom(seed)
  const labels = singletons(n)
  const order = labels.slice()
  const sums = new Float64Array(n)
  const touched = new Int32Array(n)
  for (let round = 0, changed = true; changed && round < ROUNDS_MAX; round++) {
    context.check()
    context.progress(round / ROUNDS_MAX)
    changed = false
    for (const v of shuffle(order, random)) {
      let seen = 0
      for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) {
        const label = labels[targets[slot]]
        if (sums[label] === 0) touched[seen++] = label
        sums[label] += weights[slot]
      }
      const own = labels[v]
      let best = own
      let strongest = sums[own]
      let ties = 1
      for (let t = 0; t < seen; t++) {
        const label = touched[t]
        const sum = sums[label]
        sums[label] = 0
        if (label === own || sum < strongest) continue
        ties = sum > strongest ? 1 : ties + 1
        if (sum === strongest && (best === own || random.below(ties) !== 0)) continue
        best = label
        strongest = sum
      }
      if (best === own) continue
      labels[v] = best
      changed = true
    }
  }
  const connected = splitDisconnected(links, labels)
  canonicalLabels(connected)
  return connected
}
