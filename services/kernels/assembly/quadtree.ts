/** The quadtree of analysis/layout/quadtree.ts: the same cells in the same order. Points are pairs of doubles. */
import { clearInts, getFloat, getInt, setInt, takeInts, take } from './memory'

const LEAF_MAX = 8
const LEVELS = 16
/** Digits of a radix sort: three of 11 bits hold 32. */
const DIGIT_BITS = 11
const DIGITS = 1 << DIGIT_BITS

/** A cell: x, y, mass, side squared, then first, end, next as 32-bit numbers. */
export const CELL: usize = 48
export class Cell {
  x: f64
  y: f64
  mass: f64
  side2: f64
  first: i32
  end: i32
  next: i32
}

export let order: usize = 0
export let cells: usize = 0
export let cellCount: i32 = 0
let keys: usize = 0
let spareKeys: usize = 0
let spareOrder: usize = 0
let digitEnds: usize = 0
let points: usize = 0
let mass: usize = 0
let side: f64 = 0

export function quadtreeScratch (n: i32): usize { return <usize>n * (4 * 4 + 2 * CELL) + DIGITS * 4 + 512 }

export function takeQuadtree (n: i32): void {
  order = takeInts(n)
  keys = takeInts(n)
  spareOrder = takeInts(n)
  spareKeys = takeInts(n)
  digitEnds = takeInts(DIGITS)
  cells = take(<usize>n * 2 * CELL)
}

@inline export function cellAt (i: i32): Cell { return changetype<Cell>(cells + <usize>i * CELL) }
@inline export function pointX (v: i32): f64 { return load<f64>(points + (<usize>v << 4)) }
@inline export function pointY (v: i32): f64 { return load<f64>(points + (<usize>v << 4), 8) }

export function buildQuadtree (n: i32, pointsAt: usize, massAt: usize): void {
  points = pointsAt
  mass = massAt
  cellCount = 0
  if (n === 0) return
  sortAlongMortonCurve(n)
  build(0, n, 0)
}

function build (first: i32, end: i32, levelAbove: i32): i32 {
  const place = cellCount++
  let level = levelAbove
  while (level < LEVELS && quadrant(first, level) === quadrant(end - 1, level)) level++
  let massSum: f64 = 0
  let xSum: f64 = 0
  let ySum: f64 = 0
  if (end - first <= LEAF_MAX || level === LEVELS) {
    for (let at = first; at < end; at++) {
      const v = getInt(order, at)
      const m = getFloat(mass, v)
      massSum += m
      xSum += pointX(v) * m
      ySum += pointY(v) * m
    }
  } else {
    for (let at = first; at < end;) {
      const childEnd = endOfQuadrant(at, end, level)
      const child = cellAt(build(at, childEnd, level + 1))
      massSum += child.mass
      xSum += child.x * child.mass
      ySum += child.y * child.mass
      at = childEnd
    }
  }
  const cell = cellAt(place)
  cell.first = first
  cell.end = end
  cell.next = cellCount
  cell.mass = massSum
  cell.x = xSum / massSum
  cell.y = ySum / massSum
  const width = side / <f64>(1 << level)
  cell.side2 = width * width
  return place
}

@inline function quadrant (at: i32, level: i32): u32 { return (<u32>getInt(keys, at) >> <u32>(30 - 2 * level)) & 3 }

function endOfQuadrant (first: i32, end: i32, level: i32): i32 {
  const here = quadrant(first, level)
  let low = first + 1
  let high = end
  while (low < high) {
    const middle = (low + high) >> 1
    if (quadrant(middle, level) === here) low = middle + 1
    else high = middle
  }
  return low
}

function sortAlongMortonCurve (n: i32): void {
  let xLow: f64 = Infinity
  let xHigh: f64 = -Infinity
  let yLow: f64 = Infinity
  let yHigh: f64 = -Infinity
  for (let v = 0; v < n; v++) {
    xLow = min(xLow, pointX(v))
    xHigh = max(xHigh, pointX(v))
    yLow = min(yLow, pointY(v))
    yHigh = max(yHigh, pointY(v))
  }
  side = max(xHigh - xLow, yHigh - yLow) * 1.0001
  const scale = side > 0 ? <f64>(1 << LEVELS) / side : 0
  for (let v = 0; v < n; v++) {
    setInt(order, v, v)
    setInt(keys, v, spread(<u32>((pointX(v) - xLow) * scale)) | spread(<u32>((pointY(v) - yLow) * scale)) << 1)
  }
  for (let shift = 0; shift < 32; shift += DIGIT_BITS) sortByDigit(n, shift)
}

/** Stable: nodes of equal keys stay in order of their numbers. */
function sortByDigit (n: i32, shift: u32): void {
  clearInts(digitEnds, DIGITS)
  for (let at = 0; at < n; at++) {
    const digit = digitOf(at, shift)
    setInt(digitEnds, digit, getInt(digitEnds, digit) + 1)
  }
  for (let digit = 0, before = 0; digit < DIGITS; digit++) {
    const count = getInt(digitEnds, digit)
    setInt(digitEnds, digit, before)
    before += count
  }
  for (let at = 0; at < n; at++) {
    const digit = digitOf(at, shift)
    const to = getInt(digitEnds, digit)
    setInt(digitEnds, digit, to + 1)
    setInt(spareKeys, to, getInt(keys, at))
    setInt(spareOrder, to, getInt(order, at))
  }
  const sortedKeys = spareKeys
  spareKeys = keys
  keys = sortedKeys
  const sortedOrder = spareOrder
  spareOrder = order
  order = sortedOrder
}

@inline function digitOf (at: i32, shift: u32): i32 { return <i32>(<u32>getInt(keys, at) >> shift) & (DIGITS - 1) }

/** The 16 bits of a number, apart by one. */
function spread (bits: u32): u32 {
  let x = bits
  x = (x | x << 8) & 0x00ff00ff
  x = (x | x << 4) & 0x0f0f0f0f
  x = (x | x << 2) & 0x33333333
  return (x | x << 1) & 0x55555555
}
