/** Declared priorities from a file: one priority a row. All regions of the file or none. */
import { DeclaredPriority, PRIORITIES_MAX } from '../contract/declared-priorities.ts'
import type { DeclaredState, PrioritiesReport } from '../contract/declared-priorities.ts'
import { unguardFormula } from '../csv-line.ts'
import type { Row } from '../ingest/row.ts'
import type { Reference } from '../reference/reference.ts'
import { declaredDraft, loadDeclared, newestVersion, regionCode } from './declared-priorities.ts'
import type { DeclaredStore } from './declared-priorities.ts'
import { readWholeFile, refuseUnknownCodes, reportOfFile, withNearest } from './whole-file.ts'
import type { FileShape, GivenFile } from './whole-file.ts'

/** Columns of the file; region and title must be there. Lists are divided by semicolons or bars. */
export const PRIORITY_FILE_COLUMNS = ['region', 'title', 'domains', 'sectors', 'document', 'website', 'note'] as const
/** Rows of one file: 400 regions with the most priorities a region may have. */
export const PRIORITY_ROWS_MAX = 24_000
/** Bytes of one file: that many rows of 300 characters. */
export const PRIORITY_FILE_BYTES_MAX = 8 * 1024 * 1024

const SHAPE: FileShape = { required: ['region', 'title'], known: [...PRIORITY_FILE_COLUMNS, 'about'], rowsMax: PRIORITY_ROWS_MAX, bytesMax: PRIORITY_FILE_BYTES_MAX, split: 'split the file by regions' }

/**
 * What the file says of a region takes the place of what the region had declared; a region that says the same as before gets no new version, and regions
 * that are not in the file stay as they are. One wrong row keeps the whole file out.
 */
export async function importPriorities (store: DeclaredStore, given: GivenFile, reference: Reference, clock: () => Date): Promise<PrioritiesReport> {
  const { declared, report } = await readPriorities(given, reference)
  const known = new Map((await loadDeclared(store)).map(state => [state.region, state]))
  // A file that is refused changes nothing: no word of what it would.
  const regions = [...report.errorsTotal > 0 ? [] : declared].map(([region, priorities]) => ({ region, priorities: priorities.length, change: changeOf(known.get(region), priorities), replaces: known.get(region)?.version ?? 0 }))
  if (given.dryRun || report.errorsTotal > 0) return { ...report, regions, status: given.dryRun ? 'checked' : 'refused' }
  const changed = regions.filter(({ change }) => change !== 'same')
  const drafts = await Promise.all(changed.map(async ({ region }) => declaredDraft(region, declared.get(region) ?? [], known.get(region)?.version ?? await newestVersion(store, region), clock)))
  if (drafts.length > 0) await store.saveRecords(drafts)
  return { ...report, regions, status: 'completed' }
}

/** What the file says by region, and what is wrong with it; where anything is, nothing of it counts. `written`: the code of each region as the file first has it. */
export async function readPriorities (given: GivenFile, reference: Reference): Promise<{ declared: Map<string, DeclaredPriority[]>, written: Map<string, string>, report: Omit<PrioritiesReport, 'regions' | 'status'> }> {
  const declared = new Map<string, DeclaredPriority[]>()
  const written = new Map<string, string>()
  return { declared, written, report: reportOfFile(given, await readWholeFile(given, SHAPE, row => take(row, declared, written, reference))) }
}

const changeOf = (known: DeclaredState | undefined, priorities: DeclaredPriority[]): 'new' | 'changed' | 'same' =>
  known === undefined ? 'new' : JSON.stringify(known.priorities) === JSON.stringify(priorities) ? 'same' : 'changed'

/** Adds the row's priority to those of its region, or notes what is wrong with it. */
function take (row: Row, declared: Map<string, DeclaredPriority[]>, written: Map<string, string>, reference: Reference): void {
  const region = regionCode(row.text('region'), reference)
  if (region === null) row.refuse('region', withNearest('a NUTS code such as PL84, or a country code', reference.didYouMean('regions', row.text('region'))))
  const priority = row.accept(DeclaredPriority, {
    title: unguardFormula(row.text('title')), domains: row.list('domains'), sectors: row.list('sectors'),
    document: unguardFormula(row.text('document')) || null, website: row.textOrNull('website'), note: unguardFormula(row.text('note')) || null
  })
  if (priority !== null) refuseUnknownCodes(row, { domains: priority.domains, sectors: priority.sectors }, reference)
  if (priority === null || region === null || row.problems.length > 0) return
  const others = declared.get(region) ?? []
  if (others.length === 0) written.set(region, row.text('region'))
  if (others.some(({ title }) => title === priority.title)) return row.refuse('title', `each priority of ${row.text('region')} once; put all its codes into one row`)
  if (others.length === PRIORITIES_MAX) return row.refuse('region', `at most ${PRIORITIES_MAX} priorities in a region`)
  declared.set(region, [...others, priority])
}
