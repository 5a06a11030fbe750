/**
 * Similar bridges: organisations whose work is spread over clusters most like that of one organisation, and where they differ.
 *
 * Each organisation is the list of shares of its strength that go to each group (cluster; work with organisations in none is a group of its own); likeness is the cosine of two such
 * lists: 1, the same mixture; 0, no group in common. Those with fewer than SIMILAR_LINKS_MIN links are left out: three links have no pattern. O(m + candidates groups).
 * Source: cosine of profiles, Salton & McGill 1983, Introduction to Modern Information Retrieval. Tested against a computation from the definition.
 */
import type { Csr } from '../snapshot/snapshot.ts'

export const SIMILAR_LINKS_MIN = 4

export interface SimilarBridge {
  node: number
  likeness: number
  /** Partners of both. */
  sharedPartners: number
  /** The group whose share differs most, -1: in none; and its shares in the work of the one and of this one. Null where nothing differs. */
  differs: { group: number, share: number, shareOfOne: number } | null
}

/** The `most` most alike of the candidates, ties by node; the organisation itself is never one. */
export function similarBridges (graph: Csr, groups: Int32Array, groupCount: number, one: number, candidates: readonly number[], most: number): SimilarBridge[] {
  const own = spreadOf(graph, groups, groupCount, one)
  return candidates
    .filter(node => node !== one && graph.offsets[node + 1] - graph.offsets[node] >= SIMILAR_LINKS_MIN)
    .map(node => ({ node, likeness: cosine(own, spreadOf(graph, groups, groupCount, node)) }))
    .filter(({ likeness }) => likeness > 0)
    .sort((a, b) => b.likeness - a.likeness || a.node - b.node)
    .slice(0, most)
    .map(({ node, likeness }) => ({ node, likeness, sharedPartners: countShared(graph, one, node), differs: greatestDifference(own, spreadOf(graph, groups, groupCount, node)) }))
}

/** Shares of strength by group, group -1 first. */
function spreadOf ({ offsets, targets, weights }: Csr, groups: Int32Array, groupCount: number, v: number): Float64Array {
  const sums = new Float64Array(groupCount + 1)
  let strength = 0
  for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) {
    sums[groups[targets[slot]] + 1] += weights[slot]
    strength += weights[slot]
  }
  return strength === 0 ? sums : sums.map(sum => sum / strength)
}

function cosine (x: Float64Array, y: Float64Array): number {
  let product = 0
  let squaresOfX = 0
  let squaresOfY = 0
  for (let g = 0; g < x.length; g++) {
    product += x[g] * y[g]
    squaresOfX += x[g] * x[g]
    squaresOfY += y[g] * y[g]
  }
  return product === 0 ? 0 : Math.min(1, product / Math.sqrt(squaresOfX * squaresOfY))
}

function greatestDifference (one: Float64Array, other: Float64Array): SimilarBridge['differs'] {
  let greatest = 0
  for (let g = 1; g < one.length; g++) if (Math.abs(one[g] - other[g]) > Math.abs(one[greatest] - other[greatest])) greatest = g
  return one[greatest] === other[greatest] ? null : { group: greatest - 1, share: other[greatest], shareOfOne: one[greatest] }
}

/** Rows are ascending. */
function countShared ({ offsets, targets }: Csr, v: number, w: number): number {
  let shared = 0
  for (let i = offsets[v], j = offsets[w]; i < offsets[v + 1] && j < offsets[w + 1];) {
    if (targets[i] === targets[j]) shared++
    const step = targets[i] - targets[j]
    if (step <= 0) i++
    if (step >= 0) j++
  }
  return shared
}
