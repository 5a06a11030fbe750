/**
 * Evidence that a term, such as a domain, is more common in a group than in the whole network: k of n members against K of N organisations.
 *
 * Location quotient (k / n) / (K / N): 2 means twice as common. Its 95 % interval is Wilson's of k / n over K / N, the network taken as fixed. `shrunk`, for ranking,
 * adds five members who are as the network is: ((k + 5 K / N) / (n + 5)) / (K / N), so that one of one member proves little. p: hypergeometric P(X >= k).
 * null where K or n is 0. O(min(n, K)).
 * Sources: Balassa 1965, Manch. Sch. 33:99; Wilson 1927, J. Am. Stat. Assoc. 22:209. Tested against scipy and an independent implementation.
 */
import { hypergeometricTail } from '../statistics/hypergeometric.ts'
import { wilsonInterval } from '../statistics/wilson.ts'

/** Terms carried by fewer organisations are not tested: two carriers cannot be unusually common anywhere. */
export const TERM_SIZE_MIN = 3
/** Members like the network that a shrunk quotient adds. */
const SHRINKAGE_MEMBERS = 5

export interface TermEvidence { locationQuotient: number | null, lower: number | null, upper: number | null, shrunk: number | null, p: number }

export function termEvidence (k: number, n: number, K: number, N: number): TermEvidence {
  const p = hypergeometricTail(k, n, K, N)
  const interval = wilsonInterval(k, n)
  if (K === 0 || interval === null) return { locationQuotient: null, lower: null, upper: null, shrunk: null, p }
  const background = K / N
  return { locationQuotient: k / n / background, lower: interval.lower / background, upper: interval.upper / background, shrunk: (k + SHRINKAGE_MEMBERS * background) / (n + SHRINKAGE_MEMBERS) / background, p }
}
