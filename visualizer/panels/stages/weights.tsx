/** How much each measure of internationalisation potential counts for this group. */
import { useState } from 'preact/hooks'
import type { VNode } from 'preact'
import { POTENTIAL_MEASURES, WEIGHT_MOST } from '../../../services/contract/workspace-items.ts'
import { hasDraft, mayWrite, settingsOf, stateOf } from '../../api/workspaces.ts'
import type { OpenWorkspace } from '../../api/workspaces.ts'
import { number, percent, t } from '../../text/translate.ts'
import { NumberField } from '../workspaces/fields.tsx'
import { draftName, ItemForm } from '../workspaces/item-form.tsx'

export function Weights ({ open }: { open: OpenWorkspace }): VNode {
  const item = settingsOf(open.workspace)
  const [edits, setEdits] = useState(hasDraft(draftName(open, item, 'weights')))
  const { weights } = item.content
  const may = mayWrite(open, item.content) && stateOf(open.workspace, 'internationalisation') !== 'closed'
  const sum = POTENTIAL_MEASURES.reduce((total, measure) => total + weights[measure], 0)
  return (
    <section class='card' aria-labelledby='weights-title'>
      <h2 id='weights-title'>{t('workspaces.field.weights')}</h2>
      <p class='hint'>{t('workspaces.weightsHint')}</p>
      {edits && may
        ? (
          <ItemForm open={open} title={t('workspaces.changeWeights')} item={item} name='weights' start={item.content} asksWhy onDone={() => setEdits(false)}>{({ content, set, problemAt }) => (
            <div class='form-columns'>{POTENTIAL_MEASURES.map(measure => (
              <NumberField key={measure} label={t(`workspaces.field.${measure}`)} value={content.weights[measure]} min={0} max={WEIGHT_MOST} step='any' problem={problemAt('weights')} onInput={weight => set({ weights: { ...content.weights, [measure]: weight } })} />))}
            </div>)}
          </ItemForm>)
        : (
          <>
            <dl class='weights'>{POTENTIAL_MEASURES.map(measure => <div key={measure}><dt>{t(`workspaces.field.${measure}`)}</dt><dd><strong>{number(weights[measure], Number.isInteger(weights[measure]) ? 0 : 2)}</strong> <span class='hint'>{percent(sum === 0 ? null : weights[measure] / sum)}</span></dd></div>)}</dl>
            {may && <p class='actions'><button type='button' class='button' onClick={() => setEdits(true)}>{t('workspaces.changeWeights')}</button></p>}
          </>)}
    </section>
  )
}
