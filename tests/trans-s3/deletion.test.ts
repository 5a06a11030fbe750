/** Deletion of workspaces, and of the demonstration, which a start does not bring back. */
import t from 'tap'
import { loadReference } from '../../services/reference/reference.ts'
import { DEMONSTRATION_ID, loadDemonstration } from '../../services/trans-s3/demonstration/demonstration.ts'
import { readDatedNetworks } from '../../services/trans-s3/evidence/dated-networks.ts'
import { buildAnalysedService } from '../support/build-service.ts'
import type { Answer } from '../support/build-service.ts'
import { deleteAndBringBack } from './deletion.ts'
import { openWorkspace } from './open-workspace.ts'

t.test('a workspace is deleted whole, and its file is the way back', async t => { await deleteAndBringBack(t) })

t.test('pages and papers of a deleted past are not shown of the one that took its place', async t => {
  const { add, ask, call } = await openWorkspace(t)
  const told = ['Wood of DK03', 'Circles of DK03']
  /** Which of them each place tells. */
  const shown = async (): Promise<string[][]> => await Promise.all(['/documents/policy-paper', '/evidence/profiling'].map(async path => {
    const { text } = await ask('GET', path)
    return told.filter(title => text.includes(title))
  }))
  const file = (await ask('GET', '/file')).body
  await add({ type: 'declared', region: 'DK03', priorities: [{ title: told[0], domains: ['s3:bioeconomy'] }] })
  const { version } = (await ask('GET', '')).body
  t.strictSame(await shown(), [[told[0]], [told[0]]])
  t.equal((await ask('DELETE', `?basedOn=${version}`)).status, 204)
  t.equal((await call('POST', '/api/v1/workspaces/file', file)).status, 201)
  await add({ type: 'declared', region: 'DK03', priorities: [{ title: told[1], domains: ['s3:circular-economy'] }] })
  t.equal((await ask('GET', '')).body.version, version, 'as many versions as the other had')
  t.strictSame(await shown(), [[told[1]], [told[1]]])
})

t.test('a demonstration that was deleted stays so after a start, and is told to everybody', async t => {
  const token = 'a-token-of-24-characters'
  const { call, run, runs, store } = await buildAnalysedService(t, { config: { accessToken: token } })
  const bearer = { authorization: `Bearer ${token}` }
  // As every start does.
  const loaded = (await runs.load(run.id))!
  const dated = await readDatedNetworks(store, loaded.snapshot)
  const load = async () => await loadDemonstration(store, { folder: 'seeds/trans-s3', loaded, dated, reference: loadReference(), clock: () => new Date('2026-03-01T12:00:00.000Z') })
  const path = `/api/v1/workspaces/${DEMONSTRATION_ID}`
  t.equal(await load(), true)
  const file = (await call('GET', `${path}/file`, undefined, bearer)).body
  const { version } = (await call('GET', path)).body
  t.equal((await call('DELETE', `${path}?basedOn=1`)).status, 401, 'visitors delete nothing')
  t.equal((await call('DELETE', `${path}?basedOn=${version}`, undefined, bearer)).status, 204)
  t.equal(await load(), false)
  t.strictSame((await call('GET', '/api/v1/workspaces')).body.items, [])
  t.equal((await call('GET', path)).status, 410, 'everybody could read it')
  t.equal((await call('POST', '/api/v1/workspaces/file', file, bearer)).status, 201)
  t.equal((await call('GET', path)).body.you.role, 'reader', 'its file brings it back')
  t.equal(await load(), false)
})

t.test('a file from before brings no link back that was revoked, renewed or given another time', async t => {
  const service = await openWorkspace(t)
  const { ask, call, invite, items, path, put } = service
  const status = async (invitation: string): Promise<number> => (await ask('GET', '', undefined, invitation)).status
  const save = async (): Promise<string> => (await ask('GET', '/file')).text
  const open = async (file: string): Promise<Answer> => await call('POST', '/api/v1/workspaces/file', JSON.parse(file))
  const remove = async (): Promise<number> => (await ask('DELETE', `?basedOn=${(await ask('GET', '')).body.version}`)).status
  const change = async (id: string, patch: object): Promise<void> => { await put((await items('participant')).find(item => item.id === id)!, patch) }
  const empty = await save()
  const [kept, revoked, renewed, longer] = [await invite({ role: 'reader', name: 'Kai' }), await invite({ role: 'reader', name: 'Rita' }), await invite({ role: 'reader', name: 'Roman' }), await invite({ role: 'reader', name: 'Lena' })]
  const all = [kept, revoked, renewed, longer].map(({ invitation }) => invitation)
  const file = await save()
  await change(revoked.id, { revoked: true })
  const newer = (await ask('POST', `/participants/${renewed.id}/link`, { renew: true })).body.invitation
  await change(longer.id, { expiresAt: '2026-06-30T00:00:00.000Z' })
  const current = (await ask('POST', `/participants/${longer.id}/link`, {})).body.invitation
  t.strictSame(await Promise.all(all.map(status)), [200, 401, 401, 401])

  t.equal(await remove(), 204)
  t.strictSame(await Promise.all([...all, newer, current].map(status)), [410, 401, 401, 401, 410, 410], 'that it was deleted is told to those who could come in')
  t.match((await ask('GET', '', undefined, revoked.invitation)).body.detail, /was revoked/)
  const restored = await open(file)
  t.match([restored.status, restored.body.version], [201, JSON.parse(file).changes.length + 1], 'one change more')
  t.strictSame(await Promise.all([...all, newer, current].map(status)), [200, 401, 401, 401, 200, 200], 'links are as good as they were')
  t.match((await ask('GET', '/changes')).body.items[0], { by: { role: 'operator' }, why: /revoked, renewed or given another time/, items: [{ item: revoked.id }, { item: renewed.id }, { item: longer.id }] })
  t.strictSame(JSON.parse(await save()).changes.slice(0, -1), JSON.parse(file).changes, 'what the file says stands before it')

  await remove()
  t.equal((await open(empty)).status, 201)
  t.equal(await status(kept.invitation), 401, 'a file from before anybody was invited')
  await remove()
  await open(file)
  t.strictSame(await Promise.all([...all, newer].map(status)), [200, 401, 401, 401, 200], 'of those whom the last deletion did not know the one before tells')
  // Revoked once, taken back, and deleted again: what stood last counts.
  await change(revoked.id, { revoked: false })
  t.equal(await status(revoked.invitation), 200)
  await remove()
  t.equal((await open(file)).status, 201)
  t.strictSame(await Promise.all(all.map(status)), [200, 200, 401, 401])
  t.equal((await open(file)).status, 201)
  t.equal((await call('GET', path)).body.items.filter((item: any) => item.content.type === 'participant').length, 4, 'a copy beside it has ids of its own')
})
