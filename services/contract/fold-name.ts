/** Folding of names: what is left when case, diacritics and punctuation are taken away, so that two spellings can be compared. */

/** Letters that Unicode does not decompose into a base letter and a mark. */
const UNDECOMPOSED: Record<string, string> = { ß: 'ss', ł: 'l', ø: 'o', æ: 'ae', œ: 'oe', đ: 'd', ð: 'd', þ: 'th', ı: 'i' }

/** "Łódź" and "LODZ" give "lodz"; anything but letters and digits becomes one space. */
export function foldName (text: string): string {
  return text.toLowerCase().replace(/[ßłøæœđðþı]/g, letter => UNDECOMPOSED[letter] ?? letter)
    .normalize('NFKD').replace(/\p{M}/gu, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}

/** German and Danish digraphs taken back to one letter: "muenchen" and "munchen" meet. Takes and gives folded text. */
export const foldDigraphs = (folded: string): string => folded.replace(/ae/g, 'a').replace(/oe/g, 'o').replace(/ue/g, 'u')
