/** What an import needs of its surroundings. */
import type { ImportLimits } from './limits.ts'

export interface ImportContext {
  clock: () => Date
  /** Rows done, rows in all (null while they are being counted), what is going on. */
  progress: (done: number, total: number | null, message: string) => void
  /** Stops the import between two batches; nothing is then written. */
  signal: AbortSignal
  /** Id of the report where the caller has given it out already. */
  id?: string
  /** Lower limits than IMPORT_LIMITS. */
  limits?: Partial<ImportLimits>
}
