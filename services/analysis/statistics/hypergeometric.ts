/**
 * P(X >= k) for X hypergeometric: n drawn from N of which K are marked; the one-sided Fisher test of over-representation.
 *
 * Exact to about 1e-10 relative by log-gamma for N below 10,000; k = 0 gives 1. Tested against quotients of whole numbers.
 */
import { logChoose } from './log-factorial.ts'

export function hypergeometricTail (k: number, n: number, K: number, N: number): number {
  if (k <= Math.max(0, n + K - N)) return 1
  const last = Math.min(n, K)
  if (k > last) return 0
  // Terms from k upwards by their ratio, starting at the logarithm of the first.
  let term = Math.exp(logChoose(K, k) + logChoose(N - K, n - k) - logChoose(N, n))
  let sum = term
  for (let x = k; x < last; x++) {
    term *= (K - x) * (n - x) / ((x + 1) * (N - K - n + x + 1))
    sum += term
    if (term < sum * 1e-17) break
  }
  return Math.min(1, sum)
}
