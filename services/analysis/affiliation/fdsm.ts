/**
 * How often a pair shares as many networks as it does in memberships dealt anew at random, with every organisation in as many networks and every network
 * with as many members as recorded (fixed degree sequence model).
 *
 * p = (1 + samples with shared >= recorded) / (1 + samples), so no p is below 1 / (1 + samples). Memberships are dealt anew by trades between
 * two organisations drawn at random (null-models/curveball.ts), `trades` of them for each organisation between two samples, BURN_IN times as many before the
 * first. One seed, one result. O(trades x mean memberships + pairs x memberships) a sample.
 *
 * Source: Zweig & Kaufmann 2011, Soc. Netw. Anal. Min. 1:187.
 * Tested against a chain of single swaps on the Southern Women of Davis, Gardner & Gardner 1941, and all matrices of small networks.
 */
import type { Context } from '../context.ts'
import { createTrade } from '../null-models/curveball.ts'
import { createRandom } from '../random.ts'
import type { Pairs } from './co-membership.ts'
import type { TwoMode } from './two-mode.ts'

/** Trades before the first sample, as many times those between two: the recorded memberships, where the chain starts, must be forgotten. */
const BURN_IN = 10

export interface FdsmOptions { samples: number, trades: number }

export function fdsm ({ n, incidence, offsets, networks }: TwoMode, { i, j, shared }: Pairs, { samples, trades }: FdsmOptions, seed: number, context: Context): Float64Array {
  const random = createRandom(seed)
  const dealt = networks.slice()
  const members = Int32Array.from({ length: n }, (_, v) => v).filter(v => offsets[v] < offsets[v + 1])
  const trade = createTrade(offsets, dealt, incidence.networks.length)
  const heldBy = new Int32Array(incidence.networks.length)
  const reached = new Int32Array(shared.length)
  for (let sample = 0; sample < samples; sample++) {
    context.check()
    context.progress(sample / samples)
    for (let left = trades * members.length * (sample === 0 ? BURN_IN : 1); left > 0 && members.length > 1; left--) {
      const first = random.below(members.length)
      const second = (first + 1 + random.below(members.length - 1)) % members.length
      trade(members[first], members[second], random)
    }
    heldBy.fill(-1)
    for (let pair = 0; pair < shared.length; pair++) {
      if (pair === 0 || i[pair] !== i[pair - 1]) for (let at = offsets[i[pair]]; at < offsets[i[pair] + 1]; at++) heldBy[dealt[at]] = i[pair]
      let count = 0
      for (let at = offsets[j[pair]]; at < offsets[j[pair] + 1]; at++) if (heldBy[dealt[at]] === i[pair]) count++
      if (count >= shared[pair]) reached[pair]++
    }
  }
  return Float64Array.from(reached, count => (1 + count) / (1 + samples))
}
