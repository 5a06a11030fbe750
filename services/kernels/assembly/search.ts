/**
 * Louvain and Leiden search, as analysis/communities/search.ts defines them: the same steps in the same order, so equal labels.
 *
 * Differences are of form alone: arrays by address, two buffers for the levels in turn, no array of weights where all are 1 (address 0).
 * The inner loop adds a community to the list of those touched without a branch: it writes the place in any case and goes on only if it was new.
 */
import { addFloat, clearFloats, copyInts, getByte, getFloat, getInt, report, setByte, setFloat, setInt, startScratch, take, takeFloats, takeInts } from './memory'
import { listMembers, renumber } from './partition'
import { below, shuffle, startRandom } from './random'

const GAIN_MIN: f64 = 1e-12

let sums: usize = 0
let touched: usize = 0
let queue: usize = 0
let queued: usize = 0
let places: usize = 0
let done: f64 = 0

@inline function weightAt (weights: usize, slot: i32): f64 { return weights === 0 ? 1.0 : getFloat(weights, slot) }

@inline function expected (directed: bool, cost: f64, costIn: f64, totals: usize, totalsIn: usize, c: i32): f64 {
  return directed ? cost * getFloat(totalsIn, c) + costIn * getFloat(totals, c) : cost * getFloat(totals, c)
}

/** Of the nodes that wait in the queue, `waiting` from its head. */
function moveQueued (n: i32, offsets: usize, targets: usize, weights: usize, volume: usize, inflow: usize, communities: usize, totals: usize, totalsIn: usize, scale: f64, waiting: i32): i32 {
  const directed = inflow !== volume
  let head = 0
  let moves = 0
  for (let steps = 0; waiting > 0; steps++) {
    if ((steps & 0xffff) === 0) report(done)
    const v = getInt(queue, head)
    if (++head === n) head = 0
    waiting--
    setByte(queued, v, 0)
    const own = getInt(communities, v)
    const first = getInt(offsets, v)
    const end = getInt(offsets, v + 1)
    let seen = 0
    if (weights === 0) {
      for (let slot = first; slot < end; slot++) {
        const c = getInt(communities, getInt(targets, slot))
        const sum = getFloat(sums, c)
        setInt(touched, seen, c)
        seen += i32(sum === 0)
        setFloat(sums, c, sum + 1)
      }
    } else {
      for (let slot = first; slot < end; slot++) {
        const c = getInt(communities, getInt(targets, slot))
        const sum = getFloat(sums, c)
        setInt(touched, seen, c)
        seen += i32(sum === 0)
        setFloat(sums, c, sum + getFloat(weights, slot))
      }
    }
    const out = getFloat(volume, v)
    const cost = scale * out
    const costIn = directed ? scale * getFloat(inflow, v) : 0
    let best = own
    let gain = getFloat(sums, own) - (directed ? cost * (getFloat(totalsIn, own) - getFloat(inflow, v)) + costIn * (getFloat(totals, own) - out) : cost * (getFloat(totals, own) - out))
    for (let t = 0; t < seen; t++) {
      const c = getInt(touched, t)
      const candidate = getFloat(sums, c) - expected(directed, cost, costIn, totals, totalsIn, c)
      setFloat(sums, c, 0)
      if (c !== own && candidate > gain + GAIN_MIN) {
        gain = candidate
        best = c
      }
    }
    if (best === own) continue
    setInt(communities, v, best)
    addFloat(totals, own, -out)
    addFloat(totals, best, out)
    if (directed) {
      addFloat(totalsIn, own, -getFloat(inflow, v))
      addFloat(totalsIn, best, getFloat(inflow, v))
    }
    moves++
    for (let slot = first; slot < end; slot++) {
      const j = getInt(targets, slot)
      if (getByte(queued, j) === 1 || getInt(communities, j) === best) continue
      setByte(queued, j, 1)
      let place = head + waiting++
      if (place >= n) place -= n
      setInt(queue, place, j)
    }
  }
  return moves
}

function sumByCommunity (n: i32, count: i32, communities: usize, values: usize, totals: usize): void {
  clearFloats(totals, count)
  for (let v = 0; v < n; v++) addFloat(totals, getInt(communities, v), getFloat(values, v))
}

