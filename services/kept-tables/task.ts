/** What the thread of tables is asked, and what it answers. */
import type { TableCheck, TableOptions, ValueChainProfile } from '../contract/value-chains.ts'
import type { ContextQuestion, IndustryContext } from '../value-chains/context/build-context.ts'
import type { Identity } from '../value-chains/measure.ts'
import type { TableFile } from '../value-chains/formats/read-table.ts'
import type { Row, RowFilter } from '../value-chains/result-rows.ts'
import type { ValueAddedFrom } from '../value-chains/system.ts'
import type { TableAbout, TableLabels } from '../value-chains/table.ts'

/** A table that is kept, and what value added is taken to be. */
export interface Measurable { file: string, valueAdded: ValueAddedFrom }
/** A measure on it; codes as the caller wrote them. */
export interface Asked extends Measurable { measure: string, options: Record<string, unknown>, filter: RowFilter }

/** `watch`: as analysis/watch.ts has it. */
export type Task = { watch: SharedArrayBuffer } & (
  /** Reads and checks; writes to `file` but for a dry run. Files are paths here. */
  | { kind: 'read', files: TableFile[], options: Omit<TableOptions, 'dryRun'>, folder: string | null }
  | ({ kind: 'rows', result: string | undefined, offset: number, limit: number } & Asked)
  | ({ kind: 'file', result: string | undefined, format: 'csv' | 'json', into: string } & Asked)
  | ({ kind: 'profile', country: string, sector: string | undefined } & Measurable)
  | ({ kind: 'context', question: ContextQuestion } & Measurable)
)
export type Unwatched = Task extends infer Each ? Each extends Task ? Omit<Each, 'watch'> : never : never

export interface ReadAnswer { hash: string, about: TableAbout, labels: TableLabels, checks: TableCheck[] }
export interface RowsAnswer { result: string, results: string[], columns: string[], items: Row[], total: number, identities: Identity[] }
export interface Answers { read: ReadAnswer, rows: RowsAnswer, file: { result: string }, profile: Omit<ValueChainProfile, 'table' | 'valueAdded'>, context: IndustryContext }

/** Errors lose their class between threads. `checks` of a table that is refused. */
export interface Refusal { refused: string, why: 'file' | 'table' | 'question' | 'gone' | 'stopped', errors?: Array<{ path: string, message: string }>, checks?: TableCheck[] }
