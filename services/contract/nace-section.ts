/** Sections of NACE Rev. 2 and the divisions they hold: a sector filter of C takes in 10, 10.1 and 10.11. */
const SECTIONS: ReadonlyArray<readonly [section: string, first: number, last: number]> = [
  ['A', 1, 3], ['B', 5, 9], ['C', 10, 33], ['D', 35, 35], ['E', 36, 39], ['F', 41, 43], ['G', 45, 47], ['H', 49, 53], ['I', 55, 56], ['J', 58, 63], ['K', 64, 66],
  ['L', 68, 68], ['M', 69, 75], ['N', 77, 82], ['O', 84, 84], ['P', 85, 85], ['Q', 86, 88], ['R', 90, 93], ['S', 94, 96], ['T', 97, 98], ['U', 99, 99]
]

/** Section letter of a code (10.11 -> C, C -> C); null if no section holds it. */
export function sectionOf (code: string): string | null {
  if (/^[A-U]$/.test(code)) return code
  const division = Number(code.slice(0, 2))
  return SECTIONS.find(([, first, last]) => division >= first && division <= last)?.[0] ?? null
}

/** First and last division of a section; null if there is no such section. */
export function divisionsOf (section: string): { first: number, last: number } | null {
  const found = SECTIONS.find(([letter]) => letter === section)
  return found === undefined ? null : { first: found[1], last: found[2] }
}

/** True if `code` is `sector` or lies in it. 10.1 holds 10.11; the section C holds both. */
export const isInSector = (code: string, sector: string): boolean =>
  /^[A-U]$/.test(sector) ? sectionOf(code) === sector : code.startsWith(sector)
