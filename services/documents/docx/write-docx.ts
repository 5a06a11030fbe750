/**
 * The document for Word and its kin: real headings and captions, a list of contents, tables whose heads are repeated, pictures as SVG
 * with their alternative text. What the library takes from the clock or by chance is replaced, so that the same document is the same file.
 */
import {
  AlignmentType, BorderStyle, Bookmark, Document as DocxFile, ExternalHyperlink, Footer, HeadingLevel, ImageRun, InternalHyperlink, LevelFormat, LineRuleType, Packer, PageNumber, PageReference, Paragraph, ShadingType, Tab, Table as DocxTable,
  TableCell, TableLayoutType, TableRow, TabStopType, TextRun, WidthType
} from 'docx'
import type { IParagraphOptions, ParagraphChild } from 'docx'
import type { Block, Cell, Column, Document, Figure, Line, Section, Span, Table } from '../document.ts'
import { figuresOf, numbersOf, partShown, rowsOnPage, viewBoxOf } from '../document.ts'
import { fitTable } from '../fit-table.ts'
import type { FittedTable } from '../fit-table.ts'
import { onOneLine, withTexts } from '../plain-text.ts'
import { zipAgain } from '../zip.ts'
import { drawPng } from './draw-png.ts'

/** Typefaces that every office has, with Polish, Baltic and Nordic letters: a file for editing cannot rely on embedded ones. */
const SERIF = 'Georgia'
const SANS = 'Arial'
const INK = '17202A'
const INK_2 = '46515E'
const INK_3 = '5C6673'
const RULE = 'D8D2C5'
const AMBER = '8A4B00'

/** Twentieths of a point: A4 with margins of 18 mm. */
const PAGE = { width: 11906, height: 16838 }
const MARGIN = 1021
const TEXT_WIDTH = PAGE.width - 2 * MARGIN
/** Pixels, 96 to the inch. */
const FULL_WIDTH = Math.floor(TEXT_WIDTH / 15)
const HALF_WIDTH = Math.floor(FULL_WIDTH * 0.62)
const HEIGHT_MAX = 820

/** As deep as HTML and PDF list them. */
const CONTENTS_LEVELS = 2
const HEADINGS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4]

/** Points of type in a table where there is room. */
const TABLE_SIZE = 8

/** Pixels of a PNG for one of the page: a sharp print wants more, but two hundred pictures have to fit into a file. */
const PNG_SCALE = 1.3

interface Picture { width: number, height: number, png: Buffer }
interface Writing { document: Document, numbers: ReadonlyMap<string, number>, pictures: ReadonlyMap<string, Picture>, lists: { count: number } }
type Child = Paragraph | DocxTable

