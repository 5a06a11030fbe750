/** The form around one item: what was typed is kept until it is saved, a newer version of somebody else is shown beside it, and problems stand at their fields. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { ComponentChildren, VNode } from 'preact'
import type { ItemContent, WorkspaceItem } from '../../../services/contract/workspace-items.ts'
import { ApiProblem } from '../../api/fetch-json.ts'
import { newestOf, saveItem, useDraft } from '../../api/workspaces.ts'
import type { OpenWorkspace, Standing } from '../../api/workspaces.ts'
import { t } from '../../text/translate.ts'
import { Conflict } from './conflict.tsx'
import { LineField } from './fields.tsx'

/** `why`: what is noted with the change. */
interface Typed<Content> { basedOn: number, content: Content, why: string }

export interface Fields<Content> { content: Content, set: (patch: Partial<Content>) => void, problemAt: (field: keyof Content & string) => string | undefined }

interface Props<Content extends ItemContent> {
  open: OpenWorkspace
  title: string
  /** Null: a new one. */
  item: Standing<Content> | null
  /** Names what is typed for a new one, within the workspace. */
  name?: string
  start: Content
  /** A reason is asked for where something that stands is changed. */
  asksWhy?: boolean
  submit?: string
  children: (fields: Fields<Content>) => ComponentChildren
  /** `saved`: what stands now; null: given up. */
  onDone: (saved: WorkspaceItem | null) => void
}

/** Under which what is typed into a form is kept. */
export const draftName = ({ workspace }: Pick<OpenWorkspace, 'workspace'>, item: { id: string } | null, name = ''): string => `${workspace.id} ${item?.id ?? name}`

export function ItemForm<Content extends ItemContent> ({ open, title, item, name, start, asksWhy = false, submit, children, onDone }: Props<Content>): VNode {
  const draft = useDraft<Typed<Content>>(draftName(open, item, name), () => ({ basedOn: item?.version ?? 0, content: start, why: '' }))
  const { basedOn, content, why } = draft.value
  const [problem, setProblem] = useState<Error | null>(null)
  const [newest, setNewest] = useState<WorkspaceItem | null>(null)
  const [busy, setBusy] = useState(false)
  const [returned] = useState(draft.begun)
  const heading = useRef<HTMLHeadingElement>(null)
  // Before anything is painted: what is pressed next must meet the form.
  useLayoutEffect(() => heading.current?.focus(), [])
  const save = async (): Promise<void> => {
    setBusy(true)
    setProblem(null)
    try {
      const saved = await saveItem(open, content, item?.id ?? null, basedOn, why.trim() === '' ? null : why)
      draft.drop()
      onDone(saved)
    } catch (error) {
      setProblem(error as Error)
      if (item !== null && error instanceof ApiProblem && error.problem.code === 'CONFLICT') await meetOther()
      setBusy(false)
    }
  }
  /** Also where something else stood in the way: then the version is the one this was made on, and the problem says what it is. */
  const meetOther = async (): Promise<void> => {
    const now = item === null ? null : await newestOf(open, item.id).catch(() => null)
    if (now !== null && now.version > basedOn) setNewest(now)
  }
  const problemAt = (field: string): string | undefined => {
    const found = problem instanceof ApiProblem ? (problem.problem.errors ?? []).filter(({ path }) => [field, `content.${field}`].some(start => path === start || path.startsWith(`${start}.`))) : []
    return found.length === 0 ? undefined : found.map(({ value, message }) => `${value ?? ''} ${message}`.trim()).join('; ')
  }
  return (
    <form class='item-form' aria-label={title} onSubmit={event => { event.preventDefault(); if (!busy) void save() }}>
      <h3 ref={heading} tabIndex={-1}>{title}</h3>
      {returned && <p class='hint'>{t('workspaces.draftKept')}</p>}
      {newest !== null && <Conflict open={open} mine={content} theirs={newest} onChosen={chosen => { draft.set({ basedOn: newest.version, content: chosen, why }); setNewest(null); setProblem(null); heading.current?.focus() }} />}
      {children({ content, set: patch => draft.set({ basedOn, content: { ...content, ...patch }, why }), problemAt })}
      {asksWhy && item !== null && <LineField label={t('workspaces.whyChanged')} value={why} onInput={text => draft.set({ basedOn, content, why: text })} />}
      {problem !== null && newest === null && <p class='notice' role='alert'>{problem instanceof ApiProblem ? problem.message : t('workspaces.notSaved')}</p>}
      <p class='actions'>
        <button type='submit' class='button primary' aria-disabled={busy}>{submit ?? t('workspaces.save')}</button>
        <button type='button' class='button' onClick={() => { draft.drop(); onDone(null) }}>{t('workspaces.cancel')}</button>
      </p>
    </form>
  )
}
