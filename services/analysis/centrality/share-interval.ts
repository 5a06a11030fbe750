/**
 * The interval of a share that was hit so many times in so many independent trials.
 *
 * All shares q with trials * D(hits / trials, q) <= exponent, D the relative entropy of two coins: by Chernoff's bound the true share lies above the interval
 * with chance at most e^-exponent, and below it likewise. For hits and misses it is within, never outside, the empirical Bernstein bound. By halving, rounded outwards.
 * Source: Chernoff 1952, Ann. Math. Stat. 23:493; Hoeffding 1963, J. Am. Stat. Assoc. 58:13. Tested against exact binomial tails.
 */

/** Halvings: the bound is exact to 2^-50 of its distance to 1, far below what a float of the result shows. */
const HALVINGS = 50

/** a ln(a / b), 0 where a is 0. */
const term = (a: number, b: number): number => a === 0 ? 0 : a * Math.log(a / b)
const relativeEntropy = (p: number, q: number): number => term(p, q) + term(1 - p, 1 - q)

/** 0 trials say nothing: 1. */
export function upperShare (hits: number, trials: number, exponent: number): number {
  if (trials === 0 || hits === trials) return 1
  const share = hits / trials
  let inside = share
  let outside = 1
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (inside + outside) / 2
    if (trials * relativeEntropy(share, middle) <= exponent) inside = middle
    else outside = middle
  }
  return outside
}

export const lowerShare = (hits: number, trials: number, exponent: number): number => 1 - upperShare(trials - hits, trials, exponent)

/** Trials after which the interval of such a share reaches no further than `reach` from it, nearly (Bernstein's bound; for a share of 0 exactly). */
export const trialsFor = (share: number, exponent: number, reach: number): number => exponent / reach * Math.max(1, 2 * share * (1 - share) / reach + 2 / 3 * Math.abs(1 - 2 * share))
