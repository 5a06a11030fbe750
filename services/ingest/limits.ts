/** What one import may hold. Each limit is tested; a caller may lower them, never raise them. */
export interface ImportLimits { rows: number, bytes: number, columns: number, fieldLength: number }

/** Rows of all files together: six times the whole of Horizon 2020; the index of identifiers then takes about 300 MB. */
export const IMPORT_ROWS_MAX = 1_000_000
/** Bytes of one file after unpacking: four times the largest official file (project.csv with its objectives). Stops archives that unpack without end. */
export const IMPORT_BYTES_MAX = 512 * 1024 * 1024
/** Columns of a file: the widest official layout has 25. */
export const IMPORT_COLUMNS_MAX = 200
/** Characters of one field: objectives in CORDIS reach 10,000. More is a quotation mark that was never closed. */
export const IMPORT_FIELD_LENGTH_MAX = 100_000

export const IMPORT_LIMITS: ImportLimits = { rows: IMPORT_ROWS_MAX, bytes: IMPORT_BYTES_MAX, columns: IMPORT_COLUMNS_MAX, fieldLength: IMPORT_FIELD_LENGTH_MAX }
