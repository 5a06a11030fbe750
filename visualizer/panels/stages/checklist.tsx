/** What is to be done on a page before it is closed. A line that does not apply is ticked with a note that says why. */
import { useState } from 'preact/hooks'
import type { VNode } from 'preact'
import type { ContentOf } from '../../../services/contract/workspace-items.ts'
import { CHECKS } from '../../../services/contract/workspace.ts'
import { ApiProblem } from '../../api/fetch-json.ts'
import { mayWrite, newestOf, saveItem } from '../../api/workspaces.ts'
import type { OpenWorkspace, Standing } from '../../api/workspaces.ts'
import { t } from '../../text/translate.ts'
import type { Key } from '../../text/translate.ts'
import { LineField } from '../workspaces/fields.tsx'
import { ItemForm } from '../workspaces/item-form.tsx'

type StageContent = ContentOf<'stage'>
const UNTICKED = { done: false, note: '' }

export function Checklist ({ open, item }: { open: OpenWorkspace, item: Standing<StageContent> }): VNode {
  const { content } = item
  const may = mayWrite(open, content)
  const [problem, setProblem] = useState('')
  const [noted, setNoted] = useState<string | null>(null)
  const names: readonly string[] = CHECKS[content.stage]
  const tick = async (name: string): Promise<void> => {
    setProblem('')
    try {
      await saveItem(open, ticked(content, name), item.id, item.version, null)
    } catch (error) {
      // Somebody else ticked another line meanwhile: this one is put on top of theirs.
      const now = error instanceof ApiProblem && error.problem.code === 'CONFLICT' ? await newestOf(open, item.id).catch(() => null) : null
      if (now?.content?.type === 'stage' && now.version > item.version) await saveItem(open, ticked(now.content, name), item.id, now.version, null).catch((again: Error) => setProblem(again.message))
      else setProblem(error instanceof ApiProblem ? error.message : t('workspaces.notSaved'))
    }
  }
  return (
    <section class='card stage-side' aria-labelledby='checklist-title'>
      <h2 id='checklist-title'>{t('workspaces.checklist')}</h2>
      <p class='hint'>{t('workspaces.checklistHint')}</p>
      <ul class='checklist'>{names.map(name => {
        const { done, note } = content.checks[name] ?? UNTICKED
        const words = t(`workspaces.check.${content.stage}.${name}` as Key)
        return (
          <li key={name}>
            <label class='tick'><input type='checkbox' checked={done} disabled={!may} onChange={() => { void tick(name) }} /> <span>{words}</span></label>
            {note !== '' && noted !== name && <p class='hint note-text'>{note}</p>}
            {may && noted !== name && <button type='button' class='text-button' aria-label={t('workspaces.noteOn', { name: words })} onClick={() => setNoted(name)}>{t('workspaces.note')}</button>}
            {noted === name && (
              <ItemForm open={open} title={t('workspaces.noteOn', { name: words })} item={item} start={content} onDone={() => setNoted(null)}>{({ content: typed, set, problemAt }) =>
                <LineField label={t('workspaces.note')} value={(typed.checks[name] ?? UNTICKED).note} problem={problemAt('checks')} onInput={text => set({ checks: { ...typed.checks, [name]: { ...(typed.checks[name] ?? UNTICKED), note: text } } })} />}
              </ItemForm>)}
          </li>
        )
      })}
      </ul>
      {problem !== '' && <p class='field-problem' role='alert'>{problem}</p>}
    </section>
  )
}

const ticked = (content: StageContent, name: string): StageContent => {
  const check = content.checks[name] ?? UNTICKED
  return { ...content, checks: { ...content.checks, [name]: { ...check, done: !check.done } } }
}
