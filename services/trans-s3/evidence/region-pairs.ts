/**
 * How much regions of the group work with each other: which of them do already, and where a way is still to be opened.
 *
 * links: between an organisation of the one region and one of the other, each once. ratio: the weight of these links against what it would be if partners were met by their work alone, s_a s_b / 2W, with s the work of
 * a region's organisations and 2W that of all (configuration model); 1: as much, 0: no link. null: one of the two has no link with anybody.
 * A pair is told where both of its regions are. Links of two such regions are no number of organisations: they follow from the positions of regions, and the page of bridges names each.
 * Source: Newman & Girvan 2004, Phys. Rev. E 69:026113 (expectation). O(links of the group + links of all).
 */
import type { LoadedRun } from '../../runs/run-service.ts'
import type { Group } from '../choose-regions.ts'

export interface RegionPair {
  /** Places in the group, the first before the second. */
  a: number
  b: number
  links: number
  ratio: number | null
  /** false: one of the two is not told of, since it is small or would tell one that is. */
  told: boolean
}

/** Every two regions, in the order of the group. `regionTold`: of each region, whether its position is told. */
export function pairRegions ({ projection: { graph: { n, offsets, targets, weights } } }: Pick<LoadedRun, 'projection'>, { parts, partOf, members }: Group, regionTold: readonly boolean[]): RegionPair[] {
  const regions = parts.length
  const links = new Float64Array(regions * regions)
  const work = new Float64Array(regions * regions)
  const ofRegion = new Float64Array(regions)
  const all = weights.subarray(0, offsets[n]).reduce((sum, weight) => sum + weight, 0)
  for (const i of members) {
    for (let slot = offsets[i]; slot < offsets[i + 1]; slot++) {
      ofRegion[partOf[i]] += weights[slot]
      const there = partOf[targets[slot]]
      // A link is met from either end; here from the region that comes first.
      if (there <= partOf[i]) continue
      links[partOf[i] * regions + there]++
      work[partOf[i] * regions + there] += weights[slot]
    }
  }
  return parts.flatMap((_, a) => parts.slice(a + 1).map((_, k) => {
    const b = a + 1 + k
    const expected = all === 0 ? 0 : ofRegion[a] * ofRegion[b] / all
    return { a, b, links: links[a * regions + b], ratio: expected === 0 ? null : work[a * regions + b] / expected, told: regionTold[a] && regionTold[b] }
  }))
}
