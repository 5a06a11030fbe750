/**
 * How often a pair shares as many networks as it does in memberships dealt anew at random, with every organisation in as many networks and every network
 * with as many members as recorded (fixed degree sequence model).
 *
 * p = (1 + samples with shared >= recorded) / (1 + samples), so no p is below 1 / (1 + samples). Memberships are dealt anew by the curveball: two
 * organisations drawn at random pool the networks that only one of them is in and deal them out again, each as many as it had. `trades` of these for each
 * organisation between two samples, BURN_IN times as many before the first. One seed, one result. O(trades x mean memberships + pairs x memberships) a sample.
 *
 * Sources: Zweig & Kaufmann 2011, Soc. Netw. Anal. Min. 1:187 (model); Strona et al. 2014, Nat. Commun. 5:4114 (curveball).
 * Tested against a chain of single swaps on the Southern Women of Davis, Gardner & Gardner 1941, and all matrices of small networks.
 */
import type { Context } from '../context.ts'
import { createRandom } from '../random.ts'
import type { Random } from '../random.ts'
import type { Pairs } from './co-membership.ts'
import type { TwoMode } from './two-mode.ts'

const BURN_IN = 10

export interface FdsmOptions { samples: number, trades: number }

export function fdsm ({ n, incidence, offsets, networks }: TwoMode, { i, j, shared }: Pairs, { samples, trades }: FdsmOptions, seed: number, context: Context): Float64Array {
  const random = createRandom(seed)
  const dealt = networks.slice()
  const members = Int32Array.from({ length: n }, (_, v) => v).filter(v => offsets[v] < offsets[v + 1])
  const mark = new Uint8Array(incidence.networks.length)
  const seats = new Int32Array(networks.length)
  const heldBy = new Int32Array(incidence.networks.length)
  const reached = new Int32Array(shared.length)
  for (let sample = 0; sample < samples; sample++) {
    context.check()
    context.progress(sample / samples)
    for (let trade = trades * members.length * (sample === 0 ? BURN_IN : 1); trade > 0 && members.length > 1; trade--) {
      const first = random.below(members.length)
      const second = (first + 1 + random.below(members.length - 1)) % members.length
      deal(dealt, offsets, members[first], members[second], mark, seats, random)
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

/** One trade, in place. `mark` is 0 everywhere before and after; `seats` has room for the networks of both. */
function deal (dealt: Int32Array, offsets: Int32Array, a: number, b: number, mark: Uint8Array, seats: Int32Array, random: Random): void {
  let count = 0
  for (let at = offsets[a]; at < offsets[a + 1]; at++) mark[dealt[at]] = 1
  for (let at = offsets[b]; at < offsets[b + 1]; at++) {
    if (mark[dealt[at]] === 1) mark[dealt[at]] = 2
    else seats[count++] = at
  }
  for (let at = offsets[a]; at < offsets[a + 1]; at++) {
    if (mark[dealt[at]] === 1) seats[count++] = at
    mark[dealt[at]] = 0
  }
  for (let last = count - 1; last > 0; last--) {
    const [one, other] = [seats[last], seats[random.below(last + 1)]]
    const network = dealt[one]
    dealt[one] = dealt[other]
    dealt[other] = network
  }
}
