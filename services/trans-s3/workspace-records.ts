/**
 * A workspace as it is kept: a record of its changes, whose versions are those of the workspace, and a record for each item. One change is one transaction.
 * Nothing is overwritten: what stood at an earlier version is found by the changes up to it.
 */
import { inTurn } from '../casework/in-turn.ts'
import type { ItemContent, WorkspaceItem } from '../contract/workspace-items.ts'
import { ITEMS_MAX } from '../contract/workspace-items.ts'
import type { Author, WorkspaceChange, WorkspaceSummary } from '../contract/workspace.ts'
import { STAGES } from '../contract/workspace.ts'
import { ServiceError } from '../errors.ts'
import { idFor } from '../ids.ts'
import type { GraphStore, ListRequest, RecordDraft, Rows, StoredRecord } from '../store/graph-store.ts'
import { EMPTY_FILE, isLeading, needFileRoom, needOwnRoom, withChange } from './file-size.ts'
import type { FileSize, Written } from './file-size.ts'
import { missingWorkspace } from './missing-workspace.ts'
import { settingsOf, stageOf } from './workspace-state.ts'
import type { Standing, WorkspaceState } from './workspace-state.ts'

export type WorkspaceStore = Pick<GraphStore, 'saveRecords' | 'getRecord' | 'listRecords' | 'listRecordVersions'>

/** What is stored of one change, beside its number and time. `file`: what the file of the workspace comes to with it; changes that were saved before this was kept do not count. `past`: as of the state; absent where it is null. `opened`: as of the list; kept with every change from there on, absent where it is null. */
export interface StoredChange extends Omit<WorkspaceChange, 'version' | 'at'> { summary: Omit<WorkspaceSummary, 'id' | 'version' | 'changedAt' | 'opened'>, file?: FileSize, past?: string, opened?: NonNullable<WorkspaceSummary['opened']> }
export interface StoredItem { made: Standing['made'], madeBy: Author, workspaceVersion: number, by: Author, content: ItemContent | null }

/** `item`: null for a new one. `basedOn`: the version the change was made on. `content`: null takes it out. */
export interface Edit { item: string | null, basedOn: number, content: ItemContent | null }

/** Read again where somebody else wrote in between. */
const ATTEMPTS_MAX = 5
const BATCH_SIZE = 500

/** The newest state of each workspace, by store: what is kept is looked up by past and version, so another process's changes are seen. */
const newest = new WeakMap<object, Map<string, WorkspaceState>>()

/** Null if there is none, or no such version. */
export async function loadWorkspace (store: WorkspaceStore, id: string, version?: number): Promise<WorkspaceState | null> {
  const head = await store.getRecord('workspace', id)
  if (head === null || (version !== undefined && version > head.version)) return null
  const state = await loadNewest(store, id, head)
  return state === null || version === undefined || version === state.version ? state : await loadEarlier(store, id, version)
}

/** GONE where it was deleted, in between too; NOT_FOUND where there is none. */
export async function needWorkspace (store: WorkspaceStore, id: string): Promise<WorkspaceState> {
  const state = await loadWorkspace(store, id)
  if (state === null) throw await missingWorkspace(store, id)
  return state
}

async function loadNewest (store: WorkspaceStore, id: string, head: StoredRecord): Promise<WorkspaceState | null> {
  const kept = newest.get(store) ?? new Map<string, WorkspaceState>()
  newest.set(store, kept)
  const known = kept.get(id)
  if (known?.version === head.version && known.past === pastOf(head)) return known
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
    const records = await listItems(store, id)
    const after = await store.getRecord('workspace', id)
    if (after === null) return null
    if (after.version === head.version && pastOf(after) === pastOf(head)) {
      const state = stateFrom(id, head, records)
      kept.set(id, state)
      return state
    }
    head = after
  }
  throw new ServiceError('CONFLICT', `Workspace ${id} changes faster than it can be read; try again in a moment.`)
}

async function listItems (store: WorkspaceStore, id: string): Promise<StoredRecord[]> {
  const records: StoredRecord[] = []
  for (let after: ListRequest['after'] | undefined = null; after !== undefined;) {
    const page: Rows<StoredRecord> = await store.listRecords({ kind: 'workspace-item', subject: id }, { limit: BATCH_SIZE, after })
    records.push(...page.rows)
    after = page.next ?? undefined
  }
  return records
}

const pastOf = ({ document }: StoredRecord): string | null => (document as StoredChange).past ?? null
const openedOf = ({ document }: StoredRecord): WorkspaceState['opened'] => (document as StoredChange).opened ?? null

