/** A workspace is deleted and comes back from its file, on whatever store. */
import type { Test } from 'tap'
import { loadWorkspace } from '../../services/trans-s3/workspace-records.ts'
import { itemsOf } from '../../services/trans-s3/workspace-state.ts'
import type { WorkspaceState } from '../../services/trans-s3/workspace-state.ts'
import type { Given } from '../support/build-service.ts'
import { INPUT, openWorkspace, workspaceOf } from './open-workspace.ts'

export async function deleteAndBringBack (t: Test, given: Given = {}): Promise<void> {
  const service = await openWorkspace(t, given)
  const { add, ask, call, id, invite, path, put, store } = service
  const coordinator = await invite({ role: 'coordinator', name: 'Cora' })
  const reader = await invite({ role: 'reader', name: 'Rita' })
  const note = (await add({ type: 'note', stage: 'trends', text: 'first' }, coordinator.invitation)).body
  await put(note, { text: 'second' }, coordinator.invitation)
  const other = workspaceOf(service, (await call('POST', '/api/v1/workspaces', INPUT)).body.id)
  await other.add({ type: 'note', stage: 'trends', text: 'of the other' })
  const file = (await ask('GET', '/file', undefined, coordinator.invitation)).text
  const { version, items: before } = (await ask('GET', '')).body

  t.equal((await ask('DELETE', '', undefined, coordinator.invitation)).status, 400, 'without saying what was seen')
  t.match(await ask('DELETE', `?basedOn=${version - 1}`, undefined, coordinator.invitation), { status: 409, body: { code: 'CONFLICT', detail: /save its file again/ } }, 'nobody deletes what he has not seen')
  t.match(await ask('DELETE', `?basedOn=${version}`, undefined, reader.invitation), { status: 403, body: { detail: /a reader, who may not delete the workspace/ } })
  t.equal((await ask('DELETE', `?basedOn=${version}`, undefined, coordinator.invitation)).status, 204)

  for (const [who, invitation] of [['the operator', undefined], ['a coordinator', coordinator.invitation], ['a reader', reader.invitation]] as const) {
    for (const rest of ['', '/changes', '/documents/summary', '/file']) t.match(await ask('GET', rest, undefined, invitation), { status: 410, body: { code: 'GONE', detail: /was deleted on 2026-03-01/ } }, `${who}: ${rest}`)
    t.equal((await add({ type: 'note', stage: 'trends', text: 'late' }, invitation)).status, 410, `${who} writes`)
  }
  t.equal((await ask('GET', '')).headers['cache-control'], 'no-store', 'a browser does not keep that it is gone')
  t.equal((await ask('GET', '', undefined, `${coordinator.invitation}x`)).status, 401, 'a link that is not ours is told nothing')
  t.equal((await call('GET', '/api/v1/workspaces')).body.items.some((each: { id: string }) => each.id === id), false)
  for (const { id: item } of before) t.strictSame(await store.listRecordVersions('workspace-item', item), [], 'no version of any item is left')
  t.strictSame(await store.listRecordVersions('workspace', id), [], 'nor of the workspace')
  t.equal((await other.items('note')).length, 1, 'another workspace is as it was')

  const restored = await call('POST', '/api/v1/workspaces/file', JSON.parse(file))
  t.strictSame([restored.status, restored.body.id, restored.body.items], [201, id, before])
  t.equal((await call('GET', `${path}/file`)).text, file, 'with its whole history')
  t.equal((await ask('GET', '', undefined, coordinator.invitation)).body.you.role, 'coordinator', 'and the links work as before')
  t.equal((await add({ type: 'note', stage: 'trends', text: 'third' }, coordinator.invitation)).status, 201)

  t.equal((await ask('DELETE', `?basedOn=${version + 1}`)).status, 204, 'it can be deleted again')
  t.equal((await ask('GET', '')).status, 410)

  // Another process with a memory of its own.
  const elsewhere = { ...store }
  const noteOf = ({ items }: Pick<WorkspaceState, 'items'>): string | undefined => itemsOf({ items }, 'note').at(-1)?.content.text
  for (const text of ['second', 'fourth']) {
    // As long as the other, in the same versions at the same times.
    await call('POST', '/api/v1/workspaces/file', JSON.parse(file.replaceAll('"second"', `"${text}"`)))
    const read = (await ask('GET', '')).body
    t.strictSame([read.version, noteOf(read)], [version, text], 'of two files with as many versions the one that was opened last is read')
    t.equal(noteOf((await loadWorkspace(elsewhere, id))!), text, 'in every process')
    t.equal((await ask('DELETE', `?basedOn=${version}`)).status, 204)
  }
}
