/** A workspace over HTTP on the embedded store: what is kept, what is refused, who gets into whose way. */
import t from 'tap'
import { ITEMS_MAX } from '../../services/contract/workspace-items.ts'
import { STAGES, WORKSPACE_REGIONS_MAX } from '../../services/contract/workspace.ts'
import { INPUT, openWorkspace } from './open-workspace.ts'

t.test('a workspace begins with its settings, an open page for each stage and an empty charter', async t => {
  const { ask, id, call, run } = await openWorkspace(t)
  const { body } = await ask('GET', '')
  t.equal(body.version, 1)
  t.equal(body.you.role, 'operator')
  t.strictSame(body.items.map((item: any) => item.content.type), ['settings', ...STAGES.map(() => 'stage'), 'charter'])
  t.strictSame(body.items[0].content.runs, [run], 'latest is written down as the run it was')
  const list = await call('GET', '/api/v1/workspaces')
  t.strictSame(list.body.items.map((each: any) => [each.id, each.title, each.stages.length]), [[id, INPUT.title, STAGES.length]])
})

t.test('a group that cannot be is refused with the region and the reason', async t => {
  const { call } = await openWorkspace(t)
  const begin = async (regions: string[], vintage = '2016') => await call('POST', '/api/v1/workspaces', { ...INPUT, group: { vintage, regions } })
  for (const [regions, says] of [
    [['PL84', 'LV00C'], /region "LV00C" is a code of NUTS 2024, the group is of NUTS 2016, where the region is LV008/],
    [['PL8', 'PL84', 'LT'], /region "PL84" \(Podlaskie\) lies in PL8 .* would count twice/],
    [['LT', 'LT011'], /region "LT011" .* lies in LT \(Lithuania\)/],
    [['PL84', 'PL99'], /region "PL99" is neither a region of NUTS 2016 nor a country; did you mean/],
    [['GR', 'EL'], /named twice, as GR too/],
    [['PL84', 'PL84'], /named twice; take one out/]
  ] as Array<[string[], RegExp]>) {
    const answer = await begin(regions)
    t.equal(answer.status, 400, regions.join())
    t.match(answer.body.detail, says)
  }
  t.match((await begin(['PL84'])).body.detail, /at least two regions/)
  t.match((await begin(Array.from({ length: WORKSPACE_REGIONS_MAX + 1 }, (_, i) => `PL${i}`))).body.detail, /at most 40 regions/)
  t.match((await begin(['PL84', 'LT'], '2021')).body.detail, /not among the tables of this service/)
  t.match((await call('POST', '/api/v1/workspaces', { ...INPUT, from: '2027-01-01', to: '2026-01-01' })).body.detail, /ends .* before it begins/)
  t.equal((await call('POST', '/api/v1/workspaces', { ...INPUT, run: 'run-000000000000' })).status, 404)
})

t.test('of two who edit one decision the second is told, and both versions can be read', async t => {
  const { ask, add, put } = await openWorkspace(t)
  const made = (await add({ type: 'decision', stage: 'general', what: 'Meet monthly', why: 'It worked' })).body
  const first = await put(made, { what: 'Meet weekly' })
  t.equal(first.status, 200)
  const second = await put(made, { what: 'Meet yearly' })
  t.equal(second.status, 409)
  t.match(second.body.detail, /is at version 2, saved by the operator .* your change was made on version 1/)
  const { body } = await ask('GET', `/items/${made.id}/versions`)
  t.strictSame(body.items.map((item: any) => [item.version, item.content.what]), [[1, 'Meet monthly'], [2, 'Meet weekly']])
  t.equal((await put(first.body, { what: 'Meet yearly' })).body.version, 3)
})

t.test('two who change different things at once get into nobody\'s way', async t => {
  const { add, items, ask } = await openWorkspace(t)
  const answers = await Promise.all(Array.from({ length: 12 }, (_, i) => add({ type: 'note', stage: 'trends', text: `note ${i}` })))
  t.ok(answers.every(({ status }) => status === 201))
  t.equal((await items('note')).length, 12)
  t.equal((await ask('GET', '')).body.version, 13)
})

