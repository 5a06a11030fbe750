/**
 * Shortest paths by length from one source after another, as analysis/centrality/shortest-paths.ts defines them: the same comparisons, so the same order.
 *
 * What a search knows of a node stands side by side in one record, and the heap holds distances beside the records: meeting a node reads few lines of the cache.
 */
import { getFloat, getInt, setInt, take, takeInts } from './memory'

const RECORD: usize = 32
const PATHS: usize = 8
const PLACE: usize = 16
const PREDECESSORS: usize = 20
/** Where its predecessors begin. */
const START: usize = 24
const NOT_MET = -1
const SETTLED = -2
/** A distance and the record it belongs to. */
const ENTRY: usize = 16
const LENGTH_TOLERANCE: f64 = 1e-12

let records: usize = 0
let heap: usize = 0
let reachedBefore = 0
/** Records in the order of their distance. */
export let order: usize = 0
/** Records of predecessors, in the rows of links into each node. */
export let predecessors: usize = 0

export function searchScratch (n: i32, slots: i32): usize { return <usize>n * (RECORD + ENTRY + 4) + (<usize>slots << 2) + 512 }

/** `starts`: where links into each node would stand. */
export function startSearches (n: i32, slots: i32, starts: usize): void {
  records = take(<usize>n * RECORD)
  heap = take(<usize>n * ENTRY)
  order = takeInts(n)
  predecessors = takeInts(slots)
  reachedBefore = 0
  for (let v = 0; v < n; v++) {
    const record = recordOf(v)
    store<f64>(record, Infinity)
    store<i32>(record + PLACE, NOT_MET)
    store<i32>(record + START, getInt(starts, v))
  }
}

@inline function recordOf (v: i32): usize { return records + <usize>v * RECORD }
@inline export function nodeOf (record: usize): i32 { return <i32>((record - records) / RECORD) }
@inline export function recordAt (at: i32): usize { return <usize>getInt(order, at) }
@inline export function distanceOf (record: usize): f64 { return load<f64>(record) }
@inline export function pathsOf (record: usize): f64 { return load<f64>(record, PATHS) }
@inline export function firstPredecessor (record: usize): i32 { return load<i32>(record, START) }
@inline export function predecessorCount (record: usize): i32 { return load<i32>(record, PREDECESSORS) }

@inline function setEntry (at: i32, distance: f64, record: usize): void {
  const entry = heap + <usize>at * ENTRY
  store<f64>(entry, distance)
  store<i32>(entry, <i32>record, 8)
  store<i32>(record, at, PLACE)
}
@inline function keyAt (at: i32): f64 { return load<f64>(heap + <usize>at * ENTRY) }
@inline function entryRecord (at: i32): usize { return <usize>load<i32>(heap + <usize>at * ENTRY, 8) }

function rise (record: usize, from: i32): void {
  const distance = load<f64>(record)
  let at = from
  while (at > 0) {
    const parent = (at - 1) >> 1
    if (keyAt(parent) <= distance) break
    setEntry(at, keyAt(parent), entryRecord(parent))
    at = parent
  }
  setEntry(at, distance, record)
}

/** Puts the last of `height + 1` entries where it belongs once the first has gone. */
function sink (height: i32): void {
  const last = entryRecord(height)
  const distance = keyAt(height)
  let at = 0
  for (;;) {
    let child = 2 * at + 1
    if (child >= height) break
    if (child + 1 < height && keyAt(child + 1) < keyAt(child)) child++
    if (distance <= keyAt(child)) break
    setEntry(at, keyAt(child), entryRecord(child))
    at = child
  }
  setEntry(at, distance, last)
}

/** Nodes within `lengthMax` of the source, which is the first of them. */
export function searchFrom (source: i32, offsets: usize, targets: usize, lengths: usize, lengthMax: f64): i32 {
  for (let at = 0; at < reachedBefore; at++) {
    const record = recordAt(at)
    store<f64>(record, Infinity)
    store<i32>(record, NOT_MET, PLACE)
  }
  const limit = lengthMax * (1 + LENGTH_TOLERANCE)
  const first = recordOf(source)
  store<f64>(first, 0)
  store<f64>(first, 1, PATHS)
  store<i32>(first, 0, PREDECESSORS)
  setEntry(0, 0, first)
  let height = 1
  let reached = 0
  while (height > 0) {
    const nearest = entryRecord(0)
    height--
    if (height > 0) sink(height)
    store<i32>(nearest, SETTLED, PLACE)
    setInt(order, reached++, <i32>nearest)
    const distance = load<f64>(nearest)
    const paths = load<f64>(nearest, PATHS)
    const v = nodeOf(nearest)
    for (let slot = getInt(offsets, v), end = getInt(offsets, v + 1); slot < end; slot++) {
      const record = recordOf(getInt(targets, slot))
      const place = load<i32>(record, PLACE)
      if (place === SETTLED) continue
      const length = distance + getFloat(lengths, slot)
      if (length > limit) continue
      const tolerance = LENGTH_TOLERANCE * length
      const known = load<f64>(record)
      if (length < known - tolerance) {
        store<f64>(record, length)
        store<f64>(record, paths, PATHS)
        store<i32>(record, 1, PREDECESSORS)
        setInt(predecessors, firstPredecessor(record), <i32>nearest)
        rise(record, place === NOT_MET ? height++ : place)
      } else if (length <= known + tolerance) {
        const count = predecessorCount(record)
        store<f64>(record, pathsOf(record) + paths, PATHS)
        store<i32>(record, count + 1, PREDECESSORS)
        setInt(predecessors, firstPredecessor(record) + count, <i32>nearest)
      }
    }
  }
  reachedBefore = reached
  return reached
}
