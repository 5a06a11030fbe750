/**
 * Local moving, as analysis/communities/search.ts and propose.ts define it, from a queue; for large networks after rounds (rounds.ts).
 *
 * The inner loop adds a community to the list of those touched without a branch: it writes the place in any case and goes on only if it was new.
 */
import { addFloat, copyInts, getFloat, getInt, report, setInt, startScratch, take, takeFloats, takeInts } from './memory'
import { sumByCommunity } from './partition'
import { listShuffled } from './random'
import { moveInRounds, remaining } from './rounds'
import { done, GAIN_MIN, queue, records, setDone, setRoom, touched } from './search-room'

/** Set in the community of a node that waits in the queue: one look tells both. */
const QUEUED: i32 = i32.MIN_VALUE
const COMMUNITY: i32 = i32.MAX_VALUE

/** Places in the queue between a node and the one whose row is touched meanwhile: so few that the row is still near when its turn comes. */
const AHEAD: i32 = 6

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

/** Reads the beginning of a row that is wanted soon, so that it is on its way from far memory. What is written, in a place that nobody reads, keeps the compiler from leaving that out. */
@inline function touchRow (n: i32, offsets: usize, targets: usize, communities: usize, place: i32): void {
  const v = getInt(queue, place < n ? place : place - n)
  setInt(touched, n, getInt(targets, getInt(offsets, v)) ^ getInt(communities, v))
}

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
    if (waiting > AHEAD) touchRow(n, offsets, targets, communities, head + AHEAD)
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

/** All move, from the labels in `communities`. */
export function moveAll<T> (n: i32, offsets: usize, targets: usize, weights: usize, volume: usize, inflow: usize, communities: usize, totalsIn: usize, scale: f64): i32 {
  fillRecords<T>(n, n, communities, volume)
  if (inflow !== volume) sumByCommunity(n, n, communities, inflow, totalsIn)
  listShuffled(queue, n, touched)
  for (let v = 0; v < n; v++) setInt(communities, v, getInt(communities, v) | QUEUED)
  return moveQueued<T>(n, offsets, targets, weights, volume, inflow, communities, totalsIn, scale, n)
}

/** All move, the most of them in rounds; room for that is taken and given back. */
export function moveAllInRounds<T> (board: usize, chunkMin: i32, n: i32, offsets: usize, targets: usize, weights: usize, volume: usize, communities: usize, scale: f64): i32 {
  listShuffled(queue, n, touched)
  const room = take(0)
  const moves = moveInRounds(board, n, offsets, targets, weights, volume, communities, scale, queue, touched, chunkMin, done)
  startScratch(room)
  fillRecords<T>(n, n, communities, volume)
  for (let i = 0; i < remaining; i++) setInt(communities, getInt(queue, i), getInt(communities, getInt(queue, i)) | QUEUED)
  return moves + moveQueued<T>(n, offsets, targets, weights, volume, volume, communities, 0, scale, remaining)
}

/** Scratch of moveFromFrontier, bytes. */
export function frontierScratch (n: i32): usize {
  return <usize>(n + 64) * (2 * 8 + 2 * 4 + 8) + 64 * 10
}

/** Local moving from known labels (below n), only the nodes of the frontier (`count` integers) and whomever their moves reach. Returns the moves. */
export function moveFromFrontier (n: i32, offsets: usize, targets: usize, weights: usize, volume: usize, inflow: usize, labels: usize, scratch: usize, scale: f64, frontier: usize, count: i32): i32 {
  startScratch(scratch)
  const directed = inflow !== volume
  setRoom(takeFloats(2 * n), takeInts(n + 1), takeInts(n))
  const totalsIn = directed ? takeFloats(n) : 0
  setDone(0)
  let communities = 0
  for (let v = 0; v < n; v++) communities = max(communities, getInt(labels, v) + 1)
  fillRecords<f64>(n, communities, labels, volume)
  if (directed) sumByCommunity(n, communities, labels, inflow, totalsIn)
  copyInts(queue, frontier, count)
  for (let i = 0; i < count; i++) setInt(labels, getInt(frontier, i), getInt(labels, getInt(frontier, i)) | QUEUED)
  return moveQueued<f64>(n, offsets, targets, weights, volume, inflow, labels, totalsIn, scale, count)
}
