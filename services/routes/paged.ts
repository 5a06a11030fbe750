/** Pages of a store's list and pages of a computed list, with cursors. */
import type { Page } from '../contract/page.ts'
import { decodeCursor, encodeCursor } from '../http/cursor.ts'
import type { After, ListRequest, Rows } from '../store/graph-store.ts'

interface Paging { limit: number, cursor?: string }

/** `scope` names the list, its filter and its order. */
export async function pageOfRows<Row> (scope: unknown, { limit, cursor }: Paging, list: (request: ListRequest) => Promise<Rows<Row>>): Promise<Page<Row>> {
  const { rows, total, next } = await list({ limit, after: decodeCursor<After>(scope, cursor) })
  return { items: rows, total, nextCursor: next === null ? null : encodeCursor(scope, next) }
}

export async function pageOfItems<Item> (scope: unknown, { limit, cursor }: Paging, list: (offset: number, limit: number) => Promise<{ items: Item[], total: number }> | { items: Item[], total: number }): Promise<Page<Item>> {
  const offset = decodeCursor<number>(scope, cursor) ?? 0
  const { items, total } = await list(offset, limit)
  const next = offset + items.length
  return { items, total, nextCursor: next < total ? encodeCursor(scope, next) : null }
}
