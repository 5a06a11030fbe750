/** A workspace as it stands at one version: its items, and the ways to find them. */
import type { ContentOf, ItemContent, ItemType, WorkspaceItem } from '../contract/workspace-items.ts'
import type { Stage } from '../contract/workspace.ts'

/** An item that is not removed. */
export interface Standing<Content extends ItemContent = ItemContent> extends Omit<WorkspaceItem, 'content'> { content: Content }

export interface WorkspaceState {
  id: string
  version: number
  changedAt: string
  /** In the order they were made. */
  items: Standing[]
}

export const itemsOf = <Type extends ItemType>({ items }: Pick<WorkspaceState, 'items'>, type: Type): Array<Standing<ContentOf<Type>>> =>
  items.filter((item): item is Standing<ContentOf<Type>> => item.content.type === type)

/** The one item of settings, which every workspace begins with. */
export const settingsOf = (state: Pick<WorkspaceState, 'items'>): ContentOf<'settings'> => itemsOf(state, 'settings')[0].content

export const stageOf = (state: Pick<WorkspaceState, 'items'>, stage: Stage): Standing<ContentOf<'stage'>> => itemsOf(state, 'stage').find(({ content }) => content.stage === stage)!
