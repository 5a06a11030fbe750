/**
 * Partner score v1: a shortlist of organisations to introduce to one, each with what speaks for it.
 *
 * S = .35 fit + .25 complementarity + .25 reach + .15 capability, each part from 0 to 1:
 * fit: mean over the terms of the one of the proximity phi (specialisation/relatedness.ts; 1 for the same term) of the candidate's term nearest to it.
 * complementarity: over the terms i the one lacks, or the one it aims at, the mean of sum of phi_ij over terms j that the candidate has and the one lacks,
 * over the sum of phi_ij over all terms j: what the candidate would add near them. Terms related to nothing do not count.
 * reach: place of the candidate among all not linked to it, by their share of a walk that starts anew at it (rooted PageRank), (midrank - 1/2) / number;
 * 0 where the walk does not come.
 * capability: share of the terms wanted that the candidate has.
 * A part without its input (no terms, no links, nothing wanted) is NaN; the weights of the others are scaled to 1, and `weightKnown` is what they were
 * in sum: below 1, the score says less. Left out: who is linked to it already and, where asked, who is in the same group or in none.
 *
 * The weights are judgement, not measurement, and have been validated nowhere. Undirected. O(m) an iteration for each organisation asked for.
 * Sources: this project's definition, version 1; Hidalgo et al. 2007 (phi); Balland & Boschma 2021, Reg. Stud. 55:1059 (complementarity, adapted).
 * Tested by definition on small networks.
 */
import type { Csr, MultiCoded } from '../../snapshot/snapshot.ts'
import { percentiles } from '../brokerage/bridge-score.ts'
import type { Context } from '../context.ts'
import { walkFrom } from './link-scores.ts'
import type { Relatedness } from '../specialisation/relatedness.ts'

export const PARTNER_WEIGHTS = { fit: 0.35, complementarity: 0.25, reach: 0.25, capability: 0.15 } as const
export type PartnerPart = keyof typeof PARTNER_WEIGHTS
const PARTS = Object.keys(PARTNER_WEIGHTS) as PartnerPart[]

export interface Partner extends Record<PartnerPart, number> {
  candidate: number
  score: number
  weightKnown: number
  /** The part that adds most to the score. */
  reason: PartnerPart | 'none'
}

export interface PartnerInput { graph: Csr, terms: MultiCoded, groups: Int32Array, related: Relatedness }
/** Codes of terms. `aim`: -1, all that it lacks. `acrossGroups`: only organisations of another, known group. */
export interface PartnerWishes { aim: number, wanted: number[], acrossGroups: boolean }

/** All candidates for `of`, best first; equals in the order of nodes. Candidates of whom nothing is known are not among them. */
export function partnersFor ({ graph, terms, groups, related }: PartnerInput, of: number, { aim, wanted, acrossGroups }: PartnerWishes, context: Context): Partner[] {
  const termsOf = (v: number): Int32Array => terms.codes.subarray(terms.offsets[v], terms.offsets[v + 1])
  const own = new Set(termsOf(of))
  const linked = new Set(graph.targets.subarray(graph.offsets[of], graph.offsets[of + 1]))
  const reach = reachFrom(graph, of, linked, context)
  const rows = Array.from(own, i => proximityTo(i, related))
  const added = addedRelatedness(own, related, aim)
  const partners: Partner[] = []
  for (let v = 0; v < graph.n; v++) {
    if (v === of || linked.has(v) || (acrossGroups && (groups[v] === groups[of] || groups[v] < 0 || groups[of] < 0))) continue
    const theirs = termsOf(v)
    const bothHaveTerms = own.size > 0 && theirs.length > 0
    const partner = rate(v,
      bothHaveTerms ? rows.reduce((sum, row) => sum + (row[nearestTerm(row, theirs)] ?? 0), 0) / rows.length : NaN,
      bothHaveTerms ? theirs.reduce((sum, j) => sum + added(j), 0) : NaN,
      reach[v],
      wanted.length === 0 || theirs.length === 0 ? NaN : wanted.filter(term => theirs.includes(term)).length / wanted.length)
    if (partner.weightKnown > 0) partners.push(partner)
  }
  return partners.sort((a, b) => b.score - a.score || b.weightKnown - a.weightKnown || a.candidate - b.candidate)
}

/** A loop without intermediate lists: it runs for every organisation of a network. */
function rate (candidate: number, fit: number, complementarity: number, reach: number, capability: number): Partner {
  const partner: Partner = { candidate, fit, complementarity, reach, capability, score: NaN, weightKnown: 0, reason: 'none' }
  let [sum, most] = [0, 0]
  for (const part of PARTS) {
    if (Number.isNaN(partner[part])) continue
    const worth = PARTNER_WEIGHTS[part] * partner[part]
    partner.weightKnown += PARTNER_WEIGHTS[part]
    sum += worth
    if (worth > most) [most, partner.reason] = [worth, part]
  }
  partner.score = sum / partner.weightKnown
  return partner
}

function reachFrom (graph: Csr, of: number, linked: ReadonlySet<number>, context: Context): Float64Array {
  if (graph.offsets[of] === graph.offsets[of + 1]) return new Float64Array(graph.n).fill(NaN)
  // In single precision, so that those as near as each other have one rank whatever order their sums were taken in.
  const shares = walkFrom(graph, of, context).map(Math.fround)
  const reachable = Array.from(shares.keys()).filter(v => v !== of && shares[v] > 0 && !linked.has(v))
  return percentiles(shares, reachable).map((place, v) => shares[v] === 0 ? 0 : place)
}

/** Proximity of every term to term i: 1 of itself. */
export function proximityTo (i: number, { proximity, total }: Pick<Relatedness, 'proximity' | 'total'>): Float64Array {
  const row = new Float64Array(total.length)
  for (const [j, phi] of proximity[i]) row[j] = phi
  row[i] = 1
  return row
}

/** The term among `theirs` nearest by such a row, the first of equals; -1 where none has to do with it. */
export function nearestTerm (row: Float64Array, theirs: Int32Array): number {
  let nearest = -1
  for (let at = 0; at < theirs.length; at++) if (row[theirs[at]] > (nearest < 0 ? 0 : row[nearest])) nearest = theirs[at]
  return nearest
}

/** What one term of a candidate adds to its complementarity. NaN where no term aimed at is related to anything. */
export function addedRelatedness (own: ReadonlySet<number>, { proximity, total }: Relatedness, aim: number): (term: number) => number {
  const aims = (aim < 0 ? Array.from(total.keys()).filter(i => !own.has(i)) : [aim]).filter(i => total[i] > 0)
  // Each term of a candidate adds the same to any: what it is worth is summed once.
  const worth = new Float64Array(total.length)
  for (const i of aims) for (const [j, phi] of proximity[i]) if (!own.has(j)) worth[j] += phi / total[i]
  return term => aims.length === 0 ? NaN : worth[term] / aims.length
}
