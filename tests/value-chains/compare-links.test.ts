import t from 'tap'
import { binomialTail, binomialTwoSided } from '../../services/analysis/statistics/binomial.ts'
import { createRandom } from '../../services/analysis/random.ts'
import { compareLinks } from '../../services/value-chains/context/compare-links.ts'

/** Symmetric c x c from the cells above the diagonal, by rows. */
function symmetric (c: number, upper: number[]): Float64Array {
  const table = new Float64Array(c * c)
  let k = 0
  for (let a = 0; a < c; a++) for (let b = a + 1; b < c; b++, k++) table[a * c + b] = table[b * c + a] = upper[k]
  return table
}
const pair = (found: ReturnType<typeof compareLinks>, a: number, b: number) => found.find(each => each.a === a && each.b === b)!

t.test('binomial tails against sums of whole numbers', async t => {
  // P(X >= k) for chance m / d as a quotient of whole numbers.
  const exact = (k: number, n: number, m: bigint, d: bigint): number => {
    let [choose, sum] = [1n, 0n]
    for (let x = 0; x <= n; x++) {
      if (x >= k) sum += choose * m ** BigInt(x) * (d - m) ** BigInt(n - x)
      choose = choose * BigInt(n - x) / BigInt(x + 1)
    }
    return Number(sum * 10n ** 30n / d ** BigInt(n)) / 1e30
  }
  for (const [k, n, m, d] of [[3, 10, 1, 4], [10, 10, 1, 4], [0, 10, 1, 4], [1, 10, 1, 4], [40, 200, 1, 10], [5, 200, 1, 10], [7, 12, 99, 100], [60, 300, 1, 7]] as const) {
    const expected = exact(k, n, BigInt(m), BigInt(d))
    t.ok(Math.abs(binomialTail(k, n, m / d) / expected - 1) < 1e-9, `${k} of ${n} at ${m}/${d}`)
  }
  t.strictSame([binomialTail(0, 5, 0), binomialTail(1, 5, 0), binomialTail(5, 5, 1), binomialTail(6, 5, 0.5), binomialTail(0, 0, 0.5)], [1, 0, 1, 0, 1])
  t.equal(binomialTwoSided(5, 10, 0.5), 1)
  t.ok(Math.abs(binomialTwoSided(0, 10, 0.5) - 2 / 1024) < 1e-12)
  t.ok(Math.abs(binomialTwoSided(10, 10, 0.5) - 2 / 1024) < 1e-12)
})

t.test('links that follow the flows are as expected, whatever the unit of flows', async t => {
  const flows = [40, 30, 10, 10, 5, 5]
  for (const unit of [1, 1e6]) {
    const found = compareLinks(symmetric(4, flows.map(value => 10 * value)), symmetric(4, flows.map(value => unit * value)), 4)
    t.equal(found.length, 6)
    for (const { observed, expected, ratio, verdict, givenTotals, lower, upper } of found) {
      t.ok(Math.abs(observed - expected) < 1e-9)
      t.ok(Math.abs(ratio! - 1) < 1e-9)
      t.ok(lower! < 1 && upper! > 1)
      t.equal(verdict, 'as expected')
      t.ok(Math.abs(givenTotals!.ratio! - 1) < 1e-6)
    }
  }
})

t.test('a planted pair is over, what it takes from is under, and few links say nothing', async t => {
  const found = compareLinks(symmetric(4, [10, 20, 20, 20, 20, 110]), symmetric(4, [50, 50, 50, 50, 50, 50]), 4)
  t.equal(pair(found, 2, 3).verdict, 'over')
  t.ok(Math.abs(pair(found, 2, 3).ratio! - 110 / (200 / 6)) < 1e-12)
  t.equal(pair(found, 0, 1).verdict, 'under')
  t.strictSame(found[0], pair(found, 2, 3), 'most links first')
  const few = compareLinks(symmetric(4, [1, 0, 1, 0, 1, 0]), symmetric(4, [5, 4, 3, 2, 2, 4]), 4)
  t.ok(few.every(({ verdict }) => verdict === 'too few'))
  const rare = compareLinks(symmetric(3, [100, 20, 0]), symmetric(3, [1000, 1, 0]), 3)
  t.match(pair(rare, 0, 2), { verdict: 'over' }, 'few are expected, and many there')
  t.equal(rare.length, 2, 'neither links nor flows: no pair')
  const unheardOf = compareLinks(symmetric(3, [100, 20, 30]), symmetric(3, [1000, 100, 0]), 3)
  t.match(pair(unheardOf, 1, 2), { expected: 0, ratio: null, lower: null, verdict: 'over' }, 'links where nothing flows')
})

