/**
 * Louvain and Leiden search, as analysis/communities/search.ts defines them: the same steps in the same order, so equal labels.
 *
 * Differences are of form alone: arrays by address, two buffers for the levels in turn, no array of weights where all are 1 (address 0).
 */
import { clearFloats, copyInts, getFloat, getInt, setFloat, setInt, startScratch, take, takeFloats, takeInts, weightAt } from './memory'
import { moveAll, moveAllInRounds } from './moving'
import { listMembers, renumber, sumByCommunity } from './partition'
import { startRandom } from './random'
import { PART, refine } from './refinement'
import { roundsScratch } from './rounds'
import { records, setDone, setRoom, touched } from './search-room'

function aggregate (n: i32, offsets: usize, targets: usize, weights: usize, parts: usize, count: i32, starts: usize, members: usize, newOffsets: usize, newTargets: usize, newWeights: usize): void {
  listMembers(n, parts, count, starts, members)
  // The weight from the part in hand to each one. What stays inside it is added up like the rest and then left out: no branch.
  clearFloats(records, count)
  let kept = 0
  setInt(newOffsets, 0, 0)
  for (let p = 0; p < count; p++) {
    let seen = 0
    for (let i = getInt(starts, p), last = getInt(starts, p + 1); i < last; i++) {
      const v = getInt(members, i)
      for (let slot = getInt(offsets, v), end = getInt(offsets, v + 1); slot < end; slot++) {
        const other = getInt(parts, getInt(targets, slot))
        const sum = getFloat(records, other)
        setInt(touched, seen, other)
        seen += i32(sum === 0)
        setFloat(records, other, sum + weightAt(weights, slot))
      }
    }
    for (let t = 0; t < seen; t++) {
      const other = getInt(touched, t)
      setInt(newTargets, kept, other)
      setFloat(newWeights, kept, getFloat(records, other))
      kept += i32(other !== p)
      setFloat(records, other, 0)
    }
    setInt(newOffsets, p + 1, kept)
  }
}

/** Scratch of searchCommunities, bytes. */
export function searchScratch (n: i32, slots: i32, roundsFrom: i32, chunkMin: i32): usize {
  return <usize>(n + 64) * (PART + 6 * 8 + 11 * 4 + 1) + <usize>slots * 24 + 64 * 40 + (n < roundsFrom ? 0 : roundsScratch(n, chunkMin))
}

/**
 * `labels`: where the search starts and what it finds, n integers below n. `volume` and `inflow`: what chance would give, one address for undirected
 * graphs. `weights` 0: all are 1. Levels of at least `roundsFrom` nodes move in rounds with those who help at the board. Returns the iterations made.
 */
export function searchCommunities (n: i32, offsets: usize, targets: usize, weights: usize, volume: usize, inflow: usize, labels: usize, scratch: usize, scale: f64, seed: u32, iterationsMax: i32, refined: bool, board: usize, roundsFrom: i32, chunkMin: i32): i32 {
  startRandom(seed)
  startScratch(scratch)
  const slots = getInt(offsets, n)
  const directed = inflow !== volume
  setRoom(take(<usize>n * PART), takeInts(n + 1), takeInts(n))
  const places = takeInts(n)
  const joined = take(n)
  const totals = takeFloats(n)
  const totalsIn = directed ? takeFloats(n) : totals
  const volumeA = takeFloats(n)
  const volumeB = takeFloats(n)
  const inflowA = directed ? takeFloats(n) : volumeA
  const inflowB = directed ? takeFloats(n) : volumeB
  const communitiesA = takeInts(n)
  const communitiesB = takeInts(n)
  const parts = takeInts(n)
  const nodeOf = takeInts(n)
  const starts = takeInts(n + 2)
  const members = takeInts(n)
  const offsetsA = takeInts(n + 1)
  const offsetsB = takeInts(n + 1)
  // One more than there can be links: aggregate writes before it knows whether it keeps.
  const targetsA = takeInts(slots + 1)
  const targetsB = takeInts(slots + 1)
  const weightsA = takeFloats(slots + 1)
  const weightsB = takeFloats(slots + 1)

  let iteration = 0
  while (iteration < iterationsMax) {
    setDone(<f64>iteration / <f64>iterationsMax)
    let moves = 0
    let levelN = n
    let levelOffsets = offsets
    let levelTargets = targets
    let levelWeights = weights
    let levelVolume = volume
    let levelInflow = inflow
    let communities = communitiesA
    let above = communitiesB
    copyInts(communities, labels, n)
    for (let v = 0; v < n; v++) setInt(nodeOf, v, v)
    for (let depth = 0; ; depth++) {
      if (levelN >= roundsFrom && !directed) {
        moves += levelWeights === 0
          ? moveAllInRounds<i32>(board, chunkMin, levelN, levelOffsets, levelTargets, levelWeights, levelVolume, communities, scale)
          : moveAllInRounds<f64>(board, chunkMin, levelN, levelOffsets, levelTargets, levelWeights, levelVolume, communities, scale)
      } else moves += levelWeights === 0 && !directed
        ? moveAll<i32>(levelN, levelOffsets, levelTargets, levelWeights, levelVolume, levelInflow, communities, totalsIn, scale)
        : moveAll<f64>(levelN, levelOffsets, levelTargets, levelWeights, levelVolume, levelInflow, communities, totalsIn, scale)
      const count = renumber(communities, levelN, places)
      if (count === levelN) break
      let partCount = count
      if (refined) {
        sumByCommunity(levelN, count, communities, levelVolume, totals)
        if (directed) sumByCommunity(levelN, count, communities, levelInflow, totalsIn)
        refine(levelN, levelOffsets, levelTargets, levelWeights, levelVolume, levelInflow, communities, count, totals, totalsIn, scale, parts, joined, starts, members)
        partCount = renumber(parts, levelN, places)
      }
      if (!refined || partCount === levelN) {
        copyInts(parts, communities, levelN)
        partCount = count
      }
      const odd = (depth & 1) === 1
      const newOffsets = odd ? offsetsB : offsetsA
      const newTargets = odd ? targetsB : targetsA
      const newWeights = odd ? weightsB : weightsA
      const newVolume = odd ? volumeB : volumeA
      const newInflow = odd ? inflowB : inflowA
      aggregate(levelN, levelOffsets, levelTargets, levelWeights, parts, partCount, starts, members, newOffsets, newTargets, newWeights)
      sumByCommunity(levelN, partCount, parts, levelVolume, newVolume)
      if (directed) sumByCommunity(levelN, partCount, parts, levelInflow, newInflow)
      for (let v = 0; v < levelN; v++) setInt(above, getInt(parts, v), getInt(communities, v))
      for (let v = 0; v < n; v++) setInt(nodeOf, v, getInt(parts, getInt(nodeOf, v)))
      levelN = partCount
      levelOffsets = newOffsets
      levelTargets = newTargets
      levelWeights = newWeights
      levelVolume = newVolume
      levelInflow = newInflow
      const spent = communities
      communities = above
      above = spent
    }
    for (let v = 0; v < n; v++) setInt(labels, v, getInt(communities, getInt(nodeOf, v)))
    renumber(labels, n, places)
    iteration++
    if (moves === 0) break
  }
  return iteration
}
