/**
 * The search behind Leiden and Louvain: communities of the highest quality, found by moving nodes, merging and moving again.
 *
 * Quality = sum over communities of (weight inside - scale x what chance would put there). Of modularity with resolution gamma chance is
 * K_v K_c / 2m (undirected; K strengths) or (K_v^out K_c^in + K_v^in K_c^out) / m (directed, Leicht & Newman); of the constant Potts model it is
 * n_v n_c. So a node carries a `volume`, which for a directed graph is told apart from its `inflow`, and everything else is one algorithm.
 *
 * An iteration moves nodes to the neighbouring community of greatest gain (queue of unstable nodes, seeded random order; on large levels first in
 * rounds, see move-in-rounds.ts, unless modularity is directed); when `refined`, it splits every community into singletons and lets only
 * well-connected nodes join only well-connected parts, equal gains by lot, which is what lets later iterations find new parts; it aggregates by the parts and starts the next level from the unrefined communities. Iterations go on until none
 * moves a node or `iterationsMax`.
 *
 * About O(m) an iteration. This is the definition: services/kernels/assembly/search.ts takes the same steps in the same order.
 * Sources: Blondel et al. 2008, JSTAT P10008; Traag, Waltman & van Eck 2019, Sci. Rep. 9:5233; Leicht & Newman 2008, Phys. Rev. Lett. 100:118703;
 * Traag, Van Dooren & Nesterov 2011, Phys. Rev. E 84:016114.
 */
import type { Csr } from '../../snapshot/snapshot.ts'
import type { Context } from '../context.ts'
import { isUnweighted } from '../is-unweighted.ts'
import { createRandom, listShuffled } from '../random.ts'
import type { Random } from '../random.ts'
import { undirected } from '../undirected.ts'
import { renumber, singletons, sumByCommunity } from '../partitions/partition.ts'
import { moveInRounds, ROUNDS } from './move-in-rounds.ts'
import type { Rounds } from './move-in-rounds.ts'
import { GAIN_MIN, propose } from './propose.ts'
import type { Level, Proposal, Room, Totals } from './propose.ts'

export type Quality = 'modularity' | 'constantPotts'
/** `rounds`: which levels move in rounds; absent: the large ones. */
export interface SearchOptions { quality: Quality, resolution: number, refined: boolean, iterationsMax: number, rounds?: Rounds }

/** What a search needs of a graph: symmetric links (`unweighted`: each of weight 1), and what chance is made of. `inflow` is `volume` itself unless the graph is directed. */
export interface Volumes { links: Csr, unweighted: boolean, volume: Float64Array, inflow: Float64Array, scale: number }

export function volumesOf (graph: Csr, { quality, resolution }: Pick<SearchOptions, 'quality' | 'resolution'>): Volumes {
  const links = undirected(graph)
  const unweighted = isUnweighted(links)
  const { n, offsets, targets, weights, directed } = graph
  if (quality === 'constantPotts') {
    const volume = new Float64Array(n).fill(1)
    return { links, unweighted, volume, inflow: volume, scale: resolution }
  }
  const volume = new Float64Array(n)
  if (unweighted && !directed) {
    for (let v = 0; v < n; v++) volume[v] = offsets[v + 1] - offsets[v]
    return { links, unweighted, volume, inflow: volume, scale: resolution / offsets[n] }
  }
  const inflow = directed ? new Float64Array(n) : volume
  let total = 0
  for (let v = 0; v < n; v++) {
    let sum = 0
    for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) {
      sum += weights[slot]
      if (directed) inflow[targets[slot]] += weights[slot]
    }
    volume[v] = sum
    total += sum
  }
  return { links, unweighted, volume, inflow, scale: resolution / total }
}

/** Room for the inner loops, made once: sized for the lowest level. */
interface Workspace extends Room { queue: Int32Array, queued: Uint8Array }
const workspace = (n: number): Workspace => ({ sums: new Float64Array(n), touched: new Int32Array(n), queue: new Int32Array(n), queued: new Uint8Array(n) })

/** `labels`: where the search starts (below n); what it finds stands there when it ends. */
export function searchCommunities ({ links, volume, inflow, scale }: Volumes, labels: Int32Array, { refined, iterationsMax, rounds = ROUNDS }: SearchOptions, seed: number, context: Context): void {
  const { n } = links
  const random = createRandom(seed)
  const bottom: Level = { n, offsets: links.offsets, targets: links.targets, weights: links.weights, volume, inflow }
  const room = workspace(n)
  for (let iteration = 0; iteration < iterationsMax; iteration++) {
    let moves = 0
    let level = bottom
    let communities: Int32Array = Int32Array.from(labels)
    const nodeOf = singletons(n)
    for (;;) {
      moves += moveAll(level, communities, scale, room, rounds, random, context)
      const count = renumber(communities, level.n)
      if (count === level.n) break
      let parts = communities
      let partCount = count
      if (refined) {
        parts = refine(level, communities, count, scale, room, random)
        partCount = renumber(parts, level.n)
        // Refinement merged nothing: aggregate by the communities, or this level would repeat for ever.
        if (partCount === level.n) {
          parts = communities
          partCount = count
        }
      }
      const above = new Int32Array(partCount)
      for (let v = 0; v < level.n; v++) above[parts[v]] = communities[v]
      for (let v = 0; v < n; v++) nodeOf[v] = parts[nodeOf[v]]
      level = aggregate(level, parts, partCount, room)
      communities = above
    }
    for (let v = 0; v < n; v++) labels[v] = communities[nodeOf[v]]
    renumber(labels)
    context.progress((iteration + 1) / iterationsMax)
    if (moves === 0) break
  }
}