t.test('a priority goes from proposed to assessed by decisions, one state after the other', async t => {
  const { add, items, put } = await openWorkspace(t)
  t.match((await add({ type: 'priority', title: 'Nothing' })).body.detail, /a priority is a combination of these, name at least one/)
  t.match((await add({ type: 'priority', title: 'Wood', sectors: ['16'], state: 'final' })).body.detail, /is given by decisions/)
  t.match((await add({ type: 'priority', title: 'Wood', sectors: ['99.9'], themes: ['s3:bio'] })).body.detail, /sectors\.0 "99\.9" is not in .*themes\.0 "s3:bio" is not in/)
  const wood = (await add({ type: 'priority', title: 'Wood', sectors: ['16'], themes: ['s3:bioeconomy'], technologies: ['laminating'] })).body
  const decide = async (stage: string, verdict = 'keep') => await add({ type: 'decision', stage, what: `${verdict} wood`, why: 'see evidence', verdicts: [{ priority: wood.id, verdict }] })
  t.match((await decide('profiling')).body.detail, /"Wood" is proposed and cannot become verified yet: it must first become initial/)
  t.match((await decide('general')).body.detail, /gives priorities no state/)
  for (const [stage, state] of [['common-sets', 'initial'], ['profiling', 'verified'], ['trends', 'refined'], ['consultation', 'final'], ['internationalisation', 'assessed']]) {
    const decision = await decide(stage)
    t.equal(decision.status, 201, stage)
    t.ok(decision.body.content.run, 'the run it stands on is named')
    t.strictSame((await items('priority')).map(({ content }) => [content.state, content.decidedBy]), [[state, decision.body.id]])
  }
  t.match((await put((await items('priority'))[0], { state: 'initial' })).body.detail, /is given by decisions/)
  await decide('common-sets')
  t.equal((await items('priority'))[0].content.state, 'assessed', 'an earlier decision repeated takes nothing back')
  await decide('internationalisation', 'drop')
  t.equal((await items('priority'))[0].content.state, 'dropped')
})

t.test('re-opening a step marks what was built on it', async t => {
  const { add, ask, close, items, put } = await openWorkspace(t)
  const stageItem = async (stage: string) => (await items('stage')).find(each => each.content.stage === stage)!
  const move = async (stage: string, to: string, reason = '') => await ask('POST', `/stages/${stage}`, { basedOn: (await stageItem(stage)).version, to, reason })
  t.match((await move('common-sets', 'closed')).body.detail, /lines that are not ticked: declared, mapped, sets, combinations/)
  t.match((await close('profiling')).body.detail, /common-sets comes before profiling and is not closed/)
  const wood = (await add({ type: 'priority', title: 'Wood', sectors: ['16'] })).body
  const decisions = new Map<string, any>()
  for (const stage of ['common-sets', 'profiling', 'trends', 'consultation']) {
    decisions.set(stage, (await add({ type: 'decision', stage, what: 'keep', why: 'evidence', verdicts: [{ priority: wood.id, verdict: 'keep' }] })).body)
    if (stage !== 'consultation') t.equal((await close(stage)).status, 200, stage)
  }
  t.match((await add({ type: 'decision', stage: 'profiling', what: 'more', why: 'late' })).body.detail, /The step profiling is closed: nothing is added to it any more/)
  t.match((await move('profiling', 'open')).body.detail, /needs a reason/)
  const reopened = await move('profiling', 'open', 'A new run shows other clusters')
  t.equal(reopened.status, 200)
  const at = async () => Object.fromEntries((await items('stage')).map(({ content }) => [content.stage, [content.state, content.toReview?.because ?? null]]))
  t.strictSame(await at(), {
    general: ['open', null], 'common-sets': ['closed', null], profiling: ['open', null], trends: ['in review', 'profiling'], consultation: ['open', 'profiling'], internationalisation: ['open', null], strategy: ['open', null]
  })
  t.strictSame((await items('decision')).map(({ content, toReview }) => [content.stage, toReview]), [['common-sets', false], ['profiling', false], ['trends', true], ['consultation', true]])
  t.equal((await items('priority'))[0].toReview, true, 'its state came from a decision that is to be reviewed')
  t.equal((await close('profiling')).status, 200)
  t.match((await close('trends')).body.detail, /1 decision of trends is to be reviewed/)
  await put((await items('decision')).find(({ content }) => content.stage === 'trends')!, {})
  t.equal((await close('trends')).status, 200, 'saved again, it is confirmed')
  t.strictSame((await at()).trends, ['closed', null])
  const change = (await ask('GET', '/changes?limit=500')).body.items.find((each: any) => each.why === 'A new run shows other clusters')
  t.strictSame(change.items.map(({ type, change }: any) => [type, change]), [['stage', 'changed'], ['stage', 'changed'], ['stage', 'changed']])
})

