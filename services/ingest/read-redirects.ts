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

function follow (direct: Map<string, string>, id: string): string {
  let at = id
  for (let next = direct.get(at); next !== undefined; next = direct.get(at)) at = next
  return at
}
