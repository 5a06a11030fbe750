/** How a table stands on a page that cannot scroll: its type, how wide its columns are, and in how many parts it is shown where they do not fit beside each other. */
import type { Cell, Column, Table } from './document.ts'
import { rowsOnPage } from './document.ts'

/** Points of type: as tables are set where there is room, and the smallest that print is read in. */
const SIZE = 8.5
export const SIZE_LEAST = 7
/** What a line of A4 between margins of 18 mm holds in type of SIZE, in characters. */
const CHARACTERS_A_LINE = 104
/** Beyond them a text goes on in the next line, and a word is broken. */
const TEXT_MAX = 40
const WORD_MAX = 18
/** What the blank between two columns takes. */
const BETWEEN = 3

/** `weights`: of its columns, in characters. `id` of a part after the first is one that no document has. */
export interface FittedTable extends Table { size: number, weights: number[] }

interface Width { wanted: number, least: number }

/**
 * Type shrinks to SIZE_LEAST, and columns of text to their longest words, before a table is shown in parts: each begins with the first column, and the last
 * has the note. No number of columns makes the type smaller or breaks words that are shorter than WORD_MAX.
 */
export function fitTable (table: Table): FittedTable[] {
  const rows = rowsOnPage(table)
  const widths = table.columns.map((column, i) => widthOf(column, rows.map(row => row[i]!)))
  const parts = partsOf(widths)
  return parts.map((places, part) => ({
    ...table,
    ...(parts.length > 1 && { id: part === 0 ? table.id : `${table.id}_${part + 1}`, caption: `${table.caption} (${part + 1}/${parts.length})`, note: part === parts.length - 1 ? table.note : undefined }),
    columns: places.map(i => table.columns[i]!),
    rows: table.rows.map(row => places.map(i => row[i]!)),
    ...fitted(places.map(i => widths[i]!))
  }))
}

/** A number, share or date stands on one line; a text has room for nine of ten of its cells. */
function widthOf ({ head, kind }: Column, cells: readonly Cell[]): Width {
  const lengths = cells.map(({ text }) => text.length).sort((a, b) => a - b)
  const wholeLine = kind === 'text' ? Math.min(lengths[Math.floor(lengths.length * 0.9)] ?? 0, TEXT_MAX) : lengths.at(-1) ?? 0
  const longestWord = [head, ...cells.map(({ text }) => text)].flatMap(text => text.split(' ')).reduce((most, word) => Math.max(most, word.length), 0)
  // "fairly steady 71 %" may go on in the next line, a number may not.
  const wraps = kind === 'text' || (kind === 'share' && cells.some(({ text }) => /\p{L}/u.test(text)))
  const least = Math.min(wraps ? longestWord : Math.max(longestWord, wholeLine), WORD_MAX)
  return { wanted: Math.max(least, wholeLine) + BETWEEN, least: least + BETWEEN }
}

const charactersAt = (size: number): number => CHARACTERS_A_LINE * SIZE / size
const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0)

/** Places of the columns of each part. */
function partsOf (widths: readonly Width[]): number[][] {
  const parts = [[0]]
  for (const i of widths.keys()) {
    if (i === 0) continue
    const part = parts.at(-1)!
    if (sumOf([...part, i].map(place => widths[place]!.least)) <= charactersAt(SIZE_LEAST)) part.push(i)
    else parts.push([0, i])
  }
  return parts
}

/** What is left of the line when every column has its least goes to those that want more. */
function fitted (widths: readonly Width[]): { size: number, weights: number[] } {
  const [wanted, least] = [sumOf(widths.map(width => width.wanted)), sumOf(widths.map(width => width.least))]
  const size = Math.min(Math.max(SIZE * CHARACTERS_A_LINE / wanted, SIZE_LEAST), SIZE)
  const given = wanted === least ? 1 : Math.min((charactersAt(size) - least) / (wanted - least), 1)
  return { size, weights: widths.map(width => width.least + given * (width.wanted - width.least)) }
}
