/** A file that cannot be read as a table: which file, which row (line, the heading is 1), column and value, and what was expected in its place. */
export interface Place { row?: number, column?: string, value?: string }

export class TableFileError extends Error {
  override name = 'TableFileError'
  readonly file: string
  readonly place: Place
  readonly expected: string

  constructor (file: string, { row, column, value }: Place, expected: string) {
    const where = [file, ...row === undefined ? [] : [`row ${row}`], ...column === undefined ? [] : [`column ${column}`]].join(', ')
    super(`${where}: ${value === undefined ? '' : `"${shortened(value)}" found; `}expected ${expected}.`)
    this.file = file
    this.place = { row, column, value }
    this.expected = expected
  }
}

const shortened = (text: string): string => text.length > 60 ? `${text.slice(0, 60)}...` : text
