/**
 * Codes of classifications as spans of NACE Rev. 2 classes, so that a division of an organisation is found in an industry of a table.
 *
 * A span runs from the first class to the last, written as numbers: 10.1 is 1010 to 1019, division 10 is 1000 to 1099, section C 1000 to 3399.
 * ISIC Rev. 4 has the same sections and divisions as NACE Rev. 2. Codes of ISIC Rev. 3, such as OECD's C15T16FOD of 2016, are not read: their numbers mean other things.
 */
import { divisionsOf, sectionOf } from '../../contract/nace-section.ts'

export interface Span { first: number, last: number }

/** One code: a section; a division or group, its section before it or not; a part of a division that a letter tells apart (C24A). */
const ONE = '[A-U]?\\d{2,3}[A-E]?|[A-U]'
const RANGE = new RegExp(`^(${ONE})(?:[T-](${ONE}))?$`)

/** Of an industry's code: C, A01, C10T12, C10-C12, A01_02, M69_M70, D35T39, C302T309, RTU. Null where it is none. */
export function spansOfIndustry (code: string): Span[] | null {
  const spans: Span[] = []
  for (const part of code.split(/[_+]/)) {
    const [, from, to = from] = RANGE.exec(part) ?? []
    const first = from === undefined ? null : spanOf(from)
    const last = to === undefined ? null : spanOf(to)
    if (first === null || last === null || last.last < first.first) return null
    spans.push({ first: first.first, last: last.last })
  }
  return spans
}

/** Of one code of NACE Rev. 2, as organisations have it (C, 10, 10.1, 10.11), or as an industry does (C10, C24A). Null where the classification has no such division. */
export function spanOf (code: string): Span | null {
  const [, section = '', digits = ''] = /^([A-U]?)([\d.]*)[A-E]?$/.exec(code) ?? []
  const divisions = divisionsOf(section)
  if (digits === '') return divisions === null ? null : { first: divisions.first * 100, last: divisions.last * 100 + 99 }
  const number = digits.replace('.', '')
  const holder = sectionOf(number)
  if (holder === null || (section !== '' && section !== holder)) return null
  return { first: Number(number.padEnd(4, '0')), last: Number(number.padEnd(4, '9')) }
}

export const overlap = (a: Span, b: Span): boolean => a.first <= b.last && b.first <= a.last
