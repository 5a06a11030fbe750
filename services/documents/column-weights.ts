/** How wide the columns of a table are on a page that cannot scroll, in characters. */
import type { Cell, Column, Table } from './document.ts'
import { rowsOnPage } from './document.ts'

/** Beyond them a text goes on in the next line, and a word is broken. */
const TEXT_MAX = 40
const WORD_MAX = 18
/** What the blank between two columns takes. */
const BETWEEN = 3

/** A number, share or date stands on one line; a text has room for nine of ten of its cells. */
export function columnWeights (table: Table): number[] {
  const rows = rowsOnPage(table)
  return table.columns.map((column, i) => weightOf(column, rows.map(row => row[i]!)))
}

function weightOf ({ head, kind }: Column, cells: readonly Cell[]): number {
  const lengths = cells.map(({ text }) => text.length).sort((a, b) => a - b)
  const wholeLine = kind === 'text' ? Math.min(lengths[Math.floor(lengths.length * 0.9)] ?? 0, TEXT_MAX) : lengths.at(-1) ?? 0
  const longestWord = [head, ...cells.map(({ text }) => text)].flatMap(text => text.split(' ')).reduce((most, word) => Math.max(most, word.length), 0)
  return Math.max(Math.min(longestWord, WORD_MAX), wholeLine) + BETWEEN
}
