/**
 * A match list: the partner score (analysis/prediction/partner-score.ts) of every candidate with the numbers that each part comes from.
 *
 * The percentile of a part is the candidate's place among all that the score rates, before any filter, (midrank - 1/2) / number. Reasons are read off the same terms and
 * links as the score, so that they add up to it: fit is the mean of the proximities, complementarity the sum of what the terms add.
 * Undirected. O(m) an iteration of the walk. Tested by hand and against the score.
 */
import { percentiles } from '../analysis/brokerage/bridge-score.ts'
import type { Context } from '../analysis/context.ts'
import { addedRelatedness, nearestTerm, PARTNER_WEIGHTS, partnersFor, proximityTo } from '../analysis/prediction/partner-score.ts'
import type { Partner, PartnerInput, PartnerPart } from '../analysis/prediction/partner-score.ts'
import { stepsFrom } from './steps-from.ts'

export const PARTNER_PARTS = Object.keys(PARTNER_WEIGHTS) as PartnerPart[]

export interface MatchReasons {
  /** For each term of the one who asks the nearest of the candidate's, nearest first; terms related to none of them are left out. */
  fit: Array<{ own: number, theirs: number, proximity: number }>
  /** Terms the one lacks, by what they add. */
  complementarity: Array<{ term: number, adds: number }>
  reach: { steps: number, first: number }
  /** Of the wanted terms those it has. */
  capability: number[]
}

export interface Matches {
  /** Best first. */
  ranked: Partner[]
  /** Place of the candidate in each part, NaN where it has no value. */
  percentilesFor: (candidate: number) => Record<PartnerPart, number>
  reasonsFor: (candidate: number) => MatchReasons
  /** Links on the shortest route, -1: out of reach. */
  steps: Int32Array
}

export function matchPartners (input: PartnerInput, of: number, wanted: number[], context: Context): Matches {
  const { graph, terms, related } = input
  const rated = partnersFor(input, of, { aim: -1, wanted, acrossGroups: false }, context)
  const { steps, first } = stepsFrom(graph, of)
  const termsOf = (v: number): Int32Array => terms.codes.subarray(terms.offsets[v], terms.offsets[v + 1])
  const own = new Set(termsOf(of))
  const rows = Array.from(own, i => ({ i, row: proximityTo(i, related) }))
  const added = addedRelatedness(own, related, -1)
  return {
    ranked: rated,
    percentilesFor: percentilesOf(rated, graph.n),
    steps,
    reasonsFor: v => {
      const theirs = termsOf(v)
      return {
        fit: rows.map(({ i, row }) => ({ own: i, theirs: nearestTerm(row, theirs), row })).filter(({ theirs }) => theirs >= 0)
          .map(({ own, theirs, row }) => ({ own, theirs, proximity: row[theirs] })).sort((a, b) => b.proximity - a.proximity || a.own - b.own),
        complementarity: own.size === 0 ? [] : Array.from(theirs, term => ({ term, adds: added(term) })).filter(({ adds }) => adds > 0).sort((a, b) => b.adds - a.adds || a.term - b.term),
        reach: { steps: steps[v], first: first[v] },
        capability: wanted.filter(term => theirs.includes(term))
      }
    }
  }
}

function percentilesOf (rated: Partner[], n: number): Matches['percentilesFor'] {
  const places = PARTNER_PARTS.map(part => {
    const values = new Float64Array(n).fill(NaN)
    for (const partner of rated) values[partner.candidate] = partner[part]
    return percentiles(values, rated.filter(partner => !Number.isNaN(partner[part])).map(({ candidate }) => candidate))
  })
  return candidate => Object.fromEntries(PARTNER_PARTS.map((part, at) => [part, places[at][candidate]])) as Record<PartnerPart, number>
}
