/** A file of people's work, read wholly or not at all: its rows, what is wrong with them, and what the report says of it. */
import { ROW_ERRORS_LISTED_MAX } from '../contract/import.ts'
import type { ImportOptions, RowError } from '../contract/import.ts'
import { FileProblem } from '../ingest/file-problem.ts'
import { IMPORT_LIMITS } from '../ingest/limits.ts'
import { readRows } from '../ingest/read-rows.ts'
import type { ImportFile } from '../ingest/read-rows.ts'
import type { Row } from '../ingest/row.ts'
import type { Reference } from '../reference/reference.ts'

export interface GivenFile { file: ImportFile, dryRun: boolean, encoding: ImportOptions['encoding'] }

export interface FileShape {
  /** Columns that must be there. */
  required: string[]
  /** All that may be there; another is refused. */
  known: readonly string[]
  rowsMax: number
  bytesMax: number
  /** What to do with a file of more rows. */
  split: string
}

export interface ReadFile {
  rows: Row[]
  /** What ended the reading before the end of the file; null: nothing. */
  broken: RowError | null
}

/** `take` notes in the row what is wrong with it. */
export async function readWholeFile ({ file, encoding }: GivenFile, { required, known, rowsMax, bytesMax, split }: FileShape, take: (row: Row) => void): Promise<ReadFile> {
  const rows: Row[] = []
  try {
    for await (const row of readRows(file, required, { encoding, delimiter: undefined, columns: {}, known, limits: { ...IMPORT_LIMITS, rows: rowsMax, bytes: bytesMax } })) {
      rows.push(row)
      if (rows.length > rowsMax) throw new FileProblem(file.name, row.line, null, `more than ${rowsMax} rows`, `at most ${rowsMax} rows: ${split}`)
      take(row)
    }
    if (rows.length === 0) throw new FileProblem(file.name, 1, null, '', 'at least one row after the header')
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error
    return { rows, broken: error.rowError }
  }
  return { rows, broken: null }
}

/** To be made when all checks have noted what they found. */
export function reportOfFile ({ file }: GivenFile, { rows, broken }: ReadFile): { rowsRead: number, errorsTotal: number, errors: RowError[], problem: string | null } {
  const errors = [...rows.flatMap(row => row.problems), ...broken === null ? [] : [broken]].sort((a, b) => a.row - b.row)
  const refusal = broken === null ? `${errors.length} ${errors.length === 1 ? 'value' : 'values'} cannot be used; nothing was written. Correct the rows listed.` : `${file.name} cannot be read to its end; nothing was written.`
  return { rowsRead: rows.length, errorsTotal: errors.length, errors: errors.slice(0, ROW_ERRORS_LISTED_MAX), problem: errors.length === 0 ? null : refusal }
}

const CODES = {
  domains: { find: 'domain', expected: 'a known domain code such as s3:bioeconomy' },
  sectors: { find: 'sector', expected: 'a NACE Rev. 2 code such as C, 10.1 or M72' },
  countries: { find: 'country', expected: 'a country code such as PL' }
} as const

/** Notes each code that the reference does not hold, with those most like it. */
export function refuseUnknownCodes (row: Row, codes: Partial<Record<keyof typeof CODES, readonly string[]>>, reference: Reference): void {
  for (const list of Object.keys(CODES) as Array<keyof typeof CODES>) {
    for (const code of codes[list] ?? []) if (reference[CODES[list].find](code) === undefined) row.refuse(list, withNearest(CODES[list].expected, reference.didYouMean(list, code)), code)
  }
}

/** What was expected, and what may have been meant. */
export const withNearest = (expected: string, near: readonly string[]): string => near.length === 0 ? expected : `${expected}; did you mean ${near.join(' or ')}?`
