/** The whole method by three participants over HTTP, on whatever store: from declared priorities to an indicator that a new run measures again, and the policy paper. */
import type { Test } from 'tap'
import { STATE_GIVEN } from '../../services/contract/workspace.ts'
import type { Stage } from '../../services/contract/workspace.ts'
import { RunRequest } from '../../services/contract/run.ts'
import { INPUT, openWorkspace, workspaceOf } from './open-workspace.ts'
import type { Given } from '../support/build-service.ts'
import { fileOf, importInto } from '../support/import-files.ts'

const STEPS: Stage[] = ['common-sets', 'profiling', 'trends', 'consultation', 'internationalisation']
const GROUP = { vintage: '2024', regions: ['PL', 'LV', 'SE', 'DK'] }

export async function walkTheMethod (t: Test, given: Given = {}): Promise<void> {
  const service = await openWorkspace(t, given)
  const { call, runs, store } = service
  const begun = await call('POST', '/api/v1/workspaces', { ...INPUT, group: GROUP })
  t.equal(begun.status, 201)
  const { add, ask, close, invite, items, put } = workspaceOf(service, begun.body.id)
  const coordinator = await invite({ role: 'coordinator', name: 'Cora' })
  const authority = await invite({ role: 'authority', region: 'LV', name: 'Anna' })
  const stakeholders = await Promise.all(['industry', 'science', 'society'].map(async helix => await invite({ role: 'stakeholder', region: 'PL', helix, name: helix })))

  await call('PUT', '/api/v1/declared-priorities/PL', { version: 0, priorities: [{ title: 'Wood', sectors: ['16'], domains: ['s3:bioeconomy'] }] })
  await call('PUT', '/api/v1/declared-priorities/LV', { version: 0, priorities: [{ title: 'Bioeconomy' }, { title: 'Qwertz' }] })
  t.strictSame((await ask('POST', '/declared', { regions: ['PL', 'LV'] }, coordinator.invitation)).body, { taken: ['PL', 'LV'], same: [], silent: [], elsewhere: [], gone: [] })
  t.strictSame((await ask('POST', '/declared', {}, coordinator.invitation)).body, { taken: [], same: ['PL', 'LV'], silent: ['SE', 'DK'], elsewhere: [], gone: [] })
  t.equal((await ask('POST', '/declared', { regions: ['PL'] }, authority.invitation)).status, 403, 'of another region')
  const latvian = (await items('declared')).find(({ content }) => content.region === 'LV')!
  t.strictSame(latvian.content.priorities.map(({ mapping, domains }) => [mapping, domains.length > 0]), [['suggested', true], ['declared', false]])
  t.ok(latvian.content.priorities[0].domains.includes('s3:bioeconomy'))
  const counted = async (key: string) => (await ask('GET', '/evidence/common-sets')).body.exhibits.find((each: any) => each.key === key).rows
  const shared = (rows: any[]) => rows.find((row: any) => row.some((cell: any) => cell.value === 's3:bioeconomy'))
  t.equal(shared(await counted('shared-codes')), undefined, 'suggested codes count for nothing')
  t.equal((await put(latvian, { priorities: latvian.content.priorities.map(each => ({ ...each, mapping: 'confirmed' })) }, authority.invitation)).status, 200)
  t.ok(shared(await counted('shared-codes')), 'confirmed ones do')

  const wood = (await add({ type: 'priority', title: 'Wood and bioeconomy', sectors: ['16'], technologies: ['laminating'], themes: ['s3:bioeconomy'], from: [{ region: 'PL', title: 'Wood' }, { region: 'LV', title: 'Bioeconomy' }] }, authority.invitation)).body
  for (const stage of STEPS) {
    const { status, body } = await ask('GET', `/evidence/${stage}`, undefined, authority.invitation)
    t.equal(status, 200)
    t.ok(body.exhibits.length > 0, `${stage} is never an empty form`)
    if (stage === 'consultation') {
      for (const [i, person] of stakeholders.entries()) t.equal((await add({ type: 'rating', participant: person.id, priority: wood.id, importance: 3 + i % 2, readiness: 2, commitment: 4 }, person.invitation)).status, 201)
      await ask('POST', '/stages/consultation', { basedOn: (await items('stage')).find(({ content }) => content.stage === stage)!.version, to: 'in review' }, coordinator.invitation)
    }
    const decision = await add({ type: 'decision', stage, what: `Keep wood in ${stage}`, why: 'see the evidence', evidence: [body.exhibits[0].key], verdicts: [{ priority: wood.id, verdict: 'keep' }] }, coordinator.invitation)
    t.equal(decision.status, 201, decision.text)
    t.equal((await close(stage)).status, 200, stage)
    t.equal((await items('priority'))[0].content.state, STATE_GIVEN[stage])
  }

  const objective = (await add({ type: 'objective', title: 'Joint wood products', priorities: [wood.id] }, coordinator.invitation)).body
  t.equal((await add({ type: 'action', objective: objective.id, title: 'Open days of sawmills', lead: 'LV', partners: ['PL'], status: 'connect' }, authority.invitation)).status, 201)
  const indicator = (await add({ type: 'indicator', objective: objective.id, title: 'Organisations', measure: 'organisations', target: 100, date: '2028-01-01' }, coordinator.invitation)).body
  const measure = async (run = service.run) => await ask('POST', `/indicators/${indicator.id}/measure`, { run }, coordinator.invitation)
  const baseline = (await measure()).body.content.measurements
  const organisations = (await store.listOrganisations({ country: GROUP.regions }, { limit: 500, after: null })).total
  t.strictSame(baseline.map(({ value }: any) => value), [organisations], 'as many as the store lists')
  t.match((await measure()).body.detail, /was measured on .* already; start a new run first/)
  await importInto(store, [fileOf('more.csv', 'key,name,country\nx1,New One,PL\nx2,New Two,LV\nx3,Elsewhere,FR\n')], { format: 'organisations-csv' })
  const { id: newer } = await runs.wait((await runs.start(RunRequest.parse({ seed: 7 }))).id)
  const remeasured = await measure(newer)
  t.equal(remeasured.status, 200, remeasured.text)
  const again = remeasured.body.content.measurements
  t.strictSame(again.map(({ value }: any) => value), [organisations, organisations + 2], 'after an import and a new run it is measured again, and the baseline stays')

  const firms = (await store.listOrganisations({}, { limit: 500, after: null })).rows.filter(({ name }) => name.startsWith('Synthetic'))
  const own = firms[0]
  const abroad = firms.find(({ country }) => country !== own.country)!
  t.match((await add({ type: 'sme-strategy', title: 'Alone', need: 'x', members: [{ organisation: own.id, role: 'maker' }] })).body.detail, /fewer than two countries/)
  t.equal((await add({ type: 'sme-strategy', title: 'Nobody', need: 'x', members: [{ organisation: 'org-000000000000', role: 'maker' }] })).status, 422)
  const strategy = (await add({ type: 'sme-strategy', title: 'Wooden houses', need: 'Sell abroad', priority: wood.id, members: [{ organisation: own.id, role: 'sawmill' }, { organisation: abroad.id, role: 'builder' }], missing: [{ role: 'furniture', need: 'manufacture of furniture' }] }, authority.invitation)).body
  t.strictSame(strategy.content.members.map(({ name, country }: any) => [name, country]), [[own.name, own.country], [abroad.name, abroad.country]])
  const candidates = await ask('GET', `/sme-strategies/${strategy.id}/candidates?role=0`, undefined, authority.invitation)
  t.equal(candidates.status, 200, candidates.text)
  t.notOk(candidates.body.items.some(({ organisation }: any) => [own.id, abroad.id].includes(organisation.id)), 'members are no candidates')
  t.equal((await ask('GET', `/sme-strategies/${strategy.id}/candidates?role=1`)).status, 400)

  const { version } = (await ask('GET', '')).body
  const paper = await ask('GET', '/documents/policy-paper', undefined, authority.invitation)
  t.equal(paper.status, 200)
  for (const says of [/Wood and bioeconomy/, /Open days of sawmills/, /Wooden houses/]) t.match(paper.text, says)
  for (const name of ['Cora', 'Anna']) t.notMatch(paper.text, name, 'nobody is named')
  t.equal((await ask('GET', `/documents/policy-paper?version=${version}`)).text, paper.text, 'the same version, the same bytes')
  const pdf = await ask('GET', '/documents/summary?format=pdf&language=lv')
  t.match([pdf.status, pdf.headers['content-type']], [200, 'application/pdf'])
}
