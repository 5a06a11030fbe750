/** What every writer relies on, looked at once before any of them starts. */
import { svgProblem } from './check-svg.ts'
import type { Block, Document, Line, Section, Table } from './document.ts'
import { blocksOf, figuresOf, rowsOnPage, tablesOf } from './document.ts'
import {
  CELLS_MAX, CELLS_ON_PAGES_MAX, COLUMNS_MAX, DocumentTooLarge, FIGURE_BYTES_MAX, FIGURES_BYTES_MAX, FIGURES_MAX, ROWS_MAX, SECTION_LEVELS_MAX, TABLES_MAX, TEXT_MAX
} from './limits.ts'

const ID = /^[A-Za-z][A-Za-z0-9-]*$/
const FILE_NAME = /^[A-Za-z0-9][A-Za-z0-9-]{0,119}$/
const COLUMN_KEY = /^[A-Za-z][A-Za-z0-9_]*$/
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/

/**
 * Throws an Error where a document contradicts itself (an id twice, a link to nothing, a row with too few cells): whoever made it has
 * made a mistake. Throws DocumentTooLarge where it holds more than a file can (limits.ts).
 */
export function checkDocument (document: Document): void {
  const tables = tablesOf(document)
  checkSize(document, tables)
  if (!FILE_NAME.test(document.fileName)) throw new Error(`The file name "${document.fileName}" may hold letters, digits and hyphens alone.`)
  if (!LANGUAGE.test(document.language)) throw new Error(`"${document.language}" is no language tag.`)
  if (Number.isNaN(Date.parse(document.createdAt))) throw new Error(`"${document.createdAt}" is no time.`)
  if (document.sections.length === 0) throw new Error('The document has no section.')
  checkIds(document)
  tables.forEach(checkTable)
  checkFigures(document, new Set(tables.map(({ id }) => id)))
  checkLinks(document, tables)
}

function checkSize (document: Document, tables: readonly Table[]): void {
  const figures = figuresOf(document)
  const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)
  const atMost = (what: string, found: number, most: number) => {
    if (found > most) throw new DocumentTooLarge(`${what}: ${found}, more than the ${most} that a document may have. Choose fewer regions, countries or clusters, or a shorter template.`)
  }
  atMost('Tables', tables.length, TABLES_MAX)
  atMost('Figures', figures.length, FIGURES_MAX)
  for (const { id, svg } of figures) atMost(`Bytes of figure ${id}`, svg.length, FIGURE_BYTES_MAX)
  atMost('Bytes of figures', sum(figures.map(({ svg }) => svg.length)), FIGURES_BYTES_MAX)
  for (const { id, rows, columns } of tables) {
    atMost(`Columns of table ${id}`, columns.length, COLUMNS_MAX)
    atMost(`Rows of table ${id}`, rows.length, ROWS_MAX)
  }
  atMost('Cells of tables', sum(tables.map(({ rows, columns }) => rows.length * columns.length)), CELLS_MAX)
  atMost('Cells on pages', sum(tables.map(table => rowsOnPage(table).length * table.columns.length)), CELLS_ON_PAGES_MAX)
  atMost('Levels of sections', levels(document.sections), SECTION_LEVELS_MAX)
}

const levels = (sections: readonly Section[]): number => sections.length === 0 ? 0 : 1 + Math.max(...sections.map(section => levels(section.sections ?? [])))

const sectionsOf = (sections: readonly Section[]): Section[] => sections.flatMap(section => [section, ...sectionsOf(section.sections ?? [])])

/** Ids of sections, tables and figures share one room, as they do in an HTML page; so do the ids inside figures. */
function checkIds (document: Document): void {
  const seen = new Set<string>()
  const ids = [...sectionsOf(document.sections), ...tablesOf(document), ...figuresOf(document)].map(({ id }) => id)
  for (const id of ids) if (!ID.test(id)) throw new Error(`"${id}" is no id: a letter, then letters, digits and hyphens.`)
  for (const id of [...ids, ...figuresOf(document).flatMap(({ svg }) => [...svg.matchAll(/\sid="([^"]*)"/g)].map(match => match[1]!))]) {
    if (seen.has(id)) throw new Error(`The id "${id}" stands twice.`)
    seen.add(id)
  }
}

function checkTable ({ id, columns, rows, rowsShown }: Table): void {
  const keys = columns.map(({ key }) => key)
  if (columns.length === 0) throw new Error(`Table ${id} has no column.`)
  for (const key of keys) if (!COLUMN_KEY.test(key)) throw new Error(`Table ${id}: "${key}" is no key of a column.`)
  if (new Set(keys).size < keys.length) throw new Error(`Table ${id} has two columns with one key.`)
  if (rowsShown !== undefined && !(Number.isInteger(rowsShown) && rowsShown >= 0)) throw new Error(`Table ${id} shows ${rowsShown} rows.`)
  for (const [i, row] of rows.entries()) {
    if (row.length !== columns.length) throw new Error(`Table ${id}, row ${i + 1}: ${row.length} cells for ${columns.length} columns.`)
    for (const [j, { value, text }] of row.entries()) {
      const at = `Table ${id}, row ${i + 1}, ${keys[j]}`
      if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`${at}: ${value} is not a number; what is not known is null.`)
      if (typeof value === 'string' && (columns[j]!.kind === 'number' || columns[j]!.kind === 'share')) throw new Error(`${at}: "${value.slice(0, 40)}" where a number belongs.`)
      if (text.length > TEXT_MAX || (typeof value === 'string' && value.length > TEXT_MAX)) throw new DocumentTooLarge(`${at}: a text of more than ${TEXT_MAX} characters.`)
    }
  }
}

function checkFigures (document: Document, tables: ReadonlySet<string>): void {
  for (const { id, svg, alt, table } of figuresOf(document)) {
    if (!tables.has(table)) throw new Error(`Figure ${id} names the table "${table}", which the document does not have.`)
    if (alt.trim() === '') throw new Error(`Figure ${id} has no text for those who cannot see it.`)
    const problem = svgProblem(svg)
    if (problem !== null) throw new Error(`Figure ${id}: ${problem}.`)
  }
}

function checkLinks (document: Document, tables: readonly Table[]): void {
  const ids = new Set([...sectionsOf(document.sections), ...tables, ...figuresOf(document)].map(({ id }) => id))
  const links = [
    ...blocksOf(document).flatMap(linesOf).flatMap(line => line.map(({ link }) => link)),
    ...tables.flatMap(({ rows }) => rows.flatMap(row => row.map(({ link }) => link))),
    ...figuresOf(document).flatMap(({ svg }) => [...svg.matchAll(/\sdata-href="([^"]*)"/g)].map(match => match[1]))
  ]
  for (const link of links) {
    if (link === undefined || (link.startsWith('#') && ids.has(link.slice(1)))) continue
    if (link.startsWith('#') || !isWebAddress(link)) throw new Error(`The link "${link.slice(0, 100)}" leads nowhere.`)
  }
}

function linesOf (block: Block): readonly Line[] {
  switch (block.type) {
    case 'paragraph': return [block.line]
    case 'list': return block.lines
    case 'definitions': return block.entries.map(({ meaning }) => meaning)
    default: return []
  }
}

const isWebAddress = (link: string): boolean => /^https:\/\/[^\s"<>\\]+$/.test(link) && URL.canParse(link)
