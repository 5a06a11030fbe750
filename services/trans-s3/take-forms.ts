/** Ratings from filled-in consultation forms: each person of a form becomes a participant without name or link. All of a file, or nothing. */
import type { ItemContent } from '../contract/workspace-items.ts'
import { Participant, Rating } from '../contract/workspace-items.ts'
import { ServiceError } from '../errors.ts'
import { isSameRegion } from './choose-regions.ts'
import type { FilledForm } from './consultation-form.ts'
import { need } from './may.ts'
import { changeWorkspace, newItemId } from './workspace-records.ts'
import { settingsOf, stageOf } from './workspace-state.ts'
import type { Writing } from './write-items.ts'

/** CONFLICT where consultation is closed, or the workspace is a demonstration. */
export async function takeForms ({ store, workspace, by, reference, clock }: Writing, people: readonly FilledForm[]): Promise<void> {
  need(by, 'fill in forms')
  await changeWorkspace(store, workspace, by, null, clock, state => {
    const { demonstration, group } = settingsOf(state)
    if (demonstration) throw new ServiceError('CONFLICT', 'A demonstration has no participants, and takes no ratings. Begin a workspace of your own.')
    if (stageOf(state, 'consultation').content.state === 'closed') throw new ServiceError('CONFLICT', 'The step consultation is closed: ratings are not taken any more. The coordinator can re-open it, with a reason.')
    const contents: ItemContent[] = []
    for (const { sheet, helix, region, ratings } of people) {
      const participant = newItemId(state.id, state.version + 1, contents.length)
      const asked = group.regions.find(code => isSameRegion(code, region, reference)) ?? region
      contents.push(
        // Revoked: nobody comes in by it.
        Participant.parse({ type: 'participant', name: sheet, role: 'stakeholder', region: asked, helix, expiresAt: clock().toISOString(), revoked: true }),
        ...ratings.map(rating => Rating.parse({ type: 'rating', participant, ...rating }))
      )
    }
    return contents.map(content => ({ item: null, basedOn: 0, content }))
  })
}
