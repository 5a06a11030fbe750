/** How wide the columns and how high the rows of a sheet are: no program fits them to their text on its own when it opens a file. */
import type { Column } from '../document.ts'

/** Widths in digits of the sheet's type: a key has room, a sentence goes on in the next line. */
const WIDTH_LEAST = 8
const WIDTH_MOST = 60
/** Lines over which a head may be spread, what its button for filtering takes, and the blank at both sides of a cell with its indent. */
const HEAD_LINES = 3
const FILTER_BUTTON = 3
const PADDING = 3
/** Points: a line of ten-point type, and the highest row that Excel takes. */
const LINE_HEIGHT = 13
const HEIGHT_MAX = 409
/** A capital is wider than a digit, and so is bold type. */
const CAPITAL = 1.25
const BOLD = 1.1

/** `texts`: what its cells show. */
export function widthOf ({ head }: Column, texts: readonly string[]): number {
  const ofHead = BOLD * Math.max(longest(head.split(/\s/)), widthOfText(head) / HEAD_LINES) + FILTER_BUTTON
  return Math.min(Math.max(Math.ceil(Math.max(ofHead, longest(texts)) + PADDING), WIDTH_LEAST), WIDTH_MOST)
}

const longest = (texts: readonly string[]): number => texts.reduce((most, text) => Math.max(most, widthOfText(text)), 0)

const widthOfText = (text: string): number => text.length + (CAPITAL - 1) * (text.match(/\p{Lu}/gu)?.length ?? 0)

/** Of a row whose cells hold these texts, in columns as wide as given. */
export function heightOf (texts: readonly string[], widths: readonly number[], bold = false): number {
  const lines = texts.reduce((most, text, i) => Math.max(most, linesOf(text, (widths[i]! - PADDING) / (bold ? BOLD : 1))), 1)
  return Math.min(lines * LINE_HEIGHT, HEIGHT_MAX)
}

/** Word by word; a word wider than the column is broken. */
function linesOf (text: string, width: number): number {
  return text.split('\n').reduce((lines, paragraph) => {
    let used = 0
    let own = 1
    for (const word of paragraph.split(/\s/)) {
      const wide = widthOfText(word)
      if (used > 0 && used + 1 + wide > width) {
        own++
        used = 0
      }
      const more = Math.max(Math.ceil(wide / width) - 1, 0)
      own += more
      used += (used > 0 ? 1 : 0) + wide - more * width
    }
    return lines + own
  }, 0)
}
