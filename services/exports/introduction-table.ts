/** Introductions as CSV: one row for each, in the order they are due. */
import type { Introduction } from '../contract/introduction.ts'
import { csvText } from './csv.ts'
import type { Column } from './csv.ts'

const COLUMNS: Array<Column<Introduction>> = [
  { header: 'id', value: row => row.id },
  { header: 'state', value: row => row.state },
  { header: 'organisation', value: row => row.of.id },
  { header: 'organisationName', value: row => row.of.name },
  { header: 'organisationCountry', value: row => row.of.country },
  { header: 'candidate', value: row => row.candidate.id },
  { header: 'candidateName', value: row => row.candidate.name },
  { header: 'candidateCountry', value: row => row.candidate.country },
  { header: 'through', value: row => row.through.map(({ name }) => name).join('; ') },
  { header: 'nextStep', value: row => row.nextStep },
  { header: 'followUp', value: row => row.followUp },
  { header: 'overdue', value: row => row.overdue },
  { header: 'startedAt', value: row => row.startedAt },
  { header: 'changedAt', value: row => row.changedAt },
  { header: 'linkKind', value: row => row.outcome?.linkKind ?? null },
  { header: 'link', value: row => row.outcome?.link ?? null },
  { header: 'context', value: row => row.context },
  { header: 'run', value: row => row.run },
  { header: 'lastNote', value: row => row.history.findLast(({ note }) => note !== '')?.note ?? null }
]

export const introductionsCsv = (introductions: Introduction[], { softwareVersion, byteOrderMark }: { softwareVersion: string, byteOrderMark: boolean }): string => csvText(introductions, {
  columns: COLUMNS, byteOrderMark,
  about: [{ key: 'content', value: 'Introductions that pass the filter, those overdue first' }, { key: 'software', value: `Amber Road ${softwareVersion}` }]
})
