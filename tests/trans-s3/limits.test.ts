/** Every limit of a workspace crossed: what is at the limit is taken, what is beyond is refused with what to do, and nothing of it is kept. */
import t from 'tap'
import { Decision, Indicator, ITEMS_EVER_MAX, JOINT_PRIORITIES_MAX, MEASUREMENTS_MAX, Note, PriorityItem, Settings, SME_LINES_MAX, SmeStrategy } from '../../services/contract/workspace-items.ts'
import { RunRequest } from '../../services/contract/run.ts'
import type { Author } from '../../services/contract/workspace.ts'
import { WORKSPACE_CHANGES_MAX, WORKSPACE_ROLES, WORKSPACE_RUNS_MAX, WORKSPACE_TEXT_MAX, WORKSPACES_MAX } from '../../services/contract/workspace.ts'
import { loadReference } from '../../services/reference/reference.ts'
import { ROLE_CANDIDATES_MAX } from '../../services/routes/workspaces/candidates.ts'
import { EVIDENCE_KEPT_MAX, evidenceGatherer } from '../../services/routes/workspaces/gather-evidence.ts'
import type { Parts } from '../../services/routes/parts.ts'
import type { GraphStore, RecordDraft } from '../../services/store/graph-store.ts'
import { needFileRoom, needOwnRoom, PARTICIPANT_SHARE, PARTICIPANTS_SHARE, WORKSPACE_FILE_BYTES_MAX } from '../../services/trans-s3/file-size.ts'
import type { FileSize } from '../../services/trans-s3/file-size.ts'
import { OPERATOR } from '../../services/trans-s3/may.ts'
import { WorkspaceFile } from '../../services/trans-s3/read-workspace-file.ts'
import { changeWorkspace, loadWorkspace, newItemId } from '../../services/trans-s3/workspace-records.ts'
import type { StoredChange, WorkspaceStore } from '../../services/trans-s3/workspace-records.ts'
import { INPUT, openWorkspace } from './open-workspace.ts'

const times = <Value>(count: number, make: (i: number) => Value): Value[] => Array.from({ length: count }, (_, i) => make(i))
const itemId = (n: number): string => `wsi-${String(n).padStart(12, '0')}`
/** What a schema says of a value; null where it is taken. */
const refusal = (schema: { safeParse: (value: unknown) => { success: boolean, error?: { issues: Array<{ path: PropertyKey[], message: string }> } } }, value: unknown): string | null =>
  schema.safeParse(value).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ') ?? null

/** One change more, which makes these items, past everything that a caller goes through. */
async function makeItems (store: GraphStore, workspace: string, contents: object[]): Promise<void> {
  const head = (await store.getRecord('workspace', workspace))!
  const version = head.version + 1
  const kept = { basedOn: 0, savedAt: head.savedAt, subjects: [workspace] }
  const items = contents.map((content, i): RecordDraft => ({ ...kept, kind: 'workspace-item', id: itemId(1000 * version + i), document: { made: [version, i], workspaceVersion: version, by: OPERATOR, content } }))
  const change: StoredChange = { ...head.document as StoredChange, items: items.map(({ id }, i) => ({ item: id, type: (contents[i] as { type: string }).type, version: 1, change: 'made' })) }
  await store.saveRecords([{ ...kept, kind: 'workspace', id: workspace, basedOn: head.version, document: change }, ...items])
}

t.test('a group works with JOINT_PRIORITIES_MAX priorities, and decides on as many at once', async t => {
  const { add, id, items, store } = await openWorkspace(t)
  const priority = (title: string) => ({ type: 'priority', title, sectors: ['16'] })
  await makeItems(store, id, times(JOINT_PRIORITIES_MAX - 1, i => PriorityItem.parse(priority(`Priority ${i}`))))
  t.equal((await add(priority('the last'))).status, 201)
  const answer = await add(priority('one more'))
  t.equal(answer.status, 400)
  t.match(answer.body.detail, /would be priority 61; a group works with at most 60\. Join some/)
  const all = await items('priority')
  t.equal(all.length, JOINT_PRIORITIES_MAX)
  const decision = { type: 'decision', stage: 'common-sets', what: 'Keep all', why: 'evidence', verdicts: all.map(each => ({ priority: each.id, verdict: 'keep' })) }
  t.equal((await add(decision)).status, 201)
  t.strictSame([...new Set((await items('priority')).map(({ content }) => content.state))], ['initial'])
  const wider = await add({ ...decision, verdicts: [...decision.verdicts, { priority: itemId(9), verdict: 'keep' }] })
  t.equal(wider.status, 400)
  t.match(wider.body.detail, /content\.verdicts: at most 60 priorities in one decision; decide on the others in a second one/)
  t.equal(refusal(Decision, decision), null)
})

