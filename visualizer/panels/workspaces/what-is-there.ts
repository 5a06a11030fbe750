/** What the workspace itself tells of a line of a checklist: counted, not judged. Whether it is enough is for people to say. */
import { reachOf } from '../../../services/contract/workspace-access.ts'
import type { Workspace } from '../../../services/contract/workspace-items.ts'
import { HELIX_GROUPS } from '../../../services/contract/workspace.ts'
import type { HelixGroup, Stage } from '../../../services/contract/workspace.ts'
import { itemsOf } from '../../api/items-of.ts'

type Of = 'regions' | 'regionsBoth' | 'confirmed' | 'combined' | 'sourced' | 'dissent' | 'priorities' | 'actions' | 'objectives'
/** `groups`: those that have not answered. */
export type Found = { what: Of, n: number, total: number } | { what: 'written' | 'notWritten' } | { what: 'comments' | 'strategies', n: number } | { what: 'groups', n: number, total: number, missing: HelixGroup[] }

/** Null where nothing can be counted, or whoever reads may not know. */
export function whatIsThere (workspace: Pick<Workspace, 'items' | 'you'>, stage: Stage, check: string): Found | null {
  const { regions } = itemsOf(workspace, 'settings')[0].content.group
  const seesPeople = reachOf(workspace.you.role, 'read participant') === 'all'
  const among = <Item>(what: Of, all: readonly Item[], fits: (item: Item) => boolean): Found => ({ what, n: all.filter(fits).length, total: all.length })
  const people = itemsOf(workspace, 'participant')
  const invited = (region: string, role: 'authority' | 'stakeholder'): boolean => people.some(({ content }) => content.region === region && content.role === role && (!content.revoked || content.form !== null))
  const written = (text: string | undefined): Found => ({ what: text === undefined || text === '' ? 'notWritten' : 'written' })
  const charter = itemsOf(workspace, 'charter')[0]?.content
  const priorities = itemsOf(workspace, 'priority').filter(({ content }) => content.state !== 'dropped')
  const ratings = itemsOf(workspace, 'rating')
  switch (`${stage}.${check}`) {
    case 'general.governance': return written(charter?.governance)
    case 'general.vision': return written(charter?.vision)
    case 'general.action-plan': return written(charter?.actionPlan)
    case 'general.monitoring': return written(charter?.monitoring)
    case 'general.participants': return seesPeople ? among('regionsBoth', regions, region => invited(region, 'authority') && invited(region, 'stakeholder')) : null
    case 'common-sets.declared': return among('regions', regions, region => itemsOf(workspace, 'declared').some(({ content }) => content.region === region && content.priorities.length > 0))
    case 'common-sets.mapped': return among('confirmed', itemsOf(workspace, 'declared').flatMap(({ content }) => content.priorities), ({ mapping }) => mapping !== 'suggested')
    case 'common-sets.combinations': return among('combined', priorities, ({ content: { sectors, technologies, themes, knowledge } }) => [sectors, technologies, themes, knowledge].filter(part => part.length > 0).length > 1)
    case 'trends.sources': return among('sourced', itemsOf(workspace, 'note').filter(({ content }) => content.stage === stage), ({ content }) => content.source !== null)
    case 'consultation.invited': return seesPeople ? among('regions', regions, region => invited(region, 'stakeholder')) : null
    case 'consultation.all-groups': {
      if (!seesPeople) return null
      const answered = new Set(ratings.map(({ content }) => content.participant))
      const missing = HELIX_GROUPS.filter(group => !people.some(({ id, content }) => content.helix === group && answered.has(id)))
      return { what: 'groups', n: HELIX_GROUPS.length - missing.length, total: HELIX_GROUPS.length, missing }
    }
    case 'consultation.disagreement': return among('dissent', itemsOf(workspace, 'decision').filter(({ content }) => content.stage === stage), ({ content }) => content.dissent !== '')
    case 'consultation.comments': return seesPeople ? { what: 'comments', n: ratings.filter(({ content }) => content.comment !== '').length } : null
    case 'strategy.objectives': return among('priorities', priorities.filter(({ content }) => content.state === 'final' || content.state === 'assessed'), ({ id }) => itemsOf(workspace, 'objective').some(({ content }) => content.priorities.includes(id)))
    case 'strategy.actions': return among('actions', itemsOf(workspace, 'action'), ({ content: { from, until, means } }) => from !== null && until !== null && means !== '')
    case 'strategy.indicators': return among('objectives', itemsOf(workspace, 'objective'), ({ id }) => itemsOf(workspace, 'indicator').some(({ content }) => content.objective === id && content.measurements.length > 0))
    case 'strategy.sme-strategies': return { what: 'strategies', n: itemsOf(workspace, 'sme-strategy').length }
    default: return null
  }
}
