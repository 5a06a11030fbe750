/** A network with a share of its links left out at random: what incomplete data would have shown. Undirected; rows stay sorted. O(m). */
import type { Csr } from '../snapshot/snapshot.ts'
import { createRandom } from './random.ts'

export function dropLinks ({ directed, n, offsets, targets, weights }: Csr, share: number, seed: number): Csr {
  const random = createRandom(seed)
  // One draw for each link, taken from its lower end; the other row looks the decision up.
  const kept = new Uint8Array(targets.length)
  const cursor = offsets.slice(0, n)
  for (let v = 0; v < n; v++) {
    for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) {
      const w = targets[slot]
      if (w < v) continue
      kept[slot] = random.next() < share ? 0 : 1
      // Rows are sorted and v ascends, so the twin slots of row w come up in order.
      kept[cursor[w]++] = kept[slot]
    }
  }
  const keptOffsets = new Int32Array(n + 1)
  const keptTargets = new Int32Array(targets.length)
  const keptWeights = new Float64Array(targets.length)
  let count = 0
  for (let v = 0; v < n; v++) {
    for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) {
      if (kept[slot] === 0) continue
      keptTargets[count] = targets[slot]
      keptWeights[count++] = weights[slot]
    }
    keptOffsets[v + 1] = count
  }
  return { directed, n, m: count / 2, offsets: keptOffsets, targets: keptTargets.slice(0, count), weights: keptWeights.slice(0, count) }
}
