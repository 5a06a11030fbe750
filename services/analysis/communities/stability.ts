/**
 * Stability: whether communities come back when the analysis is repeated with other seeds, or on part of the links.
 *
 * Of a community C: the mean over repetitions of the greatest Jaccard overlap |C and D| / |C or D| with any community D of that
 * repetition. Of a member: the share of repetitions in which it is in that D. Rule of thumb for communities: from 0.75 steady, from 0.6 a
 * pattern, below not to be relied on. O(repetitions x n).
 * Source: Hennig 2007, Comput. Stat. Data Anal. 52:258 (fpc::clusterboot).
 */
import { comparePartitions, countLabels, eachOverlap } from '../partitions/compare-partitions.ts'

export interface Stability { ofCommunity: Float64Array, ofMember: Float64Array }

/** `repeats`: labels of each repetition, from 0. Without repetitions everything is NaN: not measured. */
export function measureStability (labels: Int32Array, repeats: Int32Array[]): Stability {
  const sizes = countLabels(labels)
  const ofCommunity = new Float64Array(sizes.length)
  const ofMember = new Float64Array(labels.length)
  for (const repeat of repeats) {
    const sizesThere = countLabels(repeat)
    const best = new Int32Array(sizes.length).fill(-1)
    const overlap = new Float64Array(sizes.length)
    eachOverlap(labels, sizes, repeat, sizesThere.length, (count, here, there) => {
      const jaccard = count / (sizes[here] + sizesThere[there] - count)
      // Equal overlaps: the smaller label, so that the order of nodes decides nothing.
      if (jaccard < overlap[here] || (jaccard === overlap[here] && there > best[here])) return
      overlap[here] = jaccard
      best[here] = there
    })
    overlap.forEach((jaccard, here) => { ofCommunity[here] += jaccard })
    for (let v = 0; v < labels.length; v++) if (repeat[v] === best[labels[v]]) ofMember[v]++
  }
  return { ofCommunity: ofCommunity.map(sum => sum / repeats.length), ofMember: ofMember.map(count => count / repeats.length) }
}

/** Mean adjusted Rand index over all pairs of repetitions: how much the repetitions agree with each other. NaN for fewer than two. */
export function meanAgreement (repeats: Int32Array[]): number {
  let sum = 0
  let pairs = 0
  for (let i = 0; i < repeats.length; i++) {
    for (let j = 0; j < i; j++) {
      sum += comparePartitions(repeats[i], repeats[j]).adjustedRand
      pairs++
    }
  }
  return sum / pairs
}
