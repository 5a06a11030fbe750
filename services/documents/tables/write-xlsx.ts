/** Every table of the document whole, a sheet each, after a first sheet that says what they are. Text is text: no cell is a formula. */
import writeXlsxFile from 'write-excel-file/node'
import type { Cell as XlsxCell, Row, Sheet } from 'write-excel-file/node'
import { aboutName, aboutRows } from './about-tables.ts'
import type { Cell, Column, Document, Table } from '../document.ts'
import { tablesOf } from '../document.ts'
import { writable, withTexts } from '../plain-text.ts'
import { zipAgain } from '../zip.ts'

/** What Excel takes as the name of a sheet: at most 31 characters, none of these, no apostrophe at an end. */
const SHEET_NAME_MAX = 31
const NOT_IN_SHEET_NAMES = /[[\]:*?/\\']/g
/** A name that Excel keeps for itself. */
const RESERVED = 'history'
/** Widths in characters: a key has room, a sentence wraps. */
const WIDTH_LEAST = 8
const WIDTH_MOST = 60
/** Rows that are looked at for the width of a column. */
const WIDTH_SAMPLE = 500

export async function writeXlsx (original: Document): Promise<Buffer> {
  const document = withTexts(original, text => notAnEscape(writable(text)))
  const tables = tablesOf(document)
  const [about, ...names] = sheetNames([aboutName(document), ...tables.map(({ id }) => id)])
  const nameOf = new Map(tables.map(({ id }, i): [string, string] => [id, names[i]!]))
  const first = aboutRows(document, nameOf).map(({ label, value }): Row => [{ ...textCell(label), fontWeight: 'bold', alignVertical: 'top' }, { ...textCell(value), wrap: true }])
  const sheets: Array<Sheet<never>> = [
    { sheet: about, data: first, columns: [{ width: 28 }, { width: 90 }] },
    ...tables.map(table => sheetOf(table, nameOf.get(table.id)!))
  ]
  return zipAgain(await writeXlsxFile(sheets).toBuffer(), (_, bytes) => bytes)
}

/** Excel reads "_x0041_" as A. */
const notAnEscape = (text: string): string => text.replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')

function sheetOf ({ columns, rows }: Table, sheet: string): Sheet<never> {
  const formats = columns.map((column, i) => formatOf(column, rows.map(row => row[i]!)))
  return {
    sheet,
    data: [
      columns.map(({ head }): XlsxCell => ({ ...textCell(head), fontWeight: 'bold', wrap: true, alignVertical: 'bottom', bottomBorderStyle: 'thin' })),
      ...rows.map(row => row.map(({ value }, i) => cellOf(value, formats[i]!)))
    ],
    columns: columns.map((column, i) => ({ width: widthOf(column, rows.slice(0, WIDTH_SAMPLE).map(row => row[i]!)) })),
    stickyRowsCount: 1
  }
}

function formatOf ({ kind }: Column, cells: readonly Cell[]): string | undefined {
  if (kind === 'share') return '0.0%'
  return kind === 'number' && cells.every(({ value }) => value === null || Number.isInteger(value)) ? '#,##0' : undefined
}

/** An empty text is an empty cell: Excel counts a text of no characters as filled. */
function cellOf (value: string | number | null, format: string | undefined): XlsxCell {
  if (value === null || value === '') return null
  return typeof value === 'number' ? { value, type: Number, ...(format !== undefined && { format }) } : textCell(value)
}

const textCell = (value: string) => ({ value, type: String })

function widthOf ({ head }: Column, cells: readonly Cell[]): number {
  const longest = Math.max(...cells.map(({ value, text }) => typeof value === 'number' ? text.length : (value ?? '').length), head.length / 2, 0)
  return Math.min(Math.max(longest + 2, WIDTH_LEAST), WIDTH_MOST)
}

/** Names that Excel takes, each once whatever its capitals. */
function sheetNames (wanted: readonly string[]): string[] {
  const taken = new Set<string>([RESERVED])
  return wanted.map(name => {
    const plain = name.replace(NOT_IN_SHEET_NAMES, ' ').trim()
    for (let i = 1; ; i++) {
      const end = i === 1 ? '' : `-${i}`
      const tried = plain.slice(0, SHEET_NAME_MAX - end.length) + end
      if (taken.has(tried.toLowerCase())) continue
      taken.add(tried.toLowerCase())
      return tried
    }
  })
}
