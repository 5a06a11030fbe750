/**
 * Depth-first search of an undirected graph, with what cut vertices and cut links are read from.
 *
 * low = the smallest entry that a node or what hangs below it reaches by one link besides that to its parent. O(n + m), without recursion: a chain of
 * 100,000 firms must not end the stack. Source: Tarjan 1972, SIAM J. Comput. 1:146.
 */
import type { Csr } from '../../snapshot/snapshot.ts'

export interface DepthFirst {
  /** Nodes, each after all that hang below it. */
  order: Int32Array
  /** -1: the first node of its part. */
  parent: Int32Array
  /** When it was first met. */
  entry: Int32Array
  low: Int32Array
  /** Nodes below, itself included. */
  below: Int32Array
  /** Nodes in its connected part. */
  partSize: Int32Array
}

export function depthFirst ({ n, offsets, targets }: Csr): DepthFirst {
  const order = new Int32Array(n)
  const parent = new Int32Array(n).fill(-1)
  const entry = new Int32Array(n).fill(-1)
  const low = new Int32Array(n)
  const below = new Int32Array(n).fill(1)
  const partSize = new Int32Array(n)
  const cursor = Int32Array.from(offsets.subarray(0, n))
  const stack = new Int32Array(n)
  let clock = 0
  let done = 0
  for (let root = 0; root < n; root++) {
    if (entry[root] >= 0) continue
    const first = done
    let height = 0
    stack[height++] = root
    entry[root] = low[root] = clock++
    while (height > 0) {
      const v = stack[height - 1]
      if (cursor[v] < offsets[v + 1]) {
        const w = targets[cursor[v]++]
        if (entry[w] < 0) {
          parent[w] = v
          entry[w] = low[w] = clock++
          stack[height++] = w
        } else if (w !== parent[v]) low[v] = Math.min(low[v], entry[w])
        continue
      }
      height--
      order[done++] = v
      if (parent[v] < 0) continue
      below[parent[v]] += below[v]
      low[parent[v]] = Math.min(low[parent[v]], low[v])
    }
    for (let at = first; at < done; at++) partSize[order[at]] = done - first
  }
  return { order, parent, entry, low, below, partSize }
}
