/** Imports: files in, a report out. A file ends wholly in or wholly out. */
import { z } from 'zod'
import { Id, NutsVintage, RequiredText, Timestamp } from './scalars.ts'
import { IMPORT_FORMATS } from './vocabulary.ts'

/** Row errors listed in a report; all are counted. */
export const ROW_ERRORS_LISTED_MAX = 1000

export const ImportOptions = z.object({
  format: z.enum(IMPORT_FORMATS),
  dryRun: z.boolean().default(false).describe('check everything, write nothing'),
  onError: z.enum(['refuse', 'skip']).default('refuse').describe('refuse: one bad row keeps the whole file out; skip: bad rows are left out and listed'),
  columns: z.record(z.string(), z.string()).default({}).describe('field of the model -> column name in the file, where they differ'),
  encoding: z.enum(['utf-8', 'windows-1250', 'windows-1252']).default('utf-8'),
  delimiter: z.enum([',', ';', '\t', '|']).optional().describe('found from the header when left out'),
  decimalComma: z.boolean().default(false),
  nutsVintage: NutsVintage.default('2024'),
  source: RequiredText.default('import').describe('key of the data source the rows are recorded under')
})
export type ImportOptions = z.infer<typeof ImportOptions>

export const RowError = z.object({
  file: z.string(), row: z.number().int().describe('line of the file, the header is line 1'), column: z.string().nullable(), value: z.string(), expected: z.string()
})
export type RowError = z.infer<typeof RowError>

const Counts = z.object({ organisations: z.number().int(), links: z.number().int(), networks: z.number().int(), memberships: z.number().int() })

export const ImportReport = z.object({
  id: Id, status: z.enum(['running', 'completed', 'refused', 'failed', 'checked']).describe('checked: a dry run that ended'),
  options: ImportOptions, files: z.array(z.string()), startedAt: Timestamp, finishedAt: Timestamp.nullable(),
  rowsRead: z.number().int(), rowsSkipped: z.number().int(), written: Counts.describe('after a dry run: what would be written'),
  errorsTotal: z.number().int(), errors: z.array(RowError), notes: z.array(z.string()).describe('what was decided for many rows at once, with counts'),
  problem: z.string().nullable(),
  revision: z.number().int().nullable().describe('dataset revision the import made, null if nothing was written')
})
export type ImportReport = z.infer<typeof ImportReport>