/** Null where it was deleted in between. */
async function loadEarlier (store: WorkspaceStore, id: string, version: number): Promise<WorkspaceState | null> {
  const heads = (await store.listRecordVersions('workspace', id)).filter(head => head.version <= version)
  const versions = new Map(heads.flatMap(({ document }) => (document as StoredChange).items.map(({ item, version }) => [item, version])))
  const records = await Promise.all([...versions].map(async ([item, itemVersion]) => await store.getRecord('workspace-item', item, itemVersion)))
  const head = heads.at(-1)
  const found = records.filter(record => record !== null)
  return head?.version === version && found.length === records.length ? stateFrom(id, head, found) : null
}

function stateFrom (id: string, head: StoredRecord, records: StoredRecord[]): WorkspaceState {
  const stored = records.map(record => ({ record, item: record.document as StoredItem })).sort(({ item: a }, { item: b }) => a.made[0] - b.made[0] || a.made[1] - b.made[1])
  const items = stored.map(({ record, item: { made, madeBy } }) => ({ ...itemOf(record), made, madeBy })).filter((item): item is Standing => item.content !== null)
  return { id, version: head.version, past: pastOf(head), opened: openedOf(head), changedAt: head.savedAt, items: markToReview(items) }
}

export const itemOf = ({ id, version, savedAt, document }: StoredRecord): WorkspaceItem => {
  const { workspaceVersion, by, content } = document as StoredItem
  return { id, version, workspaceVersion, savedAt, by, content, toReview: false }
}

/** Decisions that are older than the re-opening of a step before their own, and priorities whose state came from one. */
function markToReview (items: Standing[]): Standing[] {
  const since = new Map(items.flatMap(({ content }) => content.type === 'stage' && content.toReview !== null ? [[content.stage, content.toReview.since]] : []))
  const old = new Set(items.flatMap(({ id, content, workspaceVersion }) => content.type === 'decision' && workspaceVersion < (since.get(content.stage) ?? 0) ? [id] : []))
  return items.map(item => ({ ...item, toReview: old.has(item.id) || (item.content.type === 'priority' && item.content.decidedBy !== null && old.has(item.content.decidedBy)) }))
}

/** `plan` says what is to change in the state it is given, or throws; it is asked again where another process was quicker. Everything it says is saved, or nothing. */
export function changeWorkspace (store: WorkspaceStore, id: string, by: Author, why: string | null, clock: () => Date, plan: (state: WorkspaceState) => Edit[] | Promise<Edit[]>): Promise<WorkspaceState> {
  return inTurn(store, async () => {
    for (let attempt = 1; ; attempt++) {
      const state = await needWorkspace(store, id)
      const edits = await plan(state)
      if (edits.length === 0) return state
      try {
        // Of a newer version the store takes nothing that is based on this one.
        const head = await store.getRecord('workspace', id)
        if (head === null) throw await missingWorkspace(store, id)
        const written = isLeading(by.role) ? null : writtenBy(by, await store.listRecordVersions('workspace', id))
        await store.saveRecords(draftsOf(state, edits, by, why, clock().toISOString(), (head.document as StoredChange).file ?? EMPTY_FILE, written))
        return await needWorkspace(store, id)
      } catch (error) {
        if ((error as Error).name !== 'StoreConflict' || attempt === ATTEMPTS_MAX) throw error
      }
    }
  })
}

/** The first version, with what it begins with. */
export async function beginRecords (store: WorkspaceStore, id: string, contents: ItemContent[], by: Author, clock: () => Date): Promise<WorkspaceState> {
  const empty: WorkspaceState = { id, version: 0, past: null, opened: null, changedAt: '', items: [] }
  await store.saveRecords(draftsOf(empty, contents.map(content => ({ item: null, basedOn: 0, content })), by, null, clock().toISOString(), EMPTY_FILE, null))
  return await needWorkspace(store, id)
}

/** What the author's changes have brought, without those made while leading, each by what the file came to before and after it. */
function writtenBy ({ participant }: Author, changes: readonly StoredRecord[]): Written {
  const told = changes.map(({ document }) => document as StoredChange)
  return told.reduce<Written>((sum, { by, file = EMPTY_FILE }, i) => {
    if (by.participant !== participant || isLeading(by.role)) return sum
    const before = told[i - 1]?.file ?? EMPTY_FILE
    return { changes: sum.changes + 1, items: sum.items + file.items - before.items, bytes: sum.bytes + file.bytes - before.bytes }
  }, { changes: 0, items: 0, bytes: 0 })
}

