/** A workspace in its consultation, made by hand. */
import type { ItemContent } from '../../services/contract/workspace-items.ts'
import { Settings } from '../../services/contract/workspace-items.ts'
import type { HelixGroup } from '../../services/contract/workspace.ts'
import type { Standing, WorkspaceState } from '../../services/trans-s3/workspace-state.ts'

/** Rates all of the first priority alike; null: invited, and has not answered. */
export interface Person { helix: HelixGroup | null, region: string | null, rate: number | null, comment?: string, revoked?: boolean }

export const itemId = (n: number): string => `wsi-${String(n).padStart(12, '0')}`

export function stateOf (contents: readonly ItemContent[], groupMin = 3): WorkspaceState {
  const settings = Settings.parse({ type: 'settings', title: 'Seven regions', group: { vintage: '2016', regions: ['LT', 'PL84'] }, from: '2027-01-01', to: '2028-12-31', runs: ['run-000000000001'], languages: ['en', 'pl'], groupMin })
  const by = { participant: null, role: 'operator', region: null, helix: null, name: null } as const
  const items = [settings, ...contents].map((content, n): Standing => ({ id: itemId(n), version: 1, workspaceVersion: n + 1, savedAt: '2027-01-02T03:04:05.000Z', by, toReview: false, made: [n + 1, 0], madeBy: by, content }))
  return { id: 'wsp-000000000001', version: items.length, past: null, opened: null, changedAt: '2027-01-02T03:04:05.000Z', items }
}

/** Items: the settings, then priorities, then each person with its rating. */
export function consultationState ({ priorities = ['Bioeconomy'], people, groupMin = 3 }: { priorities?: string[], people: readonly Person[], groupMin?: number }): WorkspaceState {
  const first = priorities.length + 1
  return stateOf([
    ...priorities.map((title): ItemContent => ({ type: 'priority', title, description: '', sectors: [], technologies: [], themes: [], knowledge: [], from: [], state: 'refined', decidedBy: null })),
    ...people.map(({ helix, region, revoked = false }): ItemContent => ({ type: 'participant', name: 'Somebody', role: 'stakeholder', region, helix, expiresAt: '2030-01-01T00:00:00.000Z', issue: 1, revoked, form: null })),
    ...people.flatMap(({ rate, comment = '' }, i): ItemContent[] => rate === null ? [] : [{ type: 'rating', participant: itemId(first + i), priority: itemId(1), importance: rate, readiness: rate, commitment: rate, comment }])
  ], groupMin)
}
