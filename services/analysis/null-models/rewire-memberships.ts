/**
 * Memberships shuffled at random: every network keeps its number of members and every organisation its number of networks, and nothing else is kept.
 *
 * A chain of trades: two networks, drawn at random, keep the members they share and deal the others out anew between them, each getting as many as it had. After enough trades every
 * membership table with these numbers is equally likely. O(trades x size of a network).
 * Source: Strona et al. 2014, Nat. Commun. 5:4114 (curveball); that it is uniform: Carstens 2015, Phys. Rev. E 91:042812. Tested against the enumeration of all tables.
 */
import type { Incidence } from '../../snapshot/snapshot.ts'
import type { Context } from '../context.ts'
import { createRandom, shuffle } from '../random.ts'
import type { Random } from '../random.ts'

/** Trades for each network: the source finds tables fully mixed after about this many. */
const TRADES_PER_NETWORK = 5

export function rewireMemberships (incidence: Incidence, seed: number, context: Context): Incidence {
  const { networks, offsets } = incidence
  if (networks.length < 2) return incidence
  const random = createRandom(seed)
  const members = incidence.members.slice()
  const row = (k: number): Int32Array => members.subarray(offsets[k], offsets[k + 1])
  const trades = TRADES_PER_NETWORK * networks.length
  for (let i = 0; i < trades; i++) {
    if ((i & 0xfff) === 0) context.check()
    const first = random.below(networks.length)
    const second = random.below(networks.length)
    if (first !== second) trade(row(first), row(second), random)
  }
  return { ...incidence, members }
}

/** Rows ascend, before and after. */
function trade (first: Int32Array, second: Int32Array, random: Random): void {
  const inSecond = new Set(second)
  const inFirst = new Set(first)
  const shared = first.filter(member => inSecond.has(member))
  const pool = Int32Array.of(...first.filter(member => !inSecond.has(member)), ...second.filter(member => !inFirst.has(member)))
  shuffle(pool, random)
  const mine = first.length - shared.length
  first.set(Int32Array.of(...shared, ...pool.subarray(0, mine)).sort())
  second.set(Int32Array.of(...shared, ...pool.subarray(mine)).sort())
}
