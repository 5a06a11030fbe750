/** A workspace as one JSON file, with every version of everything in it, and back. */
import { inTurn } from '../casework/in-turn.ts'
import type { ItemContent } from '../contract/workspace-items.ts'
import { STAGES } from '../contract/workspace.ts'
import type { WorkspaceChange } from '../contract/workspace.ts'
import { ServiceError } from '../errors.ts'
import { idFor } from '../ids.ts'
import type { RecordDraft } from '../store/graph-store.ts'
import type { Reference } from '../reference/reference.ts'
import { needRoom } from './begin-workspace.ts'
import type { Beginning } from './begin-workspace.ts'
import { checkItem } from './check-item.ts'
import { deletionOf, takeBackDeletion } from './delete-workspace.ts'
import { EMPTY_FILE, needFileRoom, withChange } from './file-size.ts'
import type { FileSize } from './file-size.ts'
import type { LinkState } from './invitations.ts'
import { OPERATOR } from './may.ts'
import { missingWorkspace } from './missing-workspace.ts'
import { FORMAT, placeInFile, refusalOf } from './read-workspace-file.ts'
import type { WorkspaceFile } from './read-workspace-file.ts'
import { listChanges, needWorkspace, newItemId, summaryFrom } from './workspace-records.ts'
import type { StoredChange, StoredItem, WorkspaceStore } from './workspace-records.ts'
import { settingsOf } from './workspace-state.ts'
import type { Standing, WorkspaceState } from './workspace-state.ts'

const LINKS_KEPT = 'Links that were revoked, renewed or given another time after this file was saved stay so.'

/** The same state gives the same file. GONE where it was deleted, in between too; NOT_FOUND where there is none. */
export async function exportWorkspace (store: WorkspaceStore, id: string): Promise<WorkspaceFile> {
  const changes = (await listChanges(store, id)).reverse()
  if (changes.length === 0) throw await missingWorkspace(store, id)
  const items = [...new Set(changes.flatMap(({ items }) => items.map(({ item }) => item)))]
  return {
    format: FORMAT, formatVersion: 1, workspace: id, changes,
    items: await Promise.all(items.map(async item => {
      const records = await store.listRecordVersions('workspace-item', item)
      if (records.length === 0) throw await missingWorkspace(store, id)
      return { id: item, made: (records[0].document as StoredItem).made, versions: records.map(({ savedAt, document }) => { const { workspaceVersion, by, content } = document as StoredItem; return { workspaceVersion, savedAt, by, content } }) }
    }))
  }
}

/**
 * The workspace with its whole history, all of it or nothing. Where one of its id is here already it becomes a copy with ids of its own (`newKey`), in which nothing else differs.
 * Where a link was revoked or replaced before it was deleted, one change more, by the operator, says so again.
 * INVALID_INPUT where the file contradicts itself.
 */
export async function importWorkspace ({ store, reference, clock, newKey }: Omit<Beginning, 'by'>, read: WorkspaceFile): Promise<WorkspaceState> {
  return await inTurn(store, async () => {
    await needRoom(store)
    const now = clock().toISOString()
    const given = await store.getRecord('workspace', read.workspace) === null ? read : copyOf(read, newKey)
    checkFile(given, now)
    const file = withLinksOf(given, (await deletionOf(store, given.workspace))?.links ?? [], now)
    checkState(stateOf(file), file, reference)
    const sizes = sizesOf(file)
    // With the blanks of one that the service writes, and what the file left out.
    needFileRoom(sizes.at(-1)!, file.changes.length, OPERATOR, 'The workspace of this file')
    await store.saveRecords([...draftsOf(file, sizes, { past: newKey(), opened: { at: now, copy: given !== read } }), ...await takeBackDeletion(store, file.workspace, now)])
    return await needWorkspace(store, file.workspace)
  })
}

