/**
 * CSV as RFC 4180 has it: commas, CRLF, cells with a comma, quote or line end in quotes. A text cell that a spreadsheet would run as a
 * formula (first character = + - @, tab, CR, LF or a full-width twin of the four) gets an apostrophe before it; numbers are left alone.
 */
export type CsvCell = string | number | boolean | null

/** Read by Excel as "this is UTF-8"; Gephi and most programs take the file without it. */
export const BYTE_ORDER_MARK = '\uFEFF'
/** Behind apostrophes too, so that the guard can be told from one that was there. */
const STARTS_FORMULA = /^'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/

/** Text that no spreadsheet runs. */
export const guardFormula = (text: string): string => STARTS_FORMULA.test(text) ? `'${text}` : text

/** The text that was guarded. */
export const unguardFormula = (text: string): string => text.startsWith('\'') && STARTS_FORMULA.test(text) ? text.slice(1) : text

export const csvLine = (cells: readonly CsvCell[]): string => cells.map(csvCell).join(',') + '\r\n'

function csvCell (cell: CsvCell): string {
  if (cell === null) return ''
  if (typeof cell !== 'string') return Object.is(cell, -0) ? '0' : String(cell)
  const text = guardFormula(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
