/** Items of a workspace as the page reads it, by their type. */
import type { ContentOf, ItemContent, ItemType, Workspace, WorkspaceItem } from '../../services/contract/workspace-items.ts'

/** An item that is not removed. */
export type Standing<Content extends ItemContent = ItemContent> = Omit<WorkspaceItem, 'content'> & { content: Content }

export const itemsOf = <Type extends ItemType>({ items }: Pick<Workspace, 'items'>, type: Type): Array<Standing<ContentOf<Type>>> =>
  items.filter((item): item is Standing<ContentOf<Type>> => item.content?.type === type)
