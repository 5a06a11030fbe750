/**
 * Betweenness estimated from random shortest paths, with an interval for each node.
 *
 * The share of samples (sample-paths.ts) inside whose path a node stands, times n / (n - 2), estimates b(v) = sum over s != v != t of sigma_st(v) / sigma_st divided by
 * (n - 1)(n - 2): `betweenness` without weights. With chance 1 - `failure` or more all intervals hold the true values at once. For that the chance to fail is divided over
 * nodes and looks. A pilot, whose samples are then left out, says where it is needed: half of it goes to all nodes alike, half by the square of their hits in the pilot, because
 * the highest values have the widest intervals. Look k = 1, 2, ... may use 2^-k of a node's part; the intervals are Chernoff's (share-interval.ts).
 *
 * It looks first after as many samples as the pilot lets expect, then after a quarter more each time; stops where no interval reaches further than `errorMax` from its
 * estimate, or at `samplesMax`, and then says the error it reached. `ranked`: so many of the highest are surely in this order, the interval of each above those of all that follow.
 * Direction: source -> target. Weights are ignored. Nodes that nothing can pass (a single partner; only sellers, only buyers) are exactly 0; fewer than three nodes: 0.
 * Same seed, same estimate, on any number of threads.
 *
 * O(samples * links read in one, about sqrt(m)); samples about 2 b ln(1 / failure) / errorMax^2 times a small number, b the highest value, instead of n searches.
 * Sources: Borassi & Natale 2019, J. Exp. Algorithmics 24:1.2 (unequal parts of the failure); Riondato & Upfal 2018, ACM TKDD 12:61 (growing samples). Tested against the exact values.
 */
import { z } from 'zod'
import type { Csr } from '../../snapshot/snapshot.ts'
import type { Measured, Size } from '../algorithm.ts'
import { UNWATCHED } from '../context.ts'
import type { Context } from '../context.ts'
import { reversed } from '../reversed.ts'
import { BLOCK_SAMPLES, createBlockCounter } from './sample-paths.ts'
import type { CountBlock } from './sample-paths.ts'
import { lowerShare, trialsFor, upperShare } from './share-interval.ts'

export const BetweennessSampledOptions = z.object({
  errorMax: z.number().min(1e-5).max(0.5).default(0.0025).describe('how far an estimate may be from the true value, as a share of all pairs of others'),
  failure: z.number().min(1e-9).max(0.5).default(0.1).describe('chance that any of the intervals misses its true value'),
  samplesMax: z.number().int().min(1).max(1e9).default(1e7).describe('shortest paths an estimate is made of at most; the error reached may then be larger')
})
export type BetweennessSampledOptions = z.infer<typeof BetweennessSampledOptions>

/** Between two looks at the intervals the samples grow by this factor: a finer one costs certainty at every look, a coarser one samples that were not needed. */
const GROWTH = 1.25

/** Share of the paths that the node most of them pass is taken to be in before anything is known; in few networks it is more. */
const HIGHEST_SHARE = 0.25

/** Links read: those of a sample are about the square root of all, on each side. */
export function workOfSamples ({ n, m }: Pick<Size, 'n' | 'm'>, { errorMax, failure, samplesMax }: BetweennessSampledOptions): number {
  const wanted = 2 * HIGHEST_SHARE * Math.log(2 * Math.max(1, n) / failure) / errorMax ** 2
  return m + Math.min(samplesMax, wanted) * 2 * Math.sqrt(m)
}

export function betweennessSampled (graph: Csr, options: BetweennessSampledOptions, seed: number, context: Context = UNWATCHED): Measured {
  return estimateBetweenness(graph, options, createBlockCounter(graph, seed, context), context)
}

