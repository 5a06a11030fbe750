/**
 * Links to expect: pairs that are not linked but have common partners, the closest first, by one of the scores of link-scores.ts.
 *
 * Of one organisation, or of all. Pairs of equal score come in the order of ids. The table holds `top` pairs with all six scores. Undirected.
 * O(sum of squared degrees); by rooted PageRank a walk for each organisation, so of all only up to WALKED_ORGANISATIONS_MAX.
 * Tested against networkx on the karate club and by trying all pairs of small networks.
 */
import { z } from 'zod'
import type { Csr } from '../../snapshot/snapshot.ts'
import { strength } from '../centrality/degree.ts'
import type { Refusal } from '../algorithm.ts'
import type { Context } from '../context.ts'
import { refuseOversize } from '../measure-error.ts'
import { bestRows } from './best-rows.ts'
import { clear, markPartners, walksOf, walkTwoLinks } from './candidate-pairs.ts'
import { localScore, rootedPagerank, SCORES } from './link-scores.ts'
import type { Score } from './link-scores.ts'
import { placeOf } from '../place-of.ts'

/** Rows of the table: more than anybody looks through, few enough for a walk for each. */
export const PREDICTIONS_MAX = 1000
/** A walk takes milliseconds at this size: all of them, a minute or two. */
export const WALKED_ORGANISATIONS_MAX = 5000

export const PredictLinksOptions = z.object({
  of: z.string().default('').describe('id of the organisation whose links to expect; empty: of all'),
  score: z.enum(SCORES).default('resourceAllocation').describe('by which the pairs are ranked'),
  top: z.number().int().min(1).max(PREDICTIONS_MAX).default(20).describe('pairs in the table')
})
export type PredictLinksOptions = z.infer<typeof PredictLinksOptions>

/** Of a network with this many organisations. */
export const predictionsRefused = (n: number, { of, score }: Pick<PredictLinksOptions, 'of' | 'score'>): Refusal | null => score === 'rootedPagerank' && of === '' && n > WALKED_ORGANISATIONS_MAX
  ? { option: 'score', message: `rootedPagerank walks from every organisation, and there are ${n}, above ${WALKED_ORGANISATIONS_MAX}: name one with "of", or take another score.` }
  : null

export interface Predictions { candidates: number, rows: Array<{ u: number, v: number, scores: Record<Score, number> }> }

export function predictLinks (ids: readonly string[], graph: Csr, { of, score, top }: PredictLinksOptions, context: Context): Predictions {
  const sources = of === '' ? Array.from(ids.keys()) : [placeOf(ids, of, 'organisation has the id', 'of')]
  refuseOversize(predictionsRefused(ids.length, { of, score }))
  const best = bestRows<{ u: number, v: number, scores: Omit<Record<Score, number>, 'rootedPagerank'> }>(top)
  const walks = walksOf(graph.n)
  const strengths = strength(graph)
  const linked = new Uint8Array(graph.n)
  let candidates = 0
  sources.forEach((u, done) => {
    if ((done & 0xff) === 0 || score === 'rootedPagerank') {
      context.check()
      context.progress(done / sources.length)
    }
    walkTwoLinks(graph, u, walks)
    markPartners(graph, u, linked, 1)
    const shares = score === 'rootedPagerank' ? rootedPagerank(graph, strengths, u, context) : undefined
    for (const v of walks.found) {
      // Of all, a pair is met from both ends.
      if (linked[v] === 1 || (of === '' && v < u)) continue
      candidates++
      const local = (name: Exclude<Score, 'rootedPagerank'>): number => localScore(name, graph, walks, u, v)
      best.offer(shares === undefined ? local(score as Exclude<Score, 'rootedPagerank'>) : shares[v], { u, v, scores: { commonNeighbours: local('commonNeighbours'), jaccard: local('jaccard'), adamicAdar: local('adamicAdar'), resourceAllocation: local('resourceAllocation'), preferentialAttachment: local('preferentialAttachment') } })
    }
    markPartners(graph, u, linked, 0)
    clear(walks)
  })
  const chosen = best.list().map(({ row }) => row)
  const sharesOf = new Map([...new Set(chosen.map(({ u }) => u))].map(u => [u, rootedPagerank(graph, strengths, u, context)]))
  return { candidates, rows: chosen.map(({ u, v, scores }) => ({ u, v, scores: { ...scores, rootedPagerank: (sharesOf.get(u) as Float64Array)[v] } })) }
}
