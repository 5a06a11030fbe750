/**
 * The key that names are ordered and looked up by: lower case, without diacritics, one blank between words. Both stores
 * compare it by code point, so a list has one order everywhere.
 */

/** Letters that Unicode does not decompose into a base letter and a mark. */
const UNDECOMPOSED: Record<string, string> = { ß: 'ss', ł: 'l', ø: 'o', æ: 'ae', œ: 'oe', đ: 'd', ð: 'd', þ: 'th', ı: 'i' }

/** "Łódź  Żeglarska" gives "lodz zeglarska". A key begins with the key of every beginning of the name. */
export function nameKey (name: string): string {
  return name.toLowerCase().replace(/[ßłøæœđðþı]/g, letter => UNDECOMPOSED[letter] ?? letter)
    .normalize('NFKD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ').trim()
}
