/**
 * Betweenness without weights, as analysis/centrality/betweenness.ts defines it, eight sources in lock step.
 *
 * A node's row holds a number for each of the eight searches. Forward, a level is for every row the sum of its neighbours' rows of path counts, kept where
 * a search has not been before: where its count is still 0; backward the same product with (1 + delta) / paths. No lists of predecessors and no branch in the inner loop.
 * Across groups a second product goes backward, which counts only ends in another group than the source.
 * Source: Brandes 2001; many searches at once: Then et al. 2014, VLDB 8:449.
 */
import { addFloat, clearFloats, getByte, getInt, report, setByte, setFloat, setInt, startScratch, take, takeFloats, takeInts } from './memory'

const LANES = 8
/** Bytes of a row of eight numbers. */
const ROW: usize = 64
/** Deepest search; longer paths are left to the definition. */
const DEPTH_MAX = 254
/** A frontier smaller than 1 / SPARSE of the nodes: those it can reach are marked first. */
const SPARSE = 8

export function betweennessScratch (n: i32): usize {
  return <usize>(n + 8) * (ROW * 5 + 4 * 9 + 8 + 2) + 64 * 24 + 4 * 260 + 256 * ROW
}

/** For each of the 256 sets of lanes a row whose lanes are all ones or all zeros. */
function writeMasks (masks: usize): void {
  for (let set = 0; set < 256; set++) {
    for (let lane = 0; lane < LANES; lane++) store<i64>(masks + <usize>set * ROW + (<usize>lane << 3), (set >> lane & 1) === 1 ? -1 : 0)
  }
}

@inline function rowOf (rows: usize, v: i32): usize { return rows + <usize>v * ROW }
@inline function clearRow (row: usize): void {
  const none = f64x2.splat(0)
  v128.store(row, none)
  v128.store(row, none, 16)
  v128.store(row, none, 32)
  v128.store(row, none, 48)
}

/** The rows of all neighbours of v, summed, into the row `into`. */
@inline function sumRows (rows: usize, offsets: usize, targets: usize, v: i32, into: usize): void {
  let a = f64x2.splat(0)
  let b = f64x2.splat(0)
  let c = f64x2.splat(0)
  let d = f64x2.splat(0)
  for (let slot = getInt(offsets, v), end = getInt(offsets, v + 1); slot < end; slot++) {
    const row = rowOf(rows, getInt(targets, slot))
    a = f64x2.add(a, v128.load(row))
    b = f64x2.add(b, v128.load(row, 16))
    c = f64x2.add(c, v128.load(row, 32))
    d = f64x2.add(d, v128.load(row, 48))
  }
  v128.store(into, a)
  v128.store(into, b, 16)
  v128.store(into, c, 32)
  v128.store(into, d, 48)
}

/** Of two lanes: the sum where no path was known, kept in `paths` and `next`. Returns which of the two are new. */
@inline function visit (sum: v128, paths: usize, next: usize): i32 {
  const known = v128.load(paths)
  const fresh = v128.and(sum, f64x2.eq(known, f64x2.splat(0)))
  v128.store(paths, f64x2.add(known, fresh))
  v128.store(next, fresh)
  return i64x2.bitmask(f64x2.ne(fresh, f64x2.splat(0)))
}

/** (counts + delta) / paths in the lanes of the mask, 0 elsewhere, into `row`; returns delta in those lanes. */
@inline function weigh (mask: v128, counts: v128, delta: usize, paths: usize, row: usize): v128 {
  const known = v128.load(delta)
  v128.store(row, v128.and(mask, f64x2.div(f64x2.add(counts, known), v128.load(paths))))
  return v128.and(mask, known)
}

@inline function sumLanes (pair: v128): f64 { return f64x2.extract_lane(pair, 0) + f64x2.extract_lane(pair, 1) }

