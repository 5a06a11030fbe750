/** Partitions, as analysis/partitions/partition.ts defines them. */
import { addFloat, clearFloats, clearInts, getFloat, getInt, setInt } from './memory'

/** Labels 0.. in order of first appearance, in place; `places`: n integers of scratch. Returns how many there are. */
export function renumber (labels: usize, n: i32, places: usize): i32 {
  memory.fill(places, 0xff, <usize>n << 2)
  let count = 0
  for (let v = 0; v < n; v++) {
    const label = getInt(labels, v)
    let place = getInt(places, label)
    if (place < 0) {
      place = count++
      setInt(places, label, place)
    }
    setInt(labels, v, place)
  }
  return count
}

/** Sums of `values` by label: `count` of them into `totals`. */
export function sumByCommunity (n: i32, count: i32, labels: usize, values: usize, totals: usize): void {
  clearFloats(totals, count)
  for (let v = 0; v < n; v++) addFloat(totals, getInt(labels, v), getFloat(values, v))
}

/** Members of each label in order: `starts` (count + 1) and `members`. */
export function listMembers (n: i32, labels: usize, count: i32, starts: usize, members: usize): void {
  clearInts(starts, count + 2)
  for (let v = 0; v < n; v++) setInt(starts, getInt(labels, v) + 2, getInt(starts, getInt(labels, v) + 2) + 1)
  for (let c = 2; c < count + 2; c++) setInt(starts, c, getInt(starts, c) + getInt(starts, c - 1))
  for (let v = 0; v < n; v++) {
    const c = getInt(labels, v) + 1
    const at = getInt(starts, c)
    setInt(members, at, v)
    setInt(starts, c, at + 1)
  }
}

/** Scratch of splitDisconnected, bytes. */
export function splitScratch (n: i32): usize { return <usize>(n + 8) << 3 }

/** A node's label and the node above it in its part, side by side: one reading from far memory brings both. */
@inline function labelOf (seats: usize, v: i32): i32 { return load<i32>(seats + (<usize>v << 3)) }
@inline function above (seats: usize, v: i32): i32 { return load<i32>(seats + (<usize>v << 3), 4) }
@inline function setAbove (seats: usize, v: i32, w: i32): void { store<i32>(seats + (<usize>v << 3), w, 4) }

/** The smallest node known of the part of v; paths are halved on the way. */
function topOf (seats: usize, v: i32): i32 {
  let at = v
  let next = above(seats, at)
  while (next !== at) {
    const afterNext = above(seats, next)
    setAbove(seats, at, afterNext)
    at = afterNext
    next = above(seats, at)
  }
  return at
}

/**
 * Connected parts of every community, numbered by their first node, into `parts`. Returns how many there are. Union-find over the rows as they lie in memory,
 * where the definition walks from node to node: the same parts, without jumps between rows.
 */
export function splitDisconnected (n: i32, offsets: usize, targets: usize, labels: usize, parts: usize, scratch: usize): i32 {
  const seats = scratch
  for (let v = 0; v < n; v++) {
    store<i32>(seats + (<usize>v << 3), getInt(labels, v))
    setAbove(seats, v, v)
  }
  for (let v = 0; v < n; v++) {
    const label = labelOf(seats, v)
    let top = topOf(seats, v)
    for (let slot = getInt(offsets, v), end = getInt(offsets, v + 1); slot < end; slot++) {
      const j = getInt(targets, slot)
      // Rows ascend: links to later nodes are seen from there.
      if (j >= v) break
      if (labelOf(seats, j) !== label || above(seats, j) === top) continue
      const other = topOf(seats, j)
      if (other === top) continue
      const low = min(other, top)
      setAbove(seats, max(other, top), low)
      top = low
    }
  }
  let count = 0
  for (let v = 0; v < n; v++) {
    const top = topOf(seats, v)
    setInt(parts, v, top === v ? count++ : getInt(parts, top))
  }
  return count
}
