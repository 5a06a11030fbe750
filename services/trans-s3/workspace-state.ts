/** A workspace as it stands at one version: its items, and the ways to find them. */
import type { ContentOf, ItemContent, ItemType, WorkspaceItem } from '../contract/workspace-items.ts'
import type { Author, Stage, WorkspaceSummary } from '../contract/workspace.ts'

/** An item that is not removed. */
export interface Standing<Content extends ItemContent = ItemContent> extends Omit<WorkspaceItem, 'content'> {
  content: Content
  /** Version of the workspace that it came with, and its place among the items of that change: they order items. */
  made: [version: number, place: number]
  /** Whose it is, whoever mended it since. */
  madeBy: Author
}

export interface WorkspaceState {
  id: string
  version: number
  /** Key of the reading of the file that its history came with; null where it was begun here. Deleted and opened again from a file, it may say something else at the same version: what is kept of it is kept under both. */
  past: string | null
  opened: WorkspaceSummary['opened']
  changedAt: string
  /** In the order they were made. */
  items: Standing[]
}

type Held = Pick<Standing, 'content'>

export const itemsOf = <Type extends ItemType, Item extends Held = Standing>({ items }: { items: readonly Item[] }, type: Type): Array<Item & { content: ContentOf<Type> }> =>
  items.filter((item): item is Item & { content: ContentOf<Type> } => item.content.type === type)

/** The one item of settings, which every workspace begins with. */
export const settingsOf = (state: { items: readonly Held[] }): ContentOf<'settings'> => itemsOf(state, 'settings')[0].content

/** The item of a page, which every workspace begins with. */
export const stageOf = <Item extends Held>(state: { items: readonly Item[] }, stage: Stage): Item & { content: ContentOf<'stage'> } => itemsOf<'stage', Item>(state, 'stage').find(({ content }) => content.stage === stage)!
