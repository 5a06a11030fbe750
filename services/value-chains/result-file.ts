/** A result as CSV or JSON, in pieces: a matrix of a large table is millions of rows. */
import { csvLine } from '../csv-line.ts'
import type { ResultTable, ValueChainResult } from './measure.ts'
import { columnsOf, resultRows } from './result-rows.ts'
import type { RowFilter } from './result-rows.ts'
import type { System } from './system.ts'

/** Rows joined to one piece of text. */
const ROWS_AT_ONCE = 1000

export function * resultCsv ({ labels }: Pick<System, 'labels'>, table: ResultTable, filter: RowFilter): Generator<string> {
  const columns = columnsOf(table)
  yield csvLine(columns)
  let lines: string[] = []
  for (const row of resultRows(labels, table, filter)) {
    lines.push(csvLine(columns.map(name => row[name])))
    if (lines.length === ROWS_AT_ONCE) {
      yield lines.join('')
      lines = []
    }
  }
  yield lines.join('')
}

/** Table, measure, identities with their greatest residuals, and the rows of every table of the result. */
export function * resultJson (system: System, about: object, { tables, identities }: ValueChainResult, filter: RowFilter): Generator<string> {
  yield `${JSON.stringify({ ...about, table: { hash: system.hash, ...system.about }, identities }).slice(0, -1)},"tables":{`
  let between = ''
  for (const [name, table] of Object.entries(tables)) {
    yield `${between}${JSON.stringify(name)}:[`
    between = ''
    for (const row of resultRows(system.labels, table, filter)) {
      yield `${between}${JSON.stringify(row)}`
      between = ',\n'
    }
    yield ']'
    between = ','
  }
  yield '}}\n'
}
