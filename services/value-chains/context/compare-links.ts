/**
 * Whether two countries have more or fewer recorded links than flows of value added between them would give.
 *
 * Of n links that cross a border, a pair with the share p of all flows among the countries present expects n p; ratio = observed / expected. Surely over or under: two-sided binomial test,
 * Benjamini-Hochberg q over the pairs below LINKS_Q_MAX; the interval of the ratio is Wilson's of observed / n, divided by p.
 * What is recorded of a country depends on who recorded it, so there is a second expectation, `givenTotals`: e_ab = x_a x_b f_ab with each country's own number of links kept (iterative
 * proportional fitting), which tells preference for a partner from coverage of a country. It is not defined where there are no more pairs than countries (three countries, or one with
 * each of the others), since then the totals alone tell what was observed.
 *
 * Links of one consortium come together and are counted as if they came one by one: the test is too sure of itself there. Undirected; symmetric flows; O(countries^2) a round.
 * Sources: Wilson 1927, J. Am. Stat. Assoc. 22:209; Benjamini & Hochberg 1995, J. R. Stat. Soc. B 57:289; Deming & Stephan 1940, Ann. Math. Stat. 11:427 (fitting).
 */
import { benjaminiHochberg } from '../../analysis/statistics/benjamini-hochberg.ts'
import { binomialTwoSided } from '../../analysis/statistics/binomial.ts'
import { wilsonInterval } from '../../analysis/statistics/wilson.ts'
import { EXPECTED_LINKS_MIN } from '../../contract/cluster.ts'

export const LINKS_Q_MAX = 0.05
/** Rounds of fitting; what has not settled then has no solution, such as a country linked to one that cannot take all its links. */
const ROUNDS_MAX = 5000
const SETTLED = 1e-9

export type Verdict = 'over' | 'under' | 'as expected' | 'too few'
export interface Expectation { expected: number, ratio: number | null, lower: number | null, upper: number | null, q: number, verdict: Verdict }
/** `share` of all flows among the countries present. */
export interface ComparedPair extends Expectation { a: number, b: number, observed: number, share: number, givenTotals: Expectation | null }

/** `observed` and `flows`: c x c, symmetric, diagonals left out. Pairs a < b with flows or links, most links first; none where there is one pair alone, or nothing to compare. */
export function compareLinks (observed: Float64Array, flows: Float64Array, c: number): ComparedPair[] {
  const pairs: Array<{ a: number, b: number, at: number }> = []
  for (let a = 0; a < c; a++) for (let b = a + 1; b < c; b++) if (observed[a * c + b] > 0 || flows[a * c + b] > 0) pairs.push({ a, b, at: a * c + b })
  const total = pairs.reduce((sum, { at }) => sum + observed[at], 0)
  const flow = pairs.reduce((sum, { at }) => sum + flows[at], 0)
  if (total === 0 || flow === 0 || pairs.length < 2) return []
  const shares = pairs.map(({ at }) => flows[at] / flow)
  const fitted = fitTotals(observed, flows, c)
  const counts = pairs.map(({ at }) => observed[at])
  const alone = judge(counts, shares, total)
  const given = fitted === null ? null : judge(counts, pairs.map(({ at }) => fitted[at] / total), total)
  return pairs.map(({ a, b }, k) => ({ a, b, observed: counts[k], share: shares[k], ...alone[k], givenTotals: given?.[k] ?? null }))
    .sort((p, q) => q.observed - p.observed || q.expected - p.expected || p.a - q.a || p.b - q.b)
}

function judge (observed: number[], shares: number[], total: number): Expectation[] {
  const q = benjaminiHochberg(observed.map((count, k) => binomialTwoSided(count, total, shares[k])))
  return observed.map((count, k) => {
    const share = shares[k]
    const expected = share * total
    const interval = wilsonInterval(count, total)
    const of = (value: number): number | null => share > 0 ? value / share : null
    const verdict = q[k] < LINKS_Q_MAX ? (count > expected ? 'over' : 'under') : expected < EXPECTED_LINKS_MIN ? 'too few' : 'as expected'
    return { expected, ratio: share > 0 ? count / expected : null, lower: of(interval!.lower), upper: of(interval!.upper), q: q[k], verdict }
  })
}

/** Expected links, c x c, in proportion to flows and with every country's own number of links; null where there is no such table, or it is what was observed. */
function fitTotals (observed: Float64Array, flows: Float64Array, c: number): Float64Array | null {
  const degrees = Float64Array.from({ length: c }, (_, a) => Array.from({ length: c }, (_, b) => a === b ? 0 : observed[a * c + b]).reduce((sum, count) => sum + count, 0))
  const linked = Array.from(degrees.keys()).filter(a => degrees[a] > 0)
  if (linked.flatMap(a => linked.filter(b => b > a && flows[a * c + b] > 0)).length <= linked.length) return null
  let factors = degrees.map(degree => degree > 0 ? 1 : 0)
  const reached = (a: number): number => {
    let sum = 0
    for (let b = 0; b < c; b++) if (b !== a) sum += flows[a * c + b] * factors[b]
    return sum
  }
  for (let round = 0; round < ROUNDS_MAX; round++) {
    // The square root keeps the two sides of a symmetric table from overshooting each other.
    const next = factors.map((factor, a) => degrees[a] === 0 ? 0 : Math.sqrt(factor * degrees[a] / reached(a)))
    if (!next.every(Number.isFinite)) return null
    factors = next
    if (degrees.every((degree, a) => Math.abs(factors[a] * reached(a) - degree) <= SETTLED * degree)) return Float64Array.from({ length: c * c }, (_, at) => factors[Math.floor(at / c)] * factors[at % c] * (Math.floor(at / c) === at % c ? 0 : flows[at]))
  }
  return null
}
