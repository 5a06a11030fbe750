/** Workspaces: what the page asks of the service, what it changes, and that something was changed, so that what is shown is asked for anew. */
import { signal } from '@preact/signals'
import type { Page } from '../../services/contract/page.ts'
import { reachOf } from '../../services/contract/workspace-access.ts'
import { stageOfItem } from '../../services/contract/workspace-items.ts'
import type { ContentOf, ItemContent, Workspace, WorkspaceItem } from '../../services/contract/workspace-items.ts'
import type { Author, Stage, STAGE_STATES, WorkspaceChange } from '../../services/contract/workspace.ts'
import { invitationChanges } from './access.ts'
import { fetchJson, REFUSED } from './fetch-json.ts'
import { itemsOf } from './items-of.ts'
import type { Standing } from './items-of.ts'
import { useResource } from './resource.ts'
import type { Resource } from './resource.ts'

const changes = signal(0)

/** As useResource, read again after every change made here, and when somebody else reads. */
export const useWorkspaces = <Value>(path: string | null): Resource<Value> => useResource<Value>(path === null ? null : `${path}#${changes.value} ${invitationChanges.value}`)

export const readAgain = (): void => { changes.value++ }

export const WORKSPACES = '/api/v1/workspaces'

const LOOK_INTERVAL_MS = 20_000

/** Looks at once, now and then, and when the reader comes back, whether somebody else has changed the workspace; if so it is read again. Returns what ends it. */
export function watchForChanges (id: string, version: number): () => void {
  let ended = false
  const look = (): void => {
    if (document.visibilityState === 'visible') fetchJson<Page<WorkspaceChange>>(`${WORKSPACES}/${id}/changes?limit=1`).then(({ items }) => { if (!ended && items[0] !== undefined && items[0].version > version) readAgain() }, () => {})
  }
  const timer = setInterval(look, LOOK_INTERVAL_MS)
  addEventListener('focus', look)
  look()
  return () => {
    ended = true
    clearInterval(timer)
    removeEventListener('focus', look)
  }
}

/** What the frame of the page calls the workspace and the part of it that are open. */
export const openPlace = signal<{ title: string, part: string } | null>(null)

/** The workspace that was opened from a file last, and whether one of its id was here already. */
export const openedFromFile = signal<{ id: string, copy: boolean } | null>(null)

/** Of the workspace that was deleted last, until another page is opened. */
export const deletedTitle = signal<string | null>(null)

/** A workspace as it is on the page. */
export interface OpenWorkspace {
  workspace: Workspace
  /** An earlier version, which nobody changes. */
  past: boolean
  regionName: (code: string) => string
  /** Of a sector, with its code. */
  sectorName: (code: string) => string
  /** When an analysis was made, with its id. */
  runName: (id: string) => string
}

export const settingsOf = (workspace: Pick<Workspace, 'items'>): Standing<ContentOf<'settings'>> => itemsOf(workspace, 'settings')[0]

export const addressOf = ({ workspace: { id } }: Pick<OpenWorkspace, 'workspace'>, rest = ''): string => `${WORKSPACES}/${id}${rest}`

export const stateOf = (workspace: Pick<Workspace, 'items'>, stage: Stage): typeof STAGE_STATES[number] => itemsOf(workspace, 'stage').find(({ content }) => content.stage === stage)?.content.state ?? 'open'

/** A closed page is read alone; ratings end when their page is not open any more. */
function isOver (workspace: Workspace, content: ItemContent): boolean {
  const page = stageOfItem(content)
  if (page === null) return false
  const state = stateOf(workspace, page)
  return content.type === 'rating' ? state !== 'open' : state === 'closed'
}

/** Whether this may be written now by whoever reads; `by`: who wrote it, where it is there already. */
export const mayWrite = (open: OpenWorkspace, content: ItemContent, by?: Author): boolean => mayEver(open, content, by) && !isOver(open.workspace, content)

