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

/** `value` is what XLSX and CSV hold (null: an empty cell); `text` what a reader sees: "66 %", "few", "not measured". */
export interface Cell { value: string | number | null, text: string, strong?: boolean, link?: string }

export interface Table {
  type: 'table'
  /** Unique in the document; names the sheet and the CSV file. */
  id: string
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
   * A whole <svg> element with viewBox, shapes and text only: no script, no style sheet, no foreign reference; fonts "Inter" and "Source Serif 4".
   * What can be pointed at in HTML has data-node="ID" (and data-href="#section" where it opens something); lines have data-ends="ID ID".
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
}

/** All tables of a document in reading order. */
export function tablesOf ({ sections }: Pick<Document, 'sections'>): Table[] {
  return sections.flatMap(section => [...section.blocks.filter(block => block.type === 'table'), ...tablesOf({ sections: section.sections ?? [] })])
}
