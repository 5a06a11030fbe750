/** ForceAtlas2, as analysis/layout/force-atlas2.ts defines it: the same sums in the same order, repulsion on two nodes at once. */
import { getFloat, getInt, report, setFloat, startScratch, take, takeFloats } from './memory'
import { buildQuadtree, cellAt, cellCount, order, pointX, pointY, quadtreeScratch, takeQuadtree } from './quadtree'

const LIN_LOG = 1
const OUTBOUND_ATTRACTION = 2
const STRONG_GRAVITY = 4
const OVERLAP_PUSH: f64 = 100
const FORCE_MAX: f64 = 10
const SPEED_WITH_SIZES: f64 = 0.1
/** Leaves between reports: some milliseconds. */
const REPORT_EVERY = 1024
/** What acts on a leaf: x, y, mass, size. */
const BODY: usize = 32

let mass: usize = 0
let sizes: usize = 0
let forces: usize = 0
let bodies: usize = 0

/** Pairs of doubles, such as points and forces. */
@inline function getPair (pairs: usize, v: i32): v128 { return v128.load(pairs + (<usize>v << 4)) }
@inline function setPair (pairs: usize, v: i32, pair: v128): void { v128.store(pairs + (<usize>v << 4), pair) }
@inline function lengthOf (pair: v128): f64 {
  const x = f64x2.extract_lane(pair, 0)
  const y = f64x2.extract_lane(pair, 1)
  return sqrt(x * x + y * y)
}

export function forceAtlas2Scratch (n: i32): usize { return quadtreeScratch(n) + <usize>n * (16 + 16 + 8 + BODY) + 512 }

/** Links of node v: `targets` from `first` to the next of `offsets`, each link once; `weights` 0: all 1. `sizes` 0: points. `points`: where to start from, and the result. */
export function forceAtlas2 (n: i32, first: usize, offsets: usize, targets: usize, weights: usize, massAt: usize, sizesAt: usize, points: usize, scratch: usize, iterations: i32, scaling: f64, gravity: f64, theta: f64, slowDown: f64, flags: i32): void {
  startScratch(scratch)
  takeQuadtree(n)
  mass = massAt
  sizes = sizesAt
  forces = take(<usize>n << 4)
  const before = take(<usize>n << 4)
  const convergence = takeFloats(n)
  bodies = take(<usize>n * BODY)
  memory.fill(before, 0, <usize>n << 4)
  for (let v = 0; v < n; v++) setFloat(convergence, v, 1)
  for (let iteration = 0; iteration < iterations; iteration++) {
    buildQuadtree(n, points, mass)
    repel(scaling, theta * theta, <f64>iteration, <f64>iterations)
    pullToMiddle(n, points, gravity, (flags & STRONG_GRAVITY) !== 0)
    attract(n, first, offsets, targets, weights, points, (flags & LIN_LOG) !== 0, (flags & OUTBOUND_ATTRACTION) !== 0)
    applyForces(n, points, before, convergence, slowDown)
  }
}

function repel (scaling: f64, theta2: f64, iteration: f64, iterations: f64): void {
  let leaves = 0
  for (let i = 0; i < cellCount; i++) {
    const cell = cellAt(i)
    if (cell.next !== i + 1) continue
    if (leaves++ % REPORT_EVERY === 0) report((iteration + <f64>i / <f64>cellCount) / iterations)
    const end = listBodies(cell.first, cell.end, theta2)
    if (sizes === 0) repelPoints(cell.first, cell.end, end, scaling)
    else repelDiscs(cell.first, cell.end, end, scaling)
  }
}

/** The end of the list. */
function listBodies (first: i32, end: i32, theta2: f64): usize {
  let xLow: f64 = Infinity
  let xHigh: f64 = -Infinity
  let yLow: f64 = Infinity
  let yHigh: f64 = -Infinity
  for (let at = first; at < end; at++) {
    const v = getInt(order, at)
    xLow = min(xLow, pointX(v))
    xHigh = max(xHigh, pointX(v))
    yLow = min(yLow, pointY(v))
    yHigh = max(yHigh, pointY(v))
  }
  let body = bodies
  for (let i = 0; i < cellCount;) {
    const cell = cellAt(i)
    const x = cell.x
    const y = cell.y
    const dx = max(max(xLow - x, 0), x - xHigh)
    const dy = max(max(yLow - y, 0), y - yHigh)
    if (cell.side2 < theta2 * (dx * dx + dy * dy) && !(cell.first <= first && first < cell.end)) {
      store<f64>(body, x)
      store<f64>(body, y, 8)
      store<f64>(body, cell.mass, 16)
      store<f64>(body, 0, 24)
      body += BODY
      i = cell.next
    } else {
      i++
      if (cell.next !== i) continue
      for (let at = cell.first, last = cell.end; at < last; at++) {
        const v = getInt(order, at)
        store<f64>(body, pointX(v))
        store<f64>(body, pointY(v), 8)
        store<f64>(body, getFloat(mass, v), 16)
        store<f64>(body, sizes === 0 ? 0 : getFloat(sizes, v), 24)
        body += BODY
      }
    }
  }
  return body
}

