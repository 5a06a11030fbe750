/** How text becomes search terms: one spelling for all the ways a name is typed. */
import { foldDigraphs, foldName } from '../contract/fold-name.ts'

/** Words of a query that are looked at: no name needs more, and each costs a walk through the index. */
export const QUERY_TERMS_MAX = 12

/** C.A.R.M.E.N. is looked for as CARMEN, e.V. as eV. */
const INITIALS = /(?:\p{L}\.){2,}/gu

/** "Århus", "Aarhus" and "aarhus" give "arhus"; "München", "Muenchen" and "MUNCHEN" give "munchen". */
export const foldSearch = (text: string): string => foldDigraphs(foldName(text.replace(INITIALS, initials => `${initials.replaceAll('.', '')} `))).replace(/aa/g, 'a')

export const searchTerms = (text: string): string[] => foldSearch(text).split(' ').filter(term => term !== '')

/** Typing mistakes allowed in a word: none in short words and in numbers, one from four letters on, two from eight. */
export function mistakesAllowed (term: string): number {
  if (/\d/.test(term) || term.length < 4) return 0
  return term.length < 8 ? 1 : 2
}
