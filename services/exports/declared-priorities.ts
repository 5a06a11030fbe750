/** Declared priorities as CSV, in the columns that their import reads. */
import type { DeclaredPriorities, DeclaredPriority } from '../contract/declared-priorities.ts'
import type { Column } from './csv.ts'
import { csvText } from './csv.ts'

const listed = (codes: string[]): string => codes.join('; ')

const COLUMNS: Array<Column<DeclaredPriority & { region: string }>> = [
  { header: 'region', value: row => row.region },
  { header: 'title', value: row => row.title },
  { header: 'domains', value: row => listed(row.domains) },
  { header: 'sectors', value: row => listed(row.sectors) },
  { header: 'document', value: row => row.document },
  { header: 'website', value: row => row.website },
  { header: 'note', value: row => row.note }
]

export function declaredPrioritiesCsv (declared: readonly DeclaredPriorities[], byteOrderMark: boolean): string {
  const rows = declared.flatMap(({ region, priorities }) => priorities.map(priority => ({ region, ...priority })))
  const about = [
    { key: 'content', value: `Declared priorities: ${rows.length} of ${declared.length} regions` },
    { key: 'caution', value: 'Entered by people from strategy documents; which codes stand for a priority is their reading.' }
  ]
  return csvText(rows, { columns: COLUMNS, about, byteOrderMark })
}
