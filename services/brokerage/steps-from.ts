/**
 * How many links away everybody is from one organisation, and through whom one would get there.
 *
 * Breadth first. Of the routes with the fewest links the one along the strongest is told: the least sum of lengths, length = 1 / weight; of equals the one
 * through the earlier node. Undirected. O(m). Tested against networkx single_source_shortest_path_length and by hand.
 */
import type { Csr } from '../snapshot/snapshot.ts'

export interface StepsFrom {
  /** Links on the shortest route; 0 for itself, -1: out of reach. */
  steps: Int32Array
  /** The first organisation on that route: the one to ask. Itself where it is a partner; -1 where there is none. */
  first: Int32Array
}

export function stepsFrom ({ n, offsets, targets, weights }: Csr, from: number): StepsFrom {
  const steps = new Int32Array(n).fill(-1)
  const first = new Int32Array(n).fill(-1)
  const length = new Float64Array(n)
  steps[from] = 0
  let ring = Int32Array.of(from)
  for (let step = 1; ring.length > 0; step++) {
    const next: number[] = []
    for (const v of ring) {
      for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) {
        const w = targets[slot]
        const found = length[v] + 1 / weights[slot]
        if (steps[w] === -1) next.push(w)
        else if (steps[w] < step || found >= length[w]) continue
        steps[w] = step
        length[w] = found
        first[w] = v === from ? w : first[v]
      }
    }
    ring = Int32Array.from(next).sort()
  }
  return { steps, first }
}
