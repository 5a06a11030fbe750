/** The general component: who steers, what is wanted together, what is done when, and how it is followed. */
import { useState } from 'preact/hooks'
import type { VNode } from 'preact'
import type { ContentOf } from '../../../services/contract/workspace-items.ts'
import { itemsOf } from '../../api/items-of.ts'
import { hasDraft, mayWrite } from '../../api/workspaces.ts'
import type { OpenWorkspace } from '../../api/workspaces.ts'
import { t } from '../../text/translate.ts'
import { LongField } from '../workspaces/fields.tsx'
import { draftName, ItemForm } from '../workspaces/item-form.tsx'
import { savedText } from '../workspaces/item-words.ts'

const FIELDS = ['governance', 'vision', 'actionPlan', 'monitoring'] as const
const EMPTY: ContentOf<'charter'> = { type: 'charter', governance: '', vision: '', actionPlan: '', monitoring: '' }

export function Charter ({ open }: { open: OpenWorkspace }): VNode {
  const item = itemsOf(open.workspace, 'charter')[0] ?? null
  const [edits, setEdits] = useState(hasDraft(draftName(open, item, 'charter')))
  const content = item?.content ?? EMPTY
  return (
    <section class='card' aria-labelledby='charter-title'>
      <h2 id='charter-title'>{t('workspaces.type.charter')}</h2>
      {edits && mayWrite(open, content)
        ? (
          <ItemForm open={open} title={t('workspaces.changeCharter')} item={item} name='charter' start={content} asksWhy onDone={() => setEdits(false)}>{({ content, set, problemAt }) =>
            FIELDS.map(field => <LongField key={field} label={t(`workspaces.field.${field}`)} hint={t(`workspaces.charterHint.${field}`)} value={content[field]} problem={problemAt(field)} onInput={text => set({ [field]: text })} />)}
          </ItemForm>)
        : (
          <>
            <dl class='facts'>{FIELDS.map(field => <div key={field}><dt>{t(`workspaces.field.${field}`)}</dt><dd class='note-text'>{content[field] === '' ? <span class='hint'>{t('workspaces.notYet')} {t(`workspaces.charterHint.${field}`)}</span> : content[field]}</dd></div>)}</dl>
            {item !== null && <p class='hint'>{savedText(open, item)}</p>}
            {mayWrite(open, content) && <p class='actions'><button type='button' class='button' onClick={() => setEdits(true)}>{t('workspaces.changeCharter')}</button></p>}
          </>)}
    </section>
  )
}
