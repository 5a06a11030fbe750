/**
 * How close two organisations that are not linked are, by six scores; higher means a link is more to be expected.
 *
 * With N(v) the partners of v, k_v their number, z the common partners of u and v:
 * commonNeighbours |z|; jaccard |z| / |N(u) or N(v)|; adamicAdar sum 1 / ln k_z; resourceAllocation sum 1 / k_z; preferentialAttachment k_u k_v;
 * rootedPagerank: mean of the shares of a walk that starts anew at u (chance 1 - damping a step) spent at v, and the other way round.
 * On undirected links the second is the first x s_u / s_v, s = strengths, so one walk tells both. All but the last count links, not weights.
 *
 * Topology alone names those one would meet anyway, and nobody for an organisation without links. O(sum of k^2) for all pairs two links apart.
 * Sources: Liben-Nowell & Kleinberg 2007, J. Am. Soc. Inf. Sci. 58:1019; Adamic & Adar 2003, Soc. Networks 25:211; Zhou, Lu & Zhang 2009, Eur. Phys. J. B 71:623.
 * Tested against networkx and igraph on the karate club.
 */
import type { Csr } from '../../snapshot/snapshot.ts'
import type { Size } from '../algorithm.ts'
import { iterationsOf, pagerank, PagerankOptions } from '../centrality/pagerank.ts'
import type { Context } from '../context.ts'
import { workOfIterations } from '../work.ts'
import type { Walks } from './candidate-pairs.ts'

export const SCORES = ['commonNeighbours', 'jaccard', 'adamicAdar', 'resourceAllocation', 'preferentialAttachment', 'rootedPagerank'] as const
export type Score = typeof SCORES[number]

/** Of u and v, from the walks of two links from u. */
export function localScore (score: Exclude<Score, 'rootedPagerank'>, { offsets }: Csr, { common, byInverseLog, byInverse }: Walks, u: number, v: number): number {
  const [ku, kv] = [offsets[u + 1] - offsets[u], offsets[v + 1] - offsets[v]]
  switch (score) {
    case 'commonNeighbours': return common[v]
    case 'jaccard': return ku + kv === 0 ? 0 : common[v] / (ku + kv - common[v])
    case 'adamicAdar': return byInverseLog[v]
    case 'resourceAllocation': return byInverse[v]
    case 'preferentialAttachment': return ku * kv
  }
}

/** Of `walks` such walks. */
export const workOfWalks = (size: Pick<Size, 'm'>, walks: number): number => workOfIterations(size, walks * iterationsOf(PagerankOptions.parse({})))

/** Shares of a walk that starts anew at u; 0 everywhere where u has no links. */
export function walkFrom (graph: Csr, u: number, context: Context): Float64Array {
  const start = new Float64Array(graph.n)
  if (graph.offsets[u] === graph.offsets[u + 1]) return start
  start[u] = 1
  return pagerank(graph, PagerankOptions.parse({}), { ...context, progress: () => {} }, start)
}

/** Of u and every node, on an undirected graph of these strengths. Its own entry says nothing. */
export const rootedPagerank = (graph: Csr, strengths: Float64Array, u: number, context: Context): Float64Array =>
  walkFrom(graph, u, context).map((share, v) => share === 0 ? 0 : share * (1 + strengths[u] / strengths[v]) / 2)