t.test('an SME strategy has SME_LINES_MAX members, missing roles and lines of its plan', async t => {
  const { add, items, store } = await openWorkspace(t)
  const firms = (await store.listOrganisations({}, { limit: 500, after: null })).rows
  const lines = (count: number) => ({
    type: 'sme-strategy', title: 'Wood', need: 'sell abroad',
    members: firms.slice(0, count).map(each => ({ organisation: each.id, role: 'maker' })), missing: times(count, i => ({ role: `role ${i}` })), plan: times(count, i => ({ what: `line ${i}` }))
  })
  t.equal(new Set(firms.slice(0, SME_LINES_MAX).map(({ country }) => country)).size > 1, true, 'of two countries')
  const made = await add(lines(SME_LINES_MAX))
  t.equal(made.status, 201, made.text)
  t.strictSame([made.body.content.members, made.body.content.missing, made.body.content.plan].map(list => list.length), [SME_LINES_MAX, SME_LINES_MAX, SME_LINES_MAX])
  const refused = await add(lines(SME_LINES_MAX + 1))
  t.equal(refused.status, 400)
  for (const what of ['members: at most 40 members', 'missing: at most 40 missing roles', 'plan: at most 40 lines in its plan']) t.match(refused.body.detail, new RegExp(`content\\.${what} in one strategy; divide it into two`))
  t.equal((await items('sme-strategy')).length, 1)
  t.match(refusal(SmeStrategy, { ...lines(2), plan: lines(SME_LINES_MAX + 1).plan }), /^plan: at most 40/, 'each of them on its own')
})

t.test('an indicator is measured MEASUREMENTS_MAX times', async t => {
  const service = await openWorkspace(t)
  const { add, ask, id, items, store } = service
  // A run of its own, of the same settings as the first.
  const { id: run } = await service.runs.wait((await service.runs.start(RunRequest.parse({ seed: 7 }))).id)
  const wood = (await add({ type: 'priority', title: 'Wood', sectors: ['16'] })).body
  for (const stage of ['common-sets', 'profiling', 'trends', 'consultation']) await add({ type: 'decision', stage, what: 'keep', why: 'evidence', verdicts: [{ priority: wood.id, verdict: 'keep' }] })
  const objective = (await add({ type: 'objective', title: 'Wood', priorities: [wood.id] })).body
  const measured = (count: number) => ({
    type: 'indicator', objective: objective.id, title: `Measured ${count} times`, measure: 'organisations', target: 1, date: '2027-01-01',
    measurements: times(count, i => ({ run: i === 0 ? service.run : `run-${String(i).padStart(12, '0')}`, at: '2020-01-01T00:00:00.000Z', value: i, lower: null, upper: null }))
  })
  await makeItems(store, id, [measured(MEASUREMENTS_MAX - 1), measured(MEASUREMENTS_MAX)])
  const [below, full] = await items('indicator')
  const last = await ask('POST', `/indicators/${below.id}/measure`, { run })
  t.equal(last.status, 200, last.text)
  t.equal(last.body.content.measurements.length, MEASUREMENTS_MAX)
  const refused = await ask('POST', `/indicators/${full.id}/measure`, { run })
  t.equal(refused.status, 409)
  t.match(refused.body.detail, /"Measured 40 times" has 40 measurements, as many as are kept; go on with another indicator/)
  t.equal((await items('indicator'))[1].version, full.version)
  t.equal(refusal(Indicator, measured(MEASUREMENTS_MAX)), null)
  t.match(refusal(Indicator, measured(MEASUREMENTS_MAX + 1)), /measurements: at most 40 measurements; go on with another indicator/, 'nor is it read from a file')
})

