/** What one unit of a country-sector's exports is made of: by whose value added it is, and whether it ever left home. */
import { timesInverse } from '../inverse-products.ts'
import type { System } from '../system.ts'

export interface UnitContent {
  /** d = v_s B_ss, n: value added from home, double counting included. */
  home: Float64Array
  /** f = sum over t != s of v_t B_ts, n: value added from abroad. */
  abroad: Float64Array
  /** l = v_s L_ss, n: value added from home that had not left it before. */
  local: Float64Array
  /** Tax shares times B, n: taxes less subsidies on inputs, wherever levied. */
  taxes: Float64Array
  /** (1 where X = 0) B, n: goods of sectors without output, which nobody made. home + abroad + taxes + idle = 1. */
  idle: Float64Array
}

export function unitContent (system: System): UnitContent {
  const { n, countryCount, sectorCount, taxShare, output, valueAddedByOrigin, localValueAdded } = system
  const byOrigin = valueAddedByOrigin()
  const home = Float64Array.from({ length: n }, (_, j) => byOrigin[Math.floor(j / sectorCount) * n + j])
  const abroad = new Float64Array(n)
  for (let c = 0; c < countryCount; c++) for (let j = 0; j < n; j++) if (Math.floor(j / sectorCount) !== c) abroad[j] += byOrigin[c * n + j]
  const times = (shares: Float64Array): Float64Array => shares.every(share => share === 0) ? new Float64Array(n) : timesInverse(shares, system)
  return { home, abroad, local: localValueAdded(), taxes: times(taxShare), idle: times(output.map(value => Number(value === 0))) }
}
