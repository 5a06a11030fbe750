/** Numbers as people, files and addresses write them: decimal digits, a point, an exponent. One pattern for all of them. */
import type { z } from 'zod'
import { preprocess } from 'zod'

const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?$/
const ONLY_ZEROS = /^[+-]?[0.]+([eE]|$)/

/**
 * The number a text says, blanks at its ends aside; NaN where it is none: empty, hexadecimal (0x10), with a unit, or beyond what a double holds.
 * A number other than 0 that a double could only hold as 0 (1e-999) is NaN too: it would pass as "nothing".
 */
export function readDecimal (text: string): number {
  const trimmed = text.trim()
  if (!DECIMAL.test(trimmed)) return NaN
  const number = Number(trimmed)
  return Number.isFinite(number) && (number !== 0 || ONLY_ZEROS.test(trimmed)) ? number : NaN
}

/** A number that comes as text, as in an address: read as decimal, then checked; what is no decimal is refused as the text it is. */
export const decimal = <Schema extends z.ZodType>(schema: Schema) => preprocess(value => {
  if (typeof value !== 'string') return value
  const number = readDecimal(value)
  return Number.isNaN(number) ? value : number
}, schema)
