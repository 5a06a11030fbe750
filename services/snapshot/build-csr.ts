/** Links in any order -> compressed sparse rows: parallel links summed. Self-loops and zero weights must have been kept out and counted before. */
import type { Csr } from './snapshot.ts'
import { sharedFloat64, sharedInt32 } from './shared-arrays.ts'

/** Links as they come: parallel arrays, one entry a link. Without weights each is 1. */
export interface LinkList { sources: ArrayLike<number>, targets: ArrayLike<number>, weights?: ArrayLike<number> }
export interface BuiltCsr { graph: Csr, parallelLinks: number }

/** A list to push links to. */
export interface GrowingLinkList { sources: number[], targets: number[], weights: number[] }
export const emptyLinkList = (): GrowingLinkList => ({ sources: [], targets: [], weights: [] })

/** Rows longer than this are not sorted by insertion. */
const INSERTION_MAX = 48

/**
 * An undirected graph holds each link in both rows; the directions of a pair are summed. Links are dealt to their rows in one pass, and rows that are not in ascending order then
 * sorted, each by itself: links that come by source and target, as they mostly do, are in order already. Links of one pair keep the order they came in, so that
 * their sum is the same every time. O(n + m log d), d the longest row, and no memory beside the result.
 */
export function buildCsr (n: number, { sources, targets, weights }: LinkList, directed: boolean): BuiltCsr {
  const links = sources.length
  const slots = directed ? links : 2 * links
  const offsets = sharedInt32(n + 1)
  for (let i = 0; i < links; i++) {
    offsets[sources[i] + 1]++
    if (!directed) offsets[targets[i] + 1]++
  }
  for (let v = 0; v < n; v++) offsets[v + 1] += offsets[v]
  const next = offsets.slice(0, n)
  const columns = sharedInt32(slots)
  const kept = sharedFloat64(slots)
  if (weights === undefined) kept.fill(1)
  for (let i = 0; i < links; i++) {
    const source = sources[i]
    const target = targets[i]
    const at = next[source]++
    columns[at] = target
    if (weights !== undefined) kept[at] = weights[i]
    if (directed) continue
    const back = next[target]++
    columns[back] = source
    if (weights !== undefined) kept[back] = weights[i]
  }
  for (let row = 0; row < n; row++) sortRow(columns, kept, offsets[row], offsets[row + 1])
  return sumParallel({ directed, n, m: 0, offsets, targets: columns, weights: kept }, links)
}

/** Stable, by column; rows in ascending order are only looked through. */
function sortRow (columns: Int32Array, weights: Float64Array, first: number, end: number): void {
  let at = first + 1
  while (at < end && columns[at - 1] <= columns[at]) at++
  if (at >= end) return
  if (end - first > INSERTION_MAX) {
    sortLongRow(columns, weights, first, end)
    return
  }
  for (; at < end; at++) {
    const column = columns[at]
    const weight = weights[at]
    let place = at
    for (; place > first && columns[place - 1] > column; place--) {
      columns[place] = columns[place - 1]
      weights[place] = weights[place - 1]
    }
    columns[place] = column
    weights[place] = weight
  }
}

/** Column and place as one number, which a typed array sorts as it is: exact as long as nodes times entries of the row are below 2^53, which no memory holds. */
function sortLongRow (columns: Int32Array, weights: Float64Array, first: number, end: number): void {
  const entries = end - first
  const keys = new Float64Array(entries)
  for (let i = 0; i < entries; i++) keys[i] = columns[first + i] * entries + i
  keys.sort()
  const sorted = weights.slice(first, end)
  for (let i = 0; i < entries; i++) {
    columns[first + i] = Math.floor(keys[i] / entries)
    weights[first + i] = sorted[keys[i] % entries]
  }
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
