/**
 * How alike two partitions of the same nodes are.
 *
 * adjustedRand: pairs on which both agree, above chance: 1 the same, 0 as two random partitions, below 0 less alike than chance.
 * normalisedInformation: 2 I / (H1 + H2), 0 to 1; high for many small groups even by chance, so for display only.
 * variationOfInformation: H1 + H2 - 2 I in nats, 0 the same. Two partitions into one group each, or into singletons each, are the same.
 * O(n). Sources: Hubert & Arabie 1985, J. Classif. 2:193; Meila 2007, J. Multivar. Anal. 98:873. Tested against scikit-learn and igraph.
 */
import { logChoose } from '../statistics/log-factorial.ts'

export interface Likeness { adjustedRand: number, normalisedInformation: number, variationOfInformation: number }

/** Labels are whole numbers from 0. */
export function comparePartitions (a: Int32Array, b: Int32Array): Likeness {
  const n = a.length
  const sizesA = countLabels(a)
  const sizesB = countLabels(b)
  const pairs = (count: number): number => count * (count - 1) / 2
  const term = (count: number): number => count === 0 ? 0 : -count / n * Math.log(count / n)
  let together = 0
  let joint = 0
  eachOverlap(a, sizesA, b, sizesB.length, count => {
    together += pairs(count)
    joint += term(count)
  })
  const togetherA = sizesA.reduce((sum, count) => sum + pairs(count), 0)
  const togetherB = sizesB.reduce((sum, count) => sum + pairs(count), 0)
  const entropyA = sizesA.reduce((sum, count) => sum + term(count), 0)
  const entropyB = sizesB.reduce((sum, count) => sum + term(count), 0)
  const expected = n < 2 ? 0 : togetherA * togetherB / pairs(n)
  const most = (togetherA + togetherB) / 2
  const information = entropyA + entropyB - joint
  return {
    adjustedRand: most === expected ? 1 : (together - expected) / (most - expected),
    normalisedInformation: entropyA + entropyB === 0 ? 1 : 2 * information / (entropyA + entropyB),
    variationOfInformation: Math.max(0, entropyA + entropyB - 2 * information)
  }
}

/** Probabilities this much smaller than the greatest add nothing to a sum of doubles. */
const NEGLIGIBLE = 1e-20

/**
 * Adjusted mutual information: what one partition tells of the other, above chance: 1 the same, 0 as two random partitions with groups of these sizes.
 *
 * (I - E) / ((H1 + H2) / 2 - E), in nats; E is the information expected where overlaps are hypergeometric, summed exactly. Beside the adjusted Rand index it
 * is the fairer where groups differ much in size. Both into one group, or both into singletons: 1. O(n + pairs of distinct sizes x spread of an overlap).
 * Source: Vinh, Epps & Bailey 2010, J. Mach. Learn. Res. 11:2837, with the arithmetic mean, as scikit-learn has it. Tested against scikit-learn and all permutations.
 */
export function adjustedInformation (a: Int32Array, b: Int32Array): number {
  const n = a.length
  const sizesA = countLabels(a).filter(count => count > 0)
  const sizesB = countLabels(b).filter(count => count > 0)
  if (sizesA.length === sizesB.length && (sizesA.length <= 1 || sizesA.length === n)) return 1
  const { normalisedInformation } = comparePartitions(a, b)
  const entropy = (sizes: Int32Array): number => sizes.reduce((sum, count) => sum - count / n * Math.log(count / n), 0)
  const mean = (entropy(sizesA) + entropy(sizesB)) / 2
  const expected = expectedInformation(sizesA, sizesB, n)
  return (normalisedInformation * mean - expected) / (mean - expected)
}

function expectedInformation (sizesA: Int32Array, sizesB: Int32Array, n: number): number {
  let expected = 0
  for (const [sizeA, timesA] of countSizes(sizesA)) {
    for (const [sizeB, timesB] of countSizes(sizesB)) expected += timesA * timesB * expectedOfPair(sizeA, sizeB, n)
  }
  return expected
}

const countSizes = (sizes: Int32Array): Map<number, number> => sizes.reduce((times, size) => times.set(size, (times.get(size) ?? 0) + 1), new Map<number, number>())

/** From the likeliest overlap outwards in both directions: started at the end, probabilities of large groups would underflow. */
function expectedOfPair (sizeA: number, sizeB: number, n: number): number {
  const least = Math.max(1, sizeA + sizeB - n)
  const most = Math.min(sizeA, sizeB)
  const likeliest = Math.min(most, Math.max(least, Math.floor((sizeA + 1) * (sizeB + 1) / (n + 2))))
  const top = Math.exp(logChoose(sizeB, likeliest) + logChoose(n - sizeB, sizeA - likeliest) - logChoose(n, sizeA))
  const information = (overlap: number): number => overlap / n * Math.log(n * overlap / (sizeA * sizeB))
  let sum = top * information(likeliest)
  for (let k = likeliest, p = top; k < most && p > NEGLIGIBLE * top; k++) {
    p *= (sizeA - k) * (sizeB - k) / ((k + 1) * (n - sizeA - sizeB + k + 1))
    sum += p * information(k + 1)
  }
  for (let k = likeliest, p = top; k > least && p > NEGLIGIBLE * top; k--) {
    p *= k * (n - sizeA - sizeB + k) / ((sizeA - k + 1) * (sizeB - k + 1))
    sum += p * information(k - 1)
  }
  return sum
}

export function countLabels (labels: Int32Array): Int32Array {
  const sizes = new Int32Array(labels.reduce((most, label) => Math.max(most, label + 1), 0))
  for (const label of labels) sizes[label]++
  return sizes
}

/** Calls `each` with the size of every non-empty overlap of a group of `a` with a group of `b`, and the two groups. O(n). */
export function eachOverlap (a: Int32Array, sizesA: Int32Array, b: Int32Array, groupsB: number, each: (count: number, groupA: number, groupB: number) => void): void {
  const starts = new Int32Array(sizesA.length + 1)
  sizesA.forEach((count, group) => { starts[group + 1] = starts[group] + count })
  const next = starts.slice(0, sizesA.length)
  const members = new Int32Array(a.length)
  for (let v = 0; v < a.length; v++) members[next[a[v]]++] = v
  const counts = new Int32Array(groupsB)
  const touched = new Int32Array(groupsB)
  for (let group = 0; group < sizesA.length; group++) {
    let seen = 0
    for (let i = starts[group]; i < starts[group + 1]; i++) {
      const other = b[members[i]]
      if (counts[other]++ === 0) touched[seen++] = other
    }
    for (let t = 0; t < seen; t++) {
      each(counts[touched[t]], group, touched[t])
      counts[touched[t]] = 0
    }
  }
}
