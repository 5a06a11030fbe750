/** Connected parts of the network before and after one organisation leaves it. */
import { components } from '../analysis/communities/components.ts'
import type { Csr } from '../snapshot/snapshot.ts'

/** `parts`: organisations or groups of them without a link to any other, the one itself left out of both counts; `largest`: organisations in the largest. */
export interface Parts { parts: number, largest: number }

/** O(n + m). Source: Tarjan 1972. Tested against a search on the network without the node. */
export function partsWithout (graph: Csr, v: number): { before: Parts, after: Parts } {
  return { before: partsAmongOthers(components(graph).labels, v), after: partsAmongOthers(components(withoutLinksOf(graph, v)).labels, v) }
}

function partsAmongOthers (labels: Int32Array, v: number): Parts {
  const sizes = new Map<number, number>()
  labels.forEach((label, w) => { if (w !== v) sizes.set(label, (sizes.get(label) ?? 0) + 1) })
  return { parts: sizes.size, largest: Math.max(0, ...sizes.values()) }
}

function withoutLinksOf ({ directed, n, m, offsets, targets, weights }: Csr, v: number): Csr {
  const kept: Csr = { directed, n, m: m - (offsets[v + 1] - offsets[v]), offsets: new Int32Array(n + 1), targets: new Int32Array(targets.length), weights: new Float64Array(weights.length) }
  let length = 0
  for (let w = 0; w < n; w++) {
    for (let slot = offsets[w]; slot < offsets[w + 1]; slot++) {
      if (w === v || targets[slot] === v) continue
      kept.targets[length] = targets[slot]
      kept.weights[length++] = weights[slot]
    }
    kept.offsets[w + 1] = length
  }
  return { ...kept, targets: kept.targets.subarray(0, length), weights: kept.weights.subarray(0, length) }
}
