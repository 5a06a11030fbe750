/** What the regions of a group have declared, as far as somebody stands by its codes: those that came with it, and those that were confirmed. */
import type { ContentOf } from '../../contract/workspace-items.ts'
import type { Reference } from '../../reference/reference.ts'
import type { GroupPart } from '../choose-regions.ts'
import { isSameRegion } from '../choose-regions.ts'
import { itemsOf } from '../workspace-state.ts'
import type { WorkspaceState } from '../workspace-state.ts'

export type WorkspacePriority = ContentOf<'declared'>['priorities'][number]

export interface DeclaredByRegion {
  /** By place of the region in the group, in the order they were entered. */
  regions: Array<{
    /** With codes that somebody stands by. */
    coded: WorkspacePriority[]
    /** Codes found in its words wait for somebody to confirm them. */
    suggested: WorkspacePriority[]
    /** Nobody has said what it is about in codes. */
    uncoded: WorkspacePriority[]
  }>
  /** Regions that are not in the group (any more), as they were entered. */
  elsewhere: string[]
}

export function declaredByRegion (state: Pick<WorkspaceState, 'items'>, parts: readonly GroupPart[], reference: Reference): DeclaredByRegion {
  const regions: DeclaredByRegion['regions'] = parts.map(() => ({ coded: [], suggested: [], uncoded: [] }))
  const elsewhere = new Set<string>()
  for (const { content: { region, priorities } } of itemsOf(state, 'declared')) {
    const place = parts.findIndex(({ code }) => isSameRegion(code, region, reference))
    if (place < 0) elsewhere.add(region)
    else for (const priority of priorities) regions[place][standingOf(priority)].push(priority)
  }
  return { regions, elsewhere: [...elsewhere].sort() }
}

const standingOf = ({ mapping, domains, sectors }: WorkspacePriority): 'coded' | 'suggested' | 'uncoded' =>
  domains.length + sectors.length === 0 ? 'uncoded' : mapping === 'suggested' ? 'suggested' : 'coded'
