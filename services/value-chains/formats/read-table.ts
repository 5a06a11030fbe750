/** A table from its files: the format is told from the heading of the main file, or named. */
import type { Context } from '../../analysis/context.ts'
import type { INPUT_OUTPUT_FORMATS } from '../../contract/value-chains.ts'
import { checkTable, TableRefused } from '../check-table.ts'
import type { TableCheck } from '../check-table.ts'
import { flowSums, overPartners } from '../sums.ts'
import { hashOf } from '../table-hash.ts'
import type { InputOutputTable, TableLabels } from '../table.ts'
import { openCsv } from './csv-rows.ts'
import type { CsvFile, CsvOptions, TableFile } from './csv-rows.ts'
import type { Draft } from './draft.ts'
import { isFigaro, readFigaro } from './figaro.ts'
import { isHeaderless, readHeaderless } from './headerless-matrix.ts'
import { readLabelled } from './labelled-matrix.ts'
import { isLong, readLong } from './long-csv.ts'
import { readNames } from './names-file.ts'
import { isOecd, readOecd } from './oecd-icio.ts'
import { TableFileError } from './table-file-error.ts'

export type { TableFile } from './csv-rows.ts'

export type TableFormat = typeof INPUT_OUTPUT_FORMATS[number]

export interface ReadTableOptions extends CsvOptions {
  format?: TableFormat
  title?: string
  year?: number
  unit?: string
  source?: string
}

/** Throws TableFileError where a file cannot be read, TableRefused where what it says cannot be a table. No file stays open. */
export async function readTable (files: TableFile[], options: ReadTableOptions, context: Context): Promise<{ table: InputOutputTable, checks: TableCheck[] }> {
  const opened: Array<() => Promise<unknown>> = []
  try {
    return await readFiles(files, { ...options, opened }, context)
  } finally {
    await Promise.all(opened.map(close => close()))
  }
}

async function readFiles (files: TableFile[], options: ReadTableOptions, context: Context): Promise<{ table: InputOutputTable, checks: TableCheck[] }> {
  const main = only(files, 'table')
  if (main === undefined) throw new TableFileError(files[0]?.name ?? 'files', {}, 'a file of the role "table"')
  const csv = await openCsv(main, options)
  const draft = await READERS[options.format ?? formatOf(csv)](csv, files, options, context)
  const { countries, sectors } = draft.grid
  const names = only(files, 'names')
  return finished(draft, { countries, sectors, ...names === undefined ? { countryNames: countries, sectorNames: sectors } : await readNames(names, draft.grid, options, context) }, options)
}

const READERS: Record<TableFormat, (csv: CsvFile, files: TableFile[], options: CsvOptions, context: Context) => Promise<Draft>> = {
  'long-csv': (csv, files, options, context) => readLong(csv, { final: needed(files, 'final', csv), output: only(files, 'output') }, options, context),
  'labelled-matrix': (csv, files, options, context) => readLabelled(csv, { final: only(files, 'final'), output: only(files, 'output') }, options, context),
  'headerless-matrix': (csv, files, options, context) => readHeaderless(csv, needed(files, 'countries', csv), options, context),
  'oecd-icio': (csv, _files, _options, context) => readOecd(csv, context),
  figaro: (csv, _files, _options, context) => readFigaro(csv, context)
}

function formatOf (csv: CsvFile): TableFormat {
  if (isLong(csv)) return 'long-csv'
  if (isHeaderless(csv)) return 'headerless-matrix'
  if (isFigaro(csv)) return 'figaro'
  return isOecd(csv) ? 'oecd-icio' : 'labelled-matrix'
}

function only (files: TableFile[], role: TableFile['role']): TableFile | undefined {
  const [file, second] = files.filter(file => file.role === role)
  if (second !== undefined) throw new TableFileError(second.name, {}, `one file of the role "${role}", and ${file.name} is one`)
  return file
}

function needed (files: TableFile[], role: TableFile['role'], csv: CsvFile): TableFile {
  const file = only(files, role)
  if (file === undefined) throw new TableFileError(csv.name, {}, `a second file beside it, of the role "${role}": this format needs one`)
  return file
}

function finished (draft: Draft, labels: TableLabels, { title, year, unit, source }: ReadTableOptions): { table: InputOutputTable, checks: TableCheck[] } {
  const { grid: { countries, n, named }, intermediate, finalDemand, inventoryChange, taxes } = draft
  const notes = [...draft.notes]
  const { sold, bought } = flowSums(intermediate, n)
  const final = overPartners({ n, countryCount: countries.length }, finalDemand)
  if (draft.output === null) notes.push('The files state no output: it is what each row sells in all.')
  if (draft.valueAdded === null) notes.push('The files state no value added: it is output less intermediate inputs, taxes less subsidies on them included where they are not stated apart.')
  if (named < n) notes.push(`${n - named} of ${n} country-sectors are not in the files and are zero.`)
  const output = draft.output ?? sold.map((value, i) => value + final[i])
  const valueAdded = draft.valueAdded ?? output.map((value, j) => value - bought[j] - taxes[j])
  const content = { labels, intermediate, finalDemand, output, valueAdded, inventoryChange }
  const table: InputOutputTable = {
    hash: hashOf(content),
    about: { title: title ?? 'Input-output table', year: year ?? null, unit: unit ?? 'unit of the file', source: source ?? 'not stated', format: draft.format, notes },
    ...content
  }
  const checks = checkTable(table, { taxes, missing: draft.missing, statedOutput: draft.output !== null, statedValueAdded: draft.valueAdded !== null, absent: n - named })
  if (checks.some(check => check.decision === 'refuse')) throw new TableRefused(checks)
  return { table, checks }
}
