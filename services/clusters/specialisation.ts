/**
 * Specialisation: which domains and sectors are more common among the members of a cluster than in the whole network.
 *
 * For each cluster and term: k of n members against K of N organisations; location quotient (k/n)/(K/N) with the Wilson
 * interval of k/n over K/N; hypergeometric tail p; Benjamini-Hochberg q over all clusters and terms with K >= TERM_SIZE_MIN.
 * Isolates belong to the background. A term of an organisation counts once.
 */
import { benjaminiHochberg } from '../analysis/statistics/benjamini-hochberg.ts'
import { hypergeometricTail } from '../analysis/statistics/hypergeometric.ts'
import type { Specialisation } from '../contract/cluster.ts'
import type { MultiCoded, Snapshot } from '../snapshot/snapshot.ts'
import { wilsonInterval } from './statistics/wilson.ts'
import { tallyMany } from './tally.ts'

/** Terms carried by fewer organisations are not tested: two carriers cannot be unusually common anywhere. */
export const TERM_SIZE_MIN = 3

/** Specialisations of each cluster, most surely common first. `clusters` holds the members of each. */
export function specialisations (snapshot: Snapshot, words: MultiCoded, clusters: number[][]): Specialisation[][] {
  const networkSize = snapshot.ids.length
  const everywhere = tallyMany(words, snapshot.ids.keys())
  const rows = clusters.map(members => describe(snapshot, words, everywhere, networkSize, members))
  const tested = rows.flat().filter(row => row.networkMembers >= TERM_SIZE_MIN)
  const q = benjaminiHochberg(tested.map(row => row.p))
  tested.forEach((row, i) => { row.q = q[i] })
  return rows.map(list => list.sort((a, b) => (a.q ?? 1) - (b.q ?? 1) || a.p - b.p || (b.locationQuotient ?? 0) - (a.locationQuotient ?? 0) || (a.code < b.code ? -1 : 1)))
}

function describe (snapshot: Snapshot, words: MultiCoded, everywhere: Int32Array, networkSize: number, members: number[]): Specialisation[] {
  const here = tallyMany(words, members)
  const countriesOf: Array<Set<number>> = words.values.map(() => new Set())
  for (const i of members) {
    for (let at = words.offsets[i]; at < words.offsets[i + 1]; at++) if (snapshot.country.codes[i] >= 0) countriesOf[words.codes[at]].add(snapshot.country.codes[i])
  }
  return words.values.map((code, term) => {
    const background = everywhere[term] / networkSize
    const interval = wilsonInterval(here[term], members.length)
    return {
      code,
      members: here[term],
      size: members.length,
      networkMembers: everywhere[term],
      networkSize,
      locationQuotient: background === 0 || members.length === 0 ? null : here[term] / members.length / background,
      lower: background === 0 || interval === null ? null : interval.lower / background,
      upper: background === 0 || interval === null ? null : interval.upper / background,
      p: hypergeometricTail(here[term], members.length, everywhere[term], networkSize),
      q: null,
      countries: countriesOf[term].size
    }
  })
}
