/** Products of one vector with the inverse, by one solve each: the inverse itself is not needed. */
import type { System } from './system.ts'

/** B r, n: output that the final demand `right` sets in motion. */
export const inverseTimes = (system: System, right: Float64Array): Float64Array => system.solveOnce(right, false).x

/** l B, n: what a unit of final output of each country-sector takes of `left` in all its stages. */
export const timesInverse = (left: Float64Array, system: System): Float64Array => system.solveOnce(left, true).x
