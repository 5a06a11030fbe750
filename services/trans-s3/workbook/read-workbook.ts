/**
 * Sheets of an XLSX file as cells with what they hold: texts and numbers, nothing else. Macros, formulas, passwords and other formats are told apart and refused with what to do. Format: ECMA-376 part 1,
 * section 18.
 */
import { readXml, XmlProblem } from './read-xml.ts'
import { unpackWorkbook, WorkbookProblem } from './unpack-workbook.ts'

export const WORKBOOK_SHEETS_MAX = 250
/** Cells that hold something, of all sheets: sixty priorities for two hundred people in six columns make 72,000. */
export const WORKBOOK_CELLS_MAX = 100_000

/** Signs of XML (<, & and =) in all parts that are read, each of which takes time: a cell has some seven, so that WORKBOOK_CELLS_MAX cells have half of it. */
export const WORKBOOK_SIGNS_MAX = 1_500_000

/** A text is as it was written, with its blanks. `formula`: its value was worked out; `error`: such as #REF!. */
export type CellContent = { kind: 'text', text: string } | { kind: 'number', number: number } | { kind: 'formula' } | { kind: 'error' }
/** Cells by address, such as B7; those that hold nothing are not there. */
export interface Sheet { name: string, cells: Map<string, CellContent> }

const ADDRESS = /^[A-Z]{1,3}[1-9]\d{0,6}$/

export function readWorkbook (bytes: Uint8Array): Sheet[] {
  const parts = unpackWorkbook(bytes)
  if ([...parts.values()].reduce((sum, part) => sum + countSigns(part), 0) > WORKBOOK_SIGNS_MAX) throw new WorkbookProblem('The file holds far more than forms do; take other sheets and their layout out, or divide it.')
  const textOf = (name: string): string | undefined => {
    const found = parts.get(name.toLowerCase())
    if (found === undefined) return undefined
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(found)
    } catch {
      throw new WorkbookProblem(`The part ${name} of the file is not in UTF-8; save it again as XLSX.`)
    }
  }
  const workbook = textOf('xl/workbook.xml')
  if (workbook === undefined) throw new WorkbookProblem('The file is a package, but no workbook. Save it as XLSX, the format of Excel since 2007.')
  try {
    const targets = readTargets(textOf('xl/_rels/workbook.xml.rels') ?? '')
    const listed = readSheetList(workbook)
    if (listed.length > WORKBOOK_SHEETS_MAX) throw new WorkbookProblem(`The workbook has ${listed.length} sheets, above ${WORKBOOK_SHEETS_MAX}; divide it.`)
    const named = listed.flatMap(({ relation }) => targets.get(relation)?.toLowerCase() ?? [])
    if (new Set(named).size < named.length) throw new WorkbookProblem('The workbook lists one sheet twice; open it and save it again as XLSX.')
    const shared = readSharedTexts(textOf('xl/sharedStrings.xml') ?? '')
    let room = WORKBOOK_CELLS_MAX
    return listed.map(({ name, relation }) => {
      const xml = textOf(targets.get(relation) ?? '')
      // A chart on a sheet of its own has no cells.
      const cells = xml === undefined ? new Map<string, CellContent>() : readCells(xml, name, shared, room)
      room -= cells.size
      return { name, cells }
    })
  } catch (error) {
    if (error instanceof XmlProblem) throw new WorkbookProblem(`The workbook is damaged: ${error.message}. Open it and save it again as XLSX.`, { cause: error })
    throw error
  }
}

function countSigns (part: Uint8Array): number {
  let count = 0
  for (const byte of part) if (byte === 0x3c || byte === 0x26 || byte === 0x3d) count++
  return count
}