t.test('a service keeps WORKSPACES_MAX workspaces', async t => {
  const { ask, call, id, store } = await openWorkspace(t)
  const file = (await ask('GET', '/file')).text
  const head = (await store.getRecord('workspace', id))!
  await store.saveRecords(times(WORKSPACES_MAX - 2, (i): RecordDraft => ({ kind: 'workspace', id: `wsp-${String(i).padStart(12, '0')}`, basedOn: 0, savedAt: head.savedAt, subjects: [], document: head.document })))
  t.equal((await call('POST', '/api/v1/workspaces', INPUT)).status, 201)
  for (const answer of [await call('POST', '/api/v1/workspaces', INPUT), await call('POST', '/api/v1/workspaces/file', JSON.parse(file))]) {
    t.equal(answer.status, 409)
    t.match(answer.body.detail, /The service has 500 workspaces, as many as it keeps: go on in one of them, or begin this one in another service/)
  }
  t.equal((await store.listRecords({ kind: 'workspace' }, { limit: 1, after: null })).total, WORKSPACES_MAX)
})

t.test('a workspace stands on WORKSPACE_RUNS_MAX runs', async t => {
  const { items, put, run } = await openWorkspace(t)
  const [settings] = await items('settings')
  const runs = (count: number) => ({ ...settings.content, runs: times(count, i => `run-${String(i).padStart(12, '0')}`) })
  t.equal(refusal(Settings, runs(WORKSPACE_RUNS_MAX)), null)
  const unknown = await put(settings, { runs: runs(WORKSPACE_RUNS_MAX).runs })
  t.equal(unknown.status, 404, 'so many are looked for')
  const refused = await put(settings, { runs: [...runs(WORKSPACE_RUNS_MAX).runs, run] })
  t.equal(refused.status, 400)
  t.match(refused.body.detail, /content\.runs: at most 40 runs; leave the oldest out/)
  t.match((await put(settings, { runs: [] })).body.detail, /name at least one run/)
})

t.test('a text has WORKSPACE_TEXT_MAX characters', async t => {
  const { add, items } = await openWorkspace(t)
  const note = (length: number) => ({ type: 'note', stage: 'trends', text: 'ż'.repeat(length) })
  t.equal((await add(note(WORKSPACE_TEXT_MAX))).status, 201)
  const refused = await add(note(WORKSPACE_TEXT_MAX + 1))
  t.equal(refused.status, 400)
  t.match(refused.body.detail, /content\.text: at most 6000 characters/)
  t.strictSame((await items('note')).map(({ content }) => content.text.length), [WORKSPACE_TEXT_MAX])
})

t.test('a file of a workspace has WORKSPACE_FILE_BYTES_MAX bytes', async t => {
  const { ask, call } = await openWorkspace(t)
  const file = (await ask('GET', '/file')).text
  const json = { 'content-type': 'application/json' }
  const padded = Buffer.from(file + ' '.repeat(WORKSPACE_FILE_BYTES_MAX - Buffer.byteLength(file)))
  t.equal((await call('POST', '/api/v1/workspaces/file', padded, json)).status, 201)
  const refused = await call('POST', '/api/v1/workspaces/file', Buffer.concat([padded, Buffer.from(' ')]), json)
  t.match(refused, { status: 413, body: { code: 'TOO_LARGE', detail: /larger than the 33554432 bytes that are read here at once; divide it, or leave out what is not needed/ } })
  t.equal((await call('GET', '/api/v1/workspaces')).body.items.length, 2)
})

