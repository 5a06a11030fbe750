/** The document as report.typ reads it: numbered, with column widths, and with no character that its fonts lack. */
import { readFileSync } from 'node:fs'
import type { Block, Cell, Document, Figure, Line, Section, Span } from '../document.ts'
import { numbersOf, partShown, rowsOnPage, viewBoxOf } from '../document.ts'
import { fitTable } from '../fit-table.ts'
import type { FittedTable } from '../fit-table.ts'
import { INTER_FILES, SERIF_FILES, SYMBOLS_FILES } from '../fonts.ts'
import { onOneLine, withTexts } from '../plain-text.ts'
import { charactersOf } from './glyphs.ts'

const INTER = charactersOf(readFileSync(INTER_FILES[0]))
const SERIF = charactersOf(readFileSync(SERIF_FILES[0]))
const SYMBOLS = charactersOf(readFileSync(SYMBOLS_FILES[0]))

/** Stands for a character that none of the fonts has; PDF/UA-1 allows no text without a glyph. */
const MISSING = '□'
/** Joiners, direction marks, variation selectors: shown as nothing in any font. */
const SHOWN_AS_NOTHING = /\p{Default_Ignorable_Code_Point}/u

/** Letters without a blank after which a word may be broken anywhere: no word of a European language is longer. */
const WORD_MAX = 30
/** Letters between two places where such a word may be broken. */
const BREAK_EVERY = 8
const LONG_WORD = new RegExp(`\\S{${WORD_MAX + 1},}`, 'g')
const ZERO_WIDTH_SPACE = '\u200B'

/** Points: the height that is left on a page for a picture with its caption and note. */
const PICTURE_HEIGHT = 640
const PAGE_WIDTH = 493
const HALF_WIDTH = (PAGE_WIDTH - 20) / 2

/** A table up to this size stands on one page: it takes a fourth of one at most, and would be hard to read in two parts. */
export const WHOLE_ROWS_MAX = 8
export const WHOLE_LETTERS_MAX = 1500

/** Letters of two lines: a heading with no more than these under it stands with what follows them. */
export const LEADING_LETTERS_MAX = 190

interface Reading { numbers: ReadonlyMap<string, number>, words: Document['words'], picture: (svg: string) => string }

export function pdfContent (original: Document): object {
  let missing = false
  const shown = (text: string, characters: ReadonlyArray<ReadonlySet<number>>): string => {
    const withMarks = withGlyphs(text, characters)
    missing ||= withMarks !== text
    return withMarks
  }
  const document = withTexts(original, text => breakable(shown(onOneLine(text).normalize('NFC'), [INTER, SERIF, SYMBOLS])))
  const picture = (svg: string) => shown(svg, svg.includes('Source Serif 4') ? [INTER, SERIF, SYMBOLS] : [INTER, SYMBOLS])
  const sections = document.sections.map(section => sectionContent(section, { numbers: numbersOf(document), words: document.words, picture }))
  const { title, subtitle, facts, cover, footer, attribution, words } = document
  return {
    title, subtitle, facts, cover, footer, attribution, words, sections,
    language: document.language.split('-')[0],
    createdAt: dateContent(new Date(document.createdAt)),
    missing: missing ? words.missingCharacters ?? null : null
  }
}

const dateContent = (date: Date) => ({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), hour: date.getUTCHours(), minute: date.getUTCMinutes(), second: date.getUTCSeconds() })

function withGlyphs (text: string, characters: ReadonlyArray<ReadonlySet<number>>): string {
  // What is within ASCII needs no look at the fonts.
  if (/^[ -~]*$/.test(text)) return text
  return Array.from(text, character => SHOWN_AS_NOTHING.test(character) || character < ' ' || characters.some(has => has.has(character.codePointAt(0)!)) ? character : MISSING).join('')
}

/** Words that no line could hold get places where they may be broken. */
function breakable (text: string): string {
  if (text.length <= WORD_MAX) return text
  return text.replace(LONG_WORD, word => Array.from(word).reduce((broken, character, i) => broken + (i > 0 && i % BREAK_EVERY === 0 ? ZERO_WIDTH_SPACE : '') + character, ''))
}

function sectionContent ({ id, title, kicker, blocks, sections = [], newPage = false }: Section, reading: Reading): object {
  const shown = withAfter(inPairs(blocks))
  return {
    id, title, ...(kicker !== undefined && { kicker }), newPage,
    blocks: shown.flatMap(({ block, after }, i) => leads(shown.slice(0, i + 1).map(({ block }) => block), i + 1 < shown.length, sections.length > 0) ? { ...blockContent(block, reading), leads: true } : blockContent(block, reading, after)),
    sections: sections.map(section => sectionContent(section, reading))
  }
}