/** Also on a closed page. */
export function mayEver ({ workspace: { you }, past }: OpenWorkspace, content: ItemContent, by: Author = you): boolean {
  const reach = reachOf(you.role, `write ${content.type}`)
  return !past && (reach === 'all' || (reach === 'own' && isOwn(you, content, by)))
}

function isOwn (you: Author, content: ItemContent, by: Author): boolean {
  if (content.type === 'rating') return content.participant === you.participant
  if (content.type === 'declared') return content.region === you.region
  if (content.type === 'action') return content.lead === you.region
  return by.participant === you.participant
}

const json = (method: 'POST' | 'PUT', body: unknown): RequestInit => ({ method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

export async function write<Value> (path: string, init: RequestInit): Promise<Value> {
  const value = await fetchJson<Value>(path, init)
  readAgain()
  return value
}

export const post = async <Value>(path: string, body: unknown): Promise<Value> => await write<Value>(path, json('POST', body))

/** `basedOn` null: a new item. */
export const saveItem = async (open: Pick<OpenWorkspace, 'workspace'>, content: ItemContent, item: string | null, basedOn: number, why: string | null): Promise<WorkspaceItem> => item === null
  ? await post(addressOf(open, '/items'), { content, why })
  : await write(addressOf(open, `/items/${item}`), json('PUT', { basedOn, content, why }))

export const removeItem = async (open: Pick<OpenWorkspace, 'workspace'>, { id, version }: Pick<WorkspaceItem, 'id' | 'version'>): Promise<void> => { await write(addressOf(open, `/items/${id}?basedOn=${version}`), { method: 'DELETE' }) }

/** Nobody reads it again here: there is nothing left to read. */
export const deleteWorkspace = async (open: Pick<OpenWorkspace, 'workspace'>): Promise<void> => { await fetchJson(addressOf(open, `?basedOn=${open.workspace.version}`), { method: 'DELETE' }) }

/** The item as it stands now, whoever changed it last. */
export async function newestOf (open: Pick<OpenWorkspace, 'workspace'>, item: string): Promise<WorkspaceItem | null> {
  const { items } = await fetchJson<{ items: WorkspaceItem[] }>(addressOf(open, `/items/${item}/versions`))
  return items.at(-1) ?? null
}

export const changeStage = async (open: OpenWorkspace, stage: Stage, basedOn: number, to: typeof STAGE_STATES[number], reason: string | null): Promise<Workspace> =>
  await post(addressOf(open, `/stages/${stage}`), { basedOn, to, ...(reason !== null && { reason }) })

/** The report, also where something in the file was refused. */
export async function sendFile<Value> (path: string, file: File, type: string): Promise<Value> {
  const value = await fetchJson<Value>(path, { method: 'POST', body: file, headers: { 'content-type': type } }, [REFUSED])
  readAgain()
  return value
}

const draftKey = (key: string): string => `draft ${key}`
const draftChanges = signal(0)

export const hasDraft = (key: string): boolean => sessionStorage.getItem(draftKey(key)) !== null

export interface Draft<Value> { value: Value, begun: boolean, set: (value: Value) => void, drop: () => void }

/** What somebody has typed and not saved: kept in the tab, so that it outlives another page, a reload and a service that does not answer. `start`: what stands there before anything is typed. */
export function useDraft<Value> (key: string, start: () => Value): Draft<Value> {
  const change = (work: () => void): void => {
    work()
    draftChanges.value++
  }
  // Read, so that every part of the page that shows this draft follows.
  void draftChanges.value
  const text = sessionStorage.getItem(draftKey(key))
  return {
    value: text === null ? start() : JSON.parse(text) as Value,
    begun: text !== null,
    set: value => change(() => sessionStorage.setItem(draftKey(key), JSON.stringify(value))),
    drop: () => change(() => sessionStorage.removeItem(draftKey(key)))
  }
}
