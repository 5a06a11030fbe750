/** Paging: cursor in, items and the next cursor out. A cursor is opaque and bound to the list's filter and order. */
import { z } from 'zod'
import { decimal } from './decimal.ts'

export const PAGE_LIMIT_DEFAULT = 50
/** Most rows a page may carry: keeps an answer under about 1 MB. Whole lists are exports. */
export const PAGE_LIMIT_MAX = 500

export const PageQuery = z.object({
  limit: decimal(z.number().int().min(1).max(PAGE_LIMIT_MAX)).default(PAGE_LIMIT_DEFAULT),
  cursor: z.string().max(1000).optional()
})
export type PageQuery = z.infer<typeof PageQuery>

export const pageOf = <Item extends z.ZodType>(item: Item) => z.object({
  items: z.array(item), total: z.number().int(), nextCursor: z.string().nullable()
})
export interface Page<Item> { items: Item[], total: number, nextCursor: string | null }

/** Which end of a sorted list comes first; what is not defined comes last either way. */
export const SortOrder = z.enum(['descending', 'ascending'])
export type SortOrder = z.infer<typeof SortOrder>

/** Characters of one word of a list and its comma. */
const WORD_LENGTH_MAX = 20
/** Comma-separated list in a query string: country=DK,SE. `most`: words in it. */
export const commaList = <Item extends z.ZodType<unknown, string>>(item: Item, most = 100) =>
  z.string().max(most * WORD_LENGTH_MAX).transform(text => text.split(',').map(part => part.trim()).filter(part => part !== '')).pipe(z.array(item).min(1).max(most))
