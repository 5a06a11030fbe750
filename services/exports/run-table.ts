/** A table of a run as a file: CSV, or JSON by row. */
import type { TABLE_FORMATS } from '../contract/vocabulary.ts'
import { aboutExport } from './about.ts'
import type { ExportContext } from './about.ts'
import { csvText } from './csv.ts'
import type { Cell } from './csv.ts'
import type { ExportedFile } from './export-view.ts'

export interface TableToExport { name: string, columns: Record<string, Cell[]>, rowsLeftOut: number, /** Of the things in it, by id. */ names?: Record<string, string> | undefined, byteOrderMark?: boolean, context: Omit<ExportContext, 'clusterLabel' | 'filter'> }

export function exportTable (format: typeof TABLE_FORMATS[number], { name, columns, rowsLeftOut, names, byteOrderMark, context }: TableToExport): ExportedFile {
  const headers = Object.keys(columns)
  const rows = Array.from({ length: headers.length === 0 ? 0 : columns[headers[0]].length }, (_, i) => i)
  const about = [...aboutExport(`Table ${name}`, { ...context, filter: {} }), { key: 'rowsLeftOut', value: String(rowsLeftOut) }]
  const fileName = `amber-road-${name.replace(/[^A-Za-z0-9-]/g, '-')}-${context.run.id}.${format}`
  if (format === 'json') return { contentType: 'application/json; charset=utf-8', fileName, body: JSON.stringify({ about, rowsLeftOut, names, rows: rows.map(i => Object.fromEntries(headers.map(header => [header, columns[header][i]]))) }) }
  return { contentType: 'text/csv; charset=utf-8; header=present', fileName, body: csvText(rows, { columns: headers.map(header => ({ header, value: (i: number) => columns[header][i] })), about, byteOrderMark }) }
}
