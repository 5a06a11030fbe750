/** The sums over triangles and links of structural holes, as analysis/brokerage/structural-holes.ts defines them, in the same order. */
import { addFloat, clearFloats, clearInts, getFloat, getInt, report, setInt, startScratch, takeFloats, takeInts } from './memory'

/** Nodes between reports. */
const REPORT_EVERY = 4096

export function holesScratch (n: i32, links: i32): usize { return (<usize>links << 3) + (<usize>n << 2) + 192 }

@inline function hold (v: i32, alike: f64, strength: usize, constraint: usize, unevenness: usize): void {
  const share = alike / getFloat(strength, v)
  const held = share * share
  addFloat(constraint, v, held)
  addFloat(unevenness, v, held * Math.log(held))
}

/** `offsets`, `targets`, `weights`: each link once, towards more partners. The three sums by node come to `constraint`, `unevenness` and `redundancy`. */
export function holes (n: i32, offsets: usize, targets: usize, weights: usize, strength: usize, greatest: usize, constraint: usize, unevenness: usize, redundancy: usize, scratch: usize): void {
  startScratch(scratch)
  const links = getInt(offsets, n)
  const detours = takeFloats(links)
  const linkTo = takeInts(n)
  clearFloats(detours, links)
  clearInts(linkTo, n)
  clearFloats(constraint, n)
  clearFloats(unevenness, n)
  clearFloats(redundancy, n)
  for (let i = 0; i < n; i++) {
    if (i % REPORT_EVERY === 0) report(<f64>i / <f64>n)
    const first = getInt(offsets, i)
    const end = getInt(offsets, i + 1)
    for (let a = first; a < end; a++) setInt(linkTo, getInt(targets, a), a + 1)
    for (let a = first; a < end; a++) {
      const j = getInt(targets, a)
      for (let b = getInt(offsets, j), last = getInt(offsets, j + 1); b < last; b++) {
        const q = getInt(targets, b)
        const c = getInt(linkTo, q) - 1
        if (c < 0) continue
        const oppositeI = getFloat(weights, a) * getFloat(weights, c)
        const oppositeJ = getFloat(weights, a) * getFloat(weights, b)
        const oppositeQ = getFloat(weights, b) * getFloat(weights, c)
        addFloat(detours, b, oppositeI / getFloat(strength, i))
        addFloat(detours, c, oppositeJ / getFloat(strength, j))
        addFloat(detours, a, oppositeQ / getFloat(strength, q))
        addFloat(redundancy, i, oppositeQ / getFloat(greatest, j) + oppositeJ / getFloat(greatest, q))
        addFloat(redundancy, j, oppositeQ / getFloat(greatest, i) + oppositeI / getFloat(greatest, q))
        addFloat(redundancy, q, oppositeJ / getFloat(greatest, i) + oppositeI / getFloat(greatest, j))
      }
    }
    for (let a = first; a < end; a++) setInt(linkTo, getInt(targets, a), 0)
  }
  for (let i = 0; i < n; i++) {
    for (let a = getInt(offsets, i), end = getInt(offsets, i + 1); a < end; a++) {
      const alike = getFloat(weights, a) + getFloat(detours, a)
      hold(i, alike, strength, constraint, unevenness)
      hold(getInt(targets, a), alike, strength, constraint, unevenness)
    }
  }
}