/** `file`: what the file comes to before. `written`: what the author has brought to it before; null: the author leads, and is not bounded so. */
function draftsOf (state: WorkspaceState, edits: Edit[], by: Author, why: string | null, savedAt: string, file: FileSize, written: Written | null): RecordDraft[] {
  const version = state.version + 1
  const saved = edits.map(({ item, basedOn, content }, place) => {
    const before = state.items.find(({ id }) => id === item)
    if (item !== null && before?.version !== basedOn) throw changedSince(item, basedOn, before)
    return { id: item ?? newItemId(state.id, version, place), basedOn: item === null ? 0 : basedOn, content, place }
  })
  const items = applied(state, saved)
  if (items.length > ITEMS_MAX) throw new ServiceError('CONFLICT', `The workspace would have ${items.length} items; it may have ${ITEMS_MAX}. Remove notes that are not needed, or begin another workspace.`)
  const told: WorkspaceChange = {
    version, at: savedAt, by, why,
    items: saved.map(({ id, basedOn, content }) => ({ item: id, type: (content ?? state.items.find(item => item.id === id)!.content).type, version: basedOn + 1, change: content === null ? 'removed' : basedOn === 0 ? 'made' : 'changed' }))
  }
  const size = withChange(file, told, saved.map(({ id, basedOn, content, place }) => ({ id, made: basedOn === 0 ? [version, place] as const : null, version: { workspaceVersion: version, savedAt, by, content } })))
  needFileRoom(size, version, by, 'The workspace')
  if (written !== null) needOwnRoom({ changes: written.changes + 1, items: written.items + size.items - file.items, bytes: written.bytes + size.bytes - file.bytes })
  const change: StoredChange = { by, why, items: told.items, summary: summaryFrom({ items }), file: size, ...(state.past !== null && { past: state.past }), ...(state.opened !== null && { opened: state.opened }) }
  const head: RecordDraft = { kind: 'workspace', id: state.id, basedOn: state.version, savedAt, subjects: [state.id], document: change }
  return [head, ...saved.map(({ id, basedOn, content, place }): RecordDraft => {
    const before = state.items.find(item => item.id === id)
    const document: StoredItem = { made: before?.made ?? [version, place], madeBy: before?.madeBy ?? by, workspaceVersion: version, by, content }
    return { kind: 'workspace-item', id, basedOn, savedAt, subjects: [state.id], document }
  })]
}

/** Of the item at a place of the change that makes this version of the workspace: nobody else makes it. */
export const newItemId = (workspace: string, version: number, place: number): string => idFor('wsi', workspace, String(version), String(place))

/** Items after the edits, as far as a summary needs them. */
function applied (state: WorkspaceState, edits: Array<{ id: string, content: ItemContent | null }>): Standing[] {
  const changed = new Map(edits.map(({ id, content }) => [id, content]))
  const kept = state.items.flatMap(item => {
    const content = changed.has(item.id) ? changed.get(item.id)! : item.content
    return content === null ? [] : [{ ...item, content }]
  })
  const known = new Set(state.items.map(({ id }) => id))
  return [...kept, ...edits.flatMap(({ id, content }) => known.has(id) || content === null ? [] : [{ id, content } as Standing])]
}

/** `items`: as far as lists of workspaces tell of them. */
export function summaryFrom (state: { items: ReadonlyArray<Pick<Standing, 'content'>> }): StoredChange['summary'] {
  const { title, group, demonstration } = settingsOf(state)
  return { title, group, demonstration, stages: STAGES.map(stage => { const { content } = stageOf(state, stage); return { stage, state: content.state, toReview: content.toReview !== null } }) }
}

/** The last changed first. */
export async function listWorkspaces (store: WorkspaceStore, request: ListRequest): Promise<Rows<WorkspaceSummary>> {
  const { rows, ...rest } = await store.listRecords({ kind: 'workspace' }, request)
  return { ...rest, rows: rows.map(head => ({ id: head.id, version: head.version, changedAt: head.savedAt, opened: openedOf(head), ...(head.document as StoredChange).summary })) }
}

/** Newest first. Empty where there is no such workspace. */
export async function listChanges (store: WorkspaceStore, id: string): Promise<WorkspaceChange[]> {
  return (await store.listRecordVersions('workspace', id)).map(({ version, savedAt, document }) => {
    const { by, why, items } = document as StoredChange
    return { version, at: savedAt, by, why, items }
  }).reverse()
}

/** Every version of one item of this workspace, oldest first; empty where it has no such item. */
export async function listItemVersions (store: WorkspaceStore, workspace: string, item: string): Promise<WorkspaceItem[]> {
  const records = await store.listRecordVersions('workspace-item', item)
  return records.filter(({ subjects }) => subjects.includes(workspace)).map(itemOf)
}

function changedSince (item: string, basedOn: number, now: Standing | undefined): ServiceError {
  if (now === undefined) return new ServiceError('CONFLICT', `Item ${item} is not in the workspace any more: somebody has taken it out since version ${basedOn}. Read the workspace again; what you wrote can be added as a new item.`)
  const who = now.by.role === 'operator' ? 'the operator' : `the ${now.by.role}${now.by.region === null ? '' : ` of ${now.by.region}`}`
  return new ServiceError('CONFLICT', `Item ${item} is at version ${now.version}, saved by ${who} at ${now.savedAt}; your change was made on version ${basedOn}. Read it again, and choose between the two or join them.`, { errors: [{ path: 'basedOn', value: String(basedOn), message: `is not the newest version, which is ${now.version}` }] })
}
