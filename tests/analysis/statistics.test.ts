/** Statistics against exact integers, published values and definitions written out another way. */
import t from 'tap'
import fc from 'fast-check'
import { benjaminiHochberg } from '../../services/analysis/statistics/benjamini-hochberg.ts'
import { diversity, hillNumber } from '../../services/analysis/statistics/diversity.ts'
import { hypergeometricTail } from '../../services/analysis/statistics/hypergeometric.ts'
import { wilsonInterval } from '../../services/analysis/statistics/wilson.ts'

const choose = (n: number, k: number): bigint => {
  if (k < 0 || k > n) return 0n
  let product = 1n
  for (let i = 1n; i <= BigInt(k); i++) product = product * (BigInt(n) - BigInt(k) + i) / i
  return product
}
/** The tail as a quotient of two whole numbers, to 15 digits. */
function exactTail (k: number, n: number, K: number, N: number): number {
  let above = 0n
  for (let x = k; x <= Math.min(n, K); x++) above += choose(K, x) * choose(N - K, n - x)
  const scale = 10n ** 330n
  return Number(`${above * scale / choose(N, n)}e-330`)
}
const close = (found: number, expected: number, relative: number): boolean => Math.abs(found - expected) <= relative * Math.abs(expected) + 1e-300

t.test('the hypergeometric tail is the exact one', async t => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 900 }), fc.nat(), fc.nat(), fc.nat(), (N, a, b, c) => {
    const n = a % (N + 1)
    const K = b % (N + 1)
    const k = c % (n + 2)
    return close(hypergeometricTail(k, n, K, N), exactTail(k, n, K, N), 1e-11)
  }), { seed: 1, numRuns: 400 })
  t.ok(close(hypergeometricTail(40, 360, 700, 7754), exactTail(40, 360, 700, 7754), 1e-10), 'at the size of the seed')
  t.equal(hypergeometricTail(0, 10, 5, 100), 1)
  t.equal(hypergeometricTail(6, 10, 5, 100), 0, 'more than are marked')
})

t.test('q values', async t => {
  const q = benjaminiHochberg([0.005, 0.009, 0.019, 0.022, 0.051, 0.101, 0.361, 0.387])
  for (const [i, expected] of [0.036, 0.036, 0.044, 0.044, 0.0816, 0.808 / 6, 0.387, 0.387].entries()) t.ok(close(q[i], expected, 1e-12), String(q[i]))
  t.strictSame(benjaminiHochberg([]), [])
  t.strictSame(benjaminiHochberg([0.001, 0.02], 5), benjaminiHochberg([0.001, 0.02, 1, 1, 1]).slice(0, 2), 'tests that are not listed have p = 1')
  fc.assert(fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 }), p => {
    const found = benjaminiHochberg(p)
    return found.every((value, i) => {
      const candidates = p.filter(other => other >= p[i]).map(other => other * p.length / p.filter(each => each <= other).length)
      return close(value, Math.min(1, ...candidates), 1e-12)
    })
  }), { seed: 2, numRuns: 300 })
})

t.test('Wilson intervals', async t => {
  for (const [k, n, lower, upper] of [[5, 10, 0.2365931, 0.7634069], [0, 10, 0, 0.2775328], [10, 10, 0.7224672, 1], [1, 1, 0.2065493, 1]]) {
    const interval = wilsonInterval(k, n)
    t.ok(interval !== null && Math.abs(interval.lower - lower) < 1e-6 && Math.abs(interval.upper - upper) < 1e-6, JSON.stringify(interval))
  }
  // Newcombe 1998, Stat. Med. 17:857, gives four digits.
  t.strictSame(Object.values(wilsonInterval(81, 263) ?? {}).map(bound => bound.toFixed(4)), ['0.2553', '0.3662'])
  t.equal(wilsonInterval(0, 0), null)
})

t.test('the effective number of countries', async t => {
  t.equal(hillNumber([5, 5]), 2)
  t.equal(hillNumber([7]), 1)
  t.equal(hillNumber([]), 0)
  t.ok(close(hillNumber([9, 1]), 100 / 82, 1e-15))
})

t.test('diversity, by hand', async t => {
  const found = diversity([10, 5, 0, 5])
  // H = 0.5 ln 2 + 2 x 0.25 ln 4 = 1.5 ln 2; sum p^2 = 3 / 8; pairs alike 90 + 20 + 20 of 380.
  for (const [key, expected] of [['d0', 3], ['d1', 2 ** 1.5], ['d2', 8 / 3], ['simpson', 1 - 130 / 380], ['evenness', 1.5 * Math.log(2) / Math.log(3)]] as const) t.ok(close(found[key], expected, 1e-14), `${key} ${found[key]}`)
  t.match(diversity([4, 4]), { d0: 2, d2: 2, simpson: 1 - 24 / 56, evenness: 1 })
  t.strictSame(diversity([1]), { d0: 1, d1: 1, d2: 1, simpson: NaN, evenness: NaN }, 'one drawing differs from nothing')
  t.match(diversity([7]), { simpson: 0, evenness: NaN }, 'one group is not even or uneven')
  for (const nothing of [[], [0, 0]]) t.strictSame(diversity(nothing), { d0: 0, d1: NaN, d2: NaN, simpson: NaN, evenness: NaN })
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 8 }).filter(counts => counts.some(count => count > 0)), counts => {
    const { d0, d1, d2, simpson } = diversity(counts)
    const drawn = counts.flatMap((count, g) => Array<number>(count).fill(g))
    const pairs = drawn.flatMap((a, i) => drawn.filter((_, j) => j !== i).map(b => Number(a !== b)))
    return d0 >= d1 - 1e-12 && d1 >= d2 - 1e-12 && d2 >= 1 - 1e-12 && (pairs.length === 0 ? Number.isNaN(simpson) : close(simpson + 1, 1 + pairs.reduce((sum, differ) => sum + differ, 0) / pairs.length, 1e-12))
  }), { seed: 3, numRuns: 300 })
})