function queueAllShuffled (n: i32): void {
  for (let v = 0; v < n; v++) setInt(queue, v, v)
  shuffle(queue, n)
}

@inline function isWellConnected (directed: bool, part: i32, outward: usize, partVolume: usize, partInflow: usize, total: f64, totalIn: f64, scale: f64): bool {
  const out = getFloat(partVolume, part)
  const chance = directed
    ? scale * out * (totalIn - getFloat(partInflow, part)) + scale * getFloat(partInflow, part) * (total - out)
    : scale * out * (total - out)
  return getFloat(outward, part) >= chance - GAIN_MIN
}

function refine (n: i32, offsets: usize, targets: usize, weights: usize, volume: usize, inflow: usize, communities: usize, totals: usize, totalsIn: usize, scale: f64, parts: usize, partVolume: usize, partInflow: usize, outward: usize, joined: usize): void {
  const directed = inflow !== volume
  for (let v = 0; v < n; v++) {
    setInt(parts, v, v)
    setByte(joined, v, 0)
    setFloat(partVolume, v, getFloat(volume, v))
    if (directed) setFloat(partInflow, v, getFloat(inflow, v))
    const c = getInt(communities, v)
    let sum: f64 = 0
    for (let slot = getInt(offsets, v), end = getInt(offsets, v + 1); slot < end; slot++) if (getInt(communities, getInt(targets, slot)) === c) sum += weightAt(weights, slot)
    setFloat(outward, v, sum)
  }
  queueAllShuffled(n)
  for (let i = 0; i < n; i++) {
    if ((i & 0xffff) === 0) report(done)
    const v = getInt(queue, i)
    const c = getInt(communities, v)
    const total = getFloat(totals, c)
    const totalIn = directed ? getFloat(totalsIn, c) : total
    if (getByte(joined, v) === 1 || !isWellConnected(directed, v, outward, partVolume, partInflow, total, totalIn, scale)) continue
    let seen = 0
    for (let slot = getInt(offsets, v), end = getInt(offsets, v + 1); slot < end; slot++) {
      const j = getInt(targets, slot)
      if (getInt(communities, j) !== c) continue
      const p = getInt(parts, j)
      const sum = getFloat(sums, p)
      setInt(touched, seen, p)
      seen += i32(sum === 0)
      setFloat(sums, p, sum + weightAt(weights, slot))
    }
    const cost = scale * getFloat(volume, v)
    const costIn = directed ? scale * getFloat(inflow, v) : 0
    let best = v
    let gain: f64 = 0
    let ties = 0
    let shared: f64 = 0
    for (let t = 0; t < seen; t++) {
      const p = getInt(touched, t)
      const weight = getFloat(sums, p)
      const candidate = weight - expected(directed, cost, costIn, partVolume, partInflow, p)
      setFloat(sums, p, 0)
      if (candidate < gain - GAIN_MIN || !isWellConnected(directed, p, outward, partVolume, partInflow, total, totalIn, scale)) continue
      ties = candidate > gain + GAIN_MIN ? 1 : ties + 1
      if (ties > 1 && below(ties) !== 0) continue
      gain = Math.max(gain, candidate)
      best = p
      shared = weight
    }
    if (best === v) continue
    setInt(parts, v, best)
    addFloat(partVolume, best, getFloat(volume, v))
    if (directed) addFloat(partInflow, best, getFloat(inflow, v))
    addFloat(outward, best, getFloat(outward, v) - 2 * shared)
    setByte(joined, best, 1)
    setByte(joined, v, 1)
  }
}

function aggregate (n: i32, offsets: usize, targets: usize, weights: usize, parts: usize, count: i32, starts: usize, members: usize, newOffsets: usize, newTargets: usize, newWeights: usize): void {
  listMembers(n, parts, count, starts, members)
  let kept = 0
  setInt(newOffsets, 0, 0)
  for (let p = 0; p < count; p++) {
    let seen = 0
    for (let i = getInt(starts, p), last = getInt(starts, p + 1); i < last; i++) {
      const v = getInt(members, i)
      for (let slot = getInt(offsets, v), end = getInt(offsets, v + 1); slot < end; slot++) {
        const other = getInt(parts, getInt(targets, slot))
        if (other === p) continue
        const sum = getFloat(sums, other)
        setInt(touched, seen, other)
        seen += i32(sum === 0)
        setFloat(sums, other, sum + weightAt(weights, slot))
      }
    }
    for (let t = 0; t < seen; t++) {
      const other = getInt(touched, t)
      setInt(newTargets, kept, other)
      setFloat(newWeights, kept++, getFloat(sums, other))
      setFloat(sums, other, 0)
    }
    setInt(newOffsets, p + 1, kept)
  }
}

