/** What changed in a workspace between two of its versions, item by item and field by field. */
import { isDeepStrictEqual } from 'node:util'
import type { ItemContent } from '../contract/workspace-items.ts'
import type { WorkspaceState } from './workspace-state.ts'

export interface ItemDifference { item: string, type: ItemContent['type'], change: 'made' | 'changed' | 'removed', before: ItemContent | null, after: ItemContent | null, fields: string[] }

/** In the order of the later version, what was taken out last; items that are the same are left out. `fields`: those that differ, by name. */
export function compareVersions (earlier: WorkspaceState, later: WorkspaceState): ItemDifference[] {
  const before = new Map(earlier.items.map(({ id, content }) => [id, content]))
  const after = new Map(later.items.map(({ id, content }) => [id, content]))
  return [...new Set([...after.keys(), ...before.keys()])].flatMap(item => {
    const [was, is] = [before.get(item) ?? null, after.get(item) ?? null]
    const fields = [...new Set([...Object.keys(was ?? {}), ...Object.keys(is ?? {})])].filter(field => !isDeepStrictEqual(fieldOf(was, field), fieldOf(is, field)))
    if (fields.length === 0) return []
    return [{ item, type: (is ?? was!).type, change: was === null ? 'made' as const : is === null ? 'removed' as const : 'changed' as const, before: was, after: is, fields }]
  })
}

const fieldOf = (content: ItemContent | null, field: string): unknown => content === null ? undefined : (content as unknown as Record<string, unknown>)[field]
