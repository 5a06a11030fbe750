/** The values of a run as a file: rows as CSV or JSON, written as they come, or whole columns as an Apache Arrow stream or in JSON. */
import { columnFromArray, float64, tableFromColumns, tableToIPC, utf8 } from '@uwdata/flechette'
import type { RESULT_FORMATS } from '../contract/vocabulary.ts'
import { aboutExport } from './about.ts'
import type { AboutLine } from './about.ts'
import type { Cell, Column } from './csv.ts'
import { exportList } from './export-list.ts'
import type { ListExport, StreamedFile } from './export-list.ts'

export type ResultFormat = typeof RESULT_FORMATS[number]
/** Leading columns that hold text; all others hold numbers. */
const TEXT_COLUMNS = ['id', 'name', 'kind', 'country', 'city', 'cluster']

export function exportResults<Row> (format: ResultFormat, list: ListExport<Row>): StreamedFile<string | Uint8Array> {
  if (format === 'csv') return exportList(list)
  const { columns, batches, context } = list
  const about = aboutExport('All results that pass the filter', context)
  const name = `amber-road-results-${context.run.id}`
  switch (format) {
    case 'json': return { contentType: 'application/json; charset=utf-8', fileName: `${name}.json`, body: rowsAsJson(columns, batches, about) }
    case 'columns': return { contentType: 'application/json; charset=utf-8', fileName: `${name}-columns.json`, body: columnsAsJson(columns, batches, about) }
    case 'arrow': return { contentType: 'application/vnd.apache.arrow.stream', fileName: `${name}.arrows`, body: columnsAsArrow(columns, batches, about) }
  }
}

async function * rowsAsJson<Row> (columns: Array<Column<Row>>, batches: AsyncIterable<readonly Row[]>, about: AboutLine[]): AsyncGenerator<string> {
  let before = `{"about":${JSON.stringify(about)},"rows":[`
  for await (const rows of batches) {
    for (const row of rows) {
      yield `${before}\n${JSON.stringify(Object.fromEntries(columns.map(({ header, value }) => [header, value(row)])))}`
      before = ','
    }
  }
  yield before === ',' ? '\n]}\n' : `${before}]}\n`
}

async function * columnsAsJson<Row> (columns: Array<Column<Row>>, batches: AsyncIterable<readonly Row[]>, about: AboutLine[]): AsyncGenerator<string> {
  const cells = await cellsOf(columns, batches)
  yield `{"about":${JSON.stringify(about)},"columns":{`
  for (const [k, { header }] of columns.entries()) yield `${k === 0 ? '' : ','}\n${JSON.stringify(header)}:${JSON.stringify(cells[k])}`
  yield '\n}}\n'
}

/** One record batch; what the file says of itself is the schema's metadata. */
async function * columnsAsArrow<Row> (columns: Array<Column<Row>>, batches: AsyncIterable<readonly Row[]>, about: AboutLine[]): AsyncGenerator<Uint8Array> {
  const cells = await cellsOf(columns, batches)
  const table = tableFromColumns(columns.map(({ header }, k) => [header, columnFromArray(cells[k], TEXT_COLUMNS.includes(header) ? utf8() : float64())]))
  table.schema.metadata = new Map(about.map(({ key, value }) => [key, value]))
  yield tableToIPC(table, { format: 'stream' }) as Uint8Array
}

async function cellsOf<Row> (columns: Array<Column<Row>>, batches: AsyncIterable<readonly Row[]>): Promise<Cell[][]> {
  const cells: Cell[][] = columns.map(() => [])
  for await (const rows of batches) for (const row of rows) columns.forEach(({ value }, k) => cells[k].push(value(row)))
  return cells
}
