/** Links in any order -> compressed sparse rows: parallel links summed. Self-loops and zero weights must have been kept out and counted before. */
import type { Csr } from './snapshot.ts'
import { sharedFloat64, sharedInt32 } from './shared-arrays.ts'

/** Links as they come: parallel arrays, one entry a link. Without weights each is 1. */
export interface LinkList { sources: ArrayLike<number>, targets: ArrayLike<number>, weights?: ArrayLike<number> }
export interface BuiltCsr { graph: Csr, parallelLinks: number }

/** A list to push links to. */
export interface GrowingLinkList { sources: number[], targets: number[], weights: number[] }
export const emptyLinkList = (): GrowingLinkList => ({ sources: [], targets: [], weights: [] })

/**
 * An undirected graph holds each link in both rows; the directions of a pair are summed. Two stable counting passes, first by column, then by row,
 * leave every row in ascending order: O(n + m), and no more memory than the result and 8 bytes a link beside it.
 */
export function buildCsr (n: number, { sources, targets, weights }: LinkList, directed: boolean): BuiltCsr {
  const links = sources.length
  const slots = directed ? links : 2 * links
  const columnEnds = new Int32Array(n + 1)
  const offsets = sharedInt32(n + 1)
  for (let i = 0; i < links; i++) {
    offsets[sources[i] + 1]++
    columnEnds[targets[i] + 1]++
    if (directed) continue
    offsets[targets[i] + 1]++
    columnEnds[sources[i] + 1]++
  }
  for (let v = 0; v < n; v++) {
    offsets[v + 1] += offsets[v]
    columnEnds[v + 1] += columnEnds[v]
  }
  const next = columnEnds.slice(0, n)
  const kept = sharedFloat64(slots)
  // Links by column. Where all weights are 1 this stands, until it is read, in the memory that the weights will take: at ten million links that is 80 MB saved.
  const byColumn = weights === undefined ? new Int32Array(kept.buffer, 0, slots) : new Int32Array(slots)
  for (let i = 0; i < links; i++) {
    byColumn[next[targets[i]]++] = i
    if (!directed) byColumn[next[sources[i]]++] = i
  }
  next.set(offsets.subarray(0, n))
  const columns = sharedInt32(slots)
  for (let column = 0; column < n; column++) {
    for (let at = columnEnds[column]; at < columnEnds[column + 1]; at++) {
      const i = byColumn[at]
      const row = directed || targets[i] === column ? sources[i] : targets[i]
      columns[next[row]] = column
      if (weights !== undefined) kept[next[row]] = weights[i]
      next[row]++
    }
  }
  if (weights === undefined) kept.fill(1)
  return sumParallel({ directed, n, m: 0, offsets, targets: columns, weights: kept }, links)
}

/** Moves what is kept to the front, in place; arrays are copied only where something was summed. */
function sumParallel ({ directed, n, offsets, targets, weights }: Csr, links: number): BuiltCsr {
  let length = 0
  for (let row = 0, at = 0; row < n; row++) {
    const first = length
    const end = offsets[row + 1]
    for (; at < end; at++) {
      if (length > first && targets[length - 1] === targets[at]) weights[length - 1] += weights[at]
      else {
        targets[length] = targets[at]
        weights[length++] = weights[at]
      }
    }
    offsets[row + 1] = length
  }
  const m = directed ? length : length / 2
  if (length === targets.length) return { graph: { directed, n, m, offsets, targets, weights }, parallelLinks: 0 }
  const shorter: Csr = { directed, n, m, offsets, targets: sharedInt32(length), weights: sharedFloat64(length) }
  shorter.targets.set(targets.subarray(0, length))
  shorter.weights.set(weights.subarray(0, length))
  return { graph: shorter, parallelLinks: links - m }
}
