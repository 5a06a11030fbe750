/** The form around one item: what was typed is kept until it is saved, a newer version of somebody else is shown beside it, and problems stand at their fields. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { ComponentChildren, VNode } from 'preact'
import type { ItemContent, WorkspaceItem } from '../../../services/contract/workspace-items.ts'
import { ApiProblem } from '../../api/fetch-json.ts'
import { hasDraft, newestOf, saveItem, useDraft } from '../../api/workspaces.ts'
import type { Standing } from '../../api/items-of.ts'
import type { OpenWorkspace } from '../../api/workspaces.ts'
import { t } from '../../text/translate.ts'
import { Conflict } from './conflict.tsx'
import { LineField } from './fields.tsx'
import { stayAt, tellDone } from './saved-line.tsx'
import { useProblems } from './use-problems.ts'

/** `why`: what is noted with the change. */
interface Typed<Content> { basedOn: number, content: Content, why: string }

export interface Fields<Content> { content: Content, set: (patch: Partial<Content>) => void, problemAt: (field: (keyof Content & string) | `${keyof Content & string}.${string}`) => string | undefined }

interface Props<Content extends ItemContent> {
  open: OpenWorkspace
  title: string
  /** Null: a new one. */
  item: Standing<Content> | null
  /** Names what is typed, within the workspace. */
  name: string
  start: Content
  /** A reason is asked for where something that stands is changed. */
  asksWhy?: boolean
  submit?: string
  /** What is asked once more before it is saved. */
  doubt?: (content: Content) => { text: string, submit: string } | null
  children: (fields: Fields<Content>) => ComponentChildren
  /** `saved`: what stands now; null: given up. */
  onDone: (saved: WorkspaceItem | null) => void
}

/** Under which what is typed into a form is kept. */
export const draftName = ({ workspace }: Pick<OpenWorkspace, 'workspace'>, item: { id: string } | null, name: string): string => [workspace.id, ...(item === null ? [] : [item.id]), name].join(' ')

/** Which entry of a list is being changed, or `new`: at first the one that something was typed for and not saved. */
export function useEdited (open: OpenWorkspace, items: ReadonlyArray<{ id: string }>, name: string): [string | null, (id: string | null) => void] {
  return useState<string | null>(() => items.find(item => hasDraft(draftName(open, item, name)))?.id ?? (hasDraft(draftName(open, null, name)) ? 'new' : null))
}

export function ItemForm<Content extends ItemContent> ({ open, title, item, name, start, asksWhy = false, submit, doubt, children, onDone }: Props<Content>): VNode {
  const draft = useDraft<Typed<Content>>(draftName(open, item, name), () => ({ basedOn: item?.version ?? 0, content: start, why: '' }))
  const { basedOn, content, why } = draft.value
  const problems = useProblems()
  const [newest, setNewest] = useState<WorkspaceItem | null>(null)
  const [busy, setBusy] = useState(false)
  const [asked, setAsked] = useState(false)
  const [returned] = useState(draft.begun)
  const heading = useRef<HTMLHeadingElement>(null)
  // Before anything is painted: what is pressed next must meet the form.
  useLayoutEffect(() => heading.current?.focus(), [])
  const save = async (): Promise<void> => {
    setBusy(true)
    problems.set(null)
    try {
      const saved = await saveItem(open, content, item?.id ?? null, basedOn, why.trim() === '' ? null : why)
      draft.drop()
      tellDone(open, item === null ? 'made' : 'changed', content)
      stayAt(heading.current)
      onDone(saved)
    } catch (error) {
      problems.set(error as Error)
      if (item !== null && error instanceof ApiProblem && error.problem.code === 'CONFLICT') await meetOther()
      setBusy(false)
    }
  }
  /** Also where something else stood in the way: then the version is the one this was made on, and the problem says what it is. */
  const meetOther = async (): Promise<void> => {
    const now = item === null ? null : await newestOf(open, item.id).catch(() => null)
    if (now !== null && now.version > basedOn) setNewest(now)
  }
  const change = (patch: Partial<Content>): void => {
    problems.corrected(Object.keys(patch))
    draft.set({ basedOn, content: { ...content, ...patch }, why })
  }
  const fields = children({ content, set: change, problemAt: problems.at })
  const left = problems.left()
  const doubted = doubt?.(content) ?? null
  const trySave = (): void => {
    if (doubted !== null && !asked) setAsked(true)
    else if (!busy) void save()
  }
  return (
    <form class='item-form' aria-label={title} onSubmit={event => { event.preventDefault(); trySave() }}>
      <h3 ref={heading} tabIndex={-1}>{title}</h3>
      {returned && <p class='hint'>{t('workspaces.draftKept')}</p>}
      {newest !== null && <Conflict open={open} mine={content} theirs={newest} onChosen={chosen => { draft.set({ basedOn: newest.version, content: chosen, why }); setNewest(null); problems.set(null); heading.current?.focus() }} />}
      {fields}
      {asksWhy && item !== null && <LineField label={t('workspaces.whyChanged')} value={why} onInput={text => draft.set({ basedOn, content, why: text })} />}
      {left !== null && newest === null && <p class='notice' role='alert'>{left}</p>}
      {asked && doubted !== null && <p class='notice' role='alert'>{doubted.text}</p>}
      <p class='actions'>
        <button type='submit' class='button primary' aria-disabled={busy}>{asked && doubted !== null ? doubted.submit : submit ?? t('workspaces.save')}</button>
        <button type='button' class='button' onClick={() => { draft.drop(); stayAt(heading.current); onDone(null) }}>{t('workspaces.cancel')}</button>
      </p>
    </form>
  )
}
