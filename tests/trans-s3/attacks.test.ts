/** What somebody might try on a workspace, by mistake or not: answers worked out from versions, votes taken back, regions split in two, files made by hand. */
import t from 'tap'
import { newItemId } from '../../services/trans-s3/workspace-records.ts'
import { INPUT, openWorkspace, workspaceOf } from './open-workspace.ts'
import { person, workbook } from './filled-workbook.ts'

t.test('no two results that are shown tell the answers of fewer than may be told', async t => {
  const { add, ask, invite, items, put } = await openWorkspace(t)
  const wood = (await add({ type: 'priority', title: 'Wood', sectors: ['16'] })).body
  const people: Array<{ id: string, invitation: string }> = []
  for (const helix of ['industry', 'industry', 'industry', 'industry', 'industry', 'industry']) people.push(await invite({ role: 'stakeholder', region: 'PL84', helix }))
  const rate = async (n: number, importance: number) => await add({ type: 'rating', participant: people[n].id, priority: wood.id, importance, readiness: 3, commitment: 3 }, people[n].invitation)
  const move = async (to: string) => await ask('POST', '/stages/consultation', { basedOn: (await items('stage')).find(({ content }) => content.stage === 'consultation')!.version, to })
  for (const n of [0, 1, 2]) await rate(n, 2)
  t.equal((await move('in review')).status, 200)
  t.equal((await move('open')).status, 200)
  await rate(3, 5)
  const refused = await move('in review')
  t.equal(refused.status, 409)
  t.match(refused.body.detail, /fewer than 3 people of industry, PL84 have rated or changed their ratings/)
  const [first] = await items('rating')
  t.match((await ask('DELETE', `/items/${first.id}?basedOn=${first.version}`, undefined, people[0].invitation)).body.detail, /it can be changed, not taken out/)
  await rate(4, 4)
  await rate(5, 4)
  t.equal((await move('in review')).status, 200, 'three of them do')
  const rater = (await items('participant')).find(({ id }) => id === people[0].id)!
  for (const change of [{ role: 'reader' }, { helix: 'science' }, { region: 'LT' }]) t.match((await put(rater, change)).body.detail, /cannot be changed once this participant has rated/)
  t.equal((await put(rater, { revoked: true })).status, 200, 'the link can be')
})

