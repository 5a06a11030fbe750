/** The log of rankings shown: which list a broker saw, for which question, on which run, in which order, with which scores. */
import { z } from 'zod'
import { pageOf } from './page.ts'
import { Timestamp } from './scalars.ts'

export const RANKED_LISTS = ['bridges', 'partners'] as const

const logged = {
  id: z.string(),
  list: z.enum(RANKED_LISTS),
  question: z.record(z.string(), z.unknown()).describe('what was asked: organisation, sides, filters, place of the first row'),
  run: z.string(),
  confidential: z.boolean().describe('it rests on what brokers alone may see, and is told to them alone'),
  shownAt: Timestamp.describe('the first time on that day'),
  shown: z.number().int().describe('organisations shown; those beyond the limit of the log are counted here alone')
}
export const RankingSummary = z.object({ ...logged, madeFor: z.object({ organisation: z.string(), name: z.string().nullable().describe('null: it is no longer in the data') }).nullable().describe('the organisation that looks for partners; null: the list is for none'), first: z.object({ organisation: z.string(), name: z.string().nullable(), score: z.number().nullable() }).nullable().describe('null: the list was empty') })
export type RankingSummary = z.infer<typeof RankingSummary>

export const Ranking = z.object({
  ...logged,
  organisations: z.array(z.object({
    place: z.number().int().describe('1: at the top'), organisation: z.string(),
    name: z.string().nullable().describe('as it is called now; null: it is no longer in the data'), country: z.string().nullable(), score: z.number().nullable()
  }))
})
export type Ranking = z.infer<typeof Ranking>

export const RankingPage = pageOf(RankingSummary).extend({ loggedToday: z.number().int(), dayMax: z.number().int().describe('lists kept of one day, UTC; what is shown beyond them is not logged'), logging: z.boolean().describe('false: the service is read-only and logs no list it shows') })
export type RankingPage = z.infer<typeof RankingPage>