t.test('a workspace is changed WORKSPACE_CHANGES_MAX times, as often as its file may tell', async t => {
  const { ask, id, items, store } = await openWorkspace(t)
  // The same workspace, as if it had been changed so often before.
  const before = WORKSPACE_CHANGES_MAX - 2
  const raised: WorkspaceStore = {
    getRecord: async (kind, id, version) => {
      const record = await store.getRecord(kind, id, version)
      return kind === 'workspace' && record !== null ? { ...record, version: record.version + before } : record
    },
    saveRecords: async drafts => { await store.saveRecords(drafts.map(draft => draft.kind === 'workspace' ? { ...draft, basedOn: draft.basedOn - before } : draft)) },
    listRecords: async (filter, request) => await store.listRecords(filter, request),
    listRecordVersions: async (kind, id) => await store.listRecordVersions(kind, id)
  }
  const change = async (by = OPERATOR) => await changeWorkspace(raised, id, by, null, () => new Date('2026-03-01T12:00:00.000Z'), () => [{ item: null, basedOn: 0, content: Note.parse({ type: 'note', stage: 'trends', text: 'one more' }) }])
  t.equal((await change()).version, WORKSPACE_CHANGES_MAX)
  const stakeholder: Author = { ...OPERATOR, role: 'stakeholder', region: 'LT', helix: 'science' }
  await t.rejects(change(stakeholder), { code: 'CONFLICT', message: /would be changed 10001 times; its file tells 10000\. Participants fill 90 %/ })
  await t.rejects(change(), { code: 'CONFLICT', message: /would be changed 10001 times; its file tells 10000\. Save it as a file .*, and begin another workspace/ })
  t.equal((await items('note')).length, 1)

  const file = (await ask('GET', '/file')).body
  const told = (count: number) => ({ ...file, changes: times(count, i => ({ ...file.changes[0], version: i + 1 })) })
  t.equal(refusal(WorkspaceFile, told(WORKSPACE_CHANGES_MAX)), null)
  t.match(refusal(WorkspaceFile, told(WORKSPACE_CHANGES_MAX + 1)), /^changes: at most 10000 changes/)
})

t.test('what the file of a workspace comes to is known with each change, and goes over with the file', async t => {
  const { add, ask, id, invite, put, store } = await openWorkspace(t)
  const sizeOf = async (from: GraphStore) => ((await from.getRecord('workspace', id))!.document as StoredChange).file!
  const isRight = async (says: string): Promise<void> => {
    const { items, bytes } = await sizeOf(store)
    const file = (await ask('GET', '/file')).text
    const over = bytes - Buffer.byteLength(file)
    t.ok(over >= 0 && over < 200 + 20 * items, `${says}: at most ${bytes}, which is ${over} more than it is`)
    t.equal(JSON.parse(file).items.length, items, says)
  }
  await isRight('begun')
  const note = (await add({ type: 'note', stage: 'trends', text: 'żółw "quoted"\n\nand more', source: { title: 'Report' } })).body
  const wood = (await add({ type: 'priority', title: 'Wood', sectors: ['16'] })).body
  await isRight('two items more')
  await add({ type: 'decision', stage: 'common-sets', what: 'keep', why: 'evidence', verdicts: [{ priority: wood.id, verdict: 'keep' }] })
  const person = await invite({ role: 'stakeholder', region: 'LT', helix: 'science', name: 'Ąžuolas' })
  await add({ type: 'rating', participant: person.id, priority: wood.id, importance: 3, readiness: 3, commitment: 3, comment: 'ž'.repeat(500) }, person.invitation)
  const changed = (await put(note, { text: 'shorter' })).body
  await ask('DELETE', `/items/${note.id}?basedOn=${changed.version}`)
  await isRight('changed and taken out')
  const elsewhere = await openWorkspace(t)
  t.equal((await elsewhere.call('POST', '/api/v1/workspaces/file', (await ask('GET', '/file')).body)).status, 201)
  t.strictSame(await sizeOf(elsewhere.store), await sizeOf(store))
})

t.test('a change after which the file could not be read back is refused', async t => {
  const { id, items, store } = await openWorkspace(t)
  const sizeOf = async () => ((await store.getRecord('workspace', id))!.document as StoredChange).file!
  /** The same workspace, as if its file had come to this. */
  const cameTo = (file: FileSize): WorkspaceStore => ({
    getRecord: async (kind, key, version) => {
      const record = await store.getRecord(kind, key, version)
      return kind === 'workspace' && record !== null ? { ...record, document: { ...record.document as StoredChange, file } } : record
    },
    saveRecords: async drafts => await store.saveRecords(drafts), listRecords: async (filter, request) => await store.listRecords(filter, request), listRecordVersions: async (kind, key) => await store.listRecordVersions(kind, key)
  })
  const note = async (on: WorkspaceStore) => await changeWorkspace(on, id, OPERATOR, null, () => new Date('2026-03-01T12:00:00.000Z'), () => [{ item: null, basedOn: 0, content: Note.parse({ type: 'note', stage: 'trends', text: 'one more' }) }])
  const before = await sizeOf()
  await note(store)
  const bytes = (await sizeOf()).bytes - before.bytes
  await note(cameTo({ items: ITEMS_EVER_MAX - 1, bytes: WORKSPACE_FILE_BYTES_MAX - bytes }))
  t.strictSame(await sizeOf(), { items: ITEMS_EVER_MAX, bytes: WORKSPACE_FILE_BYTES_MAX }, 'up to the last byte and item')
  await t.rejects(note(cameTo({ items: ITEMS_EVER_MAX, bytes: 0 })), { code: 'CONFLICT', message: /would have 12001 items, those taken out too; its file holds 12000\. Save it as a file as it is .*, and begin another workspace/ })
  await t.rejects(note(cameTo({ items: 1, bytes: WORKSPACE_FILE_BYTES_MAX - bytes + 1 })), { code: 'CONFLICT', message: /would come to 32\.00 MiB with every version of everything in it; a file that can be read back has at most 32 MiB/ })
  t.equal((await items('note')).length, 2)
})

