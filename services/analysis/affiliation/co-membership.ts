/**
 * Co-membership: which pairs of organisations are in the same networks, in how many, and how close that makes them.
 *
 * sharedNetworks(i, j) = networks that i and j are both in; weight(i, j) = sum over those of 1 / (members - 1), so that a large network says little of any
 * pair and the strength of an organisation is the number of its networks in which it has a partner. Undirected, each pair once, i before j.
 * Members are those in the store, or all the source counts (`in-source`): the two give other weights.
 *
 * Networks above the size cap are left out and counted: a 300-member association is 44,850 pairs. O(sum of squared sizes).
 * Source: Newman 2001, Phys. Rev. E 64:016132. Tested against networkx on the Southern Women of Davis, Gardner & Gardner 1941.
 */
import type { z } from 'zod'
import { ProjectionOptions } from '../../contract/run.ts'
import type { Incidence } from '../../snapshot/snapshot.ts'
import { UNWATCHED } from '../context.ts'
import type { Context } from '../context.ts'
import { MeasureError } from '../measure-error.ts'
import { twoMode } from './two-mode.ts'
import type { TwoMode } from './two-mode.ts'

export const CoMembershipOptions = ProjectionOptions.pick({ networkSizeMax: true, networkSizeBasis: true })
export type CoMembershipOptions = z.infer<typeof CoMembershipOptions>

/** Pairs counted with their repetitions: about a gigabyte of lists, and more than anybody reads. */
export const PAIRINGS_MAX = 50_000_000

/** Parallel arrays: i < j, ascending by i, then j. */
export interface Pairs { i: number[], j: number[], shared: number[], weights: number[] }
export interface CoMembership { affiliations: TwoMode, pairs: Pairs }

export function coMembership (n: number, incidence: Incidence, { networkSizeMax, networkSizeBasis }: CoMembershipOptions, context: Context = UNWATCHED): CoMembership {
  const inStore = (network: number): number => incidence.offsets[network + 1] - incidence.offsets[network]
  const size = networkSizeBasis === 'in-source' ? (network: number) => Math.max(inStore(network), incidence.membersTotal[network]) : inStore
  const affiliations = twoMode(n, incidence, networkSizeMax, size)
  return { affiliations, pairs: listPairs(affiliations, networkSizeBasis, context) }
}

function listPairs ({ n, incidence: { networks: names, offsets: starts, members, membersTotal }, offsets, networks }: TwoMode, basis: CoMembershipOptions['networkSizeBasis'], context: Context): Pairs {
  const here = names.map((_, network) => starts[network + 1] - starts[network])
  const pairings = here.reduce((sum, size) => sum + size * (size - 1) / 2, 0)
  if (pairings > PAIRINGS_MAX) throw new MeasureError(`The memberships make ${pairings} pairs, above ${PAIRINGS_MAX}: lower networkSizeMax, so that the largest networks are left out.`)
  const closeness = here.map((size, network) => 1 / ((basis === 'in-source' ? Math.max(size, membersTotal[network]) : size) - 1))
  const pairs: Pairs = { i: [], j: [], shared: [], weights: [] }
  const shared = new Int32Array(n)
  const weights = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    if ((i & 0x3ff) === 0) {
      context.check()
      context.progress(i / n)
    }
    const partners: number[] = []
    for (let at = offsets[i]; at < offsets[i + 1]; at++) {
      const network = networks[at]
      for (let seat = starts[network + 1] - 1; members[seat] > i; seat--) {
        const j = members[seat]
        if (shared[j]++ === 0) partners.push(j)
        weights[j] += closeness[network]
      }
    }
    for (const j of partners.sort((a, b) => a - b)) {
      pairs.i.push(i)
      pairs.j.push(j)
      pairs.shared.push(shared[j])
      pairs.weights.push(weights[j])
      shared[j] = weights[j] = 0
    }
  }
  return pairs
}

/** Sum over the pairs of each organisation: its strength for the weights, its partners for ones. */
export function sumByOrganisation (n: number, { i, j }: Pick<Pairs, 'i' | 'j'>, values: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(n)
  for (let pair = 0; pair < i.length; pair++) {
    sums[i[pair]] += values[pair]
    sums[j[pair]] += values[pair]
  }
  return sums
}

/**
 * Share of the ways from one organisation over a network and another organisation to a second network that close to a circle of four (Robins & Alexander
 * 2004, Comput. Math. Organ. Theory 10:69): whether those who meet once meet again. 0: nobody shares two networks; null: no such ways.
 */
export function bipartiteClustering ({ incidence: { offsets: starts }, offsets, networks }: TwoMode, { shared }: Pairs): number | null {
  const circles = shared.reduce((sum, count) => sum + count * (count - 1) / 2, 0)
  let ways = 0
  for (let v = 0; v + 1 < offsets.length; v++) {
    for (let at = offsets[v]; at < offsets[v + 1]; at++) ways += (offsets[v + 1] - offsets[v] - 1) * (starts[networks[at] + 1] - starts[networks[at]] - 1)
  }
  return ways === 0 ? null : 4 * circles / ways
}
