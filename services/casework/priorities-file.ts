/** Declared priorities from a file: one priority a row. All regions of the file or none. */
import { DeclaredPriority, PRIORITIES_MAX } from '../contract/declared-priorities.ts'
import type { DeclaredState, PrioritiesReport } from '../contract/declared-priorities.ts'
import { ROW_ERRORS_LISTED_MAX } from '../contract/import.ts'
import type { ImportOptions, RowError } from '../contract/import.ts'
import { unguardFormula } from '../csv-line.ts'
import { FileProblem } from '../ingest/file-problem.ts'
import { IMPORT_LIMITS } from '../ingest/limits.ts'
import { readRows } from '../ingest/read-rows.ts'
import type { ImportFile } from '../ingest/read-rows.ts'
import type { Row } from '../ingest/row.ts'
import type { Reference } from '../reference/reference.ts'
import { declaredDraft, loadDeclared, newestVersion, regionCode } from './declared-priorities.ts'
import type { DeclaredStore } from './declared-priorities.ts'

/** Columns of the file; region and title must be there. Lists are divided by semicolons or bars. */
export const PRIORITY_FILE_COLUMNS = ['region', 'title', 'domains', 'sectors', 'document', 'website', 'note'] as const
/** Rows of one file: 400 regions with the most priorities a region may have. */
export const PRIORITY_ROWS_MAX = 24_000
/** Bytes of one file: that many rows of 300 characters. */
export const PRIORITY_FILE_BYTES_MAX = 8 * 1024 * 1024

export interface PrioritiesImport { file: ImportFile, dryRun: boolean, encoding: ImportOptions['encoding'] }

/**
 * What the file says of a region takes the place of what the region had declared; a region that says the same as before gets no new version, and regions
 * that are not in the file stay as they are. One wrong row keeps the whole file out.
 */
export async function importPriorities (store: DeclaredStore, { file, dryRun, encoding }: PrioritiesImport, reference: Reference, clock: () => Date): Promise<PrioritiesReport> {
  const { declared, rowsRead, errors, broken } = await readPriorities(file, encoding, reference)
  const refusal = broken ? `${file.name} cannot be read to its end; nothing was written.` : `${errors.length} ${errors.length === 1 ? 'value' : 'values'} cannot be used; nothing was written. Correct the rows listed.`
  const known = new Map((await loadDeclared(store)).map(state => [state.region, state]))
  // A file that is refused changes nothing: no word of what it would.
  const regions = [...errors.length > 0 ? [] : declared].map(([region, priorities]) => ({ region, priorities: priorities.length, change: changeOf(known.get(region), priorities), replaces: known.get(region)?.version ?? 0 }))
  const report = { rowsRead, regions, errorsTotal: errors.length, errors: errors.slice(0, ROW_ERRORS_LISTED_MAX), problem: errors.length === 0 ? null : refusal }
  if (dryRun || errors.length > 0) return { ...report, status: dryRun ? 'checked' : 'refused' }
  const changed = regions.filter(({ change }) => change !== 'same')
  const drafts = await Promise.all(changed.map(async ({ region }) => declaredDraft(region, declared.get(region) ?? [], known.get(region)?.version ?? await newestVersion(store, region), clock)))
  if (drafts.length > 0) await store.saveRecords(drafts)
  return { ...report, status: 'completed' }
}

const changeOf = (known: DeclaredState | undefined, priorities: DeclaredPriority[]): 'new' | 'changed' | 'same' =>
  known === undefined ? 'new' : JSON.stringify(known.priorities) === JSON.stringify(priorities) ? 'same' : 'changed'

interface ReadPriorities { declared: Map<string, DeclaredPriority[]>, rowsRead: number, errors: RowError[], broken: boolean }

async function readPriorities (file: ImportFile, encoding: ImportOptions['encoding'], reference: Reference): Promise<ReadPriorities> {
  const read: ReadPriorities = { declared: new Map(), rowsRead: 0, errors: [], broken: false }
  try {
    for await (const row of readRows(file, ['region', 'title'], { encoding, delimiter: undefined, columns: {}, known: [...PRIORITY_FILE_COLUMNS, 'about'], limits: { ...IMPORT_LIMITS, rows: PRIORITY_ROWS_MAX, bytes: PRIORITY_FILE_BYTES_MAX } })) {
      if (++read.rowsRead > PRIORITY_ROWS_MAX) throw new FileProblem(file.name, row.line, null, `more than ${PRIORITY_ROWS_MAX} rows`, `at most ${PRIORITY_ROWS_MAX} rows: split the file by regions`)
      take(row, read.declared, reference)
      read.errors.push(...row.problems)
    }
    if (read.rowsRead === 0) throw new FileProblem(file.name, 1, null, '', 'at least one row after the header')
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error
    read.errors.push(error.rowError)
    read.broken = true
  }
  return read
}

/** Adds the row's priority to those of its region, or notes what is wrong with it. */
function take (row: Row, declared: Map<string, DeclaredPriority[]>, reference: Reference): void {
  const region = regionCode(row.text('region'), reference)
  if (region === null) row.refuse('region', nearby('a NUTS code such as PL84, or a country code', reference.didYouMean('regions', row.text('region'))))
  const priority = row.accept(DeclaredPriority, {
    title: unguardFormula(row.text('title')), domains: row.list('domains'), sectors: row.list('sectors'),
    document: unguardFormula(row.text('document')) || null, website: row.textOrNull('website'), note: unguardFormula(row.text('note')) || null
  })
  for (const code of priority?.domains ?? []) if (reference.domain(code) === undefined) row.refuse('domains', nearby('a known domain code such as s3:bioeconomy', reference.didYouMean('domains', code)), code)
  for (const code of priority?.sectors ?? []) if (reference.sector(code) === undefined) row.refuse('sectors', nearby('a NACE Rev. 2 code such as C, 10.1 or M72', reference.didYouMean('sectors', code)), code)
  if (priority === null || region === null || row.problems.length > 0) return
  const others = declared.get(region) ?? []
  if (others.some(({ title }) => title === priority.title)) return row.refuse('title', `each priority of ${region} once; put all its codes into one row`)
  if (others.length === PRIORITIES_MAX) return row.refuse('region', `at most ${PRIORITIES_MAX} priorities in a region`)
  declared.set(region, [...others, priority])
}

const nearby = (expected: string, near: string[]): string => near.length === 0 ? expected : `${expected}; did you mean ${near.join(' or ')}?`