t.test('participants fill PARTICIPANTS_SHARE of each limit, whoever revokes links all of it', t => {
  const size = { items: 1, bytes: 1 }
  const crossings: Array<[most: number, reaches: (n: number) => [FileSize, number], says: RegExp]> = [
    [WORKSPACE_CHANGES_MAX, n => [size, n], /would be changed \d+ times; its file tells 10000\./],
    [ITEMS_EVER_MAX, n => [{ ...size, items: n }, 1], /would have \d+ items, those taken out too; its file holds 12000\./],
    [WORKSPACE_FILE_BYTES_MAX, n => [{ ...size, bytes: n }, 1], /would come to [\d.]+ MiB/]
  ]
  for (const [most, reaches, says] of crossings) {
    for (const role of WORKSPACE_ROLES) {
      const leads = role === 'operator' || role === 'coordinator'
      const limit = leads ? most : Math.floor(most * 9 / 10)
      t.doesNotThrow(() => needFileRoom(...reaches(limit), { role }, 'It'), `${role}: up to ${limit}`)
      t.throws(() => needFileRoom(...reaches(limit + 1), { role }, 'It'), { code: 'CONFLICT', message: says }, `${role}: ${limit + 1}`)
      t.throws(() => needFileRoom(...reaches(limit + 1), { role }, 'It'), { message: leads ? /Save it as a file as it is/ : /Participants fill 90 % of that; the rest is kept for the coordinator\. Ask the coordinator/ })
    }
  }
  t.end()
})

t.test('where a participant has filled his share, those who lead still revoke, renew, take out and settle', async t => {
  const { add, ask, close, id, invite, items, put, store } = await openWorkspace(t)
  const cora = (await invite({ role: 'coordinator', name: 'Cora' })).invitation
  const bert = await invite({ role: 'stakeholder', region: 'LT', helix: 'science', name: 'Bert' })
  const note = (await add({ type: 'note', stage: 'trends', text: 'one' }, bert.invitation)).body
  const head = (await store.getRecord('workspace', id))!
  const document = { ...head.document as StoredChange, items: [], file: { items: 12, bytes: Math.floor(WORKSPACE_FILE_BYTES_MAX * PARTICIPANTS_SHARE) } }
  await store.saveRecords([{ kind: 'workspace', id, basedOn: head.version, savedAt: head.savedAt, subjects: [id], document }])
  const full = { status: 409, body: { code: 'CONFLICT', detail: /would come to 28\.80 MiB .* at most 32 MiB\. Participants fill 90 % of that/ } }
  t.match(await put(note, { text: 'two' }, bert.invitation), full)
  t.match(await add({ type: 'note', stage: 'trends', text: 'more' }, bert.invitation), full)
  t.match(await ask('DELETE', `/items/${note.id}?basedOn=1`, undefined, bert.invitation), full)
  const participant = async () => (await items('participant', cora)).find(item => item.id === bert.id)!
  t.equal((await ask('POST', `/participants/${bert.id}/link`, { renew: true }, cora)).status, 200, 'renewed')
  t.equal((await put(await participant(), { revoked: true }, cora)).status, 200, 'revoked')
  t.equal((await ask('GET', '', undefined, bert.invitation)).status, 401)
  t.equal((await put(await participant(), { revoked: false })).status, 200, 'by the operator too')
  t.equal((await ask('DELETE', `/items/${note.id}?basedOn=1`, undefined, cora)).status, 204, 'taken out')
  t.equal((await close('general')).status, 200, 'settled')
})

