/** A workspace whose run is gone, over HTTP on the embedded store: what needs no run is shown as ever, in place of the rest one exhibit says what is missing, and papers are made. */
import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import t from 'tap'
import type { Test } from 'tap'
import { RUN_GONE } from '../../services/contract/workspace-evidence.ts'
import { STAGES, WORKSPACE_DOCUMENTS, WORKSPACE_LANGUAGES } from '../../services/contract/workspace.ts'
import { RunRequest } from '../../services/contract/run.ts'
import { sayIn } from '../../services/trans-s3/words/say.ts'
import { buildService } from '../support/build-service.ts'
import type { BuiltService } from '../support/build-service.ts'
import { INPUT, openWorkspace, workspaceOf } from './open-workspace.ts'
import type { OpenWorkspace } from './open-workspace.ts'

/** Pages on which something is missing without the run. */
const NEEDY = ['profiling', 'trends', 'internationalisation', 'strategy']
const GROUP = ['PL', 'LV', 'SE', 'DK']
type Keys = Record<string, string[]>

async function workedOn (t: Test): Promise<{ service: OpenWorkspace, id: string, before: Keys }> {
  const service = await openWorkspace(t)
  const { id } = (await service.call('POST', '/api/v1/workspaces', { ...INPUT, group: { vintage: '2024', regions: GROUP } })).body
  const { add, ask } = workspaceOf(service, id)
  for (const region of ['PL', 'LV']) await add({ type: 'declared', region, priorities: [{ title: `Wood of ${region}`, domains: ['s3:bioeconomy'] }] })
  const wood = (await add({ type: 'priority', title: 'Wood and more', sectors: ['16'] })).body
  for (const stage of ['common-sets', 'profiling', 'trends', 'consultation']) await add({ type: 'decision', stage, what: 'keep', why: 'evidence', evidence: stage === 'profiling' ? ['specialisation'] : [], verdicts: [{ priority: wood.id, verdict: 'keep' }] })
  const objective = (await add({ type: 'objective', title: 'Wooden houses', priorities: [wood.id] })).body
  const indicator = (await add({ type: 'indicator', objective: objective.id, title: 'Sawmills', measure: 'organisations', target: 999, date: '2028-01-01' })).body
  t.equal((await ask('POST', `/indicators/${indicator.id}/measure`, { run: service.run })).status, 200)
  return { service, id, before: await keysOf(service, id) }
}

async function keysOf (service: BuiltService, id: string): Promise<Keys> {
  const pages = await Promise.all(STAGES.map(async stage => [stage, (await workspaceOf(service, id).ask('GET', `/evidence/${stage}`)).body.exhibits.map(({ key }: any) => key)]))
  return Object.fromEntries(pages)
}

/** As after a restart: nothing of the run is in memory. */
const restarted = async (t: Test, service: BuiltService): Promise<BuiltService> => await buildService(t, { store: service.store, runParts: { snapshotFolder: join(service.dataDir, 'snapshots') } })

async function saysSo (t: Test, { service, id, run, before }: { service: BuiltService, id: string, run: string, before: Keys }, why: 'run-gone.unknown' | 'run-gone.network'): Promise<void> {
  const { ask } = workspaceOf(service, id)
  for (const stage of STAGES) {
    const { status, body } = await ask('GET', `/evidence/${stage}`)
    t.equal(status, 200, stage)
    t.strictSame([body.run, body.runGone], [run, true], stage)
    const [gone, ...others] = body.exhibits.filter(({ key }: any) => key === RUN_GONE)
    t.strictSame([gone !== undefined, others], [NEEDY.includes(stage), []], `${stage}: one exhibit says so where something is missing`)
    const shown = body.exhibits.map(({ key }: any) => key).filter((key: string) => key !== RUN_GONE)
    const missing = (gone?.rows ?? []).map(([cell]: any) => cell.value).filter((key: string) => key !== 'measurement')
    t.strictSame([...missing, ...shown].sort(), [...before[stage]].sort(), `${stage}: what is not shown is named`)
    if (gone === undefined) continue
    t.equal(gone.says, sayIn('en').t(why, { run }))
    t.match(gone.next, /choose a newer run in the settings of the workspace/)
    for (const language of WORKSPACE_LANGUAGES) {
      const { exhibits: [told] } = (await ask('GET', `/evidence/${stage}?language=${language}`)).body
      t.strictSame([told.says, told.next], [sayIn(language).t(why, { run }), sayIn(language).t('exhibit.run-gone.next')], `${stage} ${language}`)
    }
  }
  t.strictSame((await ask('GET', '/evidence/trends')).body.exhibits.map(({ key }: any) => key), [RUN_GONE, 'value-chain-context'])
  const { exhibits } = (await ask('GET', '/evidence/common-sets')).body
  t.match(JSON.stringify(exhibits.find(({ key }: any) => key === 'declared-matrix').rows), /s3:bioeconomy/)
  const indicators = (await ask('GET', '/evidence/strategy')).body.exhibits.find(({ key }: any) => key === 'indicators')
  t.equal(indicators.rows[0][0].text, 'Sawmills')
  t.type(indicators.rows[0][3].value, 'number', 'the baseline stays')

  for (const document of WORKSPACE_DOCUMENTS) {
    for (const language of WORKSPACE_LANGUAGES) {
      const { status, text } = await ask('GET', `/documents/${document}?language=${language}`)
      t.equal(status, 200, `${document} ${language}`)
      const say = sayIn(language)
      t.ok(text.includes(`${say.t(why, { run })} ${say.t('paper.runGone')}`), `${document} ${language}: the caution`)
      t.ok(text.includes('Wood and more'))
      t.notOk(text.includes(say.t('exhibit.run-gone.next')), `${document} ${language}: nothing to do for a reader`)
    }
  }
  const paper = (await ask('GET', '/documents/policy-paper?format=json')).text
  // Indicators stand with their objectives there, and the caution at the front speaks of them.
  for (const stage of NEEDY.filter(stage => stage !== 'strategy')) t.match(paper, `${stage}-${RUN_GONE}`)
  t.ok(paper.includes(`"link":"#profiling-${RUN_GONE}"`), 'evidence of a decision leads to what says that it is missing')
  t.match(paper, 'Sawmills')
  t.match((await ask('GET', '/documents/summary?format=pdf')).headers['content-type'], 'application/pdf')
}