/** What was revoked stays so, an issue never goes back, and of the same issue the expiry is that which stood last. */
function withLinksOf (file: WorkspaceFile, links: readonly LinkState[], at: string): WorkspaceFile {
  const workspaceVersion = file.changes.length + 1
  const stricter = new Map(file.items.flatMap(({ id, versions }) => {
    const content = versions.at(-1)!.content
    const held = links.find(link => link.id === id)
    if (content?.type !== 'participant' || held === undefined) return []
    const { issue, expiresAt } = content.issue > held.issue ? content : held
    const revoked = content.revoked || held.revoked
    const same = issue === content.issue && expiresAt === content.expiresAt && revoked === content.revoked
    return same ? [] : [[id, { workspaceVersion, savedAt: at, by: OPERATOR, content: { ...content, issue, expiresAt, revoked } }] as const]
  }))
  if (stricter.size === 0) return file
  const items = file.items.map(item => stricter.has(item.id) ? { ...item, versions: [...item.versions, stricter.get(item.id)!] } : item)
  const changed = items.flatMap(({ id, versions }): WorkspaceChange['items'] => stricter.has(id) ? [{ item: id, type: 'participant', version: versions.length, change: 'changed' }] : [])
  return { ...file, items, changes: [...file.changes, { version: workspaceVersion, at, by: OPERATOR, why: LINKS_KEPT, items: changed }] }
}

/** Every id of the workspace and its items is replaced wherever it stands. */
function copyOf (file: WorkspaceFile, newKey: () => string): WorkspaceFile {
  const key = newKey()
  const workspace = idFor('wsp', key)
  const ids = new Map([[file.workspace, workspace], ...file.items.map(({ id, made }): [string, string] => [id, newItemId(workspace, ...made)])])
  return JSON.parse(JSON.stringify(file).replace(/"(ws[pi]-[0-9a-hjkmnp-tv-z]{12})"/g, (text, id: string) => ids.has(id) ? `"${ids.get(id)}"` : text))
}

/** Changes and versions say the same, and the first change has what every workspace has. */
function checkFile ({ workspace, changes, items }: WorkspaceFile, now: string): void {
  const refuse = (path: PropertyKey[], wrong: string): never => {
    const message = `${placeInFile({ items }, path)}: ${wrong}`
    throw new ServiceError('INVALID_INPUT', `The file contradicts itself: ${message}. It was cut or changed by hand; save the workspace as a file again.`, { errors: [{ path: path.join('.'), message }] })
  }
  const told = (id: string): string => {
    const at = items.findIndex(item => item.id === id)
    return at < 0 ? id : placeInFile({ items }, ['items', at])
  }
  const versions = new Map(items.map(({ id, versions }) => [id, versions]))
  if (versions.size !== items.length) refuse(['items'], 'has an item twice')
  for (const [i, { id, made, versions }] of items.entries()) {
    // Ids follow from where an item was made, so that no file brings one of another workspace.
    if (id !== newItemId(workspace, ...made) || versions[0].workspaceVersion !== made[0]) refuse(['items', i], 'is not made where it says')
    if (versions[0].content === null || versions.some(({ content }) => content !== null && content.type !== versions[0].content!.type)) refuse(['items', i], 'becomes another type')
  }
  const late = changes.findIndex(({ at }, i) => at > now || (i > 0 && at < changes[i - 1].at))
  if (late >= 0) refuse(['changes', late, 'at'], 'is earlier than the change before it, or has not come yet')
  const seen = new Map<string, number>()
  changes.forEach(({ version, items: changed }, i) => {
    if (version !== i + 1) refuse(['changes', i, 'version'], `should be ${i + 1}`)
    for (const { item, type, version: itemVersion } of changed) {
      if (itemVersion !== (seen.get(item) ?? 0) + 1) refuse(['changes', i], `has version ${itemVersion} of ${told(item)} out of turn`)
      const held = versions.get(item)?.[itemVersion - 1]
      if (held?.workspaceVersion !== version || (held.content !== null && held.content.type !== type)) refuse(['changes', i], `names version ${itemVersion} of ${told(item)}, which is not there so`)
      seen.set(item, itemVersion)
    }
  })
  for (const [id, held] of versions) if (seen.get(id) !== held.length) refuse(['items', items.findIndex(item => item.id === id)], 'has versions that no change names')
  const first = items.filter(({ made: [version] }) => version === 1).flatMap(({ versions }) => versions[0].content ?? [])
  if (first.filter(({ type }) => type === 'settings').length !== 1 || first.filter(({ type }) => type === 'charter').length !== 1 || STAGES.some(stage => first.filter(content => content.type === 'stage' && content.stage === stage).length !== 1)) refuse(['changes', 0], `does not make what every workspace begins with: settings, a charter and the pages ${STAGES.join(', ')}`)
  if (items.some(({ versions }) => versions.some(({ content }) => content === null && ['settings', 'stage', 'charter'].includes(versions[0].content?.type ?? '')))) refuse(['items'], 'takes out settings, a charter or a page, which every workspace has')
}

