/**
 * Which numbers of a comparison of declared and revealed priorities may be told.
 *
 * Organisations of a place, and those of them with a field, are told beside other places that they add up with: inner regions and what is left of the part they lie in, and the parts of
 * a group that is the whole network, whose carriers of a field the pages of clusters tell. So a small one takes another with it (suppress.ts), and what is left of a part, in no region
 * named, is such a number too. A number of organisations that is withheld takes all that it could be worked out from with it.
 */
import type { Comparison } from './declared-and-revealed.ts'
import { liesIn } from './report-group.ts'
import type { Report } from './report.ts'
import { suppressList } from './suppress.ts'

export interface ToldEvidence { size: boolean, members: boolean }

/** Of each comparison, by code of the field. `comparisons`: those of the parts of the group first, in their order. */
export function tellEvidence ({ group, numbers, query, loaded: { snapshot } }: Pick<Report, 'group' | 'numbers' | 'query' | 'loaded'>, comparisons: readonly Comparison[]): Array<Map<string, ToldEvidence>> {
  const below = query.suppressBelow
  const parts = group.parts.map((part, p) => ({ p, inner: comparisons.flatMap((each, k) => k >= group.parts.length && liesIn(each.part, part) ? [k] : []) }))
  const whole = group.members.length === snapshot.ids.length
  const sizes = numbers.matrix.map(row => row.reduce((sum, value) => sum + value, 0))
  const sizeOf = comparisons.map(({ rows }, k) => sizes[k] ?? rows.flatMap(({ evidence }) => evidence).at(0)?.size ?? 0)
  const sizeWithheld = comparisons.map((_, k) => numbers.told.rowTotals[k] ?? false)
  for (const { p, inner } of parts) {
    const list = withRest(sizeOf, p, inner, below)
    inner.forEach((k, i) => { sizeWithheld[k] = list[i] || sizeWithheld[p] })
  }
  const found = comparisons.map(() => new Map<string, ToldEvidence>())
  const codes = new Set(comparisons.flatMap(({ rows }) => rows.flatMap(({ evidence }) => evidence.map(({ code }) => code))))
  for (const code of codes) {
    const evidence = comparisons.map(({ rows }) => rows.flatMap(row => row.evidence).find(each => each.code === code))
    const members = evidence.map(each => each?.members ?? 0)
    const hidden = members.map(count => count > 0 && count < below)
    const also = (list: readonly boolean[], of: readonly number[]): void => of.forEach((k, i) => { hidden[k] ||= list[i] })
    if (whole) also(suppressList(group.parts.map((_, p) => members[p]), below).cells, [...group.parts.keys()])
    for (const { p, inner } of parts) {
      if (inner.length === 0 || evidence[p] === undefined || hidden[p]) continue
      also(withRest(members, p, inner, below), inner)
    }
    evidence.forEach((each, k) => { if (each !== undefined) found[k].set(code, { size: !sizeWithheld[k], members: !sizeWithheld[k] && !hidden[k] }) })
  }
  return found
}

/** Withheld of what lies in a part, beside what is left of it. */
const withRest = (values: readonly number[], p: number, inner: readonly number[], below: number): boolean[] =>
  suppressList([...inner.map(k => values[k]), values[p] - inner.reduce((sum, k) => sum + values[k], 0)], below).cells
