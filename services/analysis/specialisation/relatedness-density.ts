/**
 * Relatedness density: how near a term is to what a group is specialised in already; and complementarity: what a partner group would add to that.
 *
 * density of term i in group r = 100 sum_j M_rj phi_ij / sum_j phi_ij, with M_rj = 1 where r is specialised in j and phi the proximity of terms (relatedness.ts): 100, all that is
 * related is there. Added by s, for i that r is not specialised in: the same sum over what s has and r has not. It has a direction: what s adds to r is not what r adds to s.
 * NaN for a term that is related to none. Density O(groups x related pairs), complementarity O(groups^2 x related pairs).
 * Sources: Balland et al. 2019, Reg. Stud. 53:1252; complementarity after Balland & Boschma 2021, Reg. Stud. 55:1059, in this project's own form. Tested against numpy.
 */
import { UNWATCHED } from '../context.ts'
import type { Context } from '../context.ts'
import type { Relatedness } from './relatedness.ts'

/** By group and term. */
export const relatednessDensity = (specialised: Uint8Array[], { proximity, total }: Relatedness): Float64Array[] =>
  specialised.map(own => Float64Array.from(proximity, (row, i) => 100 * sumOver(row, own) / total[i]))

export interface Complementarity { receiver: number, giver: number, /** Mean over the terms the receiver is not specialised in; NaN where there is none. */ mean: number, /** What is added near each of those terms. */ added: Array<{ term: number, share: number }> }

/** Every ordered pair of groups. `added` holds the `listed` terms to which the giver adds most, without those to which it adds nothing. */
export function complementarity (specialised: Uint8Array[], { proximity, total }: Relatedness, listed: number, context: Context = UNWATCHED): Complementarity[] {
  return specialised.flatMap((own, receiver) => {
    const missing = Array.from(total.keys()).filter(i => own[i] === 0 && total[i] > 0)
    return specialised.flatMap((other, giver) => {
      if (giver === receiver) return []
      context.check()
      context.progress((receiver * specialised.length + giver) / specialised.length ** 2)
      const brought = other.map((has, j) => has === 1 && own[j] === 0 ? 1 : 0)
      const added = missing.map(term => ({ term, share: 100 * sumOver(proximity[term], brought) / total[term] }))
      return [{
        receiver, giver, mean: added.length === 0 ? NaN : added.reduce((sum, { share }) => sum + share, 0) / added.length,
        added: added.filter(({ share }) => share > 0).sort((a, b) => b.share - a.share || a.term - b.term).slice(0, listed)
      }]
    })
  })
}

/** Of the proximity to terms that are marked 1. */
function sumOver (row: ReadonlyMap<number, number>, marked: Uint8Array): number {
  let sum = 0
  for (const [j, phi] of row) if (marked[j] === 1) sum += phi
  return sum
}