/** As the file's last version stands. */
function stateOf ({ workspace, changes, items }: WorkspaceFile): WorkspaceState {
  const standing = items.flatMap(({ id, made, versions }): Standing[] => {
    const { content, ...last } = versions.at(-1)!
    return content === null ? [] : [{ id, version: versions.length, made, madeBy: versions[0].by, toReview: false, ...last, content }]
  })
  return { id: workspace, version: changes.length, past: null, opened: null, changedAt: changes.at(-1)!.at, items: standing }
}

/** Each item makes sense beside the others; nobody takes part in a demonstration. */
function checkState (state: WorkspaceState, file: WorkspaceFile, reference: Reference): void {
  const faults = state.items.flatMap(before => {
    try {
      checkItem(before.content, { state, reference, before })
      return []
    } catch (error) {
      if (!(error instanceof ServiceError) || error.errors === undefined) throw error
      const at = ['items', file.items.findIndex(({ id }) => id === before.id), 'versions', before.version - 1]
      return error.errors.map(({ path, message, value }) => ({ path: [...at, ...path.split('.').map(key => /^\d+$/.test(key) ? Number(key) : key)], message, value }))
    }
  })
  if (faults.length > 0) throw refusalOf(file, faults)
  if (settingsOf(state).demonstration && state.items.some(({ content }) => content.type === 'participant' || content.type === 'rating')) throw new ServiceError('INVALID_INPUT', 'The file is of a demonstration, which everybody may read, and has participants in it.', { errors: [{ path: 'items', message: 'has participants of a demonstration' }] })
}

/** What the file had come to with each change. */
function sizesOf ({ changes, items }: WorkspaceFile): FileSize[] {
  const held = new Map(items.map(item => [item.id, item]))
  let size = EMPTY_FILE
  return changes.map(change => {
    size = withChange(size, change, change.items.map(({ item, version }) => ({ id: item, made: version === 1 ? held.get(item)!.made : null, version: held.get(item)!.versions[version - 1] })))
    return size
  })
}

function draftsOf ({ workspace, changes, items }: WorkspaceFile, sizes: readonly FileSize[], reading: Required<Pick<StoredChange, 'past' | 'opened'>>): RecordDraft[] {
  const itemDrafts = items.flatMap(({ id, made, versions }) => versions.map(({ savedAt, ...rest }, i): RecordDraft => {
    const document: StoredItem = { made, madeBy: versions[0].by, ...rest }
    return { kind: 'workspace-item', id, basedOn: i, savedAt, subjects: [workspace], document }
  }))
  const contents = new Map<string, ItemContent>()
  const held = new Map(items.map(({ id, versions }) => [id, versions]))
  const heads = changes.map(({ version, at, by, why, items: changed }): RecordDraft => {
    for (const { item, version: itemVersion } of changed) {
      const { content } = held.get(item)![itemVersion - 1]
      // All that a list tells; neither is ever taken out.
      if (content?.type === 'settings' || content?.type === 'stage') contents.set(item, content)
    }
    const document: StoredChange = { by, why, items: changed, summary: summaryFrom({ items: [...contents.values()].map(content => ({ content })) }), file: sizes[version - 1], ...reading }
    return { kind: 'workspace', id: workspace, basedOn: version - 1, savedAt: at, subjects: [workspace], document }
  })
  return [...itemDrafts, ...heads]
}
