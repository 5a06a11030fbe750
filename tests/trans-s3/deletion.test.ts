/** Deletion of workspaces, and of the demonstration, which a start does not bring back. */
import t from 'tap'
import { loadReference } from '../../services/reference/reference.ts'
import { DEMONSTRATION_ID, loadDemonstration } from '../../services/trans-s3/demonstration/demonstration.ts'
import { readDatedNetworks } from '../../services/trans-s3/evidence/dated-networks.ts'
import { buildAnalysedService } from '../support/build-service.ts'
import { deleteAndBringBack } from './deletion.ts'

t.test('a workspace is deleted whole, and its file is the way back', async t => { await deleteAndBringBack(t) })

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