t.test('the same form is not read twice', async t => {
  const { add, app, items, path } = await openWorkspace(t)
  const wood = (await add({ type: 'priority', title: 'Wood', sectors: ['16'] })).body
  const payload = Buffer.from(workbook({ One: person([{ A: wood.id, C: 4, D: 2, E: 3 }], 'industry', 'LT') }))
  const send = async () => await app.inject({ method: 'POST', url: `${path}/consultation/form`, headers: { host: '127.0.0.1:8080', 'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }, payload })
  t.equal((await send()).statusCode, 200)
  const again = await send()
  t.equal(again.statusCode, 409)
  t.match(again.json().detail, /was read on 2026-03-01 already/)
  t.equal((await items('rating')).length, 1)
})

t.test('one region is one region, whichever code somebody writes', async t => {
  const service = await openWorkspace(t)
  const { id } = (await service.call('POST', '/api/v1/workspaces', { ...INPUT, group: { vintage: '2016', regions: ['EL', 'LV008'] } })).body
  const { add, items, invite } = workspaceOf(service, id)
  const greek = await invite({ role: 'authority', region: 'GR' })
  t.equal((await items('participant'))[0].content.region, 'EL')
  t.equal((await add({ type: 'declared', region: 'GR', priorities: [] }, greek.invitation)).body.content.region, 'EL')
  t.equal((await add({ type: 'declared', region: 'EL', priorities: [] }, greek.invitation)).status, 409, 'there is one already')
  t.equal((await add({ type: 'declared', region: 'LV00C', priorities: [] })).body.content.region, 'LV008')
  const wood = (await add({ type: 'priority', title: 'Wood', sectors: ['16'], from: [{ region: 'LV00C', title: 'x' }] })).body
  t.equal(wood.content.from[0].region, 'LV008')
})

t.test('what is said of a file names regions as the file does', async t => {
  const service = await openWorkspace(t)
  const { id } = (await service.call('POST', '/api/v1/workspaces', { ...INPUT, group: { vintage: '2016', regions: ['LV008', 'LT'] } })).body
  const send = async (rows: string) => (await service.call('POST', `/api/v1/workspaces/${id}/declared/file`, `region,title,sectors\n${rows}`, { 'content-type': 'text/csv' })).body
  const taken = await send('FI1C4,Paper,17\nFI1C7,Wood,16\nLV00C,Wood,16\nEE008,Food,10\n')
  t.strictSame([taken.taken, taken.silent, taken.elsewhere], [['LV008'], ['LT'], ['FI1C4', 'EE008']], 'under whichever code comes first, not under that of the newest NUTS')
  t.match((await send('FI1C4,Paper,17\nFI1C4,Paper,16\n')).errors[0], { expected: /each priority of FI1C4 once/ })
})

t.test('what decisions say is worked out again whenever one changes', async t => {
  const { add, ask, items, put } = await openWorkspace(t)
  const wood = (await add({ type: 'priority', title: 'Wood', sectors: ['16'] })).body
  const state = async () => (await items('priority')).map(({ content }) => [content.state, content.decidedBy])[0]
  const decide = async (stage: string, verdict: string) => (await add({ type: 'decision', stage, what: 'w', why: 'y', verdicts: [{ priority: wood.id, verdict }] })).body
  const first = await decide('common-sets', 'keep')
  const second = await decide('profiling', 'keep')
  t.strictSame(await state(), ['verified', second.id])
  const emptied = (await put(second, { verdicts: [] })).body
  t.strictSame(await state(), ['initial', first.id], 'a verdict taken back takes its state with it')
  t.strictSame((await put(emptied, { verdicts: [{ priority: wood.id, verdict: 'drop' }] })).status, 200)
  t.strictSame((await state())[0], 'dropped')
  const taken = await decide('profiling', 'keep')
  t.strictSame(await state(), ['verified', taken.id], 'the one made last counts')
  t.equal((await ask('DELETE', `/items/${taken.id}?basedOn=1`)).status, 204)
  t.strictSame((await state())[0], 'dropped')
  t.match((await add({ type: 'decision', stage: 'trends', what: 'w', why: 'y', verdicts: [{ priority: wood.id, verdict: 'keep' }] })).body.detail, /was dropped by an earlier step and cannot become refined yet/)
  t.match((await add({ type: 'decision', stage: 'trends', what: 'w', why: 'y', run: 'run-nope' })).body.detail, /run "run-nope" is none of the workspace/)
})

t.test('what has been rated or made final stays as it was', async t => {
  const { add, close, invite, items, put } = await openWorkspace(t)
  const wood = (await add({ type: 'priority', title: 'Wood', sectors: ['16'] })).body
  t.equal((await put(wood, { sectors: ['16', '31'] })).status, 200, 'before anybody rated it can change')
  const person = await invite({ role: 'stakeholder', region: 'LT', helix: 'science' })
  await add({ type: 'rating', participant: person.id, priority: wood.id, importance: 3, readiness: 3, commitment: 3 }, person.invitation)
  t.match((await put((await items('priority'))[0], { title: 'Fossil fuels' })).body.detail, /has been rated or made final/)
  await add({ type: 'decision', stage: 'common-sets', what: 'w', why: 'y' })
  t.equal((await close('common-sets')).status, 200)
  const page = (await items('stage')).find(({ content }) => content.stage === 'common-sets')!
  t.match((await put(page, { checks: {} })).body.detail, /The step common-sets is closed: what stands in it is not changed any more/)
  t.match((await add({ type: 'declared', region: 'LT', priorities: [] })).body.detail, /is closed: nothing is added to it/)
  t.equal((await close('general')).status, 200)
  t.equal((await put((await items('charter'))[0], { vision: 'another' })).status, 409)
})

t.test('a note stays its writer\'s, whoever mended it', async t => {
  const { add, ask, invite, put } = await openWorkspace(t)
  const author = await invite({ role: 'stakeholder', region: 'LT', helix: 'science' })
  const other = await invite({ role: 'stakeholder', region: 'LT', helix: 'industry' })
  const note = (await add({ type: 'note', stage: 'trends', text: 'Wod grows' }, author.invitation)).body
  const mended = (await put(note, { text: 'Wood grows' })).body
  t.equal((await put(mended, { text: 'mine' }, other.invitation)).status, 403)
  const changed = (await put(mended, { text: 'Wood grows slowly' }, author.invitation)).body
  t.equal(changed.version, 3)
  t.equal((await ask('DELETE', `/items/${note.id}?basedOn=3`, undefined, author.invitation)).status, 204)
})

t.test('a role is looked at before anything else', async t => {
  const { app, ask, invite, path } = await openWorkspace(t)
  const reader = (await invite({ role: 'reader' })).invitation
  t.equal((await ask('POST', '/declared', {}, reader)).status, 403)
  t.equal((await app.inject({ method: 'POST', url: `${path}/declared/file`, headers: { host: '127.0.0.1:8080', 'content-type': 'text/csv', 'x-workspace-invitation': reader }, payload: 'nonsense' })).statusCode, 403)
  const probing = { type: 'sme-strategy', title: 'x', need: 'x', members: [{ organisation: 'org-000000000000', role: 'x' }], missing: [{ role: 'x', introduction: 'int-000000000000' }] }
  t.equal((await ask('POST', '/items', { content: probing }, reader)).status, 403, 'nobody learns what is there')
})

t.test('a file made by hand is refused whole', async t => {
  const { add, ask, call, id } = await openWorkspace(t)
  const wood = (await add({ type: 'priority', title: 'Wood', sectors: ['16'] })).body
  await add({ type: 'decision', stage: 'common-sets', what: 'w', why: 'y', verdicts: [{ priority: wood.id, verdict: 'keep' }] })
  const file = JSON.parse((await ask('GET', '/file')).text)
  const elsewhere = await openWorkspace(t)
  const tried = async (change: (file: any) => void) => { const given = structuredClone(file); change(given); return await elsewhere.call('POST', '/api/v1/workspaces/file', given) }
  const last = (given: any) => given.items.find((item: any) => item.id === wood.id)
  for (const [says, change] of [
    [/item 10 \(priority "Wood"\): is not made where it says/, (given: any) => { const at = newItemId('wsp-000000000000', 2, 0); given.items[9].id = at; given.changes[1].items[0].item = at }],
    [/item 10 \(priority "Wood"\): becomes another type/, (given: any) => { last(given).versions[1].content = { type: 'note', stage: 'trends', text: 'x', source: null } }],
    [/has not come yet/, (given: any) => { given.changes.at(-1).at = '9999-01-01T00:00:00.000Z' }],
    [/version 2 of item 10 \(priority "Wood"\), sectors no\. 1: is not in .*; found "99\.9"/, (given: any) => { last(given).versions[1].content.sectors = ['99.9'] }],
    [/version 1 of item 1 \(settings "Baltic group"\), group regions( no\. 1)?: is neither .*; found "PL99"/, (given: any) => { given.items[0].versions[0].content.group.regions[0] = 'PL99' }],
    [/\(decision "w"\), verdicts no\. 1 priority: is no priority of this workspace; found "wsi-0{12}"/, (given: any) => { given.items.find((item: any) => item.versions[0].content.type === 'decision').versions[0].content.verdicts[0].priority = 'wsi-000000000000' }]
  ] as Array<[RegExp, (given: any) => void]>) {
    const answer = await tried(change)
    t.equal(answer.status, 400, String(says))
    t.match([answer.body.detail, ...answer.body.errors.map(({ message }: any) => message)].join(' | '), says)
  }
  t.equal((await elsewhere.call('GET', `/api/v1/workspaces/${id}`)).status, 404, 'nothing of it is there')
  t.equal((await tried(() => {})).status, 201, 'as it was it goes in')
  t.equal((await call('GET', '/api/v1/workspaces')).body.items.length, 1)
})
