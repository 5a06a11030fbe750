/** One row of a file: its cells by field, and what was wrong with them. */
import type { z } from 'zod'
import { readDecimal } from '../contract/decimal.ts'
import type { RowError } from '../contract/import.ts'
import { shorten } from './file-problem.ts'

/** Where each field of a format stands in the file. */
export interface Columns {
  file: string
  /** Field -> place and heading; fields the file does not have are absent. */
  places: Map<string, { at: number, heading: string }>
}

export class Row {
  readonly file: string
  /** Line of the file on which the row begins; the header is line 1. */
  readonly line: number
  readonly problems: RowError[] = []
  private whole = false
  private readonly cells: string[]
  private readonly columns: Columns

  constructor (columns: Columns, line: number, cells: string[]) {
    this.file = columns.file
    this.line = line
    this.cells = cells
    this.columns = columns
  }

  has (field: string): boolean {
    return this.columns.places.has(field)
  }

  /** The cell, trimmed; empty where the file has no such column. */
  text (field: string): string {
    const place = this.columns.places.get(field)
    return place === undefined ? '' : (this.cells[place.at] ?? '').trim()
  }

  textOrNull (field: string): string | null {
    return this.text(field) || null
  }

  /** Cells of a list, divided by semicolons or bars. */
  list (field: string): string[] {
    return this.text(field).split(/[;|]/).map(part => part.trim()).filter(part => part !== '')
  }

  /** Null if empty. A decimal comma allows full stops or blanks between thousands; a decimal point allows nothing else. */
  number (field: string, decimalComma: boolean): number | null {
    const text = this.text(field)
    if (text === '') return null
    const number = decimalComma ? readDecimalComma(text) : readDecimal(text)
    if (Number.isFinite(number)) return number
    this.refuse(field, decimalComma ? 'a number with a decimal comma, such as 1.234,5' : 'a number with a decimal point, such as 1234.5 (or set the decimal comma option)')
    return null
  }

  /** ISO date, also with a time behind it; null if empty. */
  date (field: string): string | null {
    const text = this.text(field)
    if (text === '') return null
    const match = /^(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:[T ]\d{2}:\d{2}.*)?$/.exec(text)
    if (match !== null && isCalendarDate(match[1])) return match[1]
    this.refuse(field, 'a date such as 2019-05-01, 2019-05 or 2019')
    return null
  }

  /** Records that the row as such cannot be used: what its cells hold is then no matter. */
  refuseWhole (expected: string, value: string): void {
    this.refuse(null, expected, value)
    this.whole = true
  }

  /** Records that the value of a field cannot be used. */
  refuse (field: string | null, expected: string, value = field === null ? '' : this.text(field)): void {
    if (this.whole) return
    const heading = field === null ? null : this.columns.places.get(field)?.heading ?? field
    this.problems.push({ file: this.file, row: this.line, column: heading, value: shorten(value), expected })
  }

  /** The validated value, or null with a problem for each issue; issues are told by the field their path starts with. */
  accept<Schema extends z.ZodType> (schema: Schema, value: unknown, fieldOf: Record<string, string> = {}): z.output<Schema> | null {
    const result = schema.safeParse(value)
    if (result.success) return result.data
    for (const issue of result.error.issues) {
      const key = String(issue.path[0] ?? '')
      this.refuse(fieldOf[key] ?? key, issue.code === 'invalid_value' ? `one of ${issue.values.join(', ')}` : issue.message, partOfList(value, issue.path))
    }
    return null
  }
}

/** Of a list the part that is at fault is quoted, not the whole cell; undefined where it is no list. */
function partOfList (value: unknown, [key, at]: readonly PropertyKey[]): string | undefined {
  const list = (value as Record<PropertyKey, unknown> | null)?.[key]
  return Array.isArray(list) && typeof at === 'number' ? String(list[at]) : undefined
}

function readDecimalComma (text: string): number {
  const compact = text.replace(/[\s\u00A0\u202F]/g, '')
  if (!/^[+-]?(\d+|\d{1,3}(\.\d{3})+)(,\d+)?$/.test(compact)) return NaN
  return Number(compact.replaceAll('.', '').replace(',', '.'))
}

function isCalendarDate (text: string): boolean {
  const [year, month = 1, day = 1] = text.split('-').map(Number)
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
