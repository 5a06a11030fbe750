/**
 * Specialisation: which domains and sectors are more common among the members of a cluster than in the whole network.
 *
 * For each cluster and term: k of n members against K of N organisations; location quotient (k/n)/(K/N) with the Wilson
 * interval of k/n over K/N; hypergeometric tail p; Benjamini-Hochberg q over all clusters and terms with K >= TERM_SIZE_MIN.
 * Isolates belong to the background. A term of an organisation counts once.
 */
import type { Specialisation } from '../contract/cluster.ts'
import type { MultiCoded, Snapshot } from '../snapshot/snapshot.ts'
import { benjaminiHochberg } from '../analysis/statistics/benjamini-hochberg.ts'
import { termEvidence, TERM_SIZE_MIN } from '../analysis/specialisation/term-evidence.ts'
import { tallyMany } from './tally.ts'

/** With the quotient that ranks terms of equal p: one member of one proves little. */
interface Described { row: Specialisation, shrunk: number }

/** Specialisations of each cluster, most surely common first. `clusters` holds the members of each. */
export function specialisations (snapshot: Snapshot, words: MultiCoded, clusters: number[][]): Specialisation[][] {
  const networkSize = snapshot.ids.length
  const everywhere = tallyMany(words, snapshot.ids.keys())
  const rows = clusters.map(members => describe(snapshot, words, everywhere, networkSize, members))
  const tested = rows.flat().map(({ row }) => row).filter(row => row.networkMembers >= TERM_SIZE_MIN)
  const q = benjaminiHochberg(tested.map(row => row.p))
  tested.forEach((row, i) => { row.q = q[i] })
  return rows.map(list => list.sort((a, b) => (a.row.q ?? 1) - (b.row.q ?? 1) || a.row.p - b.row.p || b.shrunk - a.shrunk || (a.row.code < b.row.code ? -1 : 1)).map(({ row }) => row))
}

function describe (snapshot: Snapshot, words: MultiCoded, everywhere: Int32Array, networkSize: number, members: number[]): Described[] {
  const here = tallyMany(words, members)
  const countriesOf: Array<Set<number>> = words.values.map(() => new Set())
  for (const i of members) {
    for (let at = words.offsets[i]; at < words.offsets[i + 1]; at++) if (snapshot.country.codes[i] >= 0) countriesOf[words.codes[at]].add(snapshot.country.codes[i])
  }
  return words.values.map((code, term) => {
    const { shrunk, ...evidence } = termEvidence(here[term], members.length, everywhere[term], networkSize)
    const row = { code, members: here[term], size: members.length, networkMembers: everywhere[term], networkSize, ...evidence, q: null, countries: countriesOf[term].size }
    return { row, shrunk: shrunk ?? 0 }
  })
}
