/**
 * A document as what it says, not as how it looks: one value from which every writer of this folder makes its file, so that
 * HTML, PDF, DOCX, XLSX and CSV hold the same words and numbers. Texts are plain: writers escape them, none may hold markup.
 * Nothing here knows what the document is about.
 */

/** A piece of running text. `link`: '#id' of a section or table of this document, or an https address. */
export interface Span { text: string, strong?: boolean, link?: string }
export type Line = readonly Span[]

export const COLUMN_KINDS = ['text', 'number', 'share', 'date'] as const
export interface Column {
  /** Name in CSV and XLSX: one word, the same in every language. */
  key: string
  head: string
  /** number and share stand at the right. share: the value is from 0 to 1 and shown in per cent. */
  kind: typeof COLUMN_KINDS[number]
}

/** What a reader sees in a cell where there is nothing to tell. */
export const NOTHING = '–'

/**
 * `value` is what XLSX and CSV hold, null where there is none (contentOf); `text` what a reader sees: "66 %", "few", "not measured".
 * `answers`: it is empty, for somebody to fill in; XLSX frames it and offers these, none: anything.
 */
export interface Cell { value: string | number | null, text: string, strong?: boolean, link?: string, answers?: readonly string[] }

export interface Table {
  type: 'table'
  /** Unique in the document. */
  id: string
  /** Of its sheet and its CSV file: two or three words in the document's language. */
  name: string
  caption: string
  columns: readonly Column[]
  rows: ReadonlyArray<readonly Cell[]>
  /** HTML, PDF and DOCX show this many rows and say how many there are; XLSX and CSV hold all. Absent: all everywhere. */
  rowsShown?: number
  note?: string
}

export interface Figure {
  type: 'figure'
  id: string
  caption: string
  /** What a reader who cannot see it should know: one or two sentences. */
  alt: string
  /**
   * A whole <svg> element with viewBox, shapes and text only (check-svg.ts lists them): no script, no style sheet or style attribute, no foreign
   * reference; font-family="Inter" or "'Source Serif 4'", the second in quotes of its own. It is drawn on light paper in every theme.
   * What can be pointed at in HTML has data-node="ID" (and data-href="#section" where it opens something); its <title> names it in the list of
   * nodes, else the id does. Lines have data-ends="ID ID".
   */
  svg: string
  /** half: two stand side by side where there is room. */
  width: 'full' | 'half'
  /** Id of the table that says the same. */
  table: string
  note?: string
  /** In HTML it can be zoomed, and its nodes pointed at, listed and opened. */
  interactive?: boolean
}

export type Block =
  | { type: 'paragraph', line: Line, tone: 'lead' | 'text' | 'caution' | 'small' }
  | { type: 'list', lines: readonly Line[], ordered: boolean }
  /** Key numbers, each with the words that make it mean something. */
  | { type: 'facts', facts: ReadonlyArray<{ value: string, text: string }> }
  /** Terms and what they mean. */
  | { type: 'definitions', entries: ReadonlyArray<{ term: string, meaning: Line }> }
  | Table
  | Figure

export interface Section {
  /** Unique in the document; '#id' links to it. */
  id: string
  title: string
  /** Above the title: a code, a verdict. */
  kicker?: string
  blocks: readonly Block[]
  sections?: readonly Section[]
  /** Begins on a page of its own in PDF and DOCX. */
  newPage?: boolean
  /** Closed at first in HTML: long tables at the end. */
  annex?: boolean
}

export interface Document {
  /** BCP 47: 'en', 'pl'. */
  language: string
  title: string
  subtitle: string
  /** Name of the file without its ending: letters, digits, hyphens. */
  fileName: string
  /** ISO 8601; comes from what the document is about, never from the clock: the same content is the same bytes. */
  createdAt: string
  /** Under the title: label and value, such as run, seed, period. With a cover they stand on a page of their own. */
  facts: ReadonlyArray<{ label: string, value: string }>
  cover: boolean
  /** Foot of every page: title and source in a few words. */
  footer: string
  sections: readonly Section[]
  /** Whose data it is and under which licence, one line for each source; writers put them at the end, tables files in a file of their own. */
  attribution: readonly string[]
  /** The words that writers add themselves, in the document's language. */
  words: Words
}

export interface Words {
  contents: string
  /** "{shown} of {all} rows; the others are in the XLSX and CSV files." */
  rowsShown: string
  table: string
  figure: string
  page: string
  sources: string
  /** Label of the button that shows the table of a figure. */
  asTable: string
  zoomIn: string
  zoomOut: string
  wholePicture: string
  /** Head of the list of what an interactive figure shows. */
  listOfNodes: string
  print: string
  /** First link of the HTML file, past the list of contents. Absent: the title of the first section. */
  skip?: string
  /** Name of the first sheet or file of tables, which says what they are. Absent: "About". */
  about?: string
  /** Said there where words stand for values: "{words} stands where a value is not told; an empty cell: nothing is recorded." Absent: nothing is said. */
  inPlaceOfValues?: string
  /** What a □ stands for, said at the end of a PDF that has some: a character that its fonts lack. Absent: nothing is said. */
  missingCharacters?: string
}

/** All blocks of a document in reading order. */
export function blocksOf ({ sections }: Pick<Document, 'sections'>): Block[] {
  return sections.flatMap(section => [...section.blocks, ...blocksOf({ sections: section.sections ?? [] })])
}

/** All tables of a document in reading order. */
export const tablesOf = (document: Pick<Document, 'sections'>): Table[] => blocksOf(document).filter(block => block.type === 'table')

/** All figures of a document in reading order. */
export const figuresOf = (document: Pick<Document, 'sections'>): Figure[] => blocksOf(document).filter(block => block.type === 'figure')

/** Left, top, width and height of a figure's drawing. */
export const viewBoxOf = (svg: string): number[] => /\sviewBox="([^"]*)"/.exec(svg)![1]!.trim().split(/\s+/).map(Number)

/** Rows of a table that a page shows; tables files hold all. */
export const rowsOnPage = ({ rows, rowsShown }: Table): ReadonlyArray<readonly Cell[]> => rowsShown === undefined ? rows : rows.slice(0, rowsShown)

/** What files of tables hold: the value, or the word that says why there is none, so that what was withheld is not taken for what is missing. null: an empty cell. */
export const contentOf = ({ value, text }: Cell): string | number | null => value ?? (isWordForValue({ value, text }) ? text : null)

export const isWordForValue = ({ value, text }: Cell): boolean => value === null && text !== NOTHING && text !== ''

/** What is said under a table that shows a part of its rows; null where it shows all. */
export function partShown ({ rows, rowsShown }: Table, words: Words): string | null {
  return rowsShown === undefined || rowsShown >= rows.length ? null : words.rowsShown.replace('{shown}', String(rowsShown)).replace('{all}', String(rows.length))
}

/** "Table 3" and "Figure 1": the number of each, by id. */
export function numbersOf (document: Pick<Document, 'sections'>): Map<string, number> {
  return new Map([tablesOf(document), figuresOf(document)].flatMap(blocks => blocks.map(({ id }, i): [string, number] => [id, i + 1])))
}