/** With any counter of blocks: the kernel's or the definition's. */
export function estimateBetweenness (graph: Csr, { errorMax, failure, samplesMax }: BetweennessSampledOptions, countBlock: CountBlock, context: Context): Measured {
  const { n } = graph
  const passable = passableNodes(graph)
  if (passable.length === 0) return withRanks(new Float64Array(n), new Float64Array(n), new Float64Array(n), 0, 0)
  const scale = n / (n - 2)
  const reach = errorMax / scale
  let block = 0
  /** Adds samples to `hits`; `done` and `wanted` of the whole for the progress. */
  const draw = (hits: Int32Array, count: number, done: number, wanted: number): void => {
    for (let drawn = 0; drawn < count; drawn += BLOCK_SAMPLES) {
      context.check()
      context.progress((done + drawn) / wanted)
      countBlock(block++, Math.min(BLOCK_SAMPLES, count - drawn), hits)
    }
  }

  const pilot = new Int32Array(n)
  // As many as could bound a node that is never hit.
  const pilotSamples = Math.min(samplesMax, wholeBlocks(Math.log(2 * passable.length / failure) / reach))
  draw(pilot, pilotSamples, 0, pilotSamples)
  const squares = passable.reduce((sum, v) => sum + pilot[v] ** 2, 0)
  /** By the hits in the pilot: what Chernoff's bound must reach at look k, ln(2 / part of the failure). */
  const exponentOf = (pilotHits: number, look: number): number => -Math.log(failure / 4 * 2 ** -look * (1 / passable.length + (squares === 0 ? 0 : pilotHits ** 2 / squares)))
  const expected = passable.reduce((most, v) => Math.max(most, trialsFor(pilot[v] / pilotSamples, exponentOf(pilot[v], 1), reach)), 0)

  const hits = new Int32Array(n)
  let samples = 0
  for (let look = 1; ; look++) {
    const wanted = Math.min(samplesMax, wholeBlocks(expected * GROWTH ** (look - 1)))
    draw(hits, wanted - samples, samples, wanted)
    samples = wanted
    const lower = new Float64Array(n)
    const upper = new Float64Array(n)
    const shares = new Float64Array(n)
    const bounds = remembered((pilotHits, count) => [lowerShare(count, samples, exponentOf(pilotHits, look)), upperShare(count, samples, exponentOf(pilotHits, look))])
    let error = 0
    for (const v of passable) {
      const [low, high] = bounds(pilot[v], hits[v])
      lower[v] = low * scale
      shares[v] = hits[v] / samples * scale
      upper[v] = high * scale
      error = Math.max(error, shares[v] - lower[v], upper[v] - shares[v])
    }
    if (error <= errorMax || samples === samplesMax) return withRanks(shares, lower, upper, samples, error)
  }
}

const wholeBlocks = (samples: number): number => Math.ceil(samples / BLOCK_SAMPLES) * BLOCK_SAMPLES

const withRanks = (estimate: Float64Array, lower: Float64Array, upper: Float64Array, samples: number, error: number): Measured =>
  ({ nodes: { estimate, lower, upper }, metrics: { samples, error, ranked: surelyRanked(estimate, lower, upper) } })

/** Nodes that some shortest path may pass. */
function passableNodes (graph: Csr): Int32Array {
  const into = reversed(graph)
  const least = graph.directed ? 1 : 2
  return Int32Array.from({ length: graph.n }, (_, v) => v).filter(v => graph.offsets[v + 1] - graph.offsets[v] >= least && into.offsets[v + 1] - into.offsets[v] >= least && graph.n > 2)
}

/** Most nodes have few hits: what is worked out for two counts serves all that share them. */
function remembered (work: (a: number, b: number) => [number, number]): typeof work {
  const known = new Map<number, Map<number, [number, number]>>()
  return (a, b) => {
    const row = known.get(a) ?? new Map<number, [number, number]>()
    known.set(a, row)
    const found = row.get(b) ?? work(a, b)
    row.set(b, found)
    return found
  }
}

/** How many of the highest estimates are each surely above all that follow. */
function surelyRanked (estimate: Float64Array, lower: Float64Array, upper: Float64Array): number {
  const order = Int32Array.from(estimate, (_, v) => v).sort((a, b) => estimate[b] - estimate[a] || a - b)
  const highestFrom = new Float64Array(order.length + 1)
  for (let at = order.length - 1; at >= 0; at--) highestFrom[at] = Math.max(highestFrom[at + 1], upper[order[at]])
  let ranked = 0
  while (ranked < order.length && lower[order[ranked]] > highestFrom[ranked + 1]) ranked++
  return ranked
}
