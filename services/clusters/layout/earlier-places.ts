/**
 * Where clusters and their members stood in an earlier run, so that the pictures of a new one can be turned onto those.
 *
 * A cluster continues the earlier one that it shares most members with (of equals the larger, which comes first); an earlier one is continued once, by the cluster that shares
 * most with it. Only members of both have an earlier place in its picture: places within different clusters are in different pictures. NaN: none. O(n + pairs of clusters).
 */
import { newPositions } from '../../analysis/layout/positions.ts'
import type { Positions } from '../../analysis/layout/positions.ts'

/** Of an earlier run; `clusterOf`, `x` and `y` are parallel to `ids`, -1: in no cluster. */
export interface EarlierRun { ids: readonly string[], clusterOf: ArrayLike<number>, x: ArrayLike<number>, y: ArrayLike<number>, clusters: ReadonlyArray<{ x: number, y: number }> }
export interface EarlierPlaces { clusters: Positions, members: Positions[] }

/** `members`: of each cluster, as indices into `ids`. */
export function earlierPlaces (earlier: EarlierRun, ids: readonly string[], members: number[][]): EarlierPlaces {
  const indexOf = new Map(earlier.ids.map((id, i) => [id, i]))
  const before = members.map(list => list.map(node => indexOf.get(ids[node]) ?? -1))
  const continued = continuedClusters(before.map(list => list.map(i => i < 0 ? -1 : earlier.clusterOf[i])))
  const clusters = newPositions(members.length)
  members.forEach((_, c) => {
    const { x, y } = earlier.clusters[continued[c]] ?? { x: NaN, y: NaN }
    clusters.x[c] = x
    clusters.y[c] = y
  })
  const placeOf = (c: number, values: ArrayLike<number>): Float64Array =>
    Float64Array.from(before[c], i => i >= 0 && continued[c] >= 0 && earlier.clusterOf[i] === continued[c] ? values[i] : NaN)
  return { clusters, members: members.map((_, c) => ({ x: placeOf(c, earlier.x), y: placeOf(c, earlier.y) })) }
}

/** The earlier cluster that each continues, -1 for none. `was`: the earlier cluster of each member. */
function continuedClusters (was: number[][]): number[] {
  const pairs: Array<{ cluster: number, earlier: number, shared: number }> = []
  was.forEach((list, cluster) => {
    const counts = new Map<number, number>()
    for (const earlier of list) if (earlier >= 0) counts.set(earlier, (counts.get(earlier) ?? 0) + 1)
    for (const [earlier, shared] of counts) pairs.push({ cluster, earlier, shared })
  })
  pairs.sort((a, b) => b.shared - a.shared || a.cluster - b.cluster || a.earlier - b.earlier)
  const continued = was.map(() => -1)
  const taken = new Set<number>()
  for (const { cluster, earlier } of pairs) {
    if (continued[cluster] >= 0 || taken.has(earlier)) continue
    continued[cluster] = earlier
    taken.add(earlier)
  }
  return continued
}