/** Two nodes in the two lanes; the last of an odd number stands in both. */
function repelPoints (first: i32, end: i32, bodiesEnd: usize, scaling: f64): void {
  const zero = f64x2.splat(0)
  for (let at = first; at < end; at += 2) {
    const a = getInt(order, at)
    const b = getInt(order, min(at + 1, end - 1))
    const x = f64x2(pointX(a), pointX(b))
    const y = f64x2(pointY(a), pointY(b))
    let xSum = zero
    let ySum = zero
    for (let body = bodies; body < bodiesEnd; body += BODY) {
      const dx = f64x2.sub(x, v128.load64_splat(body))
      const dy = f64x2.sub(y, v128.load64_splat(body, 8))
      const distance2 = f64x2.add(f64x2.mul(dx, dx), f64x2.mul(dy, dy))
      const factor = v128.and(f64x2.div(v128.load64_splat(body, 16), distance2), f64x2.gt(distance2, zero))
      xSum = f64x2.add(xSum, f64x2.mul(dx, factor))
      ySum = f64x2.add(ySum, f64x2.mul(dy, factor))
    }
    setForce(b, f64x2.extract_lane(xSum, 1), f64x2.extract_lane(ySum, 1), scaling)
    setForce(a, f64x2.extract_lane(xSum, 0), f64x2.extract_lane(ySum, 0), scaling)
  }
}

function repelDiscs (first: i32, end: i32, bodiesEnd: usize, scaling: f64): void {
  for (let at = first; at < end; at++) {
    const v = getInt(order, at)
    const x = pointX(v)
    const y = pointY(v)
    const size = getFloat(sizes, v)
    let xSum: f64 = 0
    let ySum: f64 = 0
    for (let body = bodies; body < bodiesEnd; body += BODY) {
      const dx = x - load<f64>(body)
      const dy = y - load<f64>(body, 8)
      const m = load<f64>(body, 16)
      const gap = sqrt(dx * dx + dy * dy) - (size + load<f64>(body, 24))
      const factor = gap > 0 ? m / (gap * gap) : gap < 0 ? OVERLAP_PUSH * m : 0
      xSum += dx * factor
      ySum += dy * factor
    }
    setForce(v, xSum, ySum, scaling)
  }
}

@inline function setForce (v: i32, xSum: f64, ySum: f64, scaling: f64): void {
  const strength = scaling * getFloat(mass, v)
  setPair(forces, v, f64x2(xSum * strength, ySum * strength))
}

function pullToMiddle (n: i32, points: usize, gravity: f64, strong: bool): void {
  for (let v = 0; v < n; v++) {
    const point = getPair(points, v)
    const distance = lengthOf(point)
    if (distance === 0) continue
    const factor = strong ? gravity * getFloat(mass, v) : gravity * getFloat(mass, v) / distance
    setPair(forces, v, f64x2.sub(getPair(forces, v), f64x2.mul(point, f64x2.splat(factor))))
  }
}

function attract (n: i32, first: usize, offsets: usize, targets: usize, weights: usize, points: usize, linLog: bool, outbound: bool): void {
  let meanMass: f64 = 0
  for (let v = 0; v < n; v++) meanMass += getFloat(mass, v)
  meanMass /= <f64>n
  for (let v = 0; v < n; v++) {
    const share = outbound ? meanMass / getFloat(mass, v) : 1
    const point = getPair(points, v)
    let force = getPair(forces, v)
    for (let slot = getInt(first, v), end = getInt(offsets, v + 1); slot < end; slot++) {
      const u = getInt(targets, slot)
      const difference = f64x2.sub(point, getPair(points, u))
      let factor = weights === 0 ? share : share * getFloat(weights, slot)
      if (sizes !== 0 || linLog) {
        const distance = lengthOf(difference) - (sizes === 0 ? 0 : getFloat(sizes, v) + getFloat(sizes, u))
        if (distance <= 0) continue
        if (linLog) factor = factor * Math.log(1 + distance) / distance
      }
      const pull = f64x2.mul(difference, f64x2.splat(factor))
      force = f64x2.sub(force, pull)
      setPair(forces, u, f64x2.add(getPair(forces, u), pull))
    }
    setPair(forces, v, force)
  }
}

function applyForces (n: i32, points: usize, before: usize, convergence: usize, slowDown: f64): void {
  for (let v = 0; v < n; v++) {
    let force = getPair(forces, v)
    const length = lengthOf(force)
    if (sizes !== 0 && length > FORCE_MAX) force = f64x2.div(f64x2.mul(force, f64x2.splat(FORCE_MAX)), f64x2.splat(length))
    const last = getPair(before, v)
    const swinging = getFloat(mass, v) * lengthOf(f64x2.sub(last, force))
    const traction = lengthOf(f64x2.add(last, force)) / 2
    const restraint = 1 + sqrt(swinging)
    const speed = (sizes !== 0 ? SPEED_WITH_SIZES : getFloat(convergence, v)) * Math.log(1 + traction) / restraint
    const squares = f64x2.mul(force, force)
    setFloat(convergence, v, min(1, sqrt(speed * (f64x2.extract_lane(squares, 0) + f64x2.extract_lane(squares, 1)) / restraint)))
    setPair(points, v, f64x2.add(getPair(points, v), f64x2.mul(force, f64x2.splat(speed / slowDown))))
    setPair(before, v, force)
  }
}
