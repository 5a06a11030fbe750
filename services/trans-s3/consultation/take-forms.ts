/** Ratings from filled-in consultation forms: each person of a form becomes a participant without name or link. All of a file, or nothing. */
import type { ItemContent } from '../../contract/workspace-items.ts'
import { Participant, Rating } from '../../contract/workspace-items.ts'
import { ServiceError } from '../../errors.ts'
import { isSameRegion } from '../choose-regions.ts'
import type { FilledForm } from './consultation-form.ts'
import { ratingsOver } from '../check-item.ts'
import { need } from '../may.ts'
import { changeWorkspace, newItemId } from '../workspace-records.ts'
import { itemsOf, settingsOf, stageOf } from '../workspace-state.ts'
import type { Writing } from '../write-items.ts'

/** `form`: SHA-256 of the file. CONFLICT where it was read before, where ratings are not taken any more, and in a demonstration. */
export async function takeForms ({ store, workspace, by, reference, clock }: Writing, people: readonly FilledForm[], form: string): Promise<void> {
  need(by, 'fill in forms')
  await changeWorkspace(store, workspace, by, null, clock, state => {
    const { demonstration, group } = settingsOf(state)
    if (demonstration) throw new ServiceError('CONFLICT', 'A demonstration has no participants, and takes no ratings. Begin a workspace of your own.')
    if (stageOf(state, 'consultation').content.state !== 'open') throw ratingsOver(state)
    const twin = itemsOf(state, 'participant').find(({ content }) => content.form === form)
    if (twin !== undefined) throw new ServiceError('CONFLICT', `This very file was read on ${twin.savedAt.slice(0, 10)} already: its answers would count twice.`)
    const contents: ItemContent[] = []
    for (const [i, { helix, region, ratings }] of people.entries()) {
      const participant = newItemId(state.id, state.version + 1, contents.length)
      const asked = group.regions.find(code => isSameRegion(code, region, reference)) ?? region
      contents.push(
        // Revoked: nobody comes in by it. Not the name of the sheet, which somebody may have given his own.
        Participant.parse({ type: 'participant', name: `Form ${state.version + 1}.${i + 1}`, role: 'stakeholder', region: asked, helix, expiresAt: clock().toISOString(), revoked: true, form }),
        ...ratings.map(rating => Rating.parse({ type: 'rating', participant, ...rating }))
      )
    }
    return contents.map(content => ({ item: null, basedOn: 0, content }))
  })
}
