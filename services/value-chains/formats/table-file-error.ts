/** A file that cannot be read as a table: which file, which row (line, the heading is 1), column and value, and what was expected in its place. */
export interface Place { row?: number, column?: string, value?: string }

export class TableFileError extends Error {
  override name = 'TableFileError'
  /** File, row and column. */
  readonly where: string
  /** What was found there, and what was expected. */
  readonly what: string

  constructor (file: string, { row, column, value }: Place, expected: string) {
    const where = [file, ...row === undefined ? [] : [`row ${row}`], ...column === undefined ? [] : [`column ${column}`]].join(', ')
    const what = `${value === undefined ? '' : `"${shortened(value)}" found; `}expected ${expected}.`
    super(`${where}: ${what}`)
    this.where = where
    this.what = what
  }
}

const shortened = (text: string): string => text.length > 60 ? `${text.slice(0, 60)}...` : text
