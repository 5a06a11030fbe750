/** Notes on a page, each with where it comes from. */
import type { VNode } from 'preact'
import type { ContentOf } from '../../../services/contract/workspace-items.ts'
import type { Stage } from '../../../services/contract/workspace.ts'
import { itemsOf } from '../../api/items-of.ts'
import type { Standing } from '../../api/items-of.ts'
import { mayWrite } from '../../api/workspaces.ts'
import type { OpenWorkspace } from '../../api/workspaces.ts'
import { t } from '../../text/translate.ts'
import { LineField, LongField } from '../workspaces/fields.tsx'
import { ItemForm, useEdited } from '../workspaces/item-form.tsx'
import { contentTitle, savedText } from '../workspaces/item-words.ts'
import { RemoveButton } from '../workspaces/remove-button.tsx'

type Note = ContentOf<'note'>
const noteName = (stage: Stage): string => `note ${stage}`
const NO_SOURCE: NonNullable<Note['source']> = { title: '', website: null, date: null }

export function Notes ({ open, stage }: { open: OpenWorkspace, stage: Stage }): VNode {
  const empty: Note = { type: 'note', stage, text: '', source: null }
  const notes = itemsOf(open.workspace, 'note').filter(({ content }) => content.stage === stage)
  const [edited, setEdited] = useEdited(open, notes, noteName(stage))
  const may = mayWrite(open, empty)
  return (
    <section class='card' aria-labelledby='notes-title'>
      <h2 id='notes-title'>{t('workspaces.notes')}</h2>
      {notes.length === 0 && <p class='hint'>{t('workspaces.noNotes')}</p>}
      <ul class='entries'>{notes.map(item => (
        <li key={item.id}>{edited === item.id ? <NoteForm open={open} item={item} start={item.content} onDone={() => setEdited(null)} /> : <NoteEntry open={open} item={item} onEdit={() => setEdited(item.id)} />}</li>))}
      </ul>
      {may && (edited === 'new'
        ? <NoteForm open={open} item={null} start={empty} onDone={() => setEdited(null)} />
        : <p class='actions'><button type='button' class='button' onClick={() => setEdited('new')}>{t('workspaces.newNote')}</button></p>)}
    </section>
  )
}

function NoteEntry ({ open, item, onEdit }: { open: OpenWorkspace, item: Standing<Note>, onEdit: () => void }): VNode {
  const { text, source } = item.content
  const name = contentTitle(open, item.content)
  return (
    <article class='entry'>
      <p class='note-text'>{text}</p>
      {source !== null && <p class='hint'>{t('workspaces.field.source')}: {source.website === null ? source.title : <a class='text-link' href={source.website} rel='noreferrer' target='_blank'>{source.title}</a>}{source.date !== null && `, ${source.date}`}</p>}
      <p class='hint'>{savedText(open, item)}</p>
      {mayWrite(open, item.content, item.by) && <p class='actions'><button type='button' class='text-button' aria-label={t('workspaces.changeOf', { name })} onClick={onEdit}>{t('workspaces.change')}</button> <RemoveButton open={open} item={item} name={name} /></p>}
    </article>
  )
}

function NoteForm ({ open, item, start, onDone }: { open: OpenWorkspace, item: Standing<Note> | null, start: Note, onDone: () => void }): VNode {
  return (
    <ItemForm open={open} title={t(item === null ? 'workspaces.newNote' : 'workspaces.changeNote')} item={item} name={noteName(start.stage)} start={start} onDone={onDone}>{({ content, set, problemAt }) => {
      /** A source without a title is none. */
      const setSource = (patch: Partial<typeof NO_SOURCE>): void => {
        const source = { ...(content.source ?? NO_SOURCE), ...patch }
        set({ source: source.title === '' && source.website === null && source.date === null ? null : source })
      }
      return (
        <>
          <LongField label={t('workspaces.field.text')} value={content.text} required problem={problemAt('text')} onInput={text => set({ text })} />
          <div class='form-columns'>
            <LineField label={t('workspaces.sourceTitle')} value={content.source?.title ?? ''} hint={t('workspaces.sourceHint')} problem={problemAt('source.title')} onInput={title => setSource({ title })} />
            <LineField label={t('workspaces.field.website')} value={content.source?.website ?? ''} problem={problemAt('source.website')} onInput={website => setSource({ website: website === '' ? null : website })} />
            <LineField label={t('workspaces.sourceDate')} value={content.source?.date ?? ''} problem={problemAt('source.date')} onInput={date => setSource({ date: date === '' ? null : date })} />
          </div>
        </>
      )
    }}
    </ItemForm>
  )
}
