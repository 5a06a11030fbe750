/** The log of rankings as CSV: one row for each organisation on each list that was shown. */
import { csvStream } from './csv.ts'
import type { Column } from './csv.ts'
import type { StreamedFile } from './export-list.ts'

/** What is written of one list; the caller's log gives it. */
export interface LoggedList {
  id: string
  list: string
  question: Readonly<Record<string, unknown>>
  run: string
  shownAt: string
  shown: number
  organisations: readonly string[]
  scores: ReadonlyArray<number | null>
}
interface Place { ranking: LoggedList, place: number }

const COLUMNS: Array<Column<Place>> = [
  { header: 'ranking', value: ({ ranking }) => ranking.id },
  { header: 'shownAt', value: ({ ranking }) => ranking.shownAt },
  { header: 'list', value: ({ ranking }) => ranking.list },
  { header: 'run', value: ({ ranking }) => ranking.run },
  { header: 'question', value: ({ ranking }) => JSON.stringify(ranking.question) },
  { header: 'shown', value: ({ ranking }) => ranking.shown },
  { header: 'place', value: ({ place }) => place },
  { header: 'organisation', value: ({ ranking, place }) => ranking.organisations[place - 1] },
  { header: 'score', value: ({ ranking, place }) => ranking.scores[place - 1] }
]

export const exportRankings = (batches: AsyncIterable<LoggedList[]>, { softwareVersion, byteOrderMark }: { softwareVersion: string, byteOrderMark: boolean }): StreamedFile => ({
  contentType: 'text/csv; charset=utf-8; header=present',
  fileName: 'amber-road-rankings.csv',
  body: csvStream(places(batches), {
    columns: COLUMNS, byteOrderMark,
    about: [
      { key: 'content', value: 'Lists that were shown, the newest first: each organisation with its place and score' },
      { key: 'software', value: `Amber Road ${softwareVersion}` },
      { key: 'caution', value: 'A score is a shortlist mark on recorded links, not a verdict.' }
    ]
  })
})

async function * places (batches: AsyncIterable<LoggedList[]>): AsyncGenerator<Place[]> {
  for await (const batch of batches) yield batch.flatMap(ranking => ranking.organisations.map((_, i) => ({ ranking, place: i + 1 })))
}
