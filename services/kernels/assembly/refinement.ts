/** Refinement: communities split into well-connected parts, as analysis/communities/search.ts defines it. */
import { addInt, clearInts, getByte, getFloat, getInt, report, setByte, setInt, weightAt } from './memory'
import { below, listShuffled } from './random'
import { done, GAIN_MIN, queue, records, touched } from './search-room'

/** Of a part: the weight from the node in hand, its volume, the weight from it to the rest of its community, its inflow. */
export const PART: usize = 32
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

/** `order`, `starts`: scratch of n and of count + 1 integers. Leaves the part of each node in `parts`. */
export function refine (n: i32, offsets: usize, targets: usize, weights: usize, volume: usize, inflow: usize, communities: usize, count: i32, totals: usize, totalsIn: usize, scale: f64, parts: usize, joined: usize, starts: usize, order: usize): void {
  const directed = inflow !== volume
  for (let v = 0; v < n; v++) {
    setInt(parts, v, v)
    setByte(joined, v, 0)
    const c = getInt(communities, v)
    let outward: f64 = 0
    // No branch: whether a neighbour is in the same community is hard to foresee.
    for (let slot = getInt(offsets, v), end = getInt(offsets, v + 1); slot < end; slot++) outward += weightAt(weights, slot) * <f64>i32(getInt(communities, getInt(targets, slot)) === c)
    const part = partOf(v)
    store<f64>(part, 0)
    store<f64>(part, getFloat(volume, v), 8)
    store<f64>(part, outward, 16)
    store<f64>(part, directed ? getFloat(inflow, v) : 0, 24)
  }
  listShuffled(queue, n, touched)
  sortByCommunity(n, queue, communities, count, starts, order)
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
