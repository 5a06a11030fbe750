/** Where the ids of merged organisations lead, so that neither a reader nor an import finds them again as organisations of their own. */
import type { GraphStore } from '../store/graph-store.ts'

/** Records read at once. */
const BATCH_SIZE = 500

/** Merged id -> id of the organisation it is part of now, over any number of merges. Empty where nothing was merged. */
export async function readRedirects (store: Pick<GraphStore, 'listRecords'>): Promise<Map<string, string>> {
  const direct = new Map<string, string>()
  for (let after = null, more = true; more;) {
    const { rows, next } = await store.listRecords({ kind: 'merge' }, { limit: BATCH_SIZE, after })
    for (const { id, document } of rows) direct.set(id, (document as { kept: string }).kept)
    after = next as null
    more = next !== null
  }
  return new Map([...direct.keys()].map(id => [id, follow(direct, id)]))
}

/** Where the id of a merged organisation leads; null for any other. */
export async function mergedInto (store: Pick<GraphStore, 'getRecord'>, id: string): Promise<string | null> {
  let kept: string | null = null
  for (let record = await store.getRecord('merge', id); record !== null; record = await store.getRecord('merge', kept)) kept = (record.document as { kept: string }).kept
  return kept
}

/** The id itself, or where it leads. */
export const presentId = async (store: Pick<GraphStore, 'getRecord'>, id: string): Promise<string> => await mergedInto(store, id) ?? id

/** These ids, and every id that leads to one of them: runs made before a merge name the merged one. */
export async function withMergedIds (store: Pick<GraphStore, 'listRecords'>, ids: Iterable<string>): Promise<Set<string>> {
  const all = new Set(ids)
  if (all.size === 0) return all
  const leading = [...await readRedirects(store)].filter(([, kept]) => all.has(kept))
  for (const [id] of leading) all.add(id)
  return all
}

function follow (direct: Map<string, string>, id: string): string {
  let at = id
  for (let next = direct.get(at); next !== undefined; next = direct.get(at)) at = next
  return at
}
