/** Links in any order -> compressed sparse rows: parallel links summed, self-loops and zero weights kept out and counted. */
import type { Csr } from './snapshot.ts'
import { sharedFloat64, sharedInt32 } from './shared-arrays.ts'

/** Links as they come: parallel arrays, one entry a link. */
export interface LinkList { sources: number[], targets: number[], weights: number[] }
export interface BuiltCsr { graph: Csr, parallelLinks: number }

export const emptyLinkList = (): LinkList => ({ sources: [], targets: [], weights: [] })

/**
 * `links` must be free of self-loops and zero weights. An undirected graph holds each link in both rows; the directions
 * of a pair are summed. Rows are sorted by target with two stable counting passes, O(n + m).
 */
export function buildCsr (n: number, links: LinkList, directed: boolean): BuiltCsr {
  const slots = directed ? links.sources.length : 2 * links.sources.length
  const rows = new Int32Array(slots)
  const columns = new Int32Array(slots)
  const weights = new Float64Array(slots)
  for (let i = 0, at = 0; i < links.sources.length; i++) {
    rows[at] = links.sources[i]
    columns[at] = links.targets[i]
    weights[at++] = links.weights[i]
    if (directed) continue
    rows[at] = links.targets[i]
    columns[at] = links.sources[i]
    weights[at++] = links.weights[i]
  }
  const order = sortedBy(rows, n, sortedBy(columns, n, Int32Array.from({ length: slots }, (_, i) => i)))

  const starts = new Int32Array(n + 1)
  const mergedTargets = new Int32Array(slots)
  const mergedWeights = new Float64Array(slots)
  let kept = 0
  for (let at = 0, row = 0; row < n; row++) {
    for (; at < slots && rows[order[at]] === row; at++) {
      const column = columns[order[at]]
      if (kept > starts[row] && mergedTargets[kept - 1] === column) mergedWeights[kept - 1] += weights[order[at]]
      else {
        mergedTargets[kept] = column
        mergedWeights[kept++] = weights[order[at]]
      }
    }
    starts[row + 1] = kept
  }
  const offsets = sharedInt32(n + 1)
  offsets.set(starts)
  const targets = sharedInt32(kept)
  targets.set(mergedTargets.subarray(0, kept))
  const sharedWeights = sharedFloat64(kept)
  sharedWeights.set(mergedWeights.subarray(0, kept))
  const m = directed ? kept : kept / 2
  return { graph: { directed, n, m, offsets, targets, weights: sharedWeights }, parallelLinks: links.sources.length - m }
}

/** Stable counting sort of `order` by key. */
function sortedBy (keys: Int32Array, n: number, order: Int32Array): Int32Array {
  const starts = new Int32Array(n + 1)
  for (const at of order) starts[keys[at] + 1]++
  for (let i = 0; i < n; i++) starts[i + 1] += starts[i]
  const sorted = new Int32Array(order.length)
  for (const at of order) sorted[starts[keys[at]]++] = at
  return sorted
}
