/** What the page of the consultation says of answers so far, against what its evidence counts. */
import t from 'tap'
import { Participant, Rating } from '../../services/contract/workspace-items.ts'
import type { ItemContent } from '../../services/contract/workspace-items.ts'
import { countConsultation } from '../../services/trans-s3/consultation/consultation.ts'
import { countAnswered } from '../../visualizer/panels/workspaces/who-answered.ts'
import { itemId, stateOf } from '../trans-s3/consultation-state.ts'

type Asked = Omit<ItemContent & { type: 'participant' }, 'type' | 'name' | 'expiresAt' | 'issue'>
const person = (role: Asked['role'], more: Partial<Asked> = {}): ItemContent => Participant.parse({ type: 'participant', name: 'Somebody', role, region: 'LT', helix: role === 'stakeholder' ? 'industry' : null, expiresAt: '2030-01-01T00:00:00.000Z', ...more })

t.test('people of forms, authorities and revoked links are counted on both sides, or on neither', t => {
  const people = [
    person('stakeholder'), person('stakeholder'), person('stakeholder', { revoked: true }), person('stakeholder', { revoked: true }), person('authority'), person('authority'),
    person('coordinator'), person('reader')
  ]
  const priority: ItemContent = { type: 'priority', title: 'Bioeconomy', description: '', sectors: [], technologies: [], themes: [], knowledge: [], from: [], state: 'refined', decidedBy: null }
  // Items: settings, two priorities, then the people.
  const rate = (n: number, of: 1 | 2): ItemContent => Rating.parse({ type: 'rating', participant: itemId(3 + n), priority: itemId(of), importance: 3, readiness: 3, commitment: 3 })
  const nobody = stateOf([priority, priority, ...people])
  t.strictSame(countAnswered(nobody), { asked: 4, answered: 0 }, 'two stakeholders and two authorities whose links work')
  const state = stateOf([priority, priority, ...people, rate(0, 1), rate(0, 2), rate(2, 1), rate(4, 2)])
  t.strictSame(countAnswered(state), { asked: 5, answered: 3 }, 'with the one of a form, who answered; a person who rates twice is one')
  for (const each of [nobody, state]) {
    const { taking } = countConsultation(each)
    const sum = (key: 'invited' | 'answered'): number => taking.reduce((total, group) => total + group[key], 0)
    t.strictSame(countAnswered(each), { asked: sum('invited'), answered: sum('answered') })
  }
  t.end()
})