t.test('one participant fills PARTICIPANT_SHARE of each limit', t => {
  const written = { changes: 1, items: 1, bytes: 1 }
  const crossings: Array<[part: keyof typeof written, most: number, says: RegExp]> = [
    ['changes', WORKSPACE_CHANGES_MAX, /would have changed the workspace 1001 times; one participant may 1000 times\. The others need room too/],
    ['items', ITEMS_EVER_MAX, /would have made 1201 items, those taken out too; one participant may make 1200\./],
    ['bytes', WORKSPACE_FILE_BYTES_MAX, /would have written 3\.20 MiB, every version of everything counted; one participant may write 3\.2 MiB\./]
  ]
  for (const [part, most, says] of crossings) {
    const limit = Math.floor(most / 10)
    t.doesNotThrow(() => needOwnRoom({ ...written, [part]: limit }))
    t.throws(() => needOwnRoom({ ...written, [part]: limit + 1 }), { code: 'CONFLICT', message: says })
  }
  t.equal(PARTICIPANT_SHARE, 0.1)
  t.end()
})

t.test('what one participant has written, ever, is counted from the changes; the others and those who lead go on', async t => {
  const { add, ask, id, invite, items, put, store } = await openWorkspace(t)
  const stakeholder = { role: 'stakeholder', region: 'LT', helix: 'science' }
  const [ann, bert] = [await invite({ ...stakeholder, name: 'Ann' }), await invite({ ...stakeholder, name: 'Bert' })]
  const cora = (await invite({ role: 'coordinator', name: 'Cora' })).invitation
  const note = (text: string) => ({ type: 'note', stage: 'trends', text })
  const first = (await add(note('one'), bert.invitation)).body
  // As if what Bert wrote next had come to a tenth of the file, but for what it takes to write another note.
  const head = (await store.getRecord('workspace', id))!
  const change = head.document as StoredChange
  const before = ((await store.getRecord('workspace', id, head.version - 1))!.document as StoredChange).file!
  const own = change.file!.bytes - before.bytes
  const raise = Math.floor(WORKSPACE_FILE_BYTES_MAX * PARTICIPANT_SHARE) - 2 * own - 40
  await store.saveRecords([{ kind: 'workspace', id, basedOn: head.version, savedAt: head.savedAt, subjects: [id], document: { ...change, items: [], file: { ...change.file!, bytes: change.file!.bytes + raise } } }])
  t.equal((await add(note('two'), bert.invitation)).status, 201, 'up to it')
  const refused = await add(note('three'), bert.invitation)
  t.match(refused, { status: 409, body: { code: 'CONFLICT', detail: /You would have written 3\.20 MiB, .* tell the coordinator what is missing/ } })
  t.equal((await ask('DELETE', `/items/${first.id}?basedOn=1`, undefined, bert.invitation)).status, 409, 'also to take out, which is one version more')
  t.equal((await add(note('four'), ann.invitation)).status, 201, 'somebody else of the same group')
  t.equal((await add(note('five'), cora)).status, 201)
  const led = (await store.getRecord('workspace', id))!
  const byCora = led.document as StoredChange
  await store.saveRecords([{ kind: 'workspace', id, basedOn: led.version, savedAt: led.savedAt, subjects: [id], document: { ...byCora, items: [], file: { ...byCora.file!, bytes: byCora.file!.bytes + raise } } }])
  await put((await items('participant')).find(({ content }) => content.name === 'Cora')!, { role: 'stakeholder', region: 'LT', helix: 'science' })
  t.equal((await add(note('six'), cora)).status, 201, 'what she wrote while she led is not counted')
  t.equal((await items('note')).length, 5)
})

t.test('an item has at most as many versions as a workspace may have changes', async t => {
  const { ask, call } = await openWorkspace(t)
  const file = (await ask('GET', '/file')).body
  const opened = async (versions: number): Promise<string> => {
    const [first] = file.items[0].versions
    const { body: { detail, errors } } = await call('POST', '/api/v1/workspaces/file', { ...file, items: [{ ...file.items[0], versions: Array.from({ length: versions }, () => first) }, ...file.items.slice(1)] })
    return [detail, ...(errors ?? []).map(({ message }: { message: string }) => message)].join(' ')
  }
  t.notMatch(await opened(WORKSPACE_CHANGES_MAX), 'at most 10000 versions')
  t.match(await opened(WORKSPACE_CHANGES_MAX + 1), 'item 1 (settings "Baltic group"), versions: at most 10000 versions, as many as a workspace may have changes; found a list')
})

