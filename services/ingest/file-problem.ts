/** A fault that makes the rest of a file unreadable: no row after it can be trusted, so the file is refused whole. */
import type { RowError } from '../contract/import.ts'

/** Characters of a value that a report repeats: enough to find the cell again, and no more than a line. */
export const VALUE_SHOWN_MAX = 60
export const shorten = (value: string): string => value.length > VALUE_SHOWN_MAX ? value.slice(0, VALUE_SHOWN_MAX - 1) + '…' : value

export class FileProblem extends Error {
  override name = 'FileProblem'
  readonly rowError: RowError

  constructor (file: string, row: number, column: string | null, value: string, expected: string) {
    super(`${file}, line ${row}: ${expected}`)
    this.rowError = { file, row, column, value: shorten(value), expected }
  }
}
