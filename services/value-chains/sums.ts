/** Sums of tables and results over sectors and partners. */

/** n = G N country-sectors. */
interface Size { n: number, countryCount: number, sectorCount: number }

/** n -> G: country-sectors added up to countries. */
export function byCountry ({ countryCount, sectorCount }: Size, values: Float64Array): Float64Array {
  return Float64Array.from({ length: countryCount }, (_, c) => values.subarray(c * sectorCount, (c + 1) * sectorCount).reduce((sum, value) => sum + value, 0))
}

/** n x G -> n: partners added up; what is not defined counts as nothing. */
export function overPartners ({ n, countryCount }: Pick<Size, 'n' | 'countryCount'>, values: Float64Array): Float64Array {
  return Float64Array.from({ length: n }, (_, i) => values.subarray(i * countryCount, (i + 1) * countryCount).reduce((sum, value) => Number.isNaN(value) ? sum : sum + value, 0))
}

/** n x G -> G x G: exporting sectors added up. */
export function overSectors ({ n, countryCount, sectorCount }: Size, values: Float64Array): Float64Array {
  const sums = new Float64Array(countryCount * countryCount)
  for (let i = 0; i < n; i++) for (let r = 0, at = Math.floor(i / sectorCount) * countryCount; r < countryCount; r++) sums[at + r] += values[i * countryCount + r]
  return sums
}

/** n x G -> G: what all country-sectors have with a partner. */
export function byPartner ({ n, countryCount }: Size, values: Float64Array): Float64Array {
  const sums = new Float64Array(countryCount)
  for (let i = 0; i < n; i++) for (let r = 0; r < countryCount; r++) sums[r] += values[i * countryCount + r]
  return sums
}

/** Of some country-sectors. Those without a value or with no weight count for nothing; NaN where none is left. */
export function weightedMean (nodes: readonly number[], weight: (i: number) => number, value: (i: number) => number): number {
  let [sum, total] = [0, 0]
  for (const i of nodes) {
    if (!(weight(i) > 0) || !Number.isFinite(value(i))) continue
    sum += weight(i) * value(i)
    total += weight(i)
  }
  return sum / total
}

/** n: final demand of all countries for what each country-sector makes. */
export const finalOutput = (system: Size & { finalDemand: Float64Array }): Float64Array => overPartners(system, system.finalDemand)

/** Of a matrix n x n by rows: what each row sells to others, and what each column buys. */
export function flowSums (flows: Float64Array, n: number): { sold: Float64Array, bought: Float64Array } {
  const sold = new Float64Array(n)
  const bought = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      sold[i] += flows[i * n + j]
      bought[j] += flows[i * n + j]
    }
  }
  return { sold, bought }
}
