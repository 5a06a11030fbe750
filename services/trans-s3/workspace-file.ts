/** A workspace as one JSON file, with every version of everything in it, and back. */
import { z } from 'zod'
import { inTurn } from '../casework/in-turn.ts'
import { ItemContent, ITEMS_MAX } from '../contract/workspace-items.ts'
import { Author, STAGES, WorkspaceChange, WorkspaceId } from '../contract/workspace.ts'
import { ServiceError } from '../errors.ts'
import { idFor } from '../ids.ts'
import type { RecordDraft } from '../store/graph-store.ts'
import { needRoom } from './begin-workspace.ts'
import { listChanges, loadWorkspace, summaryFrom, unknownWorkspace } from './workspace-records.ts'
import type { StoredChange, StoredItem, WorkspaceStore } from './workspace-records.ts'
import type { WorkspaceState } from './workspace-state.ts'

/** Bytes of a file: a thousand ratings in ten versions each take 8 MB. */
export const WORKSPACE_FILE_BYTES_MAX = 32 * 1024 * 1024
/** Changes in a file: two hundred a week for four years. */
export const WORKSPACE_CHANGES_MAX = 40_000
const FORMAT = 'amber-road-workspace'

const FileVersion = z.strictObject({ workspaceVersion: z.number().int().min(1), savedAt: z.iso.datetime(), by: Author, content: ItemContent.nullable() })
export const WorkspaceFile = z.strictObject({
  format: z.literal(FORMAT, `expected "${FORMAT}": this is no file of a workspace`), formatVersion: z.literal(1), workspace: WorkspaceId,
  changes: z.array(WorkspaceChange).min(1).max(WORKSPACE_CHANGES_MAX).describe('oldest first'),
  items: z.array(z.strictObject({ id: z.string().regex(/^wsi-[0-9a-hjkmnp-tv-z]{12}$/), made: z.tuple([z.number().int().min(1), z.number().int().min(0)]), versions: z.array(FileVersion).min(1) })).min(1).max(ITEMS_MAX * 2).describe('in the order they were made, those taken out too')
})
export type WorkspaceFile = z.infer<typeof WorkspaceFile>

/** The same state gives the same file. NOT_FOUND where there is none. */
export async function exportWorkspace (store: WorkspaceStore, id: string): Promise<WorkspaceFile> {
  const changes = (await listChanges(store, id)).reverse()
  if (changes.length === 0) throw unknownWorkspace(id)
  const items = [...new Set(changes.flatMap(({ items }) => items.map(({ item }) => item)))]
  return {
    format: FORMAT, formatVersion: 1, workspace: id, changes,
    items: await Promise.all(items.map(async item => {
      const records = await store.listRecordVersions('workspace-item', item)
      return { id: item, made: (records[0].document as StoredItem).made, versions: records.map(({ savedAt, document }) => { const { workspaceVersion, by, content } = document as StoredItem; return { workspaceVersion, savedAt, by, content } }) }
    }))
  }
}

/**
 * The workspace with its whole history, all of it or nothing. Where one of its id is here already it becomes a copy with ids of its own (`newKey`), in which nothing else differs.
 * INVALID_INPUT where the file contradicts itself.
 */
export async function importWorkspace (store: WorkspaceStore, given: unknown, newKey: () => string): Promise<WorkspaceState> {
  const read = WorkspaceFile.parse(given)
  return await inTurn(store, async () => {
    await needRoom(store)
    const file = await store.getRecord('workspace', read.workspace) === null ? read : copyOf(read, newKey)
    checkFile(file)
    await store.saveRecords(draftsOf(file))
    return await loadWorkspace(store, file.workspace) as WorkspaceState
  })
}

/** Every id of the workspace and its items is replaced wherever it stands. */
function copyOf (file: WorkspaceFile, newKey: () => string): WorkspaceFile {
  const key = newKey()
  const ids = new Map([[file.workspace, idFor('wsp', key)], ...file.items.map(({ id }): [string, string] => [id, idFor('wsi', key, id)])])
  return JSON.parse(JSON.stringify(file).replace(/"(ws[pi]-[0-9a-hjkmnp-tv-z]{12})"/g, (text, id: string) => ids.has(id) ? `"${ids.get(id)}"` : text))
}

/** Changes and versions say the same, and the first change has what every workspace has. */
function checkFile ({ changes, items }: WorkspaceFile): void {
  const refuse = (path: string, message: string): never => { throw new ServiceError('INVALID_INPUT', `The file contradicts itself: ${path} ${message}. It was cut or changed by hand; export the workspace again.`, { errors: [{ path, message }] }) }
  const versions = new Map(items.map(({ id, versions }) => [id, versions]))
  if (versions.size !== items.length) refuse('items', 'has an item twice')
  const seen = new Map<string, number>()
  changes.forEach(({ version, items: changed }, i) => {
    if (version !== i + 1) refuse(`changes.${i}.version`, `should be ${i + 1}`)
    for (const { item, type, version: itemVersion } of changed) {
      if (itemVersion !== (seen.get(item) ?? 0) + 1) refuse(`changes.${i}`, `has version ${itemVersion} of ${item} out of turn`)
      const held = versions.get(item)?.[itemVersion - 1]
      if (held?.workspaceVersion !== version || (held.content !== null && held.content.type !== type)) refuse(`changes.${i}`, `names version ${itemVersion} of ${item}, which items do not hold so`)
      seen.set(item, itemVersion)
    }
  })
  for (const [id, held] of versions) if (seen.get(id) !== held.length) refuse('items', `holds versions of ${id} that no change names`)
  const first = items.filter(({ made: [version] }) => version === 1).flatMap(({ versions }) => versions[0].content ?? [])
  if (first.filter(({ type }) => type === 'settings').length !== 1 || first.filter(({ type }) => type === 'charter').length !== 1 || STAGES.some(stage => first.filter(content => content.type === 'stage' && content.stage === stage).length !== 1)) refuse('changes.0', `does not make what every workspace begins with: settings, a charter and the pages ${STAGES.join(', ')}`)
  if (items.some(({ versions }) => versions.some(({ content }) => content === null && ['settings', 'stage', 'charter'].includes(versions[0].content?.type ?? '')))) refuse('items', 'takes out settings, a charter or a page, which every workspace has')
}

function draftsOf ({ workspace, changes, items }: WorkspaceFile): RecordDraft[] {
  const itemDrafts = items.flatMap(({ id, made, versions }) => versions.map(({ savedAt, ...rest }, i): RecordDraft => {
    const document: StoredItem = { made, ...rest }
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
    const document: StoredChange = { by, why, items: changed, summary: summaryFrom({ items: [...contents.values()].map(content => ({ content })) }) }
    return { kind: 'workspace', id: workspace, basedOn: version - 1, savedAt: at, subjects: [workspace], document }
  })
  return [...itemDrafts, ...heads]
}
