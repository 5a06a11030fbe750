/**
 * P(X >= k) for X binomial: n trials of one chance.
 *
 * Terms upwards from k by their ratio, the first by logarithms, so that a small tail keeps its digits (about 1e-10 relative for n below 100,000); below the mean by way of the other tail.
 * k <= 0 gives 1. Tested against sums of whole-number coefficients.
 */
import { logChoose } from './log-factorial.ts'

export function binomialTail (k: number, n: number, chance: number): number {
  if (k <= 0) return 1
  if (k > n || chance <= 0) return 0
  if (chance >= 1) return 1
  if (k < n * chance) return Math.max(0, 1 - binomialTail(n - k + 1, n, 1 - chance))
  let term = Math.exp(logChoose(n, k) + k * Math.log(chance) + (n - k) * Math.log1p(-chance))
  let sum = term
  for (let x = k; x < n; x++) {
    term *= (n - x) / (x + 1) * (chance / (1 - chance))
    sum += term
    if (term < sum * 1e-17) break
  }
  return Math.min(1, sum)
}

/** Twice the lesser tail, at most 1: how surprising k is, whichever way. */
export const binomialTwoSided = (k: number, n: number, chance: number): number =>
  Math.min(1, 2 * Math.min(binomialTail(k, n, chance), binomialTail(n - k, n, 1 - chance)))