export async function writeDocx (original: Document): Promise<Buffer> {
  const document = withTexts(original, onOneLine)
  const pictures = new Map<string, Picture>()
  for (const figure of figuresOf(document)) pictures.set(figure.id, await pictureOf(figure))
  const writing: Writing = { document, numbers: numbersOf(document), pictures, lists: { count: 0 } }
  const file = new DocxFile({
    title: document.title,
    subject: document.subtitle,
    creator: 'Amber Road',
    lastModifiedBy: 'Amber Road',
    styles: STYLES(document.language, document.cover),
    numbering: { config: [{ reference: 'numbers', levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1', alignment: AlignmentType.START, style: { paragraph: { indent: { left: 400, hanging: 400 } }, run: { color: INK_3 } } }] }] },
    sections: [{
      properties: { titlePage: document.cover, page: { size: PAGE, margin: { top: MARGIN, bottom: 1250, left: MARGIN, right: MARGIN, footer: 560 } } },
      footers: { default: footer(document), ...(document.cover && { first: new Footer({ children: [new Paragraph({})] }) }) },
      children: [...head(document), ...document.sections.flatMap(section => sectionOf(writing, section, 0)), ...sources(document)]
    }]
  })
  const written = await Packer.toBuffer(file)
  return withoutChance(written, document.createdAt)
}

const CONTENTS_LINE = { rightTabStop: TEXT_WIDTH }

/** Without a cover it is a page or two, which a wider typeface than that of the PDF must not make four. */
const STYLES = (language: string, cover: boolean) => {
  const heading = (size: number, before: number, after: number) => ({ run: { font: SERIF, size, bold: true, color: INK }, paragraph: { spacing: { before, after }, keepNext: true } })
  return {
    default: {
      document: { run: { font: SERIF, size: cover ? 20 : 17, color: INK, language: { value: language } }, paragraph: { spacing: { after: cover ? 140 : 60, line: cover ? 300 : 250, lineRule: LineRuleType.AUTO } } },
      title: { run: { font: SERIF, size: cover ? 72 : 44, bold: true, color: INK }, paragraph: { spacing: { after: cover ? 240 : 120, line: 240, lineRule: LineRuleType.AUTO } } },
      heading1: cover ? heading(44, 480, 200) : heading(32, 240, 100), heading2: cover ? heading(28, 400, 140) : heading(24, 200, 60), heading3: heading(23, 320, 120), heading4: heading(20, 280, 100),
      caption: { run: { font: SANS, size: 17, bold: true, color: INK_2 }, paragraph: { spacing: { before: 280, after: 100, line: 240, lineRule: LineRuleType.AUTO }, keepNext: true } }
    },
    paragraphStyles: [
      { id: 'Lead', name: 'Lead', basedOn: 'Normal', run: { size: cover ? 25 : 21, color: INK_2 } },
      { id: 'Small', name: 'Small', basedOn: 'Normal', run: { font: SANS, size: 16, color: INK_3 }, paragraph: { spacing: { before: 80, after: 160, line: 240, lineRule: LineRuleType.AUTO } } },
      { id: 'Contents1', name: 'Contents 1', basedOn: 'Normal', run: { bold: true }, paragraph: { ...CONTENTS_LINE, spacing: { before: 120, after: 40 } } },
      { id: 'Contents2', name: 'Contents 2', basedOn: 'Normal', paragraph: { ...CONTENTS_LINE, indent: { left: 280 }, spacing: { after: 40 } } },
      { id: 'Kicker', name: 'Kicker', basedOn: 'Normal', run: { font: SANS, size: 19, color: INK_2 }, paragraph: { spacing: { after: 40 }, keepNext: true } },
      { id: 'Caution', name: 'Caution', basedOn: 'Normal', paragraph: { indent: { left: 200 }, border: { left: { style: BorderStyle.SINGLE, size: 18, color: AMBER, space: 8 } } } },
      { id: 'Term', name: 'Term', basedOn: 'Normal', run: { font: SANS, size: 18, bold: true }, paragraph: { spacing: { before: 160, after: 0 }, keepNext: true } },
      { id: 'Cell', name: 'Cell', basedOn: 'Normal', run: { font: SANS, size: 2 * TABLE_SIZE }, paragraph: { spacing: { before: 40, after: 40, line: 240, lineRule: LineRuleType.AUTO } } }
    ]
  }
}

function footer ({ title, footer }: Document): Footer {
  const run = { font: SANS, size: 16, color: INK_3 }
  return new Footer({
    children: [new Paragraph({
      tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }], spacing: { line: 240, lineRule: LineRuleType.AUTO }, border: { top: { style: BorderStyle.SINGLE, size: 4, color: RULE, space: 6 } },
      children: [new TextRun({ ...run, text: `${title} · ${footer}` }), new TextRun({ ...run, bold: true, color: INK, children: [new Tab(), PageNumber.CURRENT] })]
    })]
  })
}

function head ({ title, subtitle, facts, cover, words, sections }: Document): Child[] {
  const about = facts.map(({ label, value }) => new Paragraph({ style: 'Small', spacing: { before: 0, after: 60 }, children: [new TextRun({ text: `${label}: ` }), new TextRun({ text: value, bold: true, color: INK })] }))
  const named = [new Paragraph({ heading: HeadingLevel.TITLE, spacing: { before: cover ? 2400 : 0 }, children: [new TextRun(title)] }), new Paragraph({ style: 'Lead', spacing: { after: cover ? 2400 : 200 }, children: [new TextRun(subtitle)] }), ...about]
  if (!cover) return named
  return [...named, new Paragraph({ style: 'Kicker', pageBreakBefore: true, children: [new TextRun({ text: words.contents, bold: true, size: 32, font: SERIF, color: INK })] }), ...contents(sections, 1)]
}

/**
 * Links with the page of each, as fields of their own: LibreOffice counts their pages when it opens the file, which it does not in a table of contents,
 * and Word when its reader agrees to update them, which it asks. To work the pages out here, as docx/layout does, takes longer than all the rest.
 */
function contents (sections: readonly Section[], level: number): Child[] {
  if (level > CONTENTS_LEVELS) return []
  return sections.flatMap(({ id, title, sections = [] }) => [
    new Paragraph({
      style: `Contents${level}`,
      children: [new InternalHyperlink({ anchor: id, children: [new TextRun({ children: [title, new Tab()] }), new PageReference(id, { hyperlink: true })] })]
    }),
    ...contents(sections, level + 1)
  ])
}

function sectionOf (writing: Writing, { id, title, kicker, blocks, sections = [], newPage = false }: Section, level: number): Child[] {
  const above = kicker === undefined ? [] : [new Paragraph({ style: 'Kicker', pageBreakBefore: newPage, children: [new TextRun(kicker)] })]
  return [
    ...above,
    new Paragraph({ heading: HEADINGS[level]!, pageBreakBefore: newPage && kicker === undefined, ...(kicker !== undefined && { spacing: { before: 0 } }), children: [new Bookmark({ id, children: [new TextRun(title)] })] }),
    ...blocks.flatMap(block => blockOf(writing, block)),
    ...sections.flatMap(section => sectionOf(writing, section, level + 1))
  ]
}

function blockOf (writing: Writing, block: Block): Child[] {
  switch (block.type) {
    case 'paragraph': return [new Paragraph({ ...STYLE_OF_TONE[block.tone], children: runs(block.line) })]
    case 'list': return listOf(writing, block.lines, block.ordered)
    case 'facts': return block.facts.map(({ value, text }) => new Paragraph({ border: { top: { style: BorderStyle.SINGLE, size: 4, color: RULE, space: 4 } }, children: [new TextRun({ text: value, bold: true, size: 30 }), new TextRun({ text: `  ${text}`, color: INK_2 })] }))
    case 'definitions': return block.entries.flatMap(({ term, meaning }) => [new Paragraph({ style: 'Term', children: [new TextRun(term)] }), new Paragraph({ children: runs(meaning) })])
    case 'table': return fitTable(block).flatMap(part => tableOf(writing, part, writing.numbers.get(block.id)!))
    case 'figure': return figureOf(writing, block, writing.numbers.get(block.id)!)
  }
}

const STYLE_OF_TONE: Readonly<Record<'lead' | 'text' | 'caution' | 'small', IParagraphOptions>> = { lead: { style: 'Lead' }, text: {}, caution: { style: 'Caution' }, small: { style: 'Small' } }

/** Each ordered list counts from 1. */
function listOf ({ lists, document }: Writing, lines: readonly Line[], ordered: boolean): Child[] {
  const instance = ++lists.count
  return lines.map(line => new Paragraph({ ...(ordered ? { numbering: { reference: 'numbers', level: 0, instance } } : { bullet: { level: 0 } }), spacing: { after: document.cover ? 80 : 30 }, children: runs(line) }))
}

const runs = (line: Line): ParagraphChild[] => line.map(span => run(span))

function run ({ text, strong = false, link }: Span | Cell, size?: number): ParagraphChild {
  if (link === undefined) return new TextRun({ text, bold: strong, size })
  const children = [new TextRun({ text, bold: strong, size, underline: { color: INK_3 } })]
  return link.startsWith('#') ? new InternalHyperlink({ anchor: link.slice(1), children }) : new ExternalHyperlink({ link, children })
}

function caption (word: string, number: number, { id, caption }: Table | Figure): Paragraph {
  return new Paragraph({ style: 'Caption', children: [new Bookmark({ id, children: [new TextRun({ text: `${word} ${number}. `, color: INK }), new TextRun(caption)] })] })
}

const note = (text: string): Paragraph => new Paragraph({ style: 'Small', children: [new TextRun(text)] })

function tableOf ({ document: { words } }: Writing, table: FittedTable, number: number): Child[] {
  const { weights } = table
  const size = Math.floor(2 * Math.min(table.size, TABLE_SIZE))
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const columnWidths = weights.map(weight => Math.floor(TEXT_WIDTH * weight / sum))
  const part = partShown(table, words)
  const headRow = new TableRow({ tableHeader: true, cantSplit: true, children: table.columns.map((column, i) => cellOf({ value: null, text: column.head }, column, columnWidths[i]!, size, true)) })
  const rows = rowsOnPage(table).map(row => new TableRow({ cantSplit: true, children: row.map((cell, i) => cellOf(cell, table.columns[i]!, columnWidths[i]!, size, false)) }))
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const hairline = { style: BorderStyle.SINGLE, size: 4, color: RULE }
  return [
    caption(words.table, number, table),
    new DocxTable({
      rows: [headRow, ...rows], columnWidths, width: { size: columnWidths.reduce((total, width) => total + width, 0), type: WidthType.DXA }, layout: TableLayoutType.FIXED,
      borders: { top: none, left: none, right: none, insideVertical: none, insideHorizontal: hairline, bottom: hairline }
    }),
    ...[part, table.note].filter(text => text !== null && text !== undefined).map(note),
    ...(part === null && table.note === undefined ? [new Paragraph({ style: 'Small', children: [] })] : [])
  ]
}

/** `size` in half points. */
function cellOf (cell: Cell, { kind }: Column, width: number, size: number, isHead: boolean): TableCell {
  const right = kind === 'number' || kind === 'share'
  return new TableCell({
    width: { size: width, type: WidthType.DXA }, margins: { left: 60, right: 60 },
    ...(isHead && { shading: { type: ShadingType.CLEAR, fill: 'F6F4EF', color: 'auto' } }),
    children: [new Paragraph({ style: 'Cell', ...(right && { alignment: AlignmentType.RIGHT }), children: [isHead ? new TextRun({ text: cell.text, bold: true, color: INK_2, size }) : run(cell, size)] })]
  })
}

/** As wide as the page, unless it would then be higher than one. */
async function pictureOf ({ svg, width }: Figure): Promise<Picture> {
  const [, , across, down] = viewBoxOf(svg)
  const scale = Math.min((width === 'full' ? FULL_WIDTH : HALF_WIDTH) / across, HEIGHT_MAX / down)
  const size = { width: Math.round(across * scale), height: Math.round(down * scale) }
  return { ...size, png: await drawPng(svg, Math.round(size.width * PNG_SCALE)) }
}

function figureOf (writing: Writing, figure: Figure, number: number): Child[] {
  const { id, alt, caption: title, svg, note: said } = figure
  const { png, ...transformation } = writing.pictures.get(id)!
  const image = new ImageRun({ type: 'svg', data: Buffer.from(svg), fallback: { type: 'png', data: png }, transformation, altText: { id: String(number), name: id, title, description: alt } })
  return [
    caption(writing.document.words.figure, number, figure),
    new Paragraph({ keepNext: said !== undefined, children: [image] }),
    ...(said === undefined ? [] : [note(said)])
  ]
}

function sources ({ attribution, words }: Document): Child[] {
  return [new Paragraph({ style: 'Term', spacing: { before: 600 }, children: [new TextRun(words.sources)] }), ...attribution.map(note)]
}

/** What the library draws by chance (ids of links) or counts from its first document on (ids of bookmarks). */
const LIBRARY_IDS = [
  /(?<=(?:r:id|Id)="rId)[a-z0-9_-]{21}(?=")/g,
  /(?<=(?:w:anchor="|w:name="|PAGEREF )_Toc)\d+(?=[" ])/g,
  /(?<=<w:bookmark(?:Start|End)\b[^>]*\sw:id=")\d+(?=")/g
]

/** Dates of the package are those of the document, and ids are counted from 1 in each. */
function withoutChance (archive: Buffer, createdAt: string): Buffer {
  const ids = new Map<string, string>()
  const counted = (id: string): string => ids.get(id) ?? ids.set(id, id.length === 21 ? `Link${ids.size + 1}` : String(ids.size + 1)).get(id)!
  const time = new Date(createdAt).toISOString().replace(/\.\d+Z$/, 'Z')
  return zipAgain(archive, (name, bytes) => {
    if (!/\.(xml|rels)$/.test(name)) return bytes
    const text = Buffer.from(bytes).toString('utf8')
    if (name === 'docProps/core.xml') return Buffer.from(text.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, (_, tag: string) => tag + time))
    return Buffer.from(LIBRARY_IDS.reduce((changed, pattern) => changed.replace(pattern, counted), text))
  })
}
