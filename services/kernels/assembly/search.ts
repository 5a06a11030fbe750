/**
 * Louvain and Leiden search, as analysis/communities/search.ts defines them: the same steps in the same order, so equal labels.
 *
 * Differences are of form alone: arrays by address, two buffers for the levels in turn, no array of weights where all are 1 (address 0).
 * The inner loop adds a community to the list of those touched without a branch: it writes the place in any case and goes on only if it was new.
 */
import { addFloat, addInt, clearFloats, clearInts, copyInts, getByte, getFloat, getInt, report, setByte, setFloat, setInt, startScratch, take, takeFloats, takeInts } from './memory'
import { listMembers, renumber } from './partition'
import { below, listShuffled, startRandom } from './random'
import { moveInRounds, remaining, roundsScratch } from './rounds'

const GAIN_MIN: f64 = 1e-12

let records: usize = 0
let touched: usize = 0
let queue: usize = 0
let places: usize = 0
let done: f64 = 0

/** Set in the community of a node that waits in the queue: one look tells both. */
const QUEUED: i32 = i32.MIN_VALUE
const COMMUNITY: i32 = i32.MAX_VALUE

/**
 * A community's record: the weight from the node in hand to it (0 but while that node is in hand), and its volume, side by side so that one reading from far
 * memory brings both. T is f64, or i32 where weights and volumes are whole numbers: half the memory, the same sums.
 */
@inline function recordOf<T> (c: i32): usize { return records + <usize>c * (sizeof<T>() << 1) }
@inline function sumOf<T> (record: usize): T { return load<T>(record) }
@inline function setSum<T> (record: usize, sum: T): void { store<T>(record, sum) }
@inline function totalOf<T> (record: usize): f64 { return <f64>load<T>(record, sizeof<T>()) }
@inline function addTotal<T> (record: usize, change: f64): void { store<T>(record, <T>(<f64>load<T>(record, sizeof<T>()) + change), sizeof<T>()) }

/** Volumes by community into the records, with sums 0. */
function fillRecords<T> (n: i32, count: i32, communities: usize, volume: usize): void {
  memory.fill(records, 0, <usize>count * (sizeof<T>() << 1))
  for (let v = 0; v < n; v++) addTotal<T>(recordOf<T>(getInt(communities, v)), getFloat(volume, v))
}

@inline function weightAt (weights: usize, slot: i32): f64 { return weights === 0 ? 1.0 : getFloat(weights, slot) }

