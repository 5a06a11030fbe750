/**
 * What became of the clusters of one analysis in another: which is the same one, and which were born, died, merged or split.
 *
 * Clusters are compared by the ids of their members, so the data and the codes of the two analyses may differ. Identity is one to one: of all pairs with a Jaccard
 * overlap |A and B| / |A or B| of at least JACCARD_MIN the greatest is taken first (of equals the more members shared, then the order of codes), and both are taken out.
 * A cluster has gone into another if more than MAJORITY of its members are there; it has come out of another if more than MAJORITY were there.
 *
 * - merged: into one cluster went two or more, counting the one it continues;   - split: the same seen backwards;
 * - continued: a pair of one identity that no merger or split tells of already;
 * - born, died: a cluster that no other event tells of.
 * Every cluster is in at least one event, and in two only where it both merged and split. O(members). Sources: Greene, Doyle & Cunningham 2010, ASONAM p. 176 (the events, and a threshold on
 * Jaccard overlap); Palla, Barabasi & Vicsek 2007, Nature 446:664 (greatest relative overlap first); Spiliopoulou et al. 2006, KDD p. 706 (more than half of the members).
 * Tested on each event, on random pairs of partitions, and turned round in time.
 */

/** Below it two clusters are not the same one. A parameter in the source; at 0.3 a cluster of which half has been exchanged (overlap 1/3) is still followed. */
export const JACCARD_MIN = 0.3
/** More than half: no cluster can be in two others by it. */
export const MAJORITY = 0.5

export interface ClusterMembership {
  /** In their order. */
  codes: readonly string[]
  /** Every organisation of the analysis; null: in no cluster. */
  clusterOf: ReadonlyMap<string, string | null>
}

export interface ClusterEvent {
  change: 'continued' | 'merged' | 'split' | 'born' | 'died'
  before: string[]
  after: string[]
  /** Of one identity: the same cluster in both analyses. */
  identity: [before: string, after: string] | null
  /** Organisations of `before` that are in `after`, those that are not any more, and those that were not yet. */
  shared: string[]
  left: string[]
  joined: string[]
}

interface Overlap { before: number, after: number, shared: number, jaccard: number }

export function matchClusters (before: ClusterMembership, after: ClusterMembership): ClusterEvent[] {
  const membersBefore = listMembers(before)
  const membersAfter = listMembers(after)
  const overlaps = listOverlaps(after, membersBefore, membersAfter)
  const identity = assign(overlaps)
  const successor = new Map(identity.map(pair => [pair.before, pair.after]))
  const predecessor = new Map(identity.map(pair => [pair.after, pair.before]))
  /** By cluster of `after`: those that went into it. By cluster of `before`: those that came out of it. */
  const into = after.codes.map((_, b) => new Set(predecessor.has(b) ? [predecessor.get(b) as number] : []))
  const outOf = before.codes.map((_, a) => new Set(successor.has(a) ? [successor.get(a) as number] : []))
  for (const pair of overlaps) {
    if (pair.shared > MAJORITY * membersBefore[pair.before].length) into[pair.after].add(pair.before)
    if (pair.shared > MAJORITY * membersAfter[pair.after].length) outOf[pair.before].add(pair.after)
  }
  const merged = [...into.keys()].filter(b => into[b].size > 1)
  const split = [...outOf.keys()].filter(a => outOf[a].size > 1)
  const continued = identity.filter(pair => into[pair.after].size === 1 && outOf[pair.before].size === 1)
  const toldBefore = new Set([...merged.flatMap(b => [...into[b]]), ...split, ...continued.map(pair => pair.before)])
  const toldAfter = new Set([...split.flatMap(a => [...outOf[a]]), ...merged, ...continued.map(pair => pair.after)])

  const event = (change: ClusterEvent['change'], a: Iterable<number>, b: Iterable<number>): ClusterEvent => {
    const [earlier, later] = [[...a].sort(ascending), [...b].sort(ascending)]
    const same = earlier.find(each => later.includes(successor.get(each) ?? -1))
    const [were, are] = [new Set(earlier.flatMap(each => membersBefore[each])), new Set(later.flatMap(each => membersAfter[each]))]
    return {
      change,
      before: earlier.map(each => before.codes[each]),
      after: later.map(each => after.codes[each]),
      identity: same === undefined ? null : [before.codes[same], after.codes[successor.get(same) as number]],
      shared: [...were].filter(id => are.has(id)),
      left: [...were].filter(id => !are.has(id)),
      joined: [...are].filter(id => !were.has(id))
    }
  }
  return [
    ...merged.map(b => event('merged', into[b], [b])),
    ...split.map(a => event('split', [a], outOf[a])),
    ...[...after.codes.keys()].filter(b => !toldAfter.has(b)).map(b => event('born', [], [b])),
    ...[...before.codes.keys()].filter(a => !toldBefore.has(a)).map(a => event('died', [a], [])),
    ...continued.sort((x, y) => x.after - y.after).map(pair => event('continued', [pair.before], [pair.after]))
  ]
}

const ascending = (a: number, b: number): number => a - b

function listMembers ({ codes, clusterOf }: ClusterMembership): string[][] {
  const place = new Map(codes.map((code, c) => [code, c]))
  const members: string[][] = codes.map(() => [])
  for (const [id, code] of clusterOf) if (code !== null) members[place.get(code) as number].push(id)
  return members.map(list => list.sort())
}

/** All pairs that share members. */
function listOverlaps (after: ClusterMembership, membersBefore: string[][], membersAfter: string[][]): Overlap[] {
  const place = new Map(after.codes.map((code, c) => [code, c]))
  return membersBefore.flatMap((members, a) => {
    const counts = new Map<number, number>()
    for (const id of members) {
      const code = after.clusterOf.get(id) ?? null
      if (code !== null) counts.set(place.get(code) as number, (counts.get(place.get(code) as number) ?? 0) + 1)
    }
    return [...counts].map(([b, shared]): Overlap => ({ before: a, after: b, shared, jaccard: shared / (members.length + membersAfter[b].length - shared) }))
  })
}

/** Greatest overlap first, each cluster once. */
function assign (overlaps: Overlap[]): Overlap[] {
  const takenBefore = new Set<number>()
  const takenAfter = new Set<number>()
  return overlaps.filter(pair => pair.jaccard >= JACCARD_MIN).sort((x, y) => y.jaccard - x.jaccard || y.shared - x.shared || x.before - y.before || x.after - y.after).filter(pair => {
    if (takenBefore.has(pair.before) || takenAfter.has(pair.after)) return false
    takenBefore.add(pair.before)
    takenAfter.add(pair.after)
    return true
  })
}
