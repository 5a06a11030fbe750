/** The demonstration: facts with sources, nobody in it, steps closed by the rules of any workspace, and its made-up example kept apart. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import type { Test } from 'tap'
import { CHECKS, STAGES, WORKSPACE_DOCUMENTS, WORKSPACE_LANGUAGES } from '../../services/contract/workspace.ts'
import { demonstrate, openRuns } from '../../services/open-service.ts'
import { loadReference } from '../../services/reference/reference.ts'
import { SnapshotGone } from '../../services/runs/run-service.ts'
import type { RecordDraft } from '../../services/store/graph-store.ts'
import { DEMONSTRATION_ID, loadDemonstration } from '../../services/trans-s3/demonstration/demonstration.ts'
import type { Showing } from '../../services/trans-s3/demonstration/demonstration.ts'
import { readDatedNetworks } from '../../services/trans-s3/evidence/dated-networks.ts'
import { readWorkspaceFile } from '../../services/trans-s3/read-workspace-file.ts'
import { en } from '../../services/trans-s3/words/en.ts'
import { sayIn } from '../../services/trans-s3/words/say.ts'
import type { Key } from '../../services/trans-s3/words/say.ts'
import { exportWorkspace, importWorkspace } from '../../services/trans-s3/workspace-file.ts'
import type { WorkspaceStore } from '../../services/trans-s3/workspace-records.ts'
import { buildAnalysedService } from '../support/build-service.ts'
import type { BuiltService } from '../support/build-service.ts'
import { openTestStore } from '../support/open-test-store.ts'
import { EXPIRES, INPUT, workspaceOf } from './open-workspace.ts'

const clock = (): Date => new Date('2026-03-01T12:00:00.000Z')
const KEYS = Object.keys(en) as Key[]
const token = 'a-token-of-24-characters'

async function openShowing (t: Test): Promise<{ service: BuiltService, showing: Showing }> {
  const { run, ...service } = await buildAnalysedService(t, { config: { accessToken: token } })
  const loaded = (await service.runs.load(run.id))!
  return { service, showing: { folder: 'seeds/trans-s3', loaded, dated: await readDatedNetworks(service.store, loaded.snapshot), reference: loadReference(), clock } }
}

t.test('the demonstration of the seven partner regions', async t => {
  const { service, showing } = await openShowing(t)
  t.equal(await loadDemonstration(service.store, showing), true)
  t.equal(await loadDemonstration(service.store, showing), false, 'a second time it is there already')
  const { ask, items } = workspaceOf(service, DEMONSTRATION_ID)
  const { body } = await ask('GET', '')
  t.match(body, { you: { role: 'reader' } }, 'everybody reads it')
  t.strictSame((await service.call('GET', '/api/v1/workspaces')).body.items.map((each: any) => [each.id, each.demonstration]), [[DEMONSTRATION_ID, true]])

  const rows = readFileSync('seeds/trans-s3/declared-priorities.csv', 'utf8').trim().split('\n').slice(1)
  const declared = await items('declared')
  t.strictSame(declared.map(({ content }) => content.region), ['PL84', 'LV008', 'EE008', 'LT', 'FI1C4', 'DE6', 'DK03'])
  for (const { content } of declared) t.equal(content.priorities.length, rows.filter(row => row.startsWith(`${content.region},`)).length, `${content.region}: as many as in the file`)
  const published = readFileSync('seeds/trans-s3/joint-priorities.csv', 'utf8').trim().split('\n').slice(1)
  const priorities = await items('priority')
  const single = priorities.filter(({ content }) => content.from.length === 0)
  t.equal(single.length, published.length)
  t.strictSame(single.flatMap(({ content }) => content.sectors), ['C', 'E', 'H', 'J', '72', '74'], 'the six fields by NACE')
  t.equal(single.flatMap(({ content }) => content.themes).length, 8, 'and the eight themes')
  t.ok(single.every(({ content }) => /https:\/\//.test(content.description)), 'each with its source')
  t.ok(priorities.every(({ content }) => content.from.length === 0 || /^An example by Amber Road.* single codes: .*the sources stand with these/.test(content.description)), 'and combinations say what they join')
  for (const type of ['participant', 'rating', 'objective', 'action', 'indicator', 'sme-strategy'] as const) t.strictSame(await items(type), [], `no ${type} is invented`)
  for (const { content } of await items('decision')) t.match(content.why, /not a decision of the regions/, content.what)
  for (const stage of STAGES) t.ok((await items('note')).some(({ content }) => content.stage === stage && content.source !== null), `${stage} has a note with its source`)

  const consultation = (await ask('GET', '/evidence/consultation')).body
  t.strictSame(consultation.exhibits.map(({ key, rows }: any) => [key, rows.length]), [['taking-part', 0]], 'its own step is empty, and says so')
  t.ok(consultation.example.length > 1, 'the example is beside it')
  t.strictSame((await ask('GET', '/evidence/trends')).body.example, [])
  for (const text of [(await ask('GET', '/documents/policy-paper')).text, JSON.stringify(body)]) t.notMatch(text, /Example A/, 'and in nothing else')

  const bearer = { authorization: `Bearer ${token}` }
  const invited = await service.call('POST', `/api/v1/workspaces/${DEMONSTRATION_ID}/items`, { content: { type: 'participant', name: 'x', role: 'reader', expiresAt: EXPIRES } }, bearer)
  t.match(invited.body.detail, /a demonstration has no participants/)
  t.equal((await service.call('POST', `/api/v1/workspaces/${DEMONSTRATION_ID}/items`, { content: { type: 'note', stage: 'trends', text: 'x' } })).status, 401, 'nobody writes in it without the token')
})

t.test('it stands at the consultation, by the rules of any workspace', async t => {
  const { service, showing } = await openShowing(t)
  await loadDemonstration(service.store, showing)
  const { ask, items } = workspaceOf(service, DEMONSTRATION_ID)
  const stages = await items('stage')
  t.strictSame(stages.map(({ content: { stage, state } }) => [stage, state]), STAGES.map(stage => [stage, ['general', 'common-sets', 'profiling', 'trends'].includes(stage) ? 'closed' : 'open']))
  for (const { content: { stage, state, checks } } of stages) {
    t.strictSame(Object.keys(checks).sort(), state === 'closed' ? [...CHECKS[stage]].sort() : [], `${stage}: every line, or none`)
    t.ok(Object.values(checks).every(({ done, note }) => done && note !== ''), `${stage}: each says why it is ticked`)
  }
  const changes = (await ask('GET', '/changes?limit=100')).body.items.reverse()
  t.ok(changes[0].items.every(({ version }: any) => version === 1))
  const moved = changes.filter(({ items }: any) => items.length === 1 && items[0].type === 'stage').map(({ items }: any) => stages.find(({ id }) => id === items[0].item)!.content.stage)
  t.strictSame(moved, ['general', 'general', 'common-sets', 'common-sets', 'profiling', 'profiling', 'trends', 'trends'], 'ticked, then closed, one step after the other')
  const first = (await ask('GET', '?version=1')).body.items
  t.ok(first.every(({ content }: any) => content.type !== 'decision' && (content.type !== 'priority' || content.state === 'proposed') && (content.type !== 'stage' || content.state === 'open')), 'nothing is given a state but by decisions')

  // Organisations of the planted data have none of the fields of knowledge: what the evidence does not bear out stays where it is.
  const decisions = await items('decision')
  t.strictSame(decisions.filter(({ content }) => content.stage === 'profiling').map(({ content }) => [/^Not verified: /.test(content.what), content.verdicts]), [[true, []]])
  t.notOk((await items('priority')).some(({ content }) => content.state === 'verified' || content.state === 'refined'))
  t.strictSame(decisions.filter(({ content }) => content.stage === 'trends'), [], 'and nothing can be refined')

  const consultation = stages.find(({ content }) => content.stage === 'consultation')!
  const refused = await service.call('POST', `/api/v1/workspaces/${DEMONSTRATION_ID}/stages/consultation`, { basedOn: consultation.version, to: 'closed' }, { authorization: `Bearer ${token}` })
  t.match(refused, { status: 409, body: { detail: /not ticked: invited, all-groups/ } })
})

t.test('papers of the demonstration and of an empty workspace say why something is missing, and the page alone what to do', async t => {
  const { service, showing } = await openShowing(t)
  await loadDemonstration(service.store, showing)
  const begun = await service.call('POST', '/api/v1/workspaces', INPUT, { authorization: `Bearer ${token}` })
  t.equal(begun.status, 201, begun.text)
  for (const id of [DEMONSTRATION_ID, begun.body.id]) {
    const read = async (path: string): Promise<any> => (await service.call('GET', `/api/v1/workspaces/${id}${path}`, undefined, { authorization: `Bearer ${token}` })).body
    for (const language of WORKSPACE_LANGUAGES) {
      const { t: words } = sayIn(language)
      const steps = KEYS.filter(key => /^exhibit\.[a-z-]+\.next$/.test(key)).map(key => words(key))
      const within = (text: string): string[] => steps.filter(step => text.includes(step))
      const exhibits = (await Promise.all(STAGES.map(stage => read(`/evidence/${stage}?language=${language}`)))).flatMap(({ exhibits }: any) => exhibits)
      t.ok(exhibits.filter(({ next }: any) => steps.includes(next)).length > 3, `${language}: the page says what to do`)
      t.strictSame(within(JSON.stringify(exhibits.map(({ next, ...others }: any) => others))), [], `${language}: and in no other words`)
      for (const document of WORKSPACE_DOCUMENTS) t.strictSame(within(JSON.stringify(await read(`/documents/${document}?language=${language}&format=json`))), [], `${document} ${language}`)
      const paper = JSON.stringify(await read(`/documents/policy-paper?language=${language}&format=json`))
      t.ok(paper.includes(words('exhibit.value-chain-context.empty')), `${language}: the paper says why`)
    }
  }
})

t.test('the same run and time give the same bytes, saved at once', async t => {
  const { service, showing } = await openShowing(t)
  const saved: RecordDraft[][] = []
  const fileOf = async (): Promise<string> => {
    const store = await openTestStore(t)
    const counting: WorkspaceStore = { getRecord: (...given) => store.getRecord(...given), listRecords: (...given) => store.listRecords(...given), listRecordVersions: (...given) => store.listRecordVersions(...given), saveRecords: async drafts => { saved.push(drafts); await store.saveRecords(drafts) } }
    await loadDemonstration(counting, showing)
    return JSON.stringify(await exportWorkspace(store, DEMONSTRATION_ID))
  }
  const file = await fileOf()
  t.equal(await fileOf(), file)
  t.equal(saved.length, 2, 'one transaction each')
  const read = await importWorkspace({ store: service.store, reference: loadReference(), clock, newKey: () => 'key' }, readWorkspaceFile(Buffer.from(file)))
  t.equal(read.id, DEMONSTRATION_ID, 'its file is read with every check of a file')
})

t.test('a start goes on without it where the network of the run is gone', async t => {
  const { run, store, dataDir, chains } = await buildAnalysedService(t)
  await store.write(async writer => { await writer.upsertSources([{ ...chains.source, key: 'horizon2020' }]) })
  const runs = openRuns(store, { dataDir: join(dataDir, 'elsewhere') })
  t.teardown(() => runs.close())
  await t.rejects(runs.load(run.id), SnapshotGone)
  t.equal(await demonstrate(store, runs, run), false)
  t.equal(await store.getRecord('workspace', DEMONSTRATION_ID), null)
})
