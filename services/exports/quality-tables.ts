/** What the data covers and lacks, and entries that may be one organisation, as CSV or JSON. */
import type { Coverage } from '../contract/coverage.ts'
import type { DuplicateCandidate } from '../contract/duplicate.ts'
import type { DataSource } from '../contract/network.ts'
import type { TABLE_FORMATS } from '../contract/vocabulary.ts'
import type { AboutLine } from './about.ts'
import { sourceLines } from './about.ts'
import type { Column } from './csv.ts'
import { csvText } from './csv.ts'
import type { ExportedFile } from './export-view.ts'

type TableFormat = typeof TABLE_FORMATS[number]

export interface QualityContext { revision: number, sources: readonly DataSource[], cautions: readonly string[] }

interface CountLine { table: string, of: string, value: string, count: number, total: number | null }

const COUNT_COLUMNS: Array<Column<CountLine>> = [
  { header: 'table', value: line => line.table }, { header: 'of', value: line => line.of }, { header: 'value', value: line => line.value },
  { header: 'count', value: line => line.count }, { header: 'total', value: line => line.total }
]

/** One line for each count: the table, of which country, source or subject, which value or lack, how many, and of how many. */
export function coverageFile (coverage: Coverage, format: TableFormat, context: QualityContext): ExportedFile {
  const about = aboutQuality('What the data covers and lacks, whole store', context)
  if (format === 'json') return file('coverage', format, JSON.stringify({ about, ...coverage }))
  const lines: CountLine[] = [
    ...Object.entries(coverage.by).flatMap(([key, counts]) => counts.map(({ value, count }) => ({ table: `organisations by ${key}`, of: key, value, count, total: coverage.organisations }))),
    ...coverage.gaps.flatMap(({ country, organisations, ...lacks }) => Object.entries(lacks).map(([value, count]) => ({ table: 'organisations', of: country, value, count, total: organisations }))),
    ...coverage.networks.flatMap(({ source, networks, ...lacks }) => Object.entries(lacks).map(([value, count]) => ({ table: 'networks', of: source, value, count, total: value.startsWith('members') ? null : networks }))),
    ...coverage.connections.map(({ source, kind, n }) => ({ table: 'links and memberships', of: source, value: kind, count: n, total: null })),
    ...coverage.years.map(({ subject, bound, year, n }) => ({ table: `${subject} ${bound}`, of: subject, value: year, count: n, total: null }))
  ]
  return file('coverage', format, csvText(lines, { columns: COUNT_COLUMNS, about, byteOrderMark: true }))
}

const SIDES = ['first', 'second'] as const
const DUPLICATE_COLUMNS: Array<Column<DuplicateCandidate>> = [
  { header: 'band', value: row => row.band }, { header: 'score', value: row => row.reasons.score }, { header: 'nameSimilarity', value: row => row.reasons.name },
  { header: 'place', value: row => row.reasons.place }, { header: 'sharedIdentifiers', value: row => row.reasons.identifiers.join(' ') }, { header: 'sharedNetworks', value: row => row.sharedNetworks },
  { header: 'decision', value: row => row.decision },
  ...SIDES.flatMap((side): Array<Column<DuplicateCandidate>> => [
    { header: `${side}Id`, value: row => row[side].organisation.id }, { header: `${side}Name`, value: row => row[side].organisation.name },
    { header: `${side}Country`, value: row => row[side].organisation.country }, { header: `${side}City`, value: row => row[side].organisation.city },
    { header: `${side}Identifiers`, value: row => row[side].organisation.identifiers.map(({ scheme, value }) => `${scheme}:${value}`).join(' ') },
    { header: `${side}Links`, value: row => row[side].links }, { header: `${side}Memberships`, value: row => row[side].memberships }
  ])
]

export function duplicatesFile (pairs: DuplicateCandidate[], format: TableFormat, context: QualityContext): ExportedFile {
  const about = aboutQuality('Entries that may be one organisation; nothing is merged', context)
  return file('duplicates', format, format === 'json' ? JSON.stringify({ about, items: pairs }) : csvText(pairs, { columns: DUPLICATE_COLUMNS, about, byteOrderMark: true }))
}

const file = (name: string, format: TableFormat, body: string): ExportedFile =>
  ({ contentType: format === 'json' ? 'application/json; charset=utf-8' : 'text/csv; charset=utf-8; header=present', fileName: `amber-road-${name}.${format}`, body })

function aboutQuality (content: string, { revision, sources, cautions }: QualityContext): AboutLine[] {
  return [{ key: 'content', value: content }, { key: 'revision', value: String(revision) }, ...cautions.map(value => ({ key: 'caution', value })), ...sourceLines(sources)]
}
