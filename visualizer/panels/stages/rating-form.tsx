/** What one stakeholder thinks of one priority: three scales with words at both ends, and a comment. */
import { useState } from 'preact/hooks'
import type { VNode } from 'preact'
import type { ContentOf, WorkspaceItem } from '../../../services/contract/workspace-items.ts'
import { SCALE_LEAST, SCALE_MOST } from '../../../services/contract/workspace-items.ts'
import { hasDraft } from '../../api/workspaces.ts'
import type { Standing } from '../../api/items-of.ts'
import type { OpenWorkspace } from '../../api/workspaces.ts'
import { date, t } from '../../text/translate.ts'
import { LongField } from '../workspaces/fields.tsx'
import { draftName, ItemForm } from '../workspaces/item-form.tsx'

type Rating = ContentOf<'rating'>
const SCALES = ['importance', 'readiness', 'commitment'] as const
const STEPS = Array.from({ length: SCALE_MOST - SCALE_LEAST + 1 }, (_, i) => SCALE_LEAST + i)

interface Props { open: OpenWorkspace, priority: Standing<ContentOf<'priority'>>, item: Standing<Rating> | null, start: Rating }

export function RatingForm ({ open, priority, item, start }: Props): VNode {
  const name = `rating ${priority.id} ${start.participant}`
  const [edits, setEdits] = useState(hasDraft(draftName(open, item, name)))
  const [saved, setSaved] = useState<WorkspaceItem | null>(null)
  const { title, description } = priority.content
  if (!edits) {
    return (
      <section class='rating' aria-labelledby={`rating-${priority.id}`}>
        <h3 id={`rating-${priority.id}`}>{title}</h3>
        {description !== '' && <p class='note-text'>{description}</p>}
        {item !== null && <p>{SCALES.map(scale => `${t(`workspaces.field.${scale}`)} ${item.content[scale]}`).join(' · ')} <span class='hint'>{t('workspaces.ratedOn', { date: date(item.savedAt) })}</span></p>}
        {item !== null && item.content.comment !== '' && <p class='note-text'>{item.content.comment}</p>}
        <p class='actions'><button type='button' class={item === null ? 'button primary' : 'button'} aria-label={t(item === null ? 'workspaces.rateOf' : 'workspaces.rateAgainOf', { name: title })} onClick={() => setEdits(true)}>{t(item === null ? 'workspaces.rateNow' : 'workspaces.change')}</button> <span role='status' class='hint'>{saved === null ? '' : t('workspaces.ratingSaved')}</span></p>
      </section>
    )
  }
  return (
    <section class='rating' aria-label={title}>
      <ItemForm open={open} title={title} item={item} name={name} start={item?.content ?? start} onDone={now => { setSaved(now); setEdits(false) }}>{({ content, set, problemAt }) => (
        <>
          {SCALES.map(scale => (
            <fieldset key={scale} class='scale'>
              <legend>{t(`workspaces.ask.${scale}`)}</legend>
              <span class='scale-end'>{t(`workspaces.least.${scale}`)}</span>
              {STEPS.map(step => <label key={step}><input type='radio' name={`${priority.id}-${scale}`} required checked={content[scale] === step} onChange={() => set({ [scale]: step })} /> {step}</label>)}
              <span class='scale-end'>{t(`workspaces.most.${scale}`)}</span>
              {problemAt(scale) !== undefined && <span class='field-problem'>{problemAt(scale)}</span>}
            </fieldset>))}
          <LongField label={t('workspaces.field.comment')} value={content.comment} rows={3} hint={t('workspaces.commentHint')} problem={problemAt('comment')} onInput={comment => set({ comment })} />
        </>)}
      </ItemForm>
    </section>
  )
}