t.test('a file that would be longer once written by the service than it reads is not taken', async t => {
  const { ask, id } = await openWorkspace(t)
  const file = (await ask('GET', '/file')).body as WorkspaceFile
  // Without the blanks it is short enough, with them it is not.
  const version = { workspaceVersion: 2, savedAt: file.changes[0].at, by: OPERATOR, content: Note.parse({ type: 'note', stage: 'trends', text: 'x'.repeat(WORKSPACE_TEXT_MAX) }) }
  const notes = times(5200, i => ({ id: newItemId(id, 2, i), made: [2, i] as [number, number], versions: [version] }))
  const given = JSON.stringify({ ...file, items: [...file.items, ...notes], changes: [...file.changes, { ...file.changes[0], version: 2, items: notes.map(note => ({ item: note.id, type: 'note', version: 1, change: 'made' as const })) }] })
  t.ok(Buffer.byteLength(given) < WORKSPACE_FILE_BYTES_MAX, `${Buffer.byteLength(given)} bytes`)
  const elsewhere = await openWorkspace(t)
  const answer = await elsewhere.call('POST', '/api/v1/workspaces/file', given, { 'content-type': 'application/json' })
  t.equal(answer.status, 409, answer.text.slice(0, 300))
  t.match(answer.body.detail, /The workspace of this file would come to 3\d\.\d\d MiB/)
  t.equal((await elsewhere.call('GET', '/api/v1/workspaces')).body.items.length, 1)
  t.match(refusal(WorkspaceFile, { ...file, items: times(ITEMS_EVER_MAX + 1, () => file.items[0]) }), /^items: at most 12000 items, as many as a workspace may ever have/)
})

t.test('ROLE_CANDIDATES_MAX candidates are listed for a role: the first of the partners of a member, members left out', async t => {
  const { add, ask, call, run, store } = await openWorkspace(t)
  const firms = (await store.listOrganisations({}, { limit: 500, after: null })).rows
  const abroad = firms.find(({ country }) => country !== firms[0].country)!
  const [own] = firms
  const partners = async (limit: number) => (await call('GET', `/api/v1/runs/${run}/organisations/${own.id}/partners?limit=${limit}`)).body
  const first = (await partners(1)).items[0].organisation
  const members = [own, abroad, first].map(each => ({ organisation: each.id, role: 'maker' }))
  const strategy = (await add({ type: 'sme-strategy', title: 'Wood', need: 'sell abroad', members, missing: [{ role: 'qwertz' }] })).body
  const { body } = await ask('GET', `/sme-strategies/${strategy.id}/candidates?role=0`)
  t.ok(body.total > ROLE_CANDIDATES_MAX + members.length, `there are ${body.total}`)
  const expected = (await partners(100)).items.map(({ organisation }: any) => organisation.id).filter((each: string) => !members.some(({ organisation }) => organisation === each))
  t.ok(expected.length > ROLE_CANDIDATES_MAX)
  t.strictSame(body.items.map(({ organisation }: any) => organisation.id), expected.slice(0, ROLE_CANDIDATES_MAX))
})

t.test('EVIDENCE_KEPT_MAX pages of evidence are kept, those used last', async t => {
  const { id, runs, store } = await openWorkspace(t)
  const state = (await loadWorkspace(store, id))!
  const gather = evidenceGatherer({ store, runs, reference: loadReference(), tables: { find: async () => null } } as unknown as Parts)
  const page = async (version: number) => await gather({ ...state, version }, 'general', 'en', null)
  const first = await page(1)
  const second = await page(2)
  for (let version = 3; version <= EVIDENCE_KEPT_MAX; version++) await page(version)
  t.equal(await page(1), first, 'as many as are kept')
  await page(EVIDENCE_KEPT_MAX + 1)
  t.equal(await page(1), first, 'was looked at since')
  t.not(await page(2), second, 'was not, and is computed anew')
  t.strictSame(await page(2), second, 'to the same')
})
