/** A list as a CSV file, written as its rows arrive. */
import type { ExportContext } from './about.ts'
import { aboutExport } from './about.ts'
import type { Column } from './csv.ts'
import { csvStream } from './csv.ts'

export interface ListExport<Row> {
  /** Word of the list: organisations, clusters, results, bridges. */
  list: string
  columns: Array<Column<Row>>
  batches: AsyncIterable<readonly Row[]>
  context: Omit<ExportContext, 'clusterLabel'>
  byteOrderMark?: boolean
}

export interface StreamedFile<Chunk = string> { contentType: string, fileName: string, body: AsyncIterable<Chunk> }

export const exportList = <Row>({ list, columns, batches, context, byteOrderMark }: ListExport<Row>): StreamedFile => ({
  contentType: 'text/csv; charset=utf-8; header=present',
  fileName: `amber-road-${list}-${context.run.id}.csv`,
  body: csvStream(batches, { columns, about: aboutExport(`All ${list} that pass the filter`, context), byteOrderMark })
})