/** Of the nodes that wait in the queue, `waiting` from its head. Communities carry QUEUED for those, and for none when it ends. */
function moveQueued<T> (n: i32, offsets: usize, targets: usize, weights: usize, volume: usize, inflow: usize, communities: usize, totalsIn: usize, scale: f64, waiting: i32): i32 {
  const directed = inflow !== volume
  let head = 0
  let moves = 0
  for (let steps = 0; waiting > 0; steps++) {
    if ((steps & 0xffff) === 0) report(done)
    const v = getInt(queue, head)
    if (++head === n) head = 0
    waiting--
    const own = getInt(communities, v) & COMMUNITY
    setInt(communities, v, own)
    const first = targets + (<usize>getInt(offsets, v) << 2)
    const end = targets + (<usize>getInt(offsets, v + 1) << 2)
    // The place is written in any case and kept only if the community is new: no branch.
    let seen = touched
    if (weights === 0) {
      for (let at = first; at < end; at += 4) {
        const c = getInt(communities, load<i32>(at)) & COMMUNITY
        const record = recordOf<T>(c)
        const sum = sumOf<T>(record)
        store<i32>(seen, c)
        seen += <usize>i32(sum === 0) << 2
        setSum<T>(record, <T>(sum + <T>1))
      }
    } else {
      let weight = weights + ((first - targets) << 1)
      for (let at = first; at < end; at += 4, weight += 8) {
        const c = getInt(communities, load<i32>(at)) & COMMUNITY
        const record = recordOf<T>(c)
        const sum = sumOf<T>(record)
        store<i32>(seen, c)
        seen += <usize>i32(sum === 0) << 2
        setSum<T>(record, <T>(<f64>sum + load<f64>(weight)))
      }
    }
    const out = getFloat(volume, v)
    const into = directed ? getFloat(inflow, v) : 0
    const cost = scale * out
    const costIn = scale * into
    const home = recordOf<T>(own)
    let best = own
    let gain = <f64>sumOf<T>(home) - (directed ? cost * (getFloat(totalsIn, own) - into) + costIn * (totalOf<T>(home) - out) : cost * (totalOf<T>(home) - out))
    for (let at = touched; at < seen; at += 4) {
      const c = load<i32>(at)
      const record = recordOf<T>(c)
      const candidate = <f64>sumOf<T>(record) - (directed ? cost * getFloat(totalsIn, c) + costIn * totalOf<T>(record) : cost * totalOf<T>(record))
      setSum<T>(record, <T>0)
      if (candidate > gain + GAIN_MIN && c !== own) {
        gain = candidate
        best = c
      }
    }
    if (best === own) continue
    setInt(communities, v, best)
    addTotal<T>(home, -out)
    addTotal<T>(recordOf<T>(best), out)
    if (directed) {
      addFloat(totalsIn, own, -into)
      addFloat(totalsIn, best, into)
    }
    moves++
    for (let at = first; at < end; at += 4) {
      const j = load<i32>(at)
      const c = getInt(communities, j)
      // Queued already (then negative) or in the same community.
      if (c < 0 || c === best) continue
      setInt(communities, j, c | QUEUED)
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

/** All move, from the labels in `communities`. */
function moveAll<T> (n: i32, offsets: usize, targets: usize, weights: usize, volume: usize, inflow: usize, communities: usize, totalsIn: usize, scale: f64): i32 {
  fillRecords<T>(n, n, communities, volume)
  if (inflow !== volume) sumByCommunity(n, n, communities, inflow, totalsIn)
  listShuffled(queue, n, touched)
  for (let v = 0; v < n; v++) setInt(communities, v, getInt(communities, v) | QUEUED)
  return moveQueued<T>(n, offsets, targets, weights, volume, inflow, communities, totalsIn, scale, n)
}

/** All move, the most of them in rounds; room for that is taken and given back. */
function moveAllInRounds<T> (board: usize, chunkMin: i32, n: i32, offsets: usize, targets: usize, weights: usize, volume: usize, communities: usize, scale: f64): i32 {
  listShuffled(queue, n, touched)
  const room = take(0)
  const moves = moveInRounds(board, n, offsets, targets, weights, volume, communities, scale, queue, touched, chunkMin, done)
  startScratch(room)
  fillRecords<T>(n, n, communities, volume)
  for (let i = 0; i < remaining; i++) setInt(communities, getInt(queue, i), getInt(communities, getInt(queue, i)) | QUEUED)
  return moves + moveQueued<T>(n, offsets, targets, weights, volume, volume, communities, 0, scale, remaining)
}

/** Of a part: the weight from the node in hand, its volume, the weight from it to the rest of its community, its inflow. */
const PART: usize = 32
@inline function partOf (p: i32): usize { return records + <usize>p * PART }
@inline function partVolume (part: usize): f64 { return load<f64>(part, 8) }
@inline function partInflow (part: usize): f64 { return load<f64>(part, 24) }

@inline function isWellConnected (directed: bool, part: usize, total: f64, totalIn: f64, scale: f64): bool {
  const out = partVolume(part)
  const chance = directed
    ? scale * out * (totalIn - partInflow(part)) + scale * partInflow(part) * (total - out)
    : scale * out * (total - out)
  return load<f64>(part, 16) >= chance - GAIN_MIN
}

/** `order`: nodes, one community after another. Leaves the part of each node in `parts`. */
function refine (n: i32, offsets: usize, targets: usize, weights: usize, volume: usize, inflow: usize, communities: usize, totals: usize, totalsIn: usize, scale: f64, parts: usize, joined: usize, order: usize): void {
  const directed = inflow !== volume
  for (let v = 0; v < n; v++) {
    setInt(parts, v, v)
    setByte(joined, v, 0)
    const c = getInt(communities, v)
    let outward: f64 = 0
    for (let slot = getInt(offsets, v), end = getInt(offsets, v + 1); slot < end; slot++) if (getInt(communities, getInt(targets, slot)) === c) outward += weightAt(weights, slot)
    const part = partOf(v)
    store<f64>(part, 0)
    store<f64>(part, getFloat(volume, v), 8)
    store<f64>(part, outward, 16)
    store<f64>(part, directed ? getFloat(inflow, v) : 0, 24)
  }
  for (let i = 0; i < n; i++) {
    if ((i & 0xffff) === 0) report(done)
    const v = getInt(order, i)
    const c = getInt(communities, v)
    const total = getFloat(totals, c)
    const totalIn = directed ? getFloat(totalsIn, c) : total
    const own = partOf(v)
    if (getByte(joined, v) === 1 || !isWellConnected(directed, own, total, totalIn, scale)) continue
    let seen = 0
    for (let slot = getInt(offsets, v), end = getInt(offsets, v + 1); slot < end; slot++) {
      const j = getInt(targets, slot)
      if (getInt(communities, j) !== c) continue
      const p = getInt(parts, j)
      const part = partOf(p)
      const sum = load<f64>(part)
      setInt(touched, seen, p)
      seen += i32(sum === 0)
      store<f64>(part, sum + weightAt(weights, slot))
    }
    const cost = scale * partVolume(own)
    const costIn = scale * partInflow(own)
    let best = v
    let gain: f64 = 0
    let ties = 0
    let shared: f64 = 0
    for (let t = 0; t < seen; t++) {
      const p = getInt(touched, t)
      const part = partOf(p)
      const weight = load<f64>(part)
      const candidate = weight - (directed ? cost * partInflow(part) + costIn * partVolume(part) : cost * partVolume(part))
      store<f64>(part, 0)
      if (candidate < gain - GAIN_MIN || !isWellConnected(directed, part, total, totalIn, scale)) continue
      ties = candidate > gain + GAIN_MIN ? 1 : ties + 1
      if (ties > 1 && below(ties) !== 0) continue
      gain = Math.max(gain, candidate)
      best = p
      shared = weight
    }
    if (best === v) continue
    setInt(parts, v, best)
    const joins = partOf(best)
    store<f64>(joins, partVolume(joins) + partVolume(own), 8)
    store<f64>(joins, load<f64>(joins, 16) + (load<f64>(own, 16) - 2 * shared), 16)
    store<f64>(joins, partInflow(joins) + partInflow(own), 24)
    setByte(joined, best, 1)
    setByte(joined, v, 1)
  }
}

/** The nodes of a list, one community after another, each in the order of the list. `starts`: count + 1 integers. */
function sortByCommunity (n: i32, list: usize, communities: usize, count: i32, starts: usize, sorted: usize): void {
  clearInts(starts, count + 1)
  for (let v = 0; v < n; v++) addInt(starts, getInt(communities, v) + 1, 1)
  for (let c = 0; c < count; c++) addInt(starts, c + 1, getInt(starts, c))
  for (let i = 0; i < n; i++) {
    const v = getInt(list, i)
    const c = getInt(communities, v)
    setInt(sorted, getInt(starts, c), v)
    addInt(starts, c, 1)
  }
}

function aggregate (n: i32, offsets: usize, targets: usize, weights: usize, parts: usize, count: i32, starts: usize, members: usize, newOffsets: usize, newTargets: usize, newWeights: usize): void {
  listMembers(n, parts, count, starts, members)
  // The weight from the part in hand to each other one.
  clearFloats(records, count)
  let kept = 0
  setInt(newOffsets, 0, 0)
  for (let p = 0; p < count; p++) {
    let seen = 0
    for (let i = getInt(starts, p), last = getInt(starts, p + 1); i < last; i++) {
      const v = getInt(members, i)
      for (let slot = getInt(offsets, v), end = getInt(offsets, v + 1); slot < end; slot++) {
        const other = getInt(parts, getInt(targets, slot))
        if (other === p) continue
        const sum = getFloat(records, other)
        setInt(touched, seen, other)
        seen += i32(sum === 0)
        setFloat(records, other, sum + weightAt(weights, slot))
      }
    }
    for (let t = 0; t < seen; t++) {
      const other = getInt(touched, t)
      setInt(newTargets, kept, other)
      setFloat(newWeights, kept++, getFloat(records, other))
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
  records = take(<usize>n * PART)
  touched = takeInts(n + 1)
  queue = takeInts(n)
  places = takeInts(n)
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
  const targetsA = takeInts(slots)
  const targetsB = takeInts(slots)
  const weightsA = takeFloats(slots)
  const weightsB = takeFloats(slots)

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
        listShuffled(queue, levelN, touched)
        sortByCommunity(levelN, queue, communities, count, starts, members)
        refine(levelN, levelOffsets, levelTargets, levelWeights, levelVolume, levelInflow, communities, totals, totalsIn, scale, parts, joined, members)
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
  return <usize>(n + 64) * (2 * 8 + 2 * 4 + 8) + 64 * 10
}

/** Local moving from known labels (below n), only the nodes of the frontier (`count` integers) and whomever their moves reach. Returns the moves. */
export function moveFromFrontier (n: i32, offsets: usize, targets: usize, weights: usize, volume: usize, inflow: usize, labels: usize, scratch: usize, scale: f64, frontier: usize, count: i32): i32 {
  startScratch(scratch)
  const directed = inflow !== volume
  records = takeFloats(2 * n)
  touched = takeInts(n + 1)
  queue = takeInts(n)
  const totalsIn = directed ? takeFloats(n) : 0
  done = 0
  let communities = 0
  for (let v = 0; v < n; v++) communities = max(communities, getInt(labels, v) + 1)
  fillRecords<f64>(n, communities, labels, volume)
  if (directed) sumByCommunity(n, communities, labels, inflow, totalsIn)
  copyInts(queue, frontier, count)
  for (let i = 0; i < count; i++) setInt(labels, getInt(frontier, i), getInt(labels, getInt(frontier, i)) | QUEUED)
  return moveQueued<f64>(n, offsets, targets, weights, volume, inflow, labels, totalsIn, scale, count)
}
