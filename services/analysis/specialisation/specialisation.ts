/**
 * Specialisation: which terms, such as domains, are more common among the members of a group than in the whole network, and how surely.
 *
 * For each group and term, the evidence of term-evidence.ts; q by Benjamini and Hochberg over all groups and terms with TERM_SIZE_MIN carriers. And the log-odds of the
 * term in the group against all others, with a Dirichlet prior of `priorWeight` mentions spread as in the network:
 * ln[(y + a) / (n + a0 - y - a)] for the group less the same for the rest, a = a0 K / mentions; z = that / sqrt(1 / (y + a) + 1 / (rest + a)).
 * Isolates and nodes without a group belong to the background. O(groups x terms).
 * Sources: Benjamini & Hochberg 1995, J. R. Stat. Soc. B 57:289; Monroe, Colaresi & Quinn 2008, Polit. Anal. 16:372. Tested against scipy, R and an independent implementation.
 */
import { benjaminiHochberg } from '../statistics/benjamini-hochberg.ts'
import type { GroupTerms } from './group-terms.ts'
import { termEvidence, TERM_SIZE_MIN } from './term-evidence.ts'
import type { TermEvidence } from './term-evidence.ts'

export interface SpecialisationRow extends TermEvidence { group: number, term: number, members: number, q: number | null, logOdds: number, logOddsZ: number }

/** By group, the surest first, then by shrunk quotient. */
export function specialisation ({ counts, sizes, carriers }: GroupTerms, nodes: number, priorWeight: number): SpecialisationRow[] {
  const mentions = carriers.reduce((sum, count) => sum + count, 0)
  const rows = counts.flatMap((row, group) => {
    const own = row.reduce((sum, count) => sum + count, 0)
    return Array.from(row, (members, term): SpecialisationRow => ({
      group, term, members, ...termEvidence(members, sizes[group], carriers[term], nodes), q: null,
      ...logOdds({ here: members, all: own }, { here: carriers[term] - members, all: mentions - own }, priorWeight * carriers[term] / mentions, priorWeight)
    }))
  })
  const tested = rows.filter(({ term }) => carriers[term] >= TERM_SIZE_MIN)
  const q = benjaminiHochberg(tested.map(({ p }) => p))
  tested.forEach((row, i) => { row.q = q[i] })
  return rows.sort((a, b) => a.group - b.group || (a.q ?? 1) - (b.q ?? 1) || a.p - b.p || (b.shrunk ?? 0) - (a.shrunk ?? 0) || a.term - b.term)
}

interface Mentions { here: number, all: number }

/** NaN where a prior of all mentions leaves nothing beside the term, as with a single term. */
function logOdds (group: Mentions, rest: Mentions, prior: number, priorWeight: number): { logOdds: number, logOddsZ: number } {
  const odds = ({ here, all }: Mentions): number => (here + prior) / (all + priorWeight - here - prior)
  const difference = Math.log(odds(group)) - Math.log(odds(rest))
  if (!Number.isFinite(difference)) return { logOdds: NaN, logOddsZ: NaN }
  return { logOdds: difference, logOddsZ: difference / Math.sqrt(1 / (group.here + prior) + 1 / (rest.here + prior)) }
}