/** Whether the last of these blocks of a section stands on the page of what follows it: a title of its own, or the end of the line or two that are all there is since the heading. */
function leads (blocks: ReadonlyArray<Block | [Figure, Figure]>, hasNext: boolean, hasSections: boolean): boolean {
  const block = blocks.at(-1)!
  if (!isParagraph(block)) return false
  if (hasNext && block.line.every(({ strong }) => strong === true)) return true
  return (hasNext || hasSections) && blocks.every(isParagraph) && lettersOf(blocks.flatMap(({ line }) => line)) <= LEADING_LETTERS_MAX
}

const lettersOf = (spans: ReadonlyArray<Pick<Span, 'text'>>): number => spans.reduce((sum, { text }) => sum + text.length, 0)

/** Two half-width pictures in a row stand side by side. */
function inPairs (blocks: readonly Block[]): Array<Block | [Figure, Figure]> {
  const found: Array<Block | [Figure, Figure]> = []
  for (let i = 0; i < blocks.length; i++) {
    const [block, next] = [blocks[i]!, blocks[i + 1]]
    if (isHalf(block) && isHalf(next)) {
      found.push([block, next])
      i++
    } else found.push(block)
  }
  return found
}

/** Small words right after a table or picture stand close under it, on the same page. */
function withAfter (blocks: ReadonlyArray<Block | [Figure, Figure]>): Array<{ block: Block | [Figure, Figure], after?: Line }> {
  return blocks.flatMap((block, i) => {
    const next = blocks[i + 1]
    if (isSmall(block) && isTableOrFigure(blocks[i - 1])) return []
    return [isTableOrFigure(block) && isSmall(next) ? { block, after: next.line } : { block }]
  })
}

type Paragraph = Extract<Block, { type: 'paragraph' }>
const isParagraph = (block: Block | [Figure, Figure] | undefined): block is Paragraph => block !== undefined && !Array.isArray(block) && block.type === 'paragraph'
const isSmall = (block: Block | [Figure, Figure] | undefined): block is Paragraph => isParagraph(block) && block.tone === 'small'
const isTableOrFigure = (block: Block | [Figure, Figure] | undefined): boolean => block !== undefined && !Array.isArray(block) && (block.type === 'table' || block.type === 'figure')
const isHalf = (block: Block | undefined): block is Figure => block?.type === 'figure' && block.width === 'half'

function blockContent (block: Block | [Figure, Figure], reading: Reading, after?: Line): object | object[] {
  const close = after === undefined ? {} : { after: lineContent(after) }
  if (Array.isArray(block)) return { type: 'pair', figures: block.map(figure => figureContent(figure, HALF_WIDTH, reading)) }
  switch (block.type) {
    case 'paragraph': return { ...block, line: lineContent(block.line) }
    case 'list': return { ...block, lines: block.lines.map(lineContent) }
    case 'definitions': return { ...block, entries: block.entries.map(({ term, meaning }) => ({ term, meaning: lineContent(meaning) })) }
    case 'facts': return block
    case 'table': return fitTable(block).map((part, i, parts) => ({ ...tableContent(part, reading.numbers.get(block.id)!, reading), ...(i === parts.length - 1 && close) }))
    case 'figure': return { ...figureContent(block, PAGE_WIDTH, reading), ...close }
  }
}

const lineContent = (line: Line): object[] => line.map(spanContent)

function spanContent ({ text, strong = false, link }: Span | Cell): object {
  return { text, ...(strong && { strong }), ...(link !== undefined && (link.startsWith('#') ? { to: link.slice(1) } : { url: link })) }
}

/** A picture as wide as the page, unless it would then be higher than one. */
function figureContent ({ id, caption, alt, svg, note }: Figure, width: number, { numbers, picture }: Reading): object {
  const [, , across, down] = viewBoxOf(svg)
  const height = down / across * width
  return { type: 'figure', id, caption, alt, svg: picture(svg), number: numbers.get(id), height: height > PICTURE_HEIGHT ? PICTURE_HEIGHT : null, ...(note !== undefined && { note }) }
}

function tableContent (table: FittedTable, number: number, { words }: Reading): object {
  const rows = rowsOnPage(table)
  const part = partShown(table, words)
  return {
    type: 'table', id: table.id, caption: table.caption, number, size: table.size, whole: rows.length <= WHOLE_ROWS_MAX && lettersOf(rows.flat()) <= WHOLE_LETTERS_MAX,
    columns: table.columns.map(({ head, kind }, i) => ({ head, kind, weight: table.weights[i] })),
    rows: rows.map(row => row.map(spanContent)),
    ...(part !== null && { part }),
    ...(table.note !== undefined && { note: table.note })
  }
}
