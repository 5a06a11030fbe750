/**
 * A matrix with labels country.sector or country_sector in its first column and first line. Columns that no row has are final demand: a country, or
 * country.category. Rows OUT and VA and a column OUT are output and value added. Final demand and output may be in files of their own.
 */
import type { Context } from '../../analysis/context.ts'
import { openCsv } from './csv-rows.ts'
import type { CsvFile, CsvOptions, TableFile } from './csv-rows.ts'
import type { Draft, Missing } from './draft.ts'
import { nodeOf } from './grid.ts'
import { readMatrix } from './matrix-file.ts'
import type { MatrixFile } from './matrix-file.ts'
import { readOutput } from './output-file.ts'
import { nodeMeaning, placeMatrix } from './place-matrix.ts'
import type { Meaning } from './place-matrix.ts'
import { TableFileError } from './table-file-error.ts'

const FOOTS: [labels: RegExp, what: 'output' | 'valueAdded' | 'taxes'][] = [
  [/^(OUT|OUTPUT|TOTAL)$/i, 'output'],
  [/^(VA|VALU|VALUE[ _]ADDED)$/i, 'valueAdded'],
  [/^(TLS|TAXSUB|TAXES)$/i, 'taxes']
]
export const footOf = (label: string): Meaning | null => {
  const found = FOOTS.find(([labels]) => labels.test(label))
  return found === undefined ? null : { is: 'foot', what: found[1] }
}

export async function readLabelled (table: CsvFile, files: { final?: TableFile, output?: TableFile }, options: CsvOptions, context: Context): Promise<Draft> {
  const missing: Missing = { count: 0, cells: [] }
  const flows = await readMatrix(table, context)
  const matrix = files.final === undefined ? flows : beside(flows, await readMatrix(await openCsv(files.final, options), context))
  const sectors = new Set([...matrix.rows.keys()].filter(label => footOf(label) === null))
  refuseCutRows(matrix, sectors)
  const demand = (label: string): Meaning => {
    const { country, sector } = nodeOf(label) ?? { country: label, sector: '' }
    return { is: 'final', country, category: sector }
  }
  const draft = placeMatrix(matrix, {
    format: 'labelled-matrix',
    notes: [],
    row: label => footOf(label) ?? nodeMeaning(label),
    column: label => sectors.has(label) ? nodeMeaning(label) : footOf(label) ?? demand(label)
  }, missing)
  if (files.output === undefined) return draft
  const { name, output, valueAdded } = await readOutput(files.output, options, missing, context)
  const { grid } = draft
  const stated = (values: Map<string, number>): Float64Array => {
    const found = new Float64Array(grid.n)
    for (const [label, value] of values) {
      const place = nodeOf(label)
      const at = place === null ? -1 : grid.indexOf(place)
      if (at < 0) throw new TableFileError(name, { value: label }, `a country-sector of ${table.name}`)
      found[at] = value
    }
    for (const label of sectors) if (!values.has(label)) throw new TableFileError(name, {}, `a row for each country-sector of ${table.name}, and there is none for ${label}: the file is cut short`)
    return found
  }
  return { ...draft, output: stated(output), valueAdded: valueAdded === null ? draft.valueAdded : stated(valueAdded) }
}

/** Where the last rows are missing, their columns would pass for final demand: no category of it is called as a sector is. */
function refuseCutRows ({ name, columns }: MatrixFile, labels: ReadonlySet<string>): void {
  const sectors = new Set([...labels].flatMap(label => nodeOf(label)?.sector ?? []))
  const cut = columns.find(column => !labels.has(column) && footOf(column) === null && sectors.has(nodeOf(column)?.sector ?? ''))
  if (cut !== undefined) throw new TableFileError(name, { row: 1, column: cut }, 'a row for each column of a country and sector, and there is none for it: the file is cut short, or a category of final demand is called as a sector is')
}

/** Final demand to the right of the flows, row by row. */
function beside (flows: MatrixFile, final: MatrixFile): MatrixFile {
  const columns = [...flows.columns, ...final.columns]
  for (const [label, row] of flows.rows) {
    const more = final.rows.get(label)
    if (more === undefined && footOf(label) === null) throw new TableFileError(final.name, {}, `a row for each of ${flows.name}, and there is none for ${label}: the file is cut short`)
    const values = new Float64Array(columns.length)
    values.set(row.values)
    if (more !== undefined) values.set(more.values, flows.columns.length)
    row.values = values
  }
  for (const [label, { line }] of final.rows) if (!flows.rows.has(label)) throw new TableFileError(final.name, { row: line, value: label }, `a label that ${flows.name} has too`)
  return { name: flows.name, columns, rows: flows.rows }
}