/**
 * `offsets`, `targets`: links out of each node; `offsetsIn`, `targetsIn`: links into it (the same addresses for undirected graphs). `sources`: `count` nodes.
 * `lengthMax`: links of the longest path that counts. Sums over these sources are added to `plain`, and to `across` by `groups` (-1: none) unless `groups` is 0. Returns 1, or 0 where paths are longer than 254 links.
 */
export function betweenness (n: i32, offsets: usize, targets: usize, offsetsIn: usize, targetsIn: usize, sources: usize, count: i32, lengthMax: f64, groups: usize, plain: usize, across: usize, scratch: usize): i32 {
  startScratch(scratch)
  const masks = take(256 * ROW)
  writeMasks(masks)
  let rows = takeFloats(n * LANES)
  let next = takeFloats(n * LANES)
  const paths = takeFloats(n * LANES)
  const delta = takeFloats(n * LANES)
  const deltaAcross = groups === 0 ? delta : takeFloats(n * LANES)
  /** Nodes by level, and the lanes in which they are at that level. */
  const order = takeInts(n * LANES)
  const lanesAt = take(<usize>n * LANES)
  const unvisited = takeInts(n)
  const levels = takeInts(260)
  const reachable = take(n)
  const done = take(n)
  const counts = take(ROW)
  const sum = take(ROW)
  clearFloats(rows, n * LANES)
  clearFloats(next, n * LANES)

  for (let first = 0; first < count; first += LANES) {
    report(<f64>first / <f64>count)
    const lanes = min(LANES, count - first)
    clearFloats(paths, n * LANES)
    memory.fill(done, 0, n)
    clearFloats(delta, n * LANES)
    if (groups !== 0) clearFloats(deltaAcross, n * LANES)
    let length = 0
    setInt(levels, 0, 0)
    for (let lane = 0; lane < lanes; lane++) {
      const source = getInt(sources, first + lane)
      setFloat(paths, source * LANES + lane, 1)
      setFloat(rows, source * LANES + lane, 1)
      setByte(done, source, getByte(done, source) | (1 << lane))
      setByte(lanesAt, length, 1 << lane)
      setInt(order, length++, source)
    }
    if (lanes < LANES) for (let v = 0; v < n; v++) setByte(done, v, getByte(done, v) | (0xff << lanes))
    setInt(levels, 1, length)
    let waiting = 0
    for (let v = 0; v < n; v++) if (getByte(done, v) !== 0xff) setInt(unvisited, waiting++, v)

    let depth = 0
    for (;;) {
      depth++
      if (depth > DEPTH_MAX) return 0
      const before = length
      const from = getInt(levels, depth - 1)
      const to = getInt(levels, depth)
      if (<f64>depth > lengthMax) {
        for (let i = from; i < to; i++) clearRow(rowOf(rows, getInt(order, i)))
        break
      }
      const sparse = <i64>(to - from) * SPARSE < <i64>n
      if (sparse) {
        memory.fill(reachable, 0, n)
        for (let i = from; i < to; i++) {
          const v = getInt(order, i)
          for (let slot = getInt(offsets, v), end = getInt(offsets, v + 1); slot < end; slot++) setByte(reachable, getInt(targets, slot), 1)
        }
      }
      let left = 0
      for (let i = 0; i < waiting; i++) {
        const v = getInt(unvisited, i)
        if (sparse && getByte(reachable, v) === 0) {
          setInt(unvisited, left++, v)
          continue
        }
        sumRows(rows, offsetsIn, targetsIn, v, sum)
        const known = rowOf(paths, v)
        const row = rowOf(next, v)
        const got = visit(v128.load(sum), known, row) | (visit(v128.load(sum, 16), known + 16, row + 16) << 2) | (visit(v128.load(sum, 32), known + 32, row + 32) << 4) | (visit(v128.load(sum, 48), known + 48, row + 48) << 6)
        const has = getByte(done, v) | got
        if (got !== 0) {
          setByte(lanesAt, length, got)
          setInt(order, length++, v)
          setByte(done, v, has)
        }
        if (has !== 0xff) setInt(unvisited, left++, v)
      }
      waiting = left
      for (let i = from; i < to; i++) clearRow(rowOf(rows, getInt(order, i)))
      const spent = rows
      rows = next
      next = spent
      if (length === before) break
      setInt(levels, depth + 1, length)
    }

    for (let level = depth - 1; level >= 1; level--) {
      const from = getInt(levels, level)
      const to = getInt(levels, level + 1)
      const one = f64x2.splat(1)
      for (let i = from; i < to; i++) {
        const v = getInt(order, i)
        const mask = rowOf(masks, getByte(lanesAt, i))
        const known = rowOf(delta, v)
        const path = rowOf(paths, v)
        const row = rowOf(rows, v)
        const gained = f64x2.add(
          f64x2.add(weigh(v128.load(mask), one, known, path, row), weigh(v128.load(mask, 16), one, known + 16, path + 16, row + 16)),
          f64x2.add(weigh(v128.load(mask, 32), one, known + 32, path + 32, row + 32), weigh(v128.load(mask, 48), one, known + 48, path + 48, row + 48)))
        addFloat(plain, v, sumLanes(gained))
      }
      if (level > 1) spread(level, levels, order, lanesAt, masks, paths, rows, offsets, targets, delta, sum)
      if (groups !== 0) {
        for (let i = from; i < to; i++) {
          const v = getInt(order, i)
          const group = getInt(groups, v)
          for (let lane = 0; lane < LANES; lane++) {
            const other = lane < lanes ? getInt(groups, getInt(sources, first + lane)) : -1
            setFloat(counts, lane, group >= 0 && other >= 0 && group !== other ? 1 : 0)
          }
          const mask = rowOf(masks, getByte(lanesAt, i))
          const known = rowOf(deltaAcross, v)
          const path = rowOf(paths, v)
          const row = rowOf(rows, v)
          const gained = f64x2.add(
            f64x2.add(weigh(v128.load(mask), v128.load(counts), known, path, row), weigh(v128.load(mask, 16), v128.load(counts, 16), known + 16, path + 16, row + 16)),
            f64x2.add(weigh(v128.load(mask, 32), v128.load(counts, 32), known + 32, path + 32, row + 32), weigh(v128.load(mask, 48), v128.load(counts, 48), known + 48, path + 48, row + 48)))
          addFloat(across, v, sumLanes(gained))
        }
        if (level > 1) spread(level, levels, order, lanesAt, masks, paths, rows, offsets, targets, deltaAcross, sum)
      }
      for (let i = from; i < to; i++) clearRow(rowOf(rows, getInt(order, i)))
    }
  }
  return 1
}

/** Delta of two lanes: paths x sum where the mask has them, as it was elsewhere. */
@inline function setDelta (mask: v128, paths: usize, sum: v128, delta: usize): void {
  v128.store(delta, v128.bitselect(f64x2.mul(v128.load(paths), sum), v128.load(delta), mask))
}

/** From the rows of a level to the deltas of the one before it. */
function spread (level: i32, levels: usize, order: usize, lanesAt: usize, masks: usize, paths: usize, rows: usize, offsets: usize, targets: usize, delta: usize, sum: usize): void {
  for (let i = getInt(levels, level - 1), to = getInt(levels, level); i < to; i++) {
    const v = getInt(order, i)
    sumRows(rows, offsets, targets, v, sum)
    const mask = rowOf(masks, getByte(lanesAt, i))
    const path = rowOf(paths, v)
    const known = rowOf(delta, v)
    setDelta(v128.load(mask), path, v128.load(sum), known)
    setDelta(v128.load(mask, 16), path + 16, v128.load(sum, 16), known + 16)
    setDelta(v128.load(mask, 32), path + 32, v128.load(sum, 32), known + 32)
    setDelta(v128.load(mask, 48), path + 48, v128.load(sum, 48), known + 48)
  }
}
