/** The memberships that a measure counts, seen from both sides: networks within a size cap. What the cap leaves out is counted. O(memberships). */
import type { Incidence } from '../../snapshot/snapshot.ts'

export interface TwoMode {
  /** Organisations, those without a membership among them. */
  n: number
  /** The networks within the cap and their members. */
  incidence: Incidence
  /** Networks of organisation v, places in `incidence`, ascending: networks[offsets[v]..offsets[v + 1]). */
  offsets: Int32Array
  networks: Int32Array
  networksAboveCap: number
}

/** `size` of a network, by its place: what the cap is compared with. */
export function twoMode (n: number, incidence: Incidence, sizeMax: number, size: (network: number) => number = network => incidence.offsets[network + 1] - incidence.offsets[network]): TwoMode {
  const kept = incidence.networks.map((_, network) => network).filter(network => size(network) <= sizeMax)
  const within = kept.length === incidence.networks.length ? incidence : select(incidence, kept)
  const offsets = new Int32Array(n + 1)
  for (const member of within.members) offsets[member + 1]++
  for (let v = 0; v < n; v++) offsets[v + 1] += offsets[v]
  const next = offsets.slice(0, n)
  const networks = new Int32Array(within.members.length)
  for (let network = 0; network < within.networks.length; network++) {
    for (let at = within.offsets[network]; at < within.offsets[network + 1]; at++) networks[next[within.members[at]]++] = network
  }
  return { n, incidence: within, offsets, networks, networksAboveCap: incidence.networks.length - kept.length }
}

function select ({ networks, offsets, members, membersTotal }: Incidence, kept: number[]): Incidence {
  const starts = new Int32Array(kept.length + 1)
  kept.forEach((network, k) => { starts[k + 1] = starts[k] + offsets[network + 1] - offsets[network] })
  const selected = new Int32Array(starts[kept.length])
  kept.forEach((network, k) => selected.set(members.subarray(offsets[network], offsets[network + 1]), starts[k]))
  return { networks: kept.map(network => networks[network]), offsets: starts, members: selected, membersTotal: Int32Array.from(kept, network => membersTotal[network]) }
}

/** Networks of each organisation. */
export const membershipCounts = ({ n, offsets }: TwoMode): Int32Array => Int32Array.from({ length: n }, (_, v) => offsets[v + 1] - offsets[v])
/** Members of each network. */
export const networkSizes = ({ networks, offsets }: Incidence): Int32Array => Int32Array.from({ length: networks.length }, (_, network) => offsets[network + 1] - offsets[network])
