/**
 * Consensus of repeated partitions: the communities that the repetitions agree on most.
 *
 * Every link is weighted by the share of the repetitions in which its ends are together: w' = w (LEAST + (1 - LEAST) share). That network,
 * in which the doubtful links are faint, is clustered from STARTS seeds, and the partition with the highest mean adjusted Rand index to
 * the repetitions is kept. Communities are those of a search on the same links, so they are connected and isolates stay alone.
 * O(repetitions x m) and STARTS searches.
 * Source: ensemble clustering for graphs, Poulin & Theberge 2019, Appl. Netw. Sci. 4:51, with the links' own weights kept as a factor. Chosen over
 * the threshold of Lancichinetti & Fortunato 2012, which on Horizon 2020 agreed with itself as well but left twenty splinters of five to fifteen.
 */
import type { Csr } from '../../snapshot/snapshot.ts'
import type { Context } from '../context.ts'
import { comparePartitions } from '../partitions/compare-partitions.ts'

/** Weight left to a link whose ends are never together, as in the source: it keeps the network in one piece. */
const LEAST = 0.05
/** Searches among which the one most like the repetitions is kept. */
const STARTS = 10

/** `repeats`: labels of each repetition on `graph`. `find` clusters a network with a seed. */
export function consensus (graph: Csr, repeats: Int32Array[], seed: number, find: (graph: Csr, seed: number) => Int32Array, context: Context): Int32Array {
  const shared: Csr = { ...graph, weights: weighByShare(graph, repeats) }
  let best = repeats[0]
  let bestLikeness = -Infinity
  for (let start = 0; start < STARTS; start++) {
    context.check()
    context.progress(start / STARTS)
    const labels = find(shared, seed + start)
    const likeness = repeats.reduce((sum, repeat) => sum + comparePartitions(labels, repeat).adjustedRand, 0)
    if (likeness <= bestLikeness) continue
    best = labels
    bestLikeness = likeness
  }
  return best
}

function weighByShare ({ n, offsets, targets, weights }: Csr, repeats: Int32Array[]): Float64Array {
  const together = new Float64Array(targets.length)
  for (const labels of repeats) {
    for (let v = 0; v < n; v++) for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) if (labels[v] === labels[targets[slot]]) together[slot]++
  }
  return together.map((count, slot) => weights[slot] * (LEAST + (1 - LEAST) * count / repeats.length))
}
