/** Made-up answers, so that a demonstration can show what results of a consultation look like. They are kept apart: in no workspace, no file and no document. */
import { createRandom } from '../../analysis/random.ts'
import type { ContentOf, ItemContent } from '../../contract/workspace-items.ts'
import { Participant, PriorityItem, Rating, SCALE_LEAST, SCALE_MOST } from '../../contract/workspace-items.ts'
import { HELIX_GROUPS } from '../../contract/workspace.ts'
import { idFor } from '../../ids.ts'
import { OPERATOR } from '../may.ts'
import { settingsOf } from '../workspace-state.ts'
import type { Standing, WorkspaceState } from '../workspace-state.ts'

const SEED = 7
/** What the invented people lean to: all for the first, industry and society at odds over the second, science split over the third. */
const EXAMPLES = [
  { title: 'Example A', lean: () => 4 },
  { title: 'Example B', lean: (helix: string) => helix === 'industry' ? 5 : helix === 'society' ? 2 : 3 },
  { title: 'Example C', lean: (helix: string, region: number) => helix === 'science' ? (region % 2 === 0 ? 5 : 1) : 3 }
] as const

/** The state with invented priorities, one person of each helix group in each region, and their answers; nothing else of people. */
export function exampleConsultation (state: WorkspaceState): WorkspaceState {
  const random = createRandom(SEED)
  const kept = state.items.filter(({ content }) => content.type === 'settings' || content.type === 'stage')
  const made: Standing[] = []
  const add = (content: ItemContent): string => {
    const id = idFor('wsi', 'example', String(made.length))
    made.push({ id, version: 1, workspaceVersion: state.version, savedAt: state.changedAt, by: OPERATOR, toReview: false, made: [state.version, made.length], madeBy: OPERATOR, content })
    return id
  }
  const priorities = EXAMPLES.map(({ title }) => add(PriorityItem.parse({ type: 'priority', title, sectors: ['C'], state: 'refined' })))
  const rate = (lean: number): number => Math.min(SCALE_MOST, Math.max(SCALE_LEAST, lean + random.below(3) - 1))
  settingsOf(state).group.regions.forEach((region, r) => {
    for (const helix of HELIX_GROUPS) {
      const participant = add(Participant.parse({ type: 'participant', name: 'Example', role: 'stakeholder', region, helix, expiresAt: state.changedAt, revoked: true }))
      EXAMPLES.forEach(({ lean }, p) => {
        const rating: ContentOf<'rating'> = Rating.parse({ type: 'rating', participant, priority: priorities[p], importance: rate(lean(helix, r)), readiness: rate(3), commitment: rate(lean(helix, r) - 1) })
        add(rating)
      })
    }
  })
  return { ...state, items: [...kept, ...made] }
}
