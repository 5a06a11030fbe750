/**
 * Leiden communities: groups of organisations that deal with each other more than chance would explain.
 *
 * Maximises modularity with resolution gamma on an undirected graph whose weights are strengths. Each iteration moves
 * nodes to the neighbouring community of greatest gain (queue of unstable nodes, seeded random order), refines every
 * community from singletons (only well-connected nodes join only well-connected parts; equal gains are decided by lot,
 * which is what lets later iterations find new refinements), aggregates by the refined parts and starts the next level
 * from the unrefined communities. Iterations go on until none moves a node or `iterationsMax`; the best of `restarts`
 * seeded runs is kept; communities are connected, labels are by size and smallest member.
 *
 * About O(m) an iteration. Isolates are singletons. No links: everything is a singleton.
 * Source: Traag, Waltman & van Eck 2019, Sci. Rep. 9:5233. Tested against igraph and leidenalg on modularity reached.
 */
import { z } from 'zod'
import type { Csr } from '../../snapshot/snapshot.ts'
import { part as partOf, UNWATCHED } from '../context.ts'
import type { Context } from '../context.ts'
import { createRandom, shuffle } from '../random.ts'
import type { Random } from '../random.ts'
import { modularity } from './modularity.ts'
import { canonicalLabels, renumber, splitDisconnected } from './partition.ts'

export const LeidenOptions = z.object({
  resolution: z.number().positive().max(100).default(1).describe('gamma: higher gives more and smaller communities'),
  restarts: z.number().int().min(1).max(200).default(1).describe('seeded starts, of which the one with the highest modularity is kept; in each repetition'),
  iterationsMax: z.number().int().min(1).max(100).default(20).describe('most iterations of one run; it stops earlier when nothing moves')
})
export type LeidenOptions = z.infer<typeof LeidenOptions>

/** Gains smaller than this are rounding, not improvement. */
const GAIN_MIN = 1e-12

export function leiden (graph: Csr, options: LeidenOptions, seed: number, context: Context = UNWATCHED): Int32Array {
  let best = singletons(graph.n)
  if (graph.m === 0) return best
  let bestQuality = -Infinity
  for (let restart = 0; restart < options.restarts; restart++) {
    const labels = splitDisconnected(graph, leidenOnce(graph, options, createRandom(seed + restart), partOf(context, restart / options.restarts, (restart + 1) / options.restarts)))
    canonicalLabels(labels)
    const quality = modularity(graph, labels, options.resolution) as number
    if (quality > bestQuality + GAIN_MIN) {
      best = labels
      bestQuality = quality
    }
  }
  return best
}

const singletons = (n: number): Int32Array => Int32Array.from({ length: n }, (_, v) => v)

/** One graph of the hierarchy: nodes are parts of the level below, `volume` their strengths with what is inside them. */
interface Level { n: number, offsets: Int32Array, targets: Int32Array, weights: Float64Array, volume: Float64Array }

/** Room for the inner loops, made once: sized for the lowest level. */
interface Workspace { sums: Float64Array, touched: Int32Array, queue: Int32Array, queued: Uint8Array }

function leidenOnce (graph: Csr, options: LeidenOptions, random: Random, context: Context): Int32Array {
  const bottom: Level = { ...graph, volume: new Float64Array(graph.n) }
  let twiceTotal = 0
  for (let v = 0; v < graph.n; v++) {
    for (let slot = graph.offsets[v]; slot < graph.offsets[v + 1]; slot++) bottom.volume[v] += graph.weights[slot]
    twiceTotal += bottom.volume[v]
  }
  const scale = options.resolution / twiceTotal
  const room: Workspace = { sums: new Float64Array(graph.n), touched: new Int32Array(graph.n), queue: new Int32Array(graph.n), queued: new Uint8Array(graph.n) }
  const labels = singletons(graph.n)

  for (let iteration = 0; iteration < options.iterationsMax; iteration++) {
    let moves = 0
    let level = bottom
    let communities: Int32Array = Int32Array.from(labels)
    const nodeOf = singletons(graph.n)
    for (;;) {
      context.check()
      moves += moveNodes(level, communities, scale, room, random, context)
      const count = renumber(communities, level.n)
      if (count === level.n) break
      const parts = refine(level, communities, count, scale, room, random)
      let partCount = renumber(parts, level.n)
      if (partCount === level.n) {
        // Refinement merged nothing: aggregate by the communities, or this level would repeat for ever.
        parts.set(communities.subarray(0, level.n))
        partCount = count
      }
      const above = new Int32Array(partCount)
      for (let v = 0; v < level.n; v++) above[parts[v]] = communities[v]
      for (let v = 0; v < graph.n; v++) nodeOf[v] = parts[nodeOf[v]]
      level = aggregate(level, parts, partCount, room)
      communities = above
    }
    for (let v = 0; v < graph.n; v++) labels[v] = communities[nodeOf[v]]
    renumber(labels)
    context.progress((iteration + 1) / options.iterationsMax)
    if (moves === 0) break
  }
  return labels
}

