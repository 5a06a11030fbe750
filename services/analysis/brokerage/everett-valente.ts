/**
 * Brokerage (Everett and Valente): how much of the others' dealing each link of an organisation carries on average.
 *
 * Undirected: (2 B + n - 1) / degree where the betweenness B is above 0, else 0; B counts unordered pairs. Directed: in = (B + others that reach it) / in-degree,
 * out = (B + others it reaches) / out-degree, and their mean, where B, now of ordered pairs, is above 0; else 0. Links are counted, not weighted. O(nm).
 * Source: Everett & Valente 2016, Soc. Networks 44:202. Tested against both published tables and against listing all shortest paths.
 */
import type { Csr } from '../../snapshot/snapshot.ts'
import { betweenness } from '../centrality/betweenness.ts'
import { part, UNWATCHED } from '../context.ts'
import type { Context } from '../context.ts'
import { reversed } from '../reversed.ts'
import { reach } from './reach.ts'

export interface EverettValente { mean: Float64Array, /** null for an undirected network. */ sides: { in: Float64Array, out: Float64Array } | null }

export function everettValente (graph: Csr, context: Context = UNWATCHED): EverettValente {
  const { plain } = betweenness(graph, new Int32Array(graph.n), { weighted: false, sources: 0 }, 0, part(context, 0, 0.7))
  const average = ({ offsets }: Csr, carried: (sum: number, v: number) => number): Float64Array => plain.map((sum, v) => sum > 0 ? carried(sum, v) / (offsets[v + 1] - offsets[v]) : 0)
  if (!graph.directed) return { mean: average(graph, sum => 2 * sum + graph.n - 1), sides: null }
  const { reaches, reachedBy } = reach(graph, part(context, 0.7, 1))
  const into = average(reversed(graph), (sum, v) => sum + reachedBy[v])
  const out = average(graph, (sum, v) => sum + reaches[v])
  return { mean: into.map((value, v) => (value + out[v]) / 2), sides: { in: into, out } }
}
