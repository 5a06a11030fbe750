/**
 * Supplier concentration: whether an organisation's purchases come from one supplier or from many.
 *
 * Herfindahl-Hirschman index, sum over suppliers of (share of purchases)^2, on supply links seller -> buyer: 1, one recorded supplier; 1/k, k equal ones.
 * Undefined (NaN) without recorded suppliers. One recorded supplier may be missing data. O(n + m).
 * Sources: Herfindahl 1950; Hirschman 1964, Am. Econ. Rev. 54:761. Tested on reference values of an independent implementation.
 */
import type { Csr } from '../../snapshot/snapshot.ts'

export function supplierConcentration ({ n, offsets, targets, weights }: Csr): Float64Array {
  const purchases = new Float64Array(n)
  const squares = new Float64Array(n)
  for (let v = 0; v < n; v++) {
    for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) {
      purchases[targets[slot]] += weights[slot]
      squares[targets[slot]] += weights[slot] ** 2
    }
  }
  return squares.map((sum, v) => purchases[v] === 0 ? NaN : sum / purchases[v] ** 2)
}