/** From known labels, only the nodes of the frontier and whomever their moves reach: after a few changed links. Returns the moves made. */
export function moveFromFrontier ({ links, volume, inflow, scale }: Volumes, labels: Int32Array, frontier: Int32Array, context: Context): number {
  const room = workspace(links.n)
  room.queue.set(frontier)
  for (const v of frontier) room.queued[v] = 1
  return moveQueued({ ...links, volume, inflow }, labels, scale, room, frontier.length, context)
}

function moveAll (level: Level, communities: Int32Array, scale: number, room: Workspace, rounds: Rounds, random: Random, context: Context): number {
  const order = room.queue.subarray(0, level.n)
  listShuffled(order, random)
  if (level.n >= rounds.nodesMin && level.inflow === level.volume) {
    const { moves, remaining } = moveInRounds(level, communities, scale, order, rounds.chunkMin, room, context)
    for (const v of order.subarray(0, remaining)) room.queued[v] = 1
    return moves + moveQueued(level, communities, scale, room, remaining, context)
  }
  room.queued.fill(1, 0, level.n)
  return moveQueued(level, communities, scale, room, level.n, context)
}

/** Local moving: until no queued node gains by joining a neighbouring community. Returns the moves made. */
function moveQueued (level: Level, communities: Int32Array, scale: number, room: Workspace, waiting: number, context: Context): number {
  const { n, offsets, targets, volume, inflow } = level
  const { queue, queued } = room
  const directed = inflow !== volume
  const ofVolume = sumByCommunity(volume, communities, n, n)
  const totals: Totals = { volume: ofVolume, inflow: directed ? sumByCommunity(inflow, communities, n, n) : ofVolume }
  const proposal: Proposal = { best: 0, toBest: 0, toOwn: 0 }
  let head = 0
  let moves = 0
  for (let steps = 0; waiting > 0; steps++) {
    if ((steps & 0xffff) === 0) context.check()
    const v = queue[head]
    head = head + 1 === n ? 0 : head + 1
    waiting--
    queued[v] = 0
    propose(level, communities, totals, scale, room, v, proposal)
    const own = communities[v]
    const { best } = proposal
    if (best === own) continue
    communities[v] = best
    totals.volume[own] -= volume[v]
    totals.volume[best] += volume[v]
    if (directed) {
      totals.inflow[own] -= inflow[v]
      totals.inflow[best] += inflow[v]
    }
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
  const { n, offsets, targets, weights, volume, inflow } = level
  const directed = inflow !== volume
  const totals = sumByCommunity(volume, communities, n, count)
  const totalsIn = directed ? sumByCommunity(inflow, communities, n, count) : totals
  const parts = singletons(n)
  const partVolume = volume.slice(0, n)
  const partInflow = directed ? inflow.slice(0, n) : partVolume
  /** Weight from a part to the rest of its community. */
  const outward = new Float64Array(n)
  const joined = new Uint8Array(n)
  for (let v = 0; v < n; v++) {
    for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) if (communities[targets[slot]] === communities[v]) outward[v] += weights[slot]
  }
  const isWellConnected = (p: number, c: number): boolean => outward[p] >= (directed
    ? scale * partVolume[p] * (totalsIn[c] - partInflow[p]) + scale * partInflow[p] * (totals[c] - partVolume[p])
    : scale * partVolume[p] * (totals[c] - partVolume[p])) - GAIN_MIN
  listShuffled(queue.subarray(0, n), random)
  for (const v of byCommunity(queue.subarray(0, n), communities, count)) {
    if (joined[v] === 1 || !isWellConnected(v, communities[v])) continue
    let seen = 0
    for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) {
      if (communities[targets[slot]] !== communities[v]) continue
      const p = parts[targets[slot]]
      if (sums[p] === 0) touched[seen++] = p
      sums[p] += weights[slot]
    }
    const cost = scale * volume[v]
    const costIn = directed ? scale * inflow[v] : 0
    let best = v
    let gain = 0
    let ties = 0
    let shared = 0
    for (let t = 0; t < seen; t++) {
      const p = touched[t]
      const weight = sums[p]
      const candidate = weight - (directed ? cost * partInflow[p] + costIn * partVolume[p] : cost * partVolume[p])
      sums[p] = 0
      if (candidate < gain - GAIN_MIN || !isWellConnected(p, communities[v])) continue
      ties = candidate > gain + GAIN_MIN ? 1 : ties + 1
      if (ties > 1 && random.below(ties) !== 0) continue
      gain = Math.max(gain, candidate)
      best = p
      shared = weight
    }
    if (best === v) continue
    parts[v] = best
    partVolume[best] += volume[v]
    if (directed) partInflow[best] += inflow[v]
    outward[best] += outward[v] - 2 * shared
    joined[best] = 1
    joined[v] = 1
  }
  return parts
}

/** One community after another, the nodes of each in the order of the list: what is read of a community then stays near. */
function byCommunity (list: Int32Array, communities: Int32Array, count: number): Int32Array {
  const next = new Int32Array(count + 1)
  for (const v of list) next[communities[v] + 1]++
  for (let c = 0; c < count; c++) next[c + 1] += next[c]
  const sorted = new Int32Array(list.length)
  for (const v of list) sorted[next[communities[v]]++] = v
  return sorted
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
  let kept = 0
  for (let p = 0; p < count; p++) {
    let seen = 0
    for (let i = starts[p]; i < starts[p + 1]; i++) {
      const v = members[i]
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
  const volume = sumByCommunity(level.volume, parts, level.n, count)
  const inflow = level.inflow === level.volume ? volume : sumByCommunity(level.inflow, parts, level.n, count)
  return { n: count, offsets, targets: targets.slice(0, kept), weights: weights.slice(0, kept), volume, inflow }
}