t.test('every version can be read and compared', async t => {
  const { add, ask, put } = await openWorkspace(t)
  const note = (await add({ type: 'note', stage: 'trends', text: 'Wood grows', source: { title: 'Report' } })).body
  const changed = (await put(note, { text: 'Wood shrinks' })).body
  t.equal((await ask('DELETE', `/items/${note.id}?basedOn=1`)).status, 409)
  t.equal((await ask('DELETE', `/items/${note.id}?basedOn=${changed.version}`)).status, 204)
  const notesAt = async (version: number) => (await ask('GET', `?version=${version}`)).body.items.filter((item: any) => item.content.type === 'note').map((item: any) => item.content.text)
  t.strictSame([await notesAt(1), await notesAt(2), await notesAt(3), await notesAt(4)], [[], ['Wood grows'], ['Wood shrinks'], []])
  t.equal((await ask('GET', '?version=5')).status, 404)
  const compared = (await ask('GET', '/comparison?from=2&to=3')).body
  t.strictSame(compared.items.map(({ change, fields, before, after }: any) => [change, fields, before.text, after.text]), [['changed', ['text'], 'Wood grows', 'Wood shrinks']])
  t.strictSame((await ask('GET', '/comparison?from=3')).body.items.map(({ change, after }: any) => [change, after]), [['removed', null]])
  t.strictSame((await ask('GET', '/comparison?from=1&to=4')).body.items, [])
  const versions = (await ask('GET', `/items/${note.id}/versions`)).body.items
  t.strictSame(versions.map(({ content }: any) => content?.text ?? null), ['Wood grows', 'Wood shrinks', null])
})

t.test('what stands on something keeps it there', async t => {
  const { add, ask, close, items } = await openWorkspace(t)
  const wood = (await add({ type: 'priority', title: 'Wood', sectors: ['16'] })).body
  const rest = { objective: 'wsi-000000000000', lead: 'PL84' }
  t.match((await add({ type: 'objective', title: 'More wood', priorities: [wood.id] })).body.detail, /is proposed; an objective stands on priorities that consultation made final/)
  t.match((await add({ type: 'action', title: 'Fair', ...rest })).body.detail, /is no objective of this workspace/)
  t.match((await add({ type: 'action', title: 'Fair', ...rest, lead: 'SE11' })).body.detail, /lead "SE11" is not in the group, which has PL84/)
  for (const stage of ['common-sets', 'profiling', 'trends', 'consultation']) {
    await add({ type: 'decision', stage, what: 'keep', why: 'evidence', verdicts: [{ priority: wood.id, verdict: 'keep' }] })
    await close(stage)
  }
  const objective = (await add({ type: 'objective', title: 'More wood', priorities: [wood.id] })).body
  t.equal((await add({ type: 'action', title: 'Fair', objective: objective.id, lead: 'PL84', partners: ['LV00C'] })).status, 201, 'a region under its newer code is the same region')
  t.match((await ask('DELETE', `/items/${objective.id}?basedOn=1`)).body.detail, /The action .* stands on this objective/)
  t.match((await ask('DELETE', `/items/${wood.id}?basedOn=${(await items('priority'))[0].version}`)).body.detail, /stands on this priority: drop it by a decision/)
  const [settings] = await items('settings')
  t.match((await ask('DELETE', `/items/${settings.id}?basedOn=1`)).body.detail, /can be changed, not taken out/)
  t.match((await add({ type: 'charter', vision: 'two' })).body.detail, /has its charter already/)
})

