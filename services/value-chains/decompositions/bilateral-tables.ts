/** A decomposition of every export of a country-sector to a partner, and its sums. */
import type { ResultTable } from '../measure.ts'
import { byCountry, overPartners, overSectors } from '../sums.ts'
import type { System } from '../system.ts'

/** The four tables of columns that add up; `columns` n x G with 0 at home, which becomes "not defined". */
export function bilateralTables (system: System, columns: Record<string, Float64Array>): Record<'sectorPair' | 'sector' | 'pair' | 'country', ResultTable> {
  const each = (work: (values: Float64Array) => Float64Array): Record<string, Float64Array> => Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, work(values)]))
  const { countryCount, sectorCount } = system
  return {
    sectorPair: { level: 'sectorPair', columns: each(values => values.map((value, at) => Math.floor(at / countryCount / sectorCount) === at % countryCount ? NaN : value)) },
    sector: { level: 'sector', columns: each(values => overPartners(system, values)) },
    pair: { level: 'pair', columns: each(values => overSectors(system, values).map((value, at) => Math.floor(at / countryCount) === at % countryCount ? NaN : value)) },
    country: { level: 'country', columns: each(values => byCountry(system, overPartners(system, values))) }
  }
}
