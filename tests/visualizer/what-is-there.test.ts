/** What a workspace tells beside the lines of its checklists, against what was put into it by hand. */
import t from 'tap'
import type { Workspace } from '../../services/contract/workspace-items.ts'
import { CHECKS, STAGES } from '../../services/contract/workspace.ts'
import type { Author } from '../../services/contract/workspace.ts'
import { readableFor } from '../../services/trans-s3/may.ts'
import { COORDINATOR, emptyState, richState, STAKEHOLDER } from '../trans-s3/made-workspace.ts'
import { whatIsThere } from '../../visualizer/panels/workspaces/what-is-there.ts'

const seenBy = (you: Author, { items, ...state } = richState()): Workspace => ({ ...state, you, items: readableFor(you, items) })
const told = (workspace: Workspace): Record<string, unknown> => Object.fromEntries(STAGES.flatMap(stage => CHECKS[stage].map(check => [`${stage}.${check}`, whatIsThere(workspace, stage, check)])).filter(([, found]) => found !== null))

t.test('whoever leads is told what is there', t => {
  t.strictSame(told(seenBy(COORDINATOR)), {
    'general.governance': { what: 'written' }, 'general.vision': { what: 'written' }, 'general.action-plan': { what: 'notWritten' }, 'general.monitoring': { what: 'written' },
    // Stakeholders of Vidzeme and Syddanmark, no authority.
    'general.participants': { what: 'regionsBoth', n: 0, total: 7 },
    // Podlaskie alone; its codes came with it.
    'common-sets.declared': { what: 'regions', n: 1, total: 7 }, 'common-sets.mapped': { what: 'confirmed', n: 1, total: 1 },
    // The third is dropped; the second has a theme and nothing else.
    'common-sets.combinations': { what: 'combined', n: 1, total: 2 },
    'trends.sources': { what: 'sourced', n: 2, total: 2 },
    'consultation.invited': { what: 'regions', n: 2, total: 7 }, 'consultation.all-groups': { what: 'groups', n: 1, total: 4, missing: ['science', 'administration', 'society'] },
    'consultation.disagreement': { what: 'dissent', n: 1, total: 1 }, 'consultation.comments': { what: 'comments', n: 1 },
    'strategy.objectives': { what: 'priorities', n: 1, total: 1 }, 'strategy.actions': { what: 'actions', n: 1, total: 1 }, 'strategy.indicators': { what: 'objectives', n: 1, total: 2 }, 'strategy.sme-strategies': { what: 'strategies', n: 1 }
  })
  t.end()
})

t.test('whoever may not know of people is told nothing of them', t => {
  t.strictSame(Object.keys(told(seenBy(STAKEHOLDER))).filter(key => ['general.participants', 'consultation.invited', 'consultation.all-groups', 'consultation.comments'].includes(key)), [])
  t.end()
})

t.test('a workspace that has just begun', t => {
  const found = told(seenBy(COORDINATOR, emptyState()))
  t.strictSame([found['general.vision'], found['common-sets.declared'], found['strategy.objectives']], [{ what: 'notWritten' }, { what: 'regions', n: 0, total: 7 }, { what: 'priorities', n: 0, total: 0 }])
  t.end()
})
