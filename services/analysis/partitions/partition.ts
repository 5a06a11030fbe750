/** Partitions: labels in a canonical order, communities made connected. */
import type { Csr } from '../../snapshot/snapshot.ts'

/** Renumbers labels 0.. in order of first appearance, in place; the number of labels. Labels must be below the length. */
export function renumber (labels: Int32Array, n: number = labels.length): number {
  const place = new Int32Array(n).fill(-1)
  let count = 0
  for (let v = 0; v < n; v++) {
    if (place[labels[v]] < 0) place[labels[v]] = count++
    labels[v] = place[labels[v]]
  }
  return count
}

/** Labels by size, largest first, then by smallest member: equal partitions get equal labels. In place; the number of communities. */
export function canonicalLabels (labels: Int32Array): number {
  const count = renumber(labels)
  const sizes = new Int32Array(count)
  for (let v = 0; v < labels.length; v++) sizes[labels[v]]++
  // renumber numbers by smallest member, so counting by size from the largest down keeps that order among equals.
  const next = new Int32Array(labels.length + 2)
  for (let label = 0; label < count; label++) next[labels.length - sizes[label] + 1]++
  for (let i = 0; i <= labels.length; i++) next[i + 1] += next[i]
  const place = new Int32Array(count)
  for (let label = 0; label < count; label++) place[label] = next[labels.length - sizes[label]]++
  for (let v = 0; v < labels.length; v++) labels[v] = place[labels[v]]
  return count
}

/** Every node a community of its own. */
export function singletons (n: number): Int32Array {
  const labels = new Int32Array(n)
  for (let v = 0; v < n; v++) labels[v] = v
  return labels
}

/** Splits every community into its connected parts, O(n + m). Never lowers modularity: the parts share no link. Returns new labels. */
export function splitDisconnected (graph: Csr, labels: Int32Array): Int32Array {
  const parts = new Int32Array(graph.n).fill(-1)
  const stack = new Int32Array(graph.n)
  let count = 0
  for (let start = 0; start < graph.n; start++) {
    if (parts[start] >= 0) continue
    let height = 0
    stack[height++] = start
    parts[start] = count
    while (height > 0) {
      const v = stack[--height]
      for (let slot = graph.offsets[v]; slot < graph.offsets[v + 1]; slot++) {
        const j = graph.targets[slot]
        if (parts[j] >= 0 || labels[j] !== labels[v]) continue
        parts[j] = count
        stack[height++] = j
      }
    }
    count++
  }
  return parts
}

/** What a value by node adds up to in each of `count` communities. */
export function sumByCommunity (values: Float64Array, communities: Int32Array, n: number, count: number): Float64Array {
  const totals = new Float64Array(count)
  for (let v = 0; v < n; v++) totals[communities[v]] += values[v]
  return totals
}
