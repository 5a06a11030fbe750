/**
 * The key that names are ordered and looked up by: lower case, without diacritics, one blank between words. Both stores
 * compare it character by character, so a list has one order everywhere.
 */

/** Letters that Unicode does not decompose into a base letter and a mark, and the sigma that only ends words. */
const UNDECOMPOSED: Record<string, string> = { ß: 'ss', ł: 'l', ø: 'o', æ: 'ae', œ: 'oe', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ς: 'σ' }

/**
 * "Łódź  Żeglarska" gives "lodz zeglarska". A key begins with the key of every beginning of the name. Characters beyond
 * U+FFFF (emoji, old scripts) all become U+FFFD: Neo4j orders some of them by UTF-16 unit and some by code point.
 */
export function nameKey (name: string): string {
  return name.normalize('NFKD').toLowerCase().replace(/[ßłøæœđðþıς]/g, letter => UNDECOMPOSED[letter] ?? letter)
    .normalize('NFKD').replace(/\p{M}/gu, '').replace(/[\u{10000}-\u{10FFFF}]/gu, '\uFFFD').replace(/\s+/g, ' ').trim()
}
