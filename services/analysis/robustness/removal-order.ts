/**
 * In which order organisations leave: those with most partners first (degree), the same counted anew after each (adaptiveDegree), those most often on the
 * shortest routes first (betweenness, links counted), or by lot (random). Equals by the order of nodes.
 *
 * Undirected. O(n log n), O(n log n + m), O(nm) and O(n). Sources: Albert, Jeong & Barabasi 2000, Nature 406:378; Holme et al. 2002, Phys. Rev. E 65:056109.
 * Tested against networkx on the karate club, and counting anew one by one.
 */
import { z } from 'zod'
import type { Csr } from '../../snapshot/snapshot.ts'
import { betweenness } from '../centrality/betweenness.ts'
import { degree } from '../centrality/degree.ts'
import type { Context } from '../context.ts'
import { createRandom, shuffle } from '../random.ts'

export const RemovalOptions = z.object({
  order: z.enum(['degree', 'adaptiveDegree', 'betweenness', 'random']).default('degree').describe('who leaves first: most partners, most partners left (counted anew after each), most often on the shortest routes, or by lot of the seed')
})
export type RemovalOptions = z.infer<typeof RemovalOptions>

/** Digits in which two sums of shortest routes that are equal agree. */
const DIGITS = 12

export function removalOrder (graph: Csr, { order }: RemovalOptions, seed: number, context: Context): Int32Array {
  switch (order) {
    case 'degree': return byScore(degree(graph))
    case 'adaptiveDegree': return byPartnersLeft(graph)
    case 'betweenness': return byScore(betweenness(graph, new Int32Array(graph.n), { weighted: false, sources: 0 }, seed, context).plain.map(sum => Number(sum.toPrecision(DIGITS))))
    case 'random': return shuffle(Int32Array.from({ length: graph.n }, (_, v) => v), createRandom(seed))
  }
}

/** Greatest first; equal scores by the order of nodes. */
export const byScore = (scores: ArrayLike<number>): Int32Array =>
  Int32Array.from({ length: scores.length }, (_, v) => v).sort((a, b) => scores[b] - scores[a] || a - b)

/** Nobody's partners grow in number: once the most are k, whoever has k is known, and leaves in the order of nodes unless a removal lowers it first. */
function byPartnersLeft ({ n, offsets, targets }: Csr): Int32Array {
  const left = Int32Array.from({ length: n }, (_, v) => offsets[v + 1] - offsets[v])
  const most = left.reduce((max, count) => Math.max(max, count), 0)
  const having: number[][] = Array.from({ length: most + 1 }, () => [])
  left.forEach((count, v) => having[count].push(v))
  const gone = new Uint8Array(n)
  const order = new Int32Array(n)
  let count = 0
  for (let k = most; k >= 0; k--) {
    for (const v of having[k].sort((a, b) => a - b)) {
      if (gone[v] === 1 || left[v] !== k) continue
      gone[v] = 1
      order[count++] = v
      for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) if (gone[targets[slot]] === 0) having[--left[targets[slot]]].push(targets[slot])
    }
  }
  return order
}
