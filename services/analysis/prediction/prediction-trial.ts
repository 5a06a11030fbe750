/**
 * A trial of the scores on the network itself: a share of its links is hidden by lot, and every pair not linked any more is scored.
 *
 * A hidden link is found if its pair scores before those that were never linked. A trial on one network says what suits that network, and nothing of
 * links that are still to come: where links have dates, hide the latest instead. Undirected; O(n^2 log n), so up to TRIED_ORGANISATIONS_MAX.
 * Tested with ranking-quality.ts; all pairs are scored, also those further than two links apart.
 */
import { z } from 'zod'
import type { Csr } from '../../snapshot/snapshot.ts'
import { strength } from '../centrality/degree.ts'
import type { Refusal, Size } from '../algorithm.ts'
import type { Context } from '../context.ts'
import { dropLinks } from '../drop-links.ts'
import { refuseOversize } from '../measure-error.ts'
import { clear, markPartners, walksOf, walkTwoLinks } from './candidate-pairs.ts'
import { localScore, rootedPagerank, SCORES, workOfWalks } from './link-scores.ts'
import type { Score } from './link-scores.ts'
import { rankingQuality } from './ranking-quality.ts'
import type { RankingQuality } from './ranking-quality.ts'

/** 4.5 million pairs, six scores each: a hundred megabytes. */
export const TRIED_ORGANISATIONS_MAX = 3000

export const PredictionTrialOptions = z.object({
  share: z.number().gt(0).lt(1).default(0.1).describe('of links that are hidden, by lot of the seed'),
  first: z.number().int().min(1).max(100_000).default(10).describe('pairs at the top of the ranking, for the precision there')
})
export type PredictionTrialOptions = z.infer<typeof PredictionTrialOptions>

/** Of a network with this many organisations. */
export const trialRefused = (n: number): Refusal | null =>
  n > TRIED_ORGANISATIONS_MAX ? { option: '', message: `The trial scores every pair, and there are ${n} organisations, above ${TRIED_ORGANISATIONS_MAX}: take a part of the network.` } : null

/** A walk from everybody, and every pair in the order of each score. */
export const workOfTrial = (size: Pick<Size, 'n' | 'm'>): number => workOfWalks(size, size.n) + SCORES.length * size.n ** 2 / 2 * Math.log2(size.n + 1)

export interface PredictionTrial { pairs: number, hidden: number, quality: Record<Score, RankingQuality> }

export function tryPrediction (graph: Csr, { share, first }: PredictionTrialOptions, seed: number, context: Context): PredictionTrial {
  refuseOversize(trialRefused(graph.n))
  return rateScores(graph, dropLinks(graph, share, seed), first, context)
}

/** `left`: the network without the hidden links. */
export function rateScores (graph: Csr, left: Csr, first: number, context: Context): PredictionTrial {
  const { n } = graph
  const pairs = n * (n - 1) / 2 - left.m
  const scores = Object.fromEntries(SCORES.map(score => [score, new Float32Array(pairs)])) as Record<Score, Float32Array>
  const hidden = new Uint8Array(pairs)
  const strengths = strength(left)
  const [walks, linked, known] = [walksOf(n), new Uint8Array(n), new Uint8Array(n)]
  let pair = 0
  for (let u = 0; u < n; u++) {
    context.check()
    context.progress(u / n)
    walkTwoLinks(left, u, walks)
    markPartners(left, u, linked, 1)
    markPartners(graph, u, known, 1)
    const shares = rootedPagerank(left, strengths, u, context)
    for (let v = u + 1; v < n; v++) {
      if (linked[v] === 1) continue
      hidden[pair] = known[v]
      for (const score of SCORES) scores[score][pair] = score === 'rootedPagerank' ? shares[v] : localScore(score, left, walks, u, v)
      pair++
    }
    markPartners(left, u, linked, 0)
    markPartners(graph, u, known, 0)
    clear(walks)
  }
  return { pairs, hidden: hidden.reduce((sum, flag) => sum + flag, 0), quality: Object.fromEntries(SCORES.map(score => [score, rankingQuality(scores[score], hidden, first)])) as Record<Score, RankingQuality> }
}
