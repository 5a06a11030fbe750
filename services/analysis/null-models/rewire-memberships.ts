/**
 * Memberships shuffled at random: every network keeps its number of members and every organisation its number of networks, and nothing else is kept.
 *
 * A chain of trades between two networks drawn at random (curveball.ts). O(trades x size of a network).
 * Source: Strona et al. 2014, Nat. Commun. 5:4114. Tested against the enumeration of all tables.
 */
import type { Incidence } from '../../snapshot/snapshot.ts'
import type { Context } from '../context.ts'
import { createRandom } from '../random.ts'
import { createTrade } from './curveball.ts'

/** Trades for each network: the source finds tables fully mixed after about this many. */
const TRADES_PER_NETWORK = 5

export function rewireMemberships (incidence: Incidence, seed: number, context: Context): Incidence {
  const { networks, offsets } = incidence
  if (networks.length < 2) return incidence
  const random = createRandom(seed)
  const members = incidence.members.slice()
  const trade = createTrade(offsets, members, members.reduce((most, member) => Math.max(most, member + 1), 0))
  const trades = TRADES_PER_NETWORK * networks.length
  for (let i = 0; i < trades; i++) {
    if ((i & 0xfff) === 0) context.check()
    const first = random.below(networks.length)
    const second = random.below(networks.length)
    if (first !== second) trade(first, second, random)
  }
  for (let k = 0; k < networks.length; k++) members.subarray(offsets[k], offsets[k + 1]).sort()
  return { ...incidence, members }
}
