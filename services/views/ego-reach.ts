/** Who is within a few links of an organisation. */
import type { Csr } from '../snapshot/snapshot.ts'
import type { Mask } from './select.ts'

/** A node reached from the ego. */
export interface Reached {
  node: number
  /** 0 the ego, 1 its partners, 2 theirs. */
  depth: number
  /** Summed weight of its links to the ring before it. */
  pull: number
  /** The node of the ring before it that it is linked to most strongly; -1 for the ego. */
  parent: number
}

/** Breadth first from the ego through the nodes of the mask; ring by ring, in each ring by pull, then id. */
export function reach (graph: Csr, ego: number, depthMax: number, mask: Mask, weightMin: number): Reached[] {
  const depthOf = new Int32Array(graph.n).fill(-1)
  depthOf[ego] = 0
  const reached: Reached[] = [{ node: ego, depth: 0, pull: 0, parent: -1 }]
  let ring = reached
  for (let depth = 1; depth <= depthMax; depth++) {
    const next = new Map<number, Reached & { strongest: number }>()
    for (const { node } of ring) {
      for (let slot = graph.offsets[node]; slot < graph.offsets[node + 1]; slot++) {
        const target = graph.targets[slot]
        const weight = graph.weights[slot]
        if (mask[target] === 0 || weight < weightMin || (depthOf[target] >= 0 && depthOf[target] < depth)) continue
        depthOf[target] = depth
        const found = next.get(target) ?? { node: target, depth, pull: 0, parent: -1, strongest: 0 }
        found.pull += weight
        if (weight > found.strongest || (weight === found.strongest && node < found.parent)) {
          found.strongest = weight
          found.parent = node
        }
        next.set(target, found)
      }
    }
    ring = [...next.values()].sort((a, b) => b.pull - a.pull || a.node - b.node).map(({ node, depth, pull, parent }) => ({ node, depth, pull, parent }))
    reached.push(...ring)
  }
  return reached
}
