/**
 * Supplier concentration: whether an organisation's purchases come from one supplier or from many, or from one country or many.
 *
 * Herfindahl-Hirschman index, sum over suppliers of (share of purchases)^2, on supply links seller -> buyer: 1, one recorded supplier; 1/k, k equal ones.
 * By group: the same over the groups of suppliers; those without a group (-1) are a group of their own. Above CONCENTRATED_ABOVE it is flagged.
 * Undefined (NaN) without recorded suppliers. One recorded supplier may be missing data. O(n + m).
 * Sources: Herfindahl 1950; Hirschman 1964, Am. Econ. Rev. 54:761. Tested on reference values of an independent implementation.
 */
import type { Csr } from '../../snapshot/snapshot.ts'
import { reversed } from '../reversed.ts'

/** As much as four equal suppliers; where the merger guidelines of the United States put "highly concentrated" from 2010 to 2023. */
export const CONCENTRATED_ABOVE = 0.25

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

export function groupConcentration (graph: Csr, groups: Int32Array, groupCount: number): Float64Array {
  const { n, offsets, targets, weights } = reversed(graph)
  const sums = new Float64Array(groupCount + 1)
  const result = new Float64Array(n).fill(NaN)
  for (let v = 0; v < n; v++) {
    if (offsets[v] === offsets[v + 1]) continue
    let purchases = 0
    for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) {
      sums[groups[targets[slot]] + 1] += weights[slot]
      purchases += weights[slot]
    }
    result[v] = 0
    for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) {
      const group = groups[targets[slot]] + 1
      result[v] += (sums[group] / purchases) ** 2
      sums[group] = 0
    }
  }
  return result
}

/** 1 above the limit, 0 up to it, NaN where there is nothing to judge. */
export const isConcentrated = (concentration: Float64Array): Float64Array => concentration.map(value => Number.isNaN(value) ? NaN : Number(value > CONCENTRATED_ABOVE))
