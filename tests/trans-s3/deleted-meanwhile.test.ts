/** A workspace that somebody deletes while somebody else reads or writes it: as from another process, which waits for no turn of this one. */
import t from 'tap'
import type { Test } from 'tap'
import type { ItemContent } from '../../services/contract/workspace-items.ts'
import type { GraphStore } from '../../services/store/graph-store.ts'
import { deleteWorkspace } from '../../services/trans-s3/delete-workspace.ts'
import { OPERATOR } from '../../services/trans-s3/may.ts'
import { exportWorkspace } from '../../services/trans-s3/workspace-file.ts'
import { changeWorkspace, loadWorkspace } from '../../services/trans-s3/workspace-records.ts'
import type { Edit } from '../../services/trans-s3/workspace-records.ts'
import { openWorkspace } from './open-workspace.ts'

const clock = (): Date => new Date('2026-03-01T12:00:00.000Z')
const NOTE = { type: 'note', stage: 'trends', text: 'late' } as ItemContent
type Reading = 'getRecord' | 'listRecords' | 'listRecordVersions'

/** A workspace of some versions, and a second process whose next reading of this kind is the last before the deletion. */
async function deletedAfter (t: Test, reading: Reading | null): Promise<{ id: string, version: number, elsewhere: GraphStore, remove: () => Promise<void> }> {
  const { add, ask, id, store } = await openWorkspace(t)
  for (const text of ['first', 'second']) await add({ type: 'note', stage: 'trends', text })
  const { version } = (await ask('GET', '')).body
  const remove = async (): Promise<void> => { await deleteWorkspace(store, id, version, clock) }
  const elsewhere: GraphStore = { ...store }
  if (reading !== null) {
    const read = store[reading] as (...given: unknown[]) => Promise<unknown>
    let removed = false
    Object.assign(elsewhere, {
      [reading]: async (...given: unknown[]) => {
        const found = await read(...given)
        if (!removed) await remove()
        removed = true
        return found
      }
    })
  }
  return { id, version, elsewhere, remove }
}

t.test('read while it is deleted, it is not there', async t => {
  for (const reading of ['getRecord', 'listRecords'] as const) {
    const { id, elsewhere } = await deletedAfter(t, reading)
    t.equal(await loadWorkspace(elsewhere, id), null, reading)
  }
  const { id, version, elsewhere } = await deletedAfter(t, 'listRecordVersions')
  t.equal(await loadWorkspace(elsewhere, id, version - 1), null, 'an earlier version')
})

t.test('its file is refused as of one that is gone', async t => {
  const { id, elsewhere } = await deletedAfter(t, 'listRecordVersions')
  await t.rejects(exportWorkspace(elsewhere, id), { code: 'GONE', message: /was deleted on 2026-03-01/ })
})

t.test('deleted while somebody else deletes it, it is gone for the second', async t => {
  const { id, version, elsewhere } = await deletedAfter(t, 'listRecordVersions')
  await t.rejects(deleteWorkspace(elsewhere, id, version, clock), { code: 'GONE' })
})

t.test('changed while it is deleted, it says that it is gone, and does not come back', async t => {
  const { id, elsewhere, remove } = await deletedAfter(t, null)
  const plan = async (): Promise<Edit[]> => { await remove(); return [{ item: null, basedOn: 0, content: NOTE }] }
  await t.rejects(changeWorkspace(elsewhere, id, OPERATOR, null, clock, plan), { code: 'GONE' })
  t.equal(await loadWorkspace(elsewhere, id), null)
  t.strictSame((await elsewhere.listRecords({ kind: 'workspace-item', subject: id }, { limit: 500, after: null })).rows, [])
})

t.test('of many who delete it at once one does, and the others hear that it is gone', async t => {
  const { add, ask, call } = await openWorkspace(t)
  const { version } = (await ask('GET', '')).body
  const statuses = (await Promise.all(Array.from({ length: 6 }, async () => await ask('DELETE', `?basedOn=${version}`)))).map(({ status }) => status)
  t.strictSame(statuses.sort(), [204, 410, 410, 410, 410, 410])
  const other = (await call('GET', '/api/v1/workspaces')).body
  t.strictSame(other.items, [])
  t.equal((await add(NOTE)).status, 410)
})

t.test('who writes while it is deleted hears that it is gone', async t => {
  const { add, ask } = await openWorkspace(t)
  const { version } = (await ask('GET', '')).body
  const [deleted, ...written] = await Promise.all([ask('DELETE', `?basedOn=${version}`), add(NOTE), add(NOTE)])
  t.strictSame([deleted.status, ...written.map(({ status }) => status)], [204, 410, 410])
})
