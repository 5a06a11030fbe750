/**
 * How likely a pair shares as many networks as it does, by three models of chance. Each gives P(shared >= what is recorded) for each pair.
 *
 * fixedRow: an organisation joins as many networks as it does, any of them alike (hypergeometric); exact, and blind to the size of networks.
 * sdsm: memberships and sizes hold on average (bipartite configuration model, then the Poisson-binomial distribution); exact, weak on small data.
 * Both in classes of equal numbers. O(pairs) and O(pairs of classes x networks x most shared). For the third, where both hold exactly, see fdsm.ts.
 *
 * Sources: Neal 2013, Soc. Netw. Anal. Min. 3:915 (fixed row); Neal 2014, Soc. Networks 39:84 (stochastic degree sequence model).
 * Tested against scipy on the Southern Women of Davis, Gardner & Gardner 1941.
 */
import type { Context } from '../context.ts'
import { hypergeometricTail } from '../statistics/hypergeometric.ts'
import { poissonBinomialTails } from '../statistics/poisson-binomial.ts'
import { bipartiteConfiguration } from './bipartite-configuration.ts'
import type { Pairs } from './co-membership.ts'
import { membershipCounts, networkSizes } from './two-mode.ts'
import type { TwoMode } from './two-mode.ts'

export function fixedRow (affiliations: TwoMode, { i, j, shared }: Pairs): Float64Array {
  const counts = membershipCounts(affiliations)
  const networks = affiliations.incidence.networks.length
  return Float64Array.from(shared, (count, pair) => hypergeometricTail(count, counts[i[pair]], counts[j[pair]], networks))
}

/** `deviation`: how far an expected number of memberships is from the recorded one; above 1e-10, memberships left too little freedom. */
export function sdsm (affiliations: TwoMode, { i, j, shared }: Pairs, context: Context): { p: Float64Array, deviation: number } {
  const { classOf, probabilities, networkCounts, deviation } = bipartiteConfiguration(membershipCounts(affiliations), networkSizes(affiliations.incidence), context)
  const classes = probabilities.length
  const most = new Map<number, number>()
  const keys = Float64Array.from(shared, (_, pair) => Math.min(classOf[i[pair]], classOf[j[pair]]) * classes + Math.max(classOf[i[pair]], classOf[j[pair]]))
  shared.forEach((count, pair) => most.set(keys[pair], Math.max(count, most.get(keys[pair]) ?? 0)))
  const tails = new Map<number, Float64Array>()
  for (const [key, count] of most) {
    context.check()
    context.progress(tails.size / most.size)
    tails.set(key, poissonBinomialTails(bothIn(probabilities[Math.floor(key / classes)], probabilities[key % classes], networkCounts), count))
  }
  return { p: Float64Array.from(shared, (count, pair) => (tails.get(keys[pair]) as Float64Array)[count]), deviation }
}

/** The chance that both are in it, for each network. */
function * bothIn (first: Float64Array, second: Float64Array, networkCounts: Int32Array): Generator<number> {
  for (let c = 0; c < networkCounts.length; c++) for (let network = 0; network < networkCounts[c]; network++) yield first[c] * second[c]
}