t.test('the network of the run is gone: its file is lost and the data has changed', async t => {
  const { service: first, id, before } = await workedOn(t)
  rmSync(join(first.dataDir, 'snapshots'), { recursive: true })
  const [organisation] = (await first.store.listOrganisations({ country: GROUP }, { limit: 1, after: null })).rows
  t.equal((await first.call('DELETE', `/api/v1/organisations/${organisation.id}`)).status, 204)
  await t.test('after a restart', async t => {
    const service = await restarted(t, first)
    await saysSo(t, { service, id, run: first.run, before }, 'run-gone.network')
    const { ask, items, put } = workspaceOf(service, id)
    const firms = (await first.store.listOrganisations({}, { limit: 500, after: null })).rows
    const members = [firms[0], firms.find(({ country }) => country !== firms[0].country)!].map(each => ({ organisation: each.id, role: 'maker' }))
    const strategy = (await ask('POST', '/items', { content: { type: 'sme-strategy', title: 'Houses', need: 'n', members, missing: [{ role: 'furniture' }] } })).body
    t.match(await ask('GET', `/sme-strategies/${strategy.id}/candidates?role=0`), { status: 409, body: { code: 'SNAPSHOT_GONE', detail: /is no longer kept.*choose a newer run in the settings/ } })

    const newer = await service.runs.wait((await service.runs.start(RunRequest.parse({ seed: 7 }))).id)
    const [settings] = await items('settings')
    t.equal((await put(settings, { runs: [...settings.content.runs, newer.id] })).status, 200, 'the one that is gone may stay')
    t.strictSame(await keysOf(service, id), before, 'the evidence is back')
    const { body } = await ask('GET', '/evidence/profiling')
    t.strictSame([body.run, body.runGone], [newer.id, false])
    t.notMatch((await ask('GET', '/documents/policy-paper')).text, sayIn('en').t('paper.runGone'))
    const [indicator] = await items('indicator')
    const measured = await ask('POST', `/indicators/${indicator.id}/measure`, { run: newer.id })
    t.equal(measured.status, 200, measured.text)
    t.strictSame(measured.body.content.measurements.map(({ value }: any) => value - measured.body.content.measurements[0].value), [0, -1], 'and compared with the baseline')
  })
})

t.test('a paper that was made while the run was gone is made anew once the run is back', async t => {
  const { service: first, id } = await workedOn(t)
  const snapshots = join(first.dataDir, 'snapshots')
  renameSync(snapshots, `${snapshots}-away`)
  const [organisation] = (await first.store.listOrganisations({ country: GROUP }, { limit: 1, after: null })).rows
  t.equal((await first.call('DELETE', `/api/v1/organisations/${organisation.id}`)).status, 204)
  await t.test('after a restart', async t => {
    const { ask } = workspaceOf(await restarted(t, first), id)
    const gone = sayIn('en').t('paper.runGone')
    for (const format of ['html', 'json']) t.ok((await ask('GET', `/documents/summary?format=${format}`)).text.includes(gone), format)
    rmSync(snapshots, { recursive: true, force: true })
    renameSync(`${snapshots}-away`, snapshots)
    for (const format of ['html', 'json']) t.notOk((await ask('GET', `/documents/summary?format=${format}`)).text.includes(gone), `${format} again`)
  })
})

t.test('the run itself is gone from the store', async t => {
  const { service: first, id, before } = await workedOn(t)
  const database = new DatabaseSync(join(first.dataDir, 'store.sqlite'))
  for (const table of ['result', 'runTable', 'cluster']) database.prepare(`DELETE FROM ${table} WHERE run = ?`).run(first.run)
  t.equal(database.prepare('DELETE FROM run WHERE id = ?').run(first.run).changes, 1)
  database.close()
  await t.test('after a restart', async t => {
    const service = await restarted(t, first)
    await saysSo(t, { service, id, run: first.run, before }, 'run-gone.unknown')
  })
})

t.test('a workspace that comes from another service stands on a run that is not there', async t => {
  const { service: first, id, before } = await workedOn(t)
  const file = (await first.call('GET', `/api/v1/workspaces/${id}/file`)).body
  await t.test('in another service', async t => {
    const service = await buildService(t)
    t.equal((await service.call('POST', '/api/v1/workspaces/file', file)).status, 201)
    await saysSo(t, { service, id, run: first.run, before }, 'run-gone.unknown')
  })
})
