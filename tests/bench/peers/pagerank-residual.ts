/** How much PageRank scores, made to sum to 1, change in sum by one more step of the walk: 0 would be the exact scores. */
import type { Links } from '../links-file.ts'

const DAMPING = 0.85

export function pagerankResidual ({ n, sources, targets, weights }: Links, scores: ArrayLike<number>): number {
  const total = Array.from(scores).reduce((sum, score) => sum + score, 0)
  const weightOf = (i: number): number => weights?.[i] ?? 1
  const strength = new Float64Array(n)
  for (let i = 0; i < sources.length; i++) {
    strength[sources[i]] += weightOf(i)
    strength[targets[i]] += weightOf(i)
  }
  const walked = new Float64Array(n)
  for (let i = 0; i < sources.length; i++) {
    walked[targets[i]] += weightOf(i) * scores[sources[i]] / strength[sources[i]]
    walked[sources[i]] += weightOf(i) * scores[targets[i]] / strength[targets[i]]
  }
  let dangling = 0
  for (let v = 0; v < n; v++) if (strength[v] === 0) dangling += scores[v] / total
  const anew = (1 - DAMPING + DAMPING * dangling) / n
  let residual = 0
  for (let v = 0; v < n; v++) residual += Math.abs(DAMPING * walked[v] / total + anew - scores[v] / total)
  return residual
}