t.test('a country that is recorded more often is over with all, and given its links with nobody', async t => {
  // Flows are alike; country 0 has ten times the links of the others with everybody.
  const found = compareLinks(symmetric(5, [100, 100, 100, 100, 10, 10, 10, 10, 10, 10]), symmetric(5, new Array(10).fill(7)), 5)
  t.equal(pair(found, 0, 1).verdict, 'over')
  t.equal(pair(found, 1, 2).verdict, 'under')
  t.ok(found.every(({ givenTotals }) => givenTotals!.verdict === 'as expected' && Math.abs(givenTotals!.ratio! - 1) < 1e-6))
  // The expectation by rows and columns in turn, as iterative fitting is usually done, on random tables.
  const { next } = createRandom(7)
  for (const c of [4, 6, 9]) {
    const cells = c * (c - 1) / 2
    const flows = symmetric(c, Array.from({ length: cells }, () => 10 ** (3 * next())))
    const observed = symmetric(c, Array.from({ length: cells }, () => 1 + Math.floor(40 * next())))
    const degrees = Array.from({ length: c }, (_, a) => observed.slice(a * c, (a + 1) * c).reduce((sum, value) => sum + value, 0))
    const fitted = flows.slice()
    for (let round = 0; round < 3000; round++) {
      for (let a = 0; a < c; a++) {
        const sum = Array.from({ length: c }, (_, b) => fitted[a * c + b]).reduce((x, y) => x + y, 0)
        for (let b = 0; b < c; b++) fitted[a * c + b] *= degrees[a] / sum
      }
      for (let b = 0; b < c; b++) {
        const sum = Array.from({ length: c }, (_, a) => fitted[a * c + b]).reduce((x, y) => x + y, 0)
        for (let a = 0; a < c; a++) fitted[a * c + b] *= degrees[b] / sum
      }
    }
    for (const { a, b, givenTotals } of compareLinks(observed, flows, c)) t.ok(Math.abs(givenTotals!.expected / fitted[a * c + b] - 1) < 1e-6, `${c} countries, ${a} ${b}`)
  }
})

t.test('what cannot be compared', async t => {
  t.strictSame(compareLinks(symmetric(2, [10]), symmetric(2, [3]), 2), [], 'one pair has all links and all flows')
  t.strictSame(compareLinks(symmetric(3, [0, 0, 0]), symmetric(3, [1, 2, 3]), 3), [])
  t.strictSame(compareLinks(symmetric(3, [1, 2, 3]), symmetric(3, [0, 0, 0]), 3), [])
  t.strictSame(compareLinks(new Float64Array(0), new Float64Array(0), 0), [])
  t.ok(compareLinks(symmetric(3, [5, 6, 7]), symmetric(3, [1, 2, 3]), 3).every(({ givenTotals }) => givenTotals === null), 'three countries: totals tell everything')
  t.ok(compareLinks(symmetric(4, [5, 6, 7, 0, 0, 0]), symmetric(4, [1, 2, 3, 0, 0, 0]), 4).every(({ givenTotals }) => givenTotals === null), 'one with each of three')
  // All links are of country 0: no table in proportion to the flows between the others has these totals.
  t.ok(compareLinks(symmetric(4, [5, 5, 5, 0, 0, 0]), symmetric(4, [1, 1, 1, 1, 1, 1]), 4).every(({ givenTotals }) => givenTotals === null))
})
