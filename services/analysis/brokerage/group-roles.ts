/**
 * Role among groups (Guimera and Amaral): how an organisation's links lie to groups such as countries, from its participation P and its within-group z.
 *
 * z < 2.5: ultra-peripheral P <= 0.05, peripheral <= 0.62, connector <= 0.80, kinless above. z >= 2.5, a hub: provincial P <= 0.30, connector <= 0.75, kinless above.
 * The bounds are conventions of one paper. z is at most sqrt(size - 1): in a group of fewer than eight nobody can be a hub, and `hubPossible` says so (0).
 * With one partner P is 0; P can be at most 1 - 1 / groups. Isolates and nodes without a group have no role (0). O(n).
 * Source: Guimera & Amaral 2005, Nature 433:895. Tested at each bound.
 */

/** In the order of the paper, R1 to R7. */
export const GROUP_ROLES = ['ultra-peripheral', 'peripheral', 'connector', 'kinless', 'provincial hub', 'connector hub', 'kinless hub'] as const
const HUB_Z_MIN = 2.5
const PARTICIPATION_BOUNDS = [0.05, 0.62, 0.80]
const HUB_PARTICIPATION_BOUNDS = [0.30, 0.75]

/** 1 to 7, a place in GROUP_ROLES plus 1; 0: no role. */
export const groupRoles = (participation: Float64Array, withinGroupZ: Float64Array): Int32Array => Int32Array.from(participation, (share, v) => {
  if (Number.isNaN(share) || Number.isNaN(withinGroupZ[v])) return 0
  const hub = withinGroupZ[v] >= HUB_Z_MIN
  const above = (hub ? HUB_PARTICIPATION_BOUNDS : PARTICIPATION_BOUNDS).filter(bound => share > bound).length
  return (hub ? 5 : 1) + above
})

/** Whether anybody in the node's group could have the z of a hub: 1 or 0; NaN without a group. */
export function hubPossible (groups: Int32Array, groupCount: number): Float64Array {
  const sizes = new Float64Array(groupCount)
  for (const group of groups) if (group >= 0) sizes[group]++
  return Float64Array.from(groups, group => group < 0 ? NaN : Number(Math.sqrt(sizes[group] - 1) >= HUB_Z_MIN))
}
