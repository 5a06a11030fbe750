/** Betweenness and harmonic closeness by lengths, as analysis/centrality/betweenness.ts and harmonic.ts define them: the same sums in the same order. */
import { addFloat, clearFloats, getFloat, getInt, report, setFloat, startScratch, takeFloats } from './memory'
import { distanceOf, firstPredecessor, nodeOf, pathsOf, predecessorCount, predecessors, recordAt, searchFrom, searchScratch, startSearches } from './dijkstra'

/** Sources between reports. */
const REPORT_EVERY = 8

export function byLengthScratch (n: i32, slots: i32): usize { return searchScratch(n, slots) + (<usize>n << 4) + 128 }

/** `offsets`, `targets`, `lengths`: links out of each node; `starts`: where links into each would begin. The rest is as in betweenness.ts. */
export function betweennessByLength (n: i32, offsets: usize, targets: usize, lengths: usize, starts: usize, sources: usize, count: i32, lengthMax: f64, groups: usize, plain: usize, across: usize, scratch: usize): void {
  startScratch(scratch)
  startSearches(n, getInt(offsets, n), starts)
  const delta = takeFloats(n)
  const deltaAcross = takeFloats(n)
  clearFloats(delta, n)
  clearFloats(deltaAcross, n)
  for (let i = 0; i < count; i++) {
    if (i % REPORT_EVERY === 0) report(<f64>i / <f64>count)
    const source = getInt(sources, i)
    const sourceGroup = groups === 0 ? -1 : getInt(groups, source)
    const reached = searchFrom(source, offsets, targets, lengths, lengthMax)
    for (let at = reached - 1; at > 0; at--) {
      const record = recordAt(at)
      const w = nodeOf(record)
      const group = groups === 0 ? -1 : getInt(groups, w)
      const counts: f64 = group >= 0 && sourceGroup >= 0 && group !== sourceGroup ? 1 : 0
      const gained = getFloat(delta, w)
      const gainedAcross = getFloat(deltaAcross, w)
      const share = (1 + gained) / pathsOf(record)
      const shareAcross = (counts + gainedAcross) / pathsOf(record)
      const first = firstPredecessor(record)
      for (let k = first, end = first + predecessorCount(record); k < end; k++) {
        const predecessor = <usize>getInt(predecessors, k)
        const v = nodeOf(predecessor)
        addFloat(delta, v, pathsOf(predecessor) * share)
        if (groups !== 0) addFloat(deltaAcross, v, pathsOf(predecessor) * shareAcross)
      }
      addFloat(plain, w, gained)
      addFloat(across, w, gainedAcross)
      setFloat(delta, w, 0)
      setFloat(deltaAcross, w, 0)
    }
    setFloat(delta, source, 0)
    setFloat(deltaAcross, source, 0)
  }
}

/** For each node the sum of 1 / distance over the others that it reaches along `offsets`, `targets`, `lengths`. */
export function harmonicByLength (n: i32, offsets: usize, targets: usize, lengths: usize, starts: usize, sums: usize, scratch: usize): void {
  startScratch(scratch)
  startSearches(n, getInt(offsets, n), starts)
  for (let source = 0; source < n; source++) {
    if (source % REPORT_EVERY === 0) report(<f64>source / <f64>n)
    const reached = searchFrom(source, offsets, targets, lengths, Infinity)
    let sum: f64 = 0
    for (let at = 1; at < reached; at++) sum += 1 / distanceOf(recordAt(at))
    setFloat(sums, source, sum)
  }
}
