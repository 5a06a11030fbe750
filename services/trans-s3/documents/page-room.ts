/** How much room blocks take on a page of the PDF, in points: an estimate from their letters, with which a document of a fixed number of pages is filled. */
import type { Block } from '../../documents/document.ts'
import { fitTable } from '../../documents/fit-table.ts'

/** Of A4 between its margins, as report.typ has them. */
export const PAGE_ROOM = 723
/** Letters of a line and its height, for each kind of text in report.typ. */
const TEXT = { letters: 95, line: 13.5, between: 3 }
const LEAD = { letters: 74, line: 17, between: 8 }
const SMALL = { letters: 116, line: 10.2, between: 6 }
const ITEM = { letters: 96, line: 13.5, between: 1.5 }
/** The first line of a cell and each further one at a size of type of 1, and what stands above and below them. */
const CELL = { first: 0.73, line: 1.18, between: 8.4 }
/** Letters of a table's line at 8.5 points, and of the blank between two columns. */
const TABLE = { letters: 104 * 8.5, blank: 2, around: 36 }
/** A heading of the first and second level with the blank above and below. */
export const HEADING_ROOM = 46
export const SUBHEADING_ROOM = 33

/** Word by word, as lines are filled; a word that is longer than a line goes on in the next. */
function lines (text: string, letters: number): number {
  let [count, filled] = [1, 0]
  for (const { length } of text.split(' ')) {
    if (filled > 0 && filled + 1 + length > letters) {
      count++
      filled = 0
    }
    filled += length + (filled > 0 ? 1 : 0)
    count += Math.floor((filled - 1) / letters)
    filled = filled > letters ? filled % letters : filled
  }
  return count
}
const textOf = (line: ReadonlyArray<{ text: string }>): string => line.map(({ text }) => text).join('')
export const roomOfText = (text: string, { letters, line, between }: typeof TEXT): number => lines(text, letters) * line + between

export const roomOf = (blocks: readonly Block[]): number => blocks.reduce((sum, block) => sum + roomOfBlock(block), 0)

function roomOfBlock (block: Block): number {
  switch (block.type) {
    case 'paragraph': return roomOfText(textOf(block.line), block.tone === 'small' ? SMALL : block.tone === 'lead' ? LEAD : TEXT) + (block.tone === 'caution' ? 6 : 0)
    case 'list': return block.lines.reduce((sum, line) => sum + roomOfText(textOf(line), ITEM), 2)
    case 'table': return roomOfTable(block)
    default: throw new Error(`What a block of the type ${block.type} takes is not known.`)
  }
}

function roomOfTable (table: Extract<Block, { type: 'table' }>): number {
  return fitTable(table).reduce((sum, { columns, rows, size, weights, note }) => {
    const all = weights.reduce((total, weight) => total + weight, 0)
    const letters = weights.map(weight => Math.max(1, TABLE.letters / size * weight / all - TABLE.blank))
    const height = (cells: ReadonlyArray<{ text: string }>): number => ((Math.max(...cells.map(({ text }, i) => lines(text, letters[i]!))) - 1) * CELL.line + CELL.first) * size + CELL.between
    return sum + TABLE.around + height(columns.map(({ head }) => ({ text: head }))) + rows.reduce((total, row) => total + height(row), 0) + (note === undefined ? 0 : roomOfText(note, SMALL))
  }, 0)
}
