/** Sums of results over sectors and partners. */
import type { System } from './system.ts'

type Size = Pick<System, 'n' | 'countryCount' | 'sectorCount'>

/** n -> G: country-sectors added up to countries. */
export function byCountry ({ countryCount, sectorCount }: Size, values: Float64Array): Float64Array {
  return Float64Array.from({ length: countryCount }, (_, c) => values.subarray(c * sectorCount, (c + 1) * sectorCount).reduce((sum, value) => sum + value, 0))
}

/** n x G -> n: partners added up; what is not defined counts as nothing. */
export function overPartners ({ n, countryCount }: Size, values: Float64Array): Float64Array {
  return Float64Array.from({ length: n }, (_, i) => values.subarray(i * countryCount, (i + 1) * countryCount).reduce((sum, value) => Number.isNaN(value) ? sum : sum + value, 0))
}

/** n x G -> G x G: exporting sectors added up. */
export function overSectors ({ n, countryCount, sectorCount }: Size, values: Float64Array): Float64Array {
  const sums = new Float64Array(countryCount * countryCount)
  for (let i = 0; i < n; i++) for (let r = 0, at = Math.floor(i / sectorCount) * countryCount; r < countryCount; r++) sums[at + r] += values[i * countryCount + r]
  return sums
}

/** n: final demand of all countries for what each country-sector makes. */
export function finalOutput ({ n, countryCount, finalDemand }: Size & Pick<System, 'finalDemand'>): Float64Array {
  return Float64Array.from({ length: n }, (_, i) => finalDemand.subarray(i * countryCount, (i + 1) * countryCount).reduce((sum, value) => sum + value, 0))
}
