/** Every table of the document whole, a sheet each, after a first sheet that says what they are. Text is text: no cell is a formula. */
import writeXlsxFile from 'write-excel-file/node'
import type { Cell as XlsxCell, Feature, Image, Row, Sheet } from 'write-excel-file/node'
import { aboutName, aboutRows } from './about-tables.ts'
import type { Cell, Column, Document, Table } from '../document.ts'
import { contentOf, isWordForValue, tablesOf } from '../document.ts'
import { writable, withTexts } from '../plain-text.ts'
import { zipAgain } from '../zip.ts'
import { sheetNames } from './names.ts'
import { heightOf, widthOf } from './sheet-sizes.ts'

/** The library does not export the type by its name. */
type FileContent = Image['content']

/** Named, since programs differ in what they take where nothing is said. */
const TYPE = { fontFamily: 'Arial', fontSize: 10 }
/** Of the first sheet, in characters. */
const ABOUT_WIDTHS = [34, 100]
const GREY = '#5C6673'
const FRAME = { borderStyle: 'thin', borderColor: '#8A94A3', backgroundColor: '#FFF8E6' } as const
/** Characters, of a column in which people write what they like. */
const WRITING_WIDTH = 45
/** Characters of a list of answers that stands with its cell, and the sign between them: Excel takes no more, and no other. */
export const ANSWERS_LENGTH_MAX = 255
const BETWEEN_ANSWERS = ','

export async function writeXlsx (original: Document): Promise<Buffer> {
  const document = withTexts(original, text => notAnEscape(writable(text)))
  const tables = tablesOf(document)
  const [about, ...names] = sheetNames([aboutName(document), ...tables.map(({ name }) => name)])
  const nameOf = new Map(tables.map(({ id }, i): [string, string] => [id, names[i]!]))
  const sheets: Array<Sheet<FileContent>> = [
    { sheet: about, data: aboutRows(document, nameOf).map(({ label, value }) => aboutRow(label, value)), columns: ABOUT_WIDTHS.map(width => ({ width })), orientation: 'landscape' },
    ...tables.map((table, i) => sheetOf(table, names[i]!))
  ]
  return zipAgain(await writeXlsxFile(sheets, { ...TYPE, features: [pagesAndFilters(tables)] }).toBuffer(), (_, bytes) => bytes)
}

/** Excel reads "_x0041_" as A. */
const notAnEscape = (text: string): string => text.replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')

function aboutRow (label: string, value: string): Row {
  const height = Math.max(heightOf([label], ABOUT_WIDTHS, true), heightOf(['', value], ABOUT_WIDTHS))
  return [{ ...textCell(label), fontWeight: 'bold', alignVertical: 'top', wrap: true, height }, { ...textCell(value), alignVertical: 'top', wrap: true, height }]
}

/** A printed sheet is as wide as its page; every head of a table has a button for filtering, but for one to fill in, whose cells offer their answers. */
const pagesAndFilters = (tables: readonly Table[]): Feature<FileContent> => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml, _, { sheetIndex }) => {
          const table = tables[sheetIndex - 1]
          return xml.replace(/<worksheet\b[^>]*>/, '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>').replace('<pageSetup ', '<pageSetup fitToHeight="0" ')
            .replace('</sheetData>', `$&${table === undefined || table.rows.length === 0 ? '' : isForm(table) ? offeredAnswers(table) : `<autoFilter ref="A1:${columnName(table.columns.length)}${table.rows.length + 1}"/>`}`)
        }
      }
    }
  }
})

const isForm = ({ rows }: Table): boolean => rows.some(row => row.some(({ answers }) => answers !== undefined))

/** Cells with the same answers share their list. One that is too long, or has the sign between answers in an answer, is not offered: what is wrong is told when the file is read. */
function offeredAnswers ({ rows }: Table): string {
  const cellsOf = new Map<string, string[]>()
  rows.forEach((row, r) => row.forEach(({ answers }, c) => {
    if (answers === undefined || answers.length === 0 || answers.some(answer => answer.includes(BETWEEN_ANSWERS))) return
    const list = answers.join(BETWEEN_ANSWERS)
    if (list.length <= ANSWERS_LENGTH_MAX) cellsOf.set(list, [...cellsOf.get(list) ?? [], `${columnName(c + 1)}${r + 2}`])
  }))
  if (cellsOf.size === 0) return ''
  const offers = [...cellsOf].map(([list, cells]) => `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${cells.join(' ')}"><formula1>"${escaped(list)}"</formula1></dataValidation>`)
  return `<dataValidations count="${offers.length}">${offers.join('')}</dataValidations>`
}

/** In a formula a quotation mark is written twice. */
const escaped = (list: string): string => list.replaceAll('"', '""').replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** 1 is A, 27 is AA. */
const columnName = (place: number): string => place === 0 ? '' : columnName(Math.floor((place - 1) / 26)) + String.fromCharCode(65 + (place - 1) % 26)

function sheetOf ({ columns, rows }: Table, sheet: string): Sheet<FileContent> {
  const formats = columns.map((column, i) => formatOf(column, rows.map(row => row[i]!)))
  const shown = rows.map(row => row.map(cell => shownAs(cell)))
  const widths = columns.map((column, i) => Math.max(widthOf(column, shown.map(row => row[i]!)), rows.some(row => row[i]!.answers?.length === 0) ? WRITING_WIDTH : 0))
  const headHeight = heightOf(columns.map(({ head }) => head), widths, true)
  return {
    sheet,
    data: [
      columns.map(({ head, kind }): XlsxCell => ({ ...textCell(head), fontWeight: 'bold', wrap: true, alignVertical: 'bottom', ...sideOf(kind), bottomBorderStyle: 'thin', height: headHeight })),
      ...rows.map((row, r) => {
        const height = heightOf(shown[r]!, widths)
        return row.map((cell, i) => cellOf(cell, columns[i]!, formats[i], height))
      })
    ],
    columns: widths.map(width => ({ width })),
    stickyRowsCount: 1,
    orientation: 'landscape'
  }
}

/** A text keeps off the number before it. */
const sideOf = (kind: Column['kind']) => kind === 'number' || kind === 'share' ? { align: 'right' } as const : { align: 'left', indent: 1 } as const

function formatOf ({ kind }: Column, cells: readonly Cell[]): string | undefined {
  if (kind === 'share') return '0.0%'
  return kind === 'number' && cells.every(({ value }) => value === null || Number.isInteger(value)) ? '#,##0' : undefined
}

/** About what a program shows of a number, which it formats itself. */
function shownAs (cell: Cell): string {
  const content = contentOf(cell)
  return typeof content === 'number' ? cell.text.length > String(content).length ? cell.text : String(content) : content ?? ''
}

/** An empty text is an empty cell: Excel counts a text of no characters as filled. A word in place of a value looks like none. */
function cellOf (cell: Cell, { kind }: Column, format: string | undefined, height: number): XlsxCell {
  const content = contentOf(cell)
  if (cell.answers !== undefined) return { value: undefined, ...FRAME, wrap: true, alignVertical: 'top', height, ...sideOf(kind) }
  if (content === null || content === '') return null
  const shared = { alignVertical: 'top', height } as const
  if (typeof content === 'number') return { value: content, type: Number, ...(format !== undefined && { format }), ...shared }
  return { ...textCell(content), wrap: true, ...shared, ...sideOf(kind), ...(isWordForValue(cell) && { fontStyle: 'italic', textColor: GREY }) }
}

const textCell = (value: string) => ({ value, type: String })
