/** Random small networks with sides, for slow second computations. */
import { createRandom } from '../../services/analysis/random.ts'
import { takeSides } from '../../services/brokerage/sides.ts'
import type { Sides } from '../../services/brokerage/sides.ts'
import { buildCsr } from '../../services/snapshot/build-csr.ts'
import { slotOf } from '../../services/snapshot/slot-of.ts'
import type { Csr } from '../../services/snapshot/snapshot.ts'

export function randomNetwork (n: number, links: number, seed: number): Csr {
  const random = createRandom(seed)
  const pairs = new Map<string, [number, number, number]>()
  while (pairs.size < links) {
    const [v, w] = [Math.floor(random.next() * n), Math.floor(random.next() * n)]
    if (v !== w) pairs.set(`${Math.min(v, w)} ${Math.max(v, w)}`, [v, w, 1 + Math.floor(random.next() * 4)])
  }
  const list = [...pairs.values()]
  return buildCsr(n, { sources: list.map(([v]) => v), targets: list.map(([, w]) => w), weights: list.map(([, , weight]) => weight) }, false).graph
}

/** About a third on each side, a tenth in both, the rest on neither. */
export function sidesOf (n: number, seed: number): Sides {
  const random = createRandom(seed + 100)
  const draws = Array.from({ length: n }, () => random.next())
  return takeSides(Uint8Array.from(draws, draw => draw < 0.4 ? 1 : 0), Uint8Array.from(draws, draw => draw >= 0.33 && draw < 0.7 ? 1 : 0))
}

/** 0: no link. */
export function weightOf (graph: Csr, v: number, w: number): number {
  const slot = slotOf(graph, v, w)
  return slot < 0 ? 0 : graph.weights[slot]
}
