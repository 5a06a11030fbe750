/** How many members of each group carry each term, and where a group is specialised: what this family is computed from. */
import type { MeasureInput } from '../algorithm.ts'

/** Terms compared with each other; beyond it the rarer are left out and counted: pairs of terms are a square, and a thousand make half a million. */
export const TERMS_MAX = 1000

export interface GroupTerms {
  groupNames: readonly string[]
  termNames: string[]
  /** Members of group g that carry term t: counts[g][t]. A term of an organisation counts once. */
  counts: Float64Array[]
  /** Members of each group, with or without terms. */
  sizes: Float64Array
  /** Organisations that carry each term, those without a group included. */
  carriers: Float64Array
  /** Terms of each organisation, as places in termNames. */
  ofNode: number[][]
  termsLeftOut: number
}

export function groupTerms ({ graph, groups, groupNames, terms }: Pick<MeasureInput, 'graph' | 'groups' | 'groupNames' | 'terms'>): GroupTerms {
  const all = new Float64Array(terms.values.length)
  for (const code of terms.codes) all[code]++
  const kept = Array.from(all.keys()).sort((a, b) => all[b] - all[a] || a - b).slice(0, TERMS_MAX).sort((a, b) => a - b)
  const place = new Int32Array(all.length).fill(-1)
  kept.forEach((code, t) => { place[code] = t })
  const counts = groupNames.map(() => new Float64Array(kept.length))
  const sizes = new Float64Array(groupNames.length)
  const ofNode = Array.from({ length: graph.n }, (_, v) => Array.from(terms.codes.subarray(terms.offsets[v], terms.offsets[v + 1]), code => place[code]).filter(t => t >= 0))
  ofNode.forEach((list, v) => {
    if (groups[v] < 0) return
    sizes[groups[v]]++
    for (const t of list) counts[groups[v]][t]++
  })
  return { groupNames, termNames: kept.map(code => terms.values[code]), counts, sizes, carriers: Float64Array.from(kept, code => all[code]), ofNode, termsLeftOut: all.length - kept.length }
}

/**
 * 1 where a term's share of all mentions of terms in the group is at least its share over all groups, else 0: revealed comparative advantage of at least 1.
 * Mentions, not members, so that a group whose members state many terms is not specialised in everything. A term of no group, and a group without terms: 0.
 * Source: Balassa 1965, Manch. Sch. 33:99.
 */
export function specialisedIn ({ counts, termNames }: GroupTerms): Uint8Array[] {
  const ofGroup = counts.map(row => row.reduce((sum, count) => sum + count, 0))
  const ofTerm = termNames.map((_, t) => counts.reduce((sum, row) => sum + row[t], 0))
  const mentions = ofGroup.reduce((sum, count) => sum + count, 0)
  // Whole numbers multiplied across, so that a quotient of exactly 1 is not lost in rounding.
  return counts.map((row, g) => Uint8Array.from(row, (count, t) => Number(count > 0 && count * mentions >= ofGroup[g] * ofTerm[t])))
}
