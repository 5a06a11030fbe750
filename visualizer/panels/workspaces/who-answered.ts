/** How many of those who were asked to rate have done so, counted as the evidence of the page counts them. */
import { reachOf } from '../../../services/contract/workspace-access.ts'
import type { Workspace } from '../../../services/contract/workspace-items.ts'

/** Asked: by a link that works, or by a form; whoever answered before the link was revoked was asked too. Answered: at least one priority. */
export function countAnswered ({ items }: Pick<Workspace, 'items'>): { asked: number, answered: number } {
  const writers = new Set(items.flatMap(({ content }) => content?.type === 'rating' ? [content.participant] : []))
  const asked = items.filter(({ id, content }) => content?.type === 'participant' && reachOf(content.role, 'write rating') !== 'none' && (!content.revoked || writers.has(id)))
  return { asked: asked.length, answered: asked.filter(({ id }) => writers.has(id)).length }
}
