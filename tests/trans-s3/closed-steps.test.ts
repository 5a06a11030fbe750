/** A closed step is closed to the API as to the page: each type of item is tried while its step is open and once it is closed; what stands in no step goes on. */
import t from 'tap'
import { ITEM_TYPES } from '../../services/contract/workspace-items.ts'
import type { ItemType } from '../../services/contract/workspace-items.ts'
import { STAGES } from '../../services/contract/workspace.ts'
import type { Stage } from '../../services/contract/workspace.ts'
import { EXPIRES, openWorkspace } from './open-workspace.ts'

/** By hand, beside stageOfItem: the step with which each type is closed; own: the one it names; none: never. */
const CLOSED_WITH: Record<ItemType, Stage | 'own' | 'none'> = {
  settings: 'none', participant: 'none', stage: 'own', decision: 'own', note: 'own', charter: 'general', declared: 'common-sets', priority: 'common-sets', rating: 'consultation',
  objective: 'strategy', action: 'strategy', indicator: 'strategy', 'sme-strategy': 'strategy'
}

t.test('once every step is closed nothing that stands in one is added, changed or taken out, until it is opened again', async t => {
  const { add, ask, close, invite, items, put, run, store } = await openWorkspace(t)
  const wood = (await add({ type: 'priority', title: 'Wood', sectors: ['16'] })).body
  const spare = (await add({ type: 'priority', title: 'Spare', sectors: ['31'] })).body
  const person = await invite({ role: 'stakeholder', region: 'LT', helix: 'science' })
  await add({ type: 'rating', participant: person.id, priority: wood.id, importance: 3, readiness: 3, commitment: 3 }, person.invitation)
  for (const stage of ['common-sets', 'profiling', 'trends', 'consultation']) await add({ type: 'decision', stage, what: 'keep', why: 'evidence', verdicts: [{ priority: wood.id, verdict: 'keep' }] })
  const objective = (await add({ type: 'objective', title: 'Wood', priorities: [wood.id] })).body
  const firms = (await store.listOrganisations({}, { limit: 500, after: null })).rows
  const members = [firms[0], firms.find(({ country }) => country !== firms[0].country)!].map(each => ({ organisation: each.id, role: 'maker' }))
  /** null: there is one of each already. */
  const another = (type: ItemType, stage: Stage): object | null => {
    switch (type) {
      case 'declared': return { type, region: 'LT', priorities: [] }
      case 'priority': return { type, title: 'More', sectors: ['16'] }
      case 'decision': return { type, stage, what: 'w', why: 'y' }
      case 'note': return { type, stage, text: 'n' }
      case 'participant': return { type, name: 'Rita', role: 'reader', expiresAt: EXPIRES }
      case 'objective': return { type, title: 'More', priorities: [wood.id] }
      case 'action': return { type, objective: objective.id, title: 'Fair', lead: 'PL84' }
      case 'indicator': return { type, objective: objective.id, title: 'Firms', measure: 'organisations', target: 1, date: '2027-01-01' }
      case 'sme-strategy': return { type, title: 'Houses', need: 'n', members }
      case 'rating': return { type, participant: person.id, priority: spare.id, importance: 3, readiness: 3, commitment: 3 }
      default: return null
    }
  }
  const invitationFor = (type: ItemType): string | undefined => type === 'rating' ? person.invitation : undefined
  await add({ type: 'declared', region: 'PL84', priorities: [] })
  for (const type of ['note', 'action', 'indicator', 'sme-strategy'] as const) t.equal((await add(another(type, 'trends')!)).status, 201, type)
  for (const stage of STAGES) t.equal((await close(stage)).status, 200, stage)

  for (const type of ITEM_TYPES) {
    const steps = CLOSED_WITH[type] === 'own' ? STAGES : [CLOSED_WITH[type] as Stage]
    for (const stage of steps) {
      const content = another(type, stage)
      const found = await items(type)
      const item = found.find(({ content }) => 'stage' in content && content.stage === stage) ?? found[0]
      const closed = 'stage' in item.content ? item.content.stage : stage
      const tried = [
        ...(content === null ? [] : [[await add(content, invitationFor(type)), stage] as const]), [await put(item, {}, invitationFor(type)), closed] as const,
        ...(['settings', 'stage', 'charter', 'participant', 'rating'].includes(type) ? [] : [[await ask('DELETE', `/items/${type === 'priority' ? spare.id : item.id}?basedOn=${item.version}`), closed] as const])
      ]
      for (const [answer, at] of tried) {
        const said = `${type} of ${at}: ${answer.text.slice(0, 200)}`
        if (CLOSED_WITH[type] === 'none') t.ok([200, 201].includes(answer.status), said)
        else if (/stands on this/.test(answer.text)) t.equal(answer.status, 409, said)
        else t.match(answer, { status: 409, body: { code: 'CONFLICT', detail: type === 'rating' ? /consultation is closed: ratings are not taken any more/ : new RegExp(`The step ${at} is closed: .* any more\\. Re-open the step first`) } }, said)
      }
    }
  }
  const [settings] = await items('settings')
  t.match((await put(settings, { weights: { ...settings.content.weights, eiIndex: 3 } })).body.detail, /The step internationalisation is closed/, 'weights are of a step')
  t.equal((await put(settings, { title: 'Another title', sharedBy: 3 })).status, 200, 'the other settings of none')
  const [indicator] = await items('indicator')
  t.equal((await ask('POST', `/indicators/${indicator.id}/measure`, { run })).status, 200, 'how it goes is measured all the same')

  const page = (await items('stage')).find(({ content }) => content.stage === 'trends')!
  t.equal((await ask('POST', '/stages/trends', { basedOn: page.version, to: 'open', reason: 'a new report' })).status, 200)
  const note = await add({ type: 'note', stage: 'trends', text: 'from the report' })
  t.equal(note.status, 201)
  t.match((await put(note.body, { stage: 'profiling' })).body.detail, /The step profiling is closed/, 'nor moved into a closed one')
  const [old] = await items('note')
  t.equal((await put(old, { stage: 'trends' })).status, 200)
})
