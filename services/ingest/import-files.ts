/**
 * Import: files in, a report out. Every row is checked before anything is written; then one transaction takes the whole set
 * of files with its report, so that it ends wholly in or wholly out.
 */
import { idFor } from '../ids.ts'
import type { ImportOptions, ImportReport } from '../contract/import.ts'
import type { GraphStore } from '../store/graph-store.ts'
import { loadReference } from '../reference/reference.ts'
import { checkRows } from './check-rows.ts'
import type { Checked } from './check-rows.ts'
import { FileProblem } from './file-problem.ts'
import { FORMATS } from './formats/formats.ts'
import { IMPORT_LIMITS } from './limits.ts'
import type { ImportLimits } from './limits.ts'
import type { ImportContext } from './import-context.ts'
import type { ImportFile } from './read-rows.ts'
import { writeRows } from './write-rows.ts'

export type { ImportContext } from './import-context.ts'
export type { ImportFile } from './read-rows.ts'

/**
 * Statuses: completed; checked (a dry run that ended); refused (errors in rows, nothing written); failed (cancelled, nothing written).
 * A fault of the store is thrown as it came. Reports of what was not written are returned, not stored: a dry run changes nothing.
 */
export async function importFiles (store: GraphStore, files: ImportFile[], options: ImportOptions, context: ImportContext): Promise<ImportReport> {
  const startedAt = context.clock().toISOString()
  const limits = lowerOf(context.limits ?? {})
  const names = files.map(file => file.name)
  const report: ImportReport = {
    id: context.id ?? idFor('imp', startedAt, JSON.stringify(options), ...names), status: 'running', options, files: names, startedAt, finishedAt: null,
    rowsRead: 0, rowsSkipped: 0, written: { organisations: 0, links: 0, networks: 0, memberships: 0 }, errorsTotal: 0, errors: [], notes: [], problem: null, revision: null
  }
  const ended = (status: ImportReport['status'], more: Partial<ImportReport> = {}): ImportReport => ({ ...report, ...more, status, finishedAt: context.clock().toISOString() })

  try {
    const reference = loadReference()
    const read = { encoding: options.encoding, delimiter: options.delimiter, columns: options.columns, limits }
    const format = await FORMATS[options.format]({ files, options, read, reference, limits })
    const checked = await checkRows(store, format, options, limits, context)
    Object.assign(report, countsOf(checked))
    if (checked.broken || (checked.errorsTotal > 0 && options.onError === 'refuse')) {
      return ended(options.dryRun ? 'checked' : 'refused', { problem: refusal(checked) })
    }
    if (options.dryRun) return ended('checked', { written: checked.counts })
    const { value, revision } = await store.write(async writer => {
      const before = await store.revision()
      await writeRows(store, writer, format, checked, startedAt, context)
      const completed = ended('completed', { written: checked.counts, revision: before.number + 1 })
      await writer.saveImport(completed)
      context.signal.throwIfAborted()
      return completed
    })
    return { ...value, revision }
  } catch (error) {
    if (context.signal.aborted) return ended('failed', { problem: 'The import was cancelled before its end; nothing was written.' })
    if (error instanceof FileProblem) return ended(options.dryRun ? 'checked' : 'refused', { errorsTotal: 1, errors: [error.rowError], problem: error.message })
    throw error
  }
}

function lowerOf (wanted: Partial<ImportLimits>): ImportLimits {
  const lower = (limit: keyof ImportLimits): number => Math.min(IMPORT_LIMITS[limit], wanted[limit] ?? Infinity)
  return { rows: lower('rows'), bytes: lower('bytes'), columns: lower('columns'), fieldLength: lower('fieldLength') }
}

const countsOf = ({ rowsRead, rowsSkipped, errorsTotal, errors, notes }: Checked): Partial<ImportReport> => ({ rowsRead, rowsSkipped, errorsTotal, errors, notes })

function refusal ({ errorsTotal, broken, errors }: Checked): string {
  if (broken) return `${errors.at(-1)?.file ?? 'A file'} cannot be read to its end; nothing was written.`
  return `${errorsTotal} ${errorsTotal === 1 ? 'value' : 'values'} cannot be used; nothing was written. Correct the rows listed, or import with onError=skip to leave them out.`
}
