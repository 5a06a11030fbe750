/** Networks, such as projects, that hold members of both sides: what links across are made of. */
import type { ProjectionOptions } from '../contract/run.ts'
import { isProjected } from '../snapshot/project.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import { A, across, B, isMember } from './sides.ts'
import type { Sides } from './sides.ts'

/** `reached`: members of it that its organisation is brought together with, across from its own side; of a third party, members of either side. */
export interface NetworkAcross { network: number, members: number, reached: number }

/** Networks the run made links of that hold members of both sides. O(memberships). */
export function countNetworksAcross (snapshot: Snapshot, { of }: Sides, options: ProjectionOptions): number {
  const { networks, offsets, members } = snapshot.incidence
  let count = 0
  for (let k = 0; k < networks.length; k++) {
    if (!isProjected(snapshot, k, options)) continue
    const sides = new Set<number>()
    for (let at = offsets[k]; at < offsets[k + 1]; at++) sides.add(of[members[at]])
    if (sides.has(A) && sides.has(B)) count++
  }
  return count
}

/** Those of one organisation that join it to somebody across, the most reached first, then by id. */
export function networksAcrossOf (snapshot: Snapshot, { of }: Sides, options: ProjectionOptions, v: number): NetworkAcross[] {
  const { networks, offsets, members } = snapshot.incidence
  const found: NetworkAcross[] = []
  const isAcross = (side: number): boolean => isMember(of[v]) ? side === across(of[v]) : isMember(side)
  for (let network = 0; network < networks.length; network++) {
    const inIt = members.subarray(offsets[network], offsets[network + 1])
    if (!inIt.includes(v) || !isProjected(snapshot, network, options)) continue
    const reached = inIt.filter(w => isAcross(of[w])).length
    if (reached > 0) found.push({ network, members: inIt.length, reached })
  }
  return found.sort((x, y) => y.reached - x.reached || x.network - y.network)
}