/** Scratch of searchCommunities, bytes. */
export function searchScratch (n: i32, slots: i32): usize {
  return <usize>(n + 64) * (11 * 8 + 12 * 4 + 2) + <usize>slots * 24 + 64 * 40
}

/**
 * `labels`: where the search starts and what it finds, n integers below n. `volume` and `inflow`: what chance would give, one address for undirected
 * graphs. `weights` 0: all are 1. Returns the iterations made.
 */
export function searchCommunities (n: i32, offsets: usize, targets: usize, weights: usize, volume: usize, inflow: usize, labels: usize, scratch: usize, scale: f64, seed: u32, iterationsMax: i32, refined: bool): i32 {
  startRandom(seed)
  startScratch(scratch)
  const slots = getInt(offsets, n)
  const directed = inflow !== volume
  sums = takeFloats(n)
  touched = takeInts(n + 1)
  queue = takeInts(n)
  queued = take(n)
  places = takeInts(n)
  const joined = take(n)
  const totals = takeFloats(n)
  const totalsIn = directed ? takeFloats(n) : totals
  const partVolume = takeFloats(n)
  const partInflow = directed ? takeFloats(n) : partVolume
  const outward = takeFloats(n)
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
  const targetsA = takeInts(slots)
  const targetsB = takeInts(slots)
  const weightsA = takeFloats(slots)
  const weightsB = takeFloats(slots)
  clearFloats(sums, n)

  let iteration = 0
  while (iteration < iterationsMax) {
    done = <f64>iteration / <f64>iterationsMax
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
      sumByCommunity(levelN, levelN, communities, levelVolume, totals)
      if (directed) sumByCommunity(levelN, levelN, communities, levelInflow, totalsIn)
      memory.fill(queued, 1, levelN)
      queueAllShuffled(levelN)
      moves += moveQueued(levelN, levelOffsets, levelTargets, levelWeights, levelVolume, levelInflow, communities, totals, totalsIn, scale, levelN)
      const count = renumber(communities, levelN, places)
      if (count === levelN) break
      let partCount = count
      if (refined) {
        sumByCommunity(levelN, count, communities, levelVolume, totals)
        if (directed) sumByCommunity(levelN, count, communities, levelInflow, totalsIn)
        refine(levelN, levelOffsets, levelTargets, levelWeights, levelVolume, levelInflow, communities, totals, totalsIn, scale, parts, partVolume, partInflow, outward, joined)
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

/** Scratch of moveFromFrontier, bytes. */
export function frontierScratch (n: i32): usize {
  return <usize>(n + 64) * (3 * 8 + 2 * 4 + 1) + 64 * 10
}

/** Local moving from known labels (below n), only the nodes of the frontier (`count` integers) and whomever their moves reach. Returns the moves. */
export function moveFromFrontier (n: i32, offsets: usize, targets: usize, weights: usize, volume: usize, inflow: usize, labels: usize, scratch: usize, scale: f64, frontier: usize, count: i32): i32 {
  startScratch(scratch)
  const directed = inflow !== volume
  sums = takeFloats(n)
  touched = takeInts(n + 1)
  queue = takeInts(n)
  queued = take(n)
  const totals = takeFloats(n)
  const totalsIn = directed ? takeFloats(n) : totals
  done = 0
  clearFloats(sums, n)
  memory.fill(queued, 0, n)
  sumByCommunity(n, n, labels, volume, totals)
  if (directed) sumByCommunity(n, n, labels, inflow, totalsIn)
  copyInts(queue, frontier, count)
  for (let i = 0; i < count; i++) setByte(queued, getInt(frontier, i), 1)
  return moveQueued(n, offsets, targets, weights, volume, inflow, labels, totals, totalsIn, scale, count)
}