/** Local moving: until no queued node gains by joining a neighbouring community. Returns the moves made. */
function moveNodes (level: Level, communities: Int32Array, scale: number, { sums, touched, queue, queued }: Workspace, random: Random, context: Context): number {
  const { n, offsets, targets, weights, volume } = level
  const totals = new Float64Array(n)
  for (let v = 0; v < n; v++) {
    totals[communities[v]] += volume[v]
    queue[v] = v
    queued[v] = 1
  }
  shuffle(queue.subarray(0, n), random)
  let head = 0
  let waiting = n
  let moves = 0
  for (let steps = 0; waiting > 0; steps++) {
    if ((steps & 0xffff) === 0) context.check()
    const v = queue[head]
    head = head + 1 === n ? 0 : head + 1
    waiting--
    queued[v] = 0
    const own = communities[v]
    let seen = 0
    for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) {
      const c = communities[targets[slot]]
      if (sums[c] === 0) touched[seen++] = c
      sums[c] += weights[slot]
    }
    const cost = scale * volume[v]
    let best = own
    let gain = sums[own] - cost * (totals[own] - volume[v])
    for (let t = 0; t < seen; t++) {
      const c = touched[t]
      const candidate = sums[c] - cost * totals[c]
      sums[c] = 0
      if (c !== own && candidate > gain + GAIN_MIN) {
        gain = candidate
        best = c
      }
    }
    if (best === own) continue
    communities[v] = best
    totals[own] -= volume[v]
    totals[best] += volume[v]
    moves++
    for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) {
      const j = targets[slot]
      if (queued[j] === 1 || communities[j] === best) continue
      queued[j] = 1
      queue[(head + waiting++) % n] = j
    }
  }
  return moves
}

/** Refinement: merges singletons within each community into well-connected parts. Returns the part of each node. */
function refine (level: Level, communities: Int32Array, count: number, scale: number, { sums, touched, queue }: Workspace, random: Random): Int32Array {
  const { n, offsets, targets, weights, volume } = level
  const totals = new Float64Array(count)
  const parts = singletons(n)
  const partVolume = volume.slice(0, n)
  /** Weight from a part to the rest of its community. */
  const outward = new Float64Array(n)
  const joined = new Uint8Array(n)
  for (let v = 0; v < n; v++) {
    totals[communities[v]] += volume[v]
    for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) if (communities[targets[slot]] === communities[v]) outward[v] += weights[slot]
    queue[v] = v
  }
  const wellConnected = (p: number, total: number): boolean => outward[p] >= scale * partVolume[p] * (total - partVolume[p]) - GAIN_MIN
  shuffle(queue.subarray(0, n), random)
  for (let i = 0; i < n; i++) {
    const v = queue[i]
    const total = totals[communities[v]]
    if (joined[v] === 1 || !wellConnected(v, total)) continue
    let seen = 0
    for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) {
      if (communities[targets[slot]] !== communities[v]) continue
      const p = parts[targets[slot]]
      if (sums[p] === 0) touched[seen++] = p
      sums[p] += weights[slot]
    }
    const cost = scale * volume[v]
    let best = v
    let gain = 0
    let ties = 0
    let shared = 0
    for (let t = 0; t < seen; t++) {
      const p = touched[t]
      const candidate = sums[p] - cost * partVolume[p]
      const weight = sums[p]
      sums[p] = 0
      if (candidate < gain - GAIN_MIN || !wellConnected(p, total)) continue
      ties = candidate > gain + GAIN_MIN ? 1 : ties + 1
      if (ties > 1 && random.below(ties) !== 0) continue
      gain = Math.max(gain, candidate)
      best = p
      shared = weight
    }
    if (best === v) continue
    parts[v] = best
    partVolume[best] += volume[v]
    outward[best] += outward[v] - 2 * shared
    joined[best] = 1
    joined[v] = 1
  }
  return parts
}

/** The graph of parts. Weight inside a part is dropped: it never changes a decision, and volumes keep it. */
function aggregate (level: Level, parts: Int32Array, count: number, { sums, touched }: Workspace): Level {
  const starts = new Int32Array(count + 1)
  for (let v = 0; v < level.n; v++) starts[parts[v] + 1]++
  for (let p = 0; p < count; p++) starts[p + 1] += starts[p]
  const members = new Int32Array(level.n)
  const next = starts.slice(0, count)
  for (let v = 0; v < level.n; v++) members[next[parts[v]]++] = v
  const offsets = new Int32Array(count + 1)
  const targets = new Int32Array(level.offsets[level.n])
  const weights = new Float64Array(level.offsets[level.n])
  const volume = new Float64Array(count)
  let kept = 0
  for (let p = 0; p < count; p++) {
    let seen = 0
    for (let i = starts[p]; i < starts[p + 1]; i++) {
      const v = members[i]
      volume[p] += level.volume[v]
      for (let slot = level.offsets[v]; slot < level.offsets[v + 1]; slot++) {
        const other = parts[level.targets[slot]]
        if (other === p) continue
        if (sums[other] === 0) touched[seen++] = other
        sums[other] += level.weights[slot]
      }
    }
    for (let t = 0; t < seen; t++) {
      targets[kept] = touched[t]
      weights[kept++] = sums[touched[t]]
      sums[touched[t]] = 0
    }
    offsets[p + 1] = kept
  }
  return { n: count, offsets, targets: targets.slice(0, kept), weights: weights.slice(0, kept), volume }
}
