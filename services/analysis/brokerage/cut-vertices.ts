/**
 * Cut vertices: organisations without which others lose their only connection, and how many they cut off.
 *
 * For each node, the organisations outside the largest part that its component falls into when it is taken away.
 * 0: nothing is cut off. Undirected. O(n + m), without recursion: a chain of 100,000 firms must not end the stack.
 * Source: Tarjan 1972; Hopcroft & Tarjan 1973. Tested against networkx articulation_points and removal one by one.
 */
import type { Csr } from '../../snapshot/snapshot.ts'

export function cutOff ({ n, offsets, targets }: Csr): Int32Array {
  const result = new Int32Array(n)
  const entry = new Int32Array(n).fill(-1)
  const low = new Int32Array(n)
  const parent = new Int32Array(n).fill(-1)
  const cursor = Int32Array.from(offsets.subarray(0, n))
  const below = new Int32Array(n).fill(1)
  /** Sum and maximum of the subtrees that hang on this node alone. */
  const hanging = new Int32Array(n)
  const hangingMax = new Int32Array(n)
  const stack = new Int32Array(n)
  let clock = 0
  for (let root = 0; root < n; root++) {
    if (entry[root] >= 0) continue
    const visited: number[] = []
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
      visited.push(v)
      const p = parent[v]
      if (p < 0) continue
      below[p] += below[v]
      low[p] = Math.min(low[p], low[v])
      if (low[v] >= entry[p]) {
        hanging[p] += below[v]
        hangingMax[p] = Math.max(hangingMax[p], below[v])
      }
    }
    const size = visited.length
    for (const v of visited) {
      const rest = size - 1 - hanging[v]
      result[v] = size - 1 - Math.max(rest, hangingMax[v])
    }
  }
  return result
}
