/**
 * A bound of the spectral radius of A >= 0, n x n by rows: the greatest (A' x)_j / x_j of a vector x > 0. Below 1, I - A has an inverse, and that has no entry below 0.
 *
 * With x = u B it is 1 - 1 / max(u B), and close. Infinity where A or x has an entry below 0, of which this says nothing. Complexity: O(n^2).
 * Source: Collatz (1942), Mathematische Zeitschrift 48; Wielandt (1950), Mathematische Zeitschrift 52.
 */
export function spectralBound (coefficients: Float64Array, x: Float64Array): number {
  const n = x.length
  if (!x.every(value => value > 0)) return Infinity
  const product = new Float64Array(n)
  for (let i = 0, at = 0; i < n; i++) {
    for (let j = 0; j < n; j++, at++) {
      if (coefficients[at] < 0) return Infinity
      product[j] += coefficients[at] * x[i]
    }
  }
  return product.reduce((most, value, j) => Math.max(most, value / x[j]), 0)
}