t.test('a workspace takes ITEMS_MAX items and no more', async t => {
  const { id, store, add } = await openWorkspace(t)
  const head = (await store.getRecord('workspace', id))!
  const by = { participant: null, role: 'operator', region: null, helix: null, name: null }
  const notes = Array.from({ length: ITEMS_MAX - 9 }, (_, i) => ({ kind: 'workspace-item' as const, id: `wsi-${String(i).padStart(12, '0')}`, basedOn: 0, savedAt: head.savedAt, subjects: [id], document: { made: [2, i], workspaceVersion: 2, by, content: { type: 'note', stage: 'trends', text: 'x', source: null } } }))
  await store.saveRecords([{ kind: 'workspace', id, basedOn: 1, savedAt: head.savedAt, subjects: [id], document: head.document }, ...notes])
  const answer = await add({ type: 'note', stage: 'trends', text: 'one more' })
  t.equal(answer.status, 409)
  t.match(answer.body.detail, /would have 6001 items; it may have 6000/)
})

t.test('the whole workspace goes into one file and comes back, as itself or as a copy', async t => {
  const { add, ask, call, path, put, id } = await openWorkspace(t)
  const wood = (await add({ type: 'priority', title: 'Wood', sectors: ['16'] })).body
  await add({ type: 'decision', stage: 'common-sets', what: '<b>keep</b>', why: 'evidence', verdicts: [{ priority: wood.id, verdict: 'keep' }] })
  const note = (await add({ type: 'note', stage: 'trends', text: 'gone' })).body
  await put(note, { text: 'gone soon' })
  await ask('DELETE', `/items/${note.id}?basedOn=2`)
  const file = (await ask('GET', '/file')).text
  t.equal((await ask('GET', '/file')).text, file, 'the same bytes twice')
  const copy = (await call('POST', '/api/v1/workspaces/file', JSON.parse(file))).body
  t.not(copy.id, id)
  const listed = async (from: typeof call): Promise<any[]> => (await from('GET', '/api/v1/workspaces')).body.items.map(({ id, title, opened }: any) => ({ id, title, opened }))
  const now = '2026-03-01T12:00:00.000Z'
  const both = (await listed(call)).sort((a, b) => Number(a.id === copy.id) - Number(b.id === copy.id))
  t.strictSame(both, [{ id, title: 'Baltic group', opened: null }, { id: copy.id, title: 'Baltic group', opened: { at: now, copy: true } }])
  await call('POST', `/api/v1/workspaces/${copy.id}/items`, { content: { type: 'note', stage: 'trends', text: 'later' } })
  t.strictSame((await listed(call)).find(each => each.id === copy.id).opened, { at: now, copy: true }, 'said as long as it is there')
  t.notMatch((await call('GET', `/api/v1/workspaces/${copy.id}/file`)).text, /"opened"/)
  const original = (await ask('GET', '')).body
  const [copied] = copy.items.filter((item: any) => item.content.type === 'priority')
  t.strictSame(copy.items.map((item: any) => item.content.type), original.items.map((item: any) => item.content.type))
  t.equal(copied.content.decidedBy, copy.items.find((item: any) => item.content.type === 'decision').id, 'references are to the copy\'s own items')
  const elsewhere = await openWorkspace(t)
  const restored = (await elsewhere.call('POST', '/api/v1/workspaces/file', JSON.parse(file))).body
  t.equal(restored.id, id)
  t.strictSame((await listed(elsewhere.call)).find(each => each.id === id).opened, { at: now, copy: false })
  t.strictSame(restored.items, original.items)
  t.equal((await elsewhere.call('GET', `${path}/file`)).text, file, 'with its whole history')
  const broken = async (change: (file: any) => void) => { const given = JSON.parse(file); change(given); return await elsewhere.call('POST', '/api/v1/workspaces/file', given) }
  t.match((await broken(file => { file.format = 'other' })).body.detail, /This is no file of a workspace: it seems to be JSON of something else\./)
  t.match((await broken(file => { file.changes.splice(2, 1) })).body.detail, /contradicts itself: change 3, version: should be 3/)
  t.match((await broken(file => { file.items.at(-1).versions.pop() })).body.detail, /contradicts itself/)
  t.match((await broken(file => { file.items.splice(0, 1) })).body.detail, /contradicts itself/)
  t.equal((await elsewhere.call('GET', '/api/v1/workspaces')).body.items.length, 2, 'nothing of what was refused is there')
})
