/**
 * Links across: links with one end on each of two sides, and what each member of a side has of them.
 *
 * `onlyFor` of v counts the organisations across that deal with v and with nobody else on v's side: without v they would have no link across.
 * Undirected, as the network of a run is. O(n + m). Source: counts. Tested against a look at every pair.
 */
import type { Csr } from '../snapshot/snapshot.ts'
import { across, isMember } from './sides.ts'
import type { Sides } from './sides.ts'

export interface LinksAcross {
  /** Of members of a side, by node; 0 for all others. */
  links: Int32Array
  /** Summed weight of these links. */
  strength: Float64Array
  /** Organisations across whose one link across ends here. */
  onlyFor: Int32Array
  /** Each link once. `organisations`: members of either side with a link across; `single`: those of them with one. */
  total: { links: number, strength: number, organisations: number, organisationsOfA: number, single: number }
}

export function linksAcross ({ n, offsets, targets, weights }: Csr, { of }: Sides): LinksAcross {
  const links = new Int32Array(n)
  const strength = new Float64Array(n)
  const onlyFor = new Int32Array(n)
  const total = { links: 0, strength: 0, organisations: 0, organisationsOfA: 0, single: 0 }
  for (let v = 0; v < n; v++) {
    if (!isMember(of[v])) continue
    const other = across(of[v])
    let last = -1
    for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) {
      if (of[targets[slot]] !== other) continue
      links[v]++
      strength[v] += weights[slot]
      last = targets[slot]
    }
    if (links[v] === 0) continue
    total.organisations++
    if (other > of[v]) {
      total.organisationsOfA++
      total.links += links[v]
      total.strength += strength[v]
    }
    if (links[v] === 1) {
      total.single++
      onlyFor[last]++
    }
  }
  return { links, strength, onlyFor, total }
}
