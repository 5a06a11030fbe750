/**
 * Keeps communities connected after some links changed and some nodes moved, looking only where they can have come apart.
 *
 * Communities were connected before. One can have come apart only where a link inside it went, where nodes left it, or where nodes joined it that now
 * hold on to each other alone. So it is asked, of the ends of each link that went and of the nodes around each clump of nodes that left together, whether
 * they still reach each other: a search from both sides, which meets after a few steps. Only a community in which one did not is walked through: its
 * largest part keeps the label, the others get labels of their own.
 * O(n) to see who moved, and for each question about the square root of the community's links. Tested against the parts that a walk through everything finds.
 */
import type { Csr } from '../../snapshot/snapshot.ts'
import { countLabels } from '../partitions/compare-partitions.ts'

/** Links that were added, removed or given another weight, each as its two ends. */
export interface ChangedLinks { sources: Int32Array, targets: Int32Array }

/** In place. `before`: labels before the links changed, of connected communities; `labels`: those after nodes moved. Labels are below n. */
export function splitChanged (graph: Csr, before: Int32Array, labels: Int32Array, changed: ChangedLinks): void {
  const { n, offsets, targets } = graph
  const moved: number[] = []
  for (let v = 0; v < n; v++) if (labels[v] !== before[v]) moved.push(v)
  const apart = new Set<number>()
  markNewcomers(graph, before, labels, moved, apart)

  const reach = reachesInside(graph, labels)
  const ask = (u: number, v: number): void => { if (!apart.has(labels[u]) && !reach(u, v)) apart.add(labels[u]) }
  /** Nodes that left one community and hung together there, and by clump one of those around it that stayed: the others must reach it. */
  const clumps = createClumps()
  const left: Array<[number, number]> = []
  const leave = (v: number, j: number): void => {
    if (before[j] !== before[v]) return
    if (labels[j] === before[j]) left.push([v, j])
    else clumps.join(v, j)
  }
  for (const v of moved) for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) leave(v, targets[slot])
  for (let i = 0; i < changed.sources.length; i++) {
    const u = changed.sources[i]
    const v = changed.targets[i]
    if (labels[u] !== before[u]) leave(u, v)
    else if (labels[v] !== before[v]) leave(v, u)
    else if (labels[u] === labels[v]) ask(u, v)
  }
  const anchors = new Map<number, number>()
  for (const [v, stayed] of left) {
    const clump = clumps.of(v)
    ask(stayed, anchors.get(clump) ?? stayed)
    anchors.set(clump, stayed)
  }
  if (apart.size > 0) splitCommunities(graph, labels, apart)
}

/** Nodes that joined a community and reach none of those that were there before: it has come apart, unless it is theirs alone. */
function markNewcomers ({ offsets, targets }: Csr, before: Int32Array, labels: Int32Array, moved: number[], apart: Set<number>): void {
  const held = new Set<number>()
  const waiting: number[] = []
  const hold = (v: number): void => {
    if (held.has(v)) return
    held.add(v)
    waiting.push(v)
  }
  for (const v of moved) {
    for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) if (labels[targets[slot]] === labels[v] && before[targets[slot]] === labels[v]) hold(v)
  }
  while (waiting.length > 0) {
    const v = waiting.pop() as number
    for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) if (labels[targets[slot]] === labels[v] && before[targets[slot]] !== labels[v]) hold(targets[slot])
  }
  for (const v of moved) if (!held.has(v)) apart.add(labels[v])
}

/** Whether two nodes of one community reach each other inside it. */
function reachesInside ({ n, offsets, targets }: Csr, labels: Int32Array): (u: number, v: number) => boolean {
  /** Number of the last search that came to a node: even from the one end, odd from the other. */
  const seen = new Int32Array(n)
  let search = 0
  return (u, v) => {
    if (u === v) return true
    search += 2
    const sides = [{ nodes: [u], done: 0, mark: search, other: search + 1 }, { nodes: [v], done: 0, mark: search + 1, other: search }]
    seen[u] = search
    seen[v] = search + 1
    for (;;) {
      const [a, b] = sides
      const side = a.nodes.length - a.done <= b.nodes.length - b.done ? a : b
      const { nodes, mark, other } = side
      const end = nodes.length
      if (side.done === end) return false
      for (; side.done < end; side.done++) {
        const at = nodes[side.done]
        for (let slot = offsets[at]; slot < offsets[at + 1]; slot++) {
          const j = targets[slot]
          if (labels[j] !== labels[u] || seen[j] === mark) continue
          if (seen[j] === other) return true
          seen[j] = mark
          nodes.push(j)
        }
      }
    }
  }
}

/** The connected parts of these communities: the largest keeps the label, the first among equals. */
function splitCommunities ({ n, offsets, targets }: Csr, labels: Int32Array, split: Set<number>): void {
  const sizes = new Int32Array(n)
  sizes.set(countLabels(labels))
  const parts = new Map<number, number[][]>()
  const seen = new Uint8Array(n)
  for (let start = 0; start < n; start++) {
    if (seen[start] === 1 || !split.has(labels[start])) continue
    const part = [start]
    seen[start] = 1
    for (let at = 0; at < part.length; at++) {
      for (let slot = offsets[part[at]]; slot < offsets[part[at] + 1]; slot++) {
        const j = targets[slot]
        if (seen[j] === 1 || labels[j] !== labels[start]) continue
        seen[j] = 1
        part.push(j)
      }
    }
    parts.set(labels[start], [...parts.get(labels[start]) ?? [], part])
  }
  let free = 0
  for (const each of parts.values()) {
    for (const part of each.sort((a, b) => b.length - a.length || a[0] - b[0]).slice(1)) {
      while (sizes[free] > 0) free++
      sizes[free] = part.length
      for (const node of part) labels[node] = free
    }
  }
}

/** Union-find over few nodes. */
function createClumps (): { of: (v: number) => number, join: (u: number, v: number) => void } {
  const above = new Map<number, number>()
  const of = (v: number): number => {
    let top = v
    for (let next = above.get(top); next !== undefined; next = above.get(top)) top = next
    for (let at = v, next = above.get(at); next !== undefined && next !== top; at = next, next = above.get(at)) above.set(at, top)
    return top
  }
  return {
    of,
    join: (u, v) => {
      const a = of(u)
      const b = of(v)
      if (a !== b) above.set(Math.max(a, b), Math.min(a, b))
    }
  }
}
