/**
 * Harmonic closeness, as analysis/centrality/harmonic.ts defines it, with 256 searches at once instead of 32.
 *
 * A search is a bit: a node's row says which of the 256 have reached it. A level of all of them is one pass over the links in which each row gathers the
 * bits of its neighbours; rows that all have reached are passed over.
 */
import { addFloat, clearFloats, getInt, report, startScratch, take } from './memory'

const SEARCHES = 256
const ROW: usize = 32

export function harmonicScratch (n: i32): usize { return <usize>n * ROW * 3 + 256 }

/** `offsets`, `targets`: links into each node. Sums over other nodes u of 1 / d(u, v) come to `sums`. */
export function harmonic (n: i32, offsets: usize, targets: usize, sums: usize, scratch: usize): void {
  startScratch(scratch)
  const bytes = <usize>n * ROW
  const seen = take(bytes)
  let frontier = take(bytes)
  let next = take(bytes)
  const all = i64x2.splat(-1)
  const none = i64x2.splat(0)
  clearFloats(sums, n)
  for (let first = 0; first < n; first += SEARCHES) {
    report(<f64>first / <f64>n)
    memory.fill(seen, 0, bytes)
    memory.fill(frontier, 0, bytes)
    const last = min(n, first + SEARCHES)
    for (let source = first; source < last; source++) {
      const bit = source - first
      const at = <usize>source * ROW + <usize>(bit >> 3)
      const bits: u8 = <u8>1 << <u8>(bit & 7)
      store<u8>(seen + at, bits)
      store<u8>(frontier + at, bits)
    }
    for (let distance = 1; ; distance++) {
      let reached = false
      for (let v = 0; v < n; v++) {
        const row = <usize>v * ROW
        const seenLow = v128.load(seen + row)
        const seenHigh = v128.load(seen + row, 16)
        if (i64x2.all_true(i64x2.eq(v128.and(seenLow, seenHigh), all))) {
          v128.store(next + row, none)
          v128.store(next + row, none, 16)
          continue
        }
        let low = none
        let high = none
        for (let slot = getInt(offsets, v), end = getInt(offsets, v + 1); slot < end; slot++) {
          const neighbour = frontier + <usize>getInt(targets, slot) * ROW
          low = v128.or(low, v128.load(neighbour))
          high = v128.or(high, v128.load(neighbour, 16))
        }
        low = v128.andnot(low, seenLow)
        high = v128.andnot(high, seenHigh)
        v128.store(next + row, low)
        v128.store(next + row, high, 16)
        if (!v128.any_true(v128.or(low, high))) continue
        reached = true
        v128.store(seen + row, v128.or(seenLow, low))
        v128.store(seen + row, v128.or(seenHigh, high), 16)
        const count = popcnt<i64>(i64x2.extract_lane(low, 0)) + popcnt<i64>(i64x2.extract_lane(low, 1)) + popcnt<i64>(i64x2.extract_lane(high, 0)) + popcnt<i64>(i64x2.extract_lane(high, 1))
        addFloat(sums, v, <f64>count / <f64>distance)
      }
      const spent = frontier
      frontier = next
      next = spent
      if (!reached) break
    }
  }
}