/** Part of the package by id of the relation. */
function readTargets (xml: string): Map<string, string> {
  const targets = new Map<string, string>()
  readXml(xml, {
    open: (name, attributes) => {
      if (name !== 'Relationship') return
      const target = attributes.get('Target') ?? ''
      targets.set(attributes.get('Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`)
    },
    close: () => {}, text: () => {}
  })
  return targets
}

function readSheetList (xml: string): Array<{ name: string, relation: string }> {
  const listed: Array<{ name: string, relation: string }> = []
  readXml(xml, {
    open: (name, attributes) => { if (name === 'sheet') listed.push({ name: attributes.get('name') ?? '', relation: [...attributes].find(([key]) => /:id$/.test(key))?.[1] ?? '' }) },
    close: () => {}, text: () => {}
  })
  return listed
}

/** Texts in runs are joined; how a text is pronounced (rPh) is no part of it. */
function readSharedTexts (xml: string): string[] {
  const texts: string[] = []
  let [item, isText, spoken] = ['', false, false]
  readXml(xml, {
    open: name => {
      if (name === 'si') item = ''
      if (name === 'rPh') spoken = true
      isText = name === 't' && !spoken
    },
    close: name => {
      if (name === 't') isText = false
      if (name === 'rPh') spoken = false
      if (name === 'si') texts.push(unescaped(item))
    },
    text: text => { if (isText) item += text }
  })
  return texts
}

interface OpenCell { address: string, type: string, value: string, text: string, hasFormula: boolean }

function readCells (xml: string, sheet: string, shared: readonly string[], room: number): Map<string, CellContent> {
  const cells = new Map<string, CellContent>()
  let cell: OpenCell | null = null
  let inside = ''
  let spoken = false
  readXml(xml, {
    open: (name, attributes) => {
      if (name === 'c') cell = { address: attributes.get('r') ?? '', type: attributes.get('t') ?? 'n', value: '', text: '', hasFormula: false }
      if (name === 'f' && cell !== null) cell.hasFormula = true
      if (name === 'rPh') spoken = true
      inside = name
    },
    close: name => {
      inside = ''
      if (name === 'rPh') spoken = false
      if (name !== 'c' || cell === null) return
      const content = contentOf(cell, sheet, shared)
      if (content !== null) {
        if (!ADDRESS.test(cell.address) || cells.has(cell.address)) throw new WorkbookProblem(`Sheet "${sheet}" has a cell with the address "${cell.address.slice(0, 20)}"${cells.has(cell.address) ? ' twice' : ''}; open the file and save it again as XLSX.`)
        if (cells.size >= room) throw new WorkbookProblem(`The workbook has more than ${WORKBOOK_CELLS_MAX} cells that hold something; take other sheets out, or divide it.`)
        cells.set(cell.address, content)
      }
      cell = null
    },
    text: text => {
      if (cell === null) return
      if (inside === 'v') cell.value += text
      else if (inside === 't' && !spoken) cell.text += text
    }
  })
  return cells
}

/** null: it holds nothing. */
function contentOf ({ address, type, value, text, hasFormula }: OpenCell, sheet: string, shared: readonly string[]): CellContent | null {
  if (hasFormula) return { kind: 'formula' }
  if (type === 'e') return { kind: 'error' }
  if (type === 'inlineStr') return told(unescaped(text))
  if (value === '') return null
  if (type === 's') {
    const found = /^\d+$/.test(value) ? shared[Number(value)] : undefined
    if (found === undefined) throw new WorkbookProblem(`Cell ${address} of sheet "${sheet}" names a text that the file does not have; open the file and save it again as XLSX.`)
    return told(found)
  }
  // A date or yes and no is no number that was typed.
  if (type === 'str' || type === 'd' || type === 'b') return told(unescaped(value))
  const number = Number(value)
  return Number.isFinite(number) ? { kind: 'number', number } : { kind: 'error' }
}

const told = (text: string): CellContent | null => text.trim() === '' ? null : { kind: 'text', text }

/** Excel writes a character that XML does not take as _x0009_, and an underscore before such a code as _x005F_. */
const unescaped = (text: string): string => text.replace(/_x([\dA-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
