/** PageRank, as analysis/centrality/pagerank.ts defines it: the same sums in the same order. */
import { getFloat, getInt, report, setFloat, startScratch, takeFloats } from './memory'

/** Iterations between reports. */
const REPORT_EVERY = 4

export function pagerankScratch (n: i32): usize { return (<usize>n << 3) + 128 }

/**
 * `offsets`, `targets`, `weights` (0: all 1): links into each node. `out`: strength of links out of each node. `start`: where the walk starts anew,
 * sums to 1. Scores come to `scores`. Returns the iterations made.
 */
export function pagerank (n: i32, offsets: usize, targets: usize, weights: usize, out: usize, start: usize, scores: usize, scratch: usize, damping: f64, tolerance: f64, iterationsMax: i32): i32 {
  startScratch(scratch)
  const shares = takeFloats(n)
  for (let v = 0; v < n; v++) setFloat(scores, v, getFloat(start, v))
  let iteration = 0
  while (iteration < iterationsMax) {
    if (iteration % REPORT_EVERY === 0) report(0)
    let dangling: f64 = 0
    for (let v = 0; v < n; v++) {
      const strength = getFloat(out, v)
      const score = getFloat(scores, v)
      if (strength === 0) dangling += score
      setFloat(shares, v, strength === 0 ? 0 : score / strength)
    }
    const anew = 1 - damping + damping * dangling
    let change: f64 = 0
    for (let v = 0; v < n; v++) {
      let sum: f64 = 0
      const end = getInt(offsets, v + 1)
      if (weights === 0) for (let slot = getInt(offsets, v); slot < end; slot++) sum += getFloat(shares, getInt(targets, slot))
      else for (let slot = getInt(offsets, v); slot < end; slot++) sum += getFloat(shares, getInt(targets, slot)) * getFloat(weights, slot)
      const score = anew * getFloat(start, v) + damping * sum
      change += Math.abs(score - getFloat(scores, v))
      setFloat(scores, v, score)
    }
    iteration++
    if (change < tolerance) break
  }
  return iteration
}
