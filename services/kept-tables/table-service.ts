/** Input-output tables that the service keeps: read once, never changed, measured on a thread of their own. `signal`: whoever asked has gone; the work stops, and the promise is rejected. */
import type { MeasureQuery, TableCheck, TableDetail, TableOptions, TableSummary, ValueChainProfile } from '../contract/value-chains.ts'
import type { ContextQuestion, IndustryContext } from '../value-chains/context/build-context.ts'
import type { TableFile } from '../value-chains/formats/read-table.ts'
import type { InputOutputTable } from '../value-chains/table.ts'
import type { RowsAnswer } from './task.ts'

/** A measure, with its options read. */
export type Question = Omit<MeasureQuery, 'options'> & { measure: string, options: Record<string, unknown> }

export interface TableService {
  /** Newest first. */
  list: () => Promise<TableSummary[]>
  /** By its hash, a beginning of it that no other has (HASH_BEGINNING_MIN characters or more), or "latest"; null if there is none. */
  find: (name: string) => Promise<TableDetail | null>
  /** Wholly in or not at all; `files` are paths. `kept`: false after a dry run; `already`: the same content had been kept before, and stays as it was. */
  read: (files: TableFile[], options: TableOptions, signal?: AbortSignal) => Promise<{ table: TableDetail, kept: boolean, already: boolean }>
  /** With what was measured on it; false if there is none. */
  remove: (hash: string) => Promise<boolean>
  measure: (hash: string, question: Question, page: { offset: number, limit: number }, signal?: AbortSignal) => Promise<RowsAnswer>
  /** The whole result as a file, CSV of one result or JSON of all; gives the name of the result. */
  writeResult: (hash: string, question: Question, format: 'csv' | 'json', into: string, signal?: AbortSignal) => Promise<{ result: string }>
  profile: (hash: string, country: string, sector: string | undefined, valueAdded: MeasureQuery['valueAdded'], signal?: AbortSignal) => Promise<ValueChainProfile>
  /** Where organisations stand in it; countries by their index in its labels. */
  context: (hash: string, question: ContextQuestion, valueAdded: MeasureQuery['valueAdded'], signal?: AbortSignal) => Promise<IndustryContext>
  /** Its values, on shared memory; null if there is none of this hash. Throws UnusableFile. */
  open: (hash: string) => Promise<InputOutputTable | null>
  close: () => Promise<void>
}

/** What was asked or sent cannot be used; the message says what, where, and what to do. */
export class TableProblem extends Error {
  override name = 'TableProblem'
  /** file: cannot be read; table: can be read, and is no table; question: the measure, its options or a code; gone: the values of a kept table cannot be read; busy: too many wait; stopped: whoever asked has gone. */
  readonly why: 'file' | 'table' | 'question' | 'gone' | 'busy' | 'stopped'
  readonly errors: Array<{ path: string, message: string }>
  readonly checks: TableCheck[]

  constructor (why: TableProblem['why'], message: string, { errors = [], checks = [] }: { errors?: Array<{ path: string, message: string }>, checks?: TableCheck[] } = {}) {
    super(message)
    this.why = why
    this.errors = errors
    this.checks = checks
  }
}
