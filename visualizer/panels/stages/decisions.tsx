/** What was decided on a page, on which evidence, by whom; and the form for one more. */
import { useState } from 'preact/hooks'
import type { VNode } from 'preact'
import type { ContentOf } from '../../../services/contract/workspace-items.ts'
import { VERDICTS } from '../../../services/contract/workspace-items.ts'
import type { Stage } from '../../../services/contract/workspace.ts'
import { PRIORITY_STATES, STAGES, STATE_GIVEN } from '../../../services/contract/workspace.ts'
import { itemsOf } from '../../api/items-of.ts'
import type { Standing } from '../../api/items-of.ts'
import { hasDraft, mayWrite, saveItem } from '../../api/workspaces.ts'
import type { OpenWorkspace } from '../../api/workspaces.ts'
import { t } from '../../text/translate.ts'
import { Icon } from '../icons.tsx'
import { LongField, TickList } from '../workspaces/fields.tsx'
import { draftName, ItemForm } from '../workspaces/item-form.tsx'
import type { Fields } from '../workspaces/item-form.tsx'
import { savedText, titleOf } from '../workspaces/item-words.ts'
import { RemoveButton } from '../workspaces/remove-button.tsx'
import { exhibitsOf, shownAs, useEvidence } from './evidence-part.tsx'
import { comeTo } from './page-contents.tsx'
import { emptyDecision, newDecisionName, useNewDecision } from './new-decision.ts'

type Decision = ContentOf<'decision'>

export function Decisions ({ open, stage }: { open: OpenWorkspace, stage: Stage }): VNode {
  const { may, begun, written, evidence } = useNewDecision(open, stage)
  const [writes, setWrites] = useState(written)
  const decisions = itemsOf(open.workspace, 'decision').filter(({ content }) => content.stage === stage)
  const [edited, setEdited] = useState(decisions.find(item => hasDraft(draftName(open, item, newDecisionName(stage))))?.id ?? null)
  return (
    <section class='card' aria-labelledby='decisions-title'>
      <h2 id='decisions-title'>{t('workspaces.decisions')}</h2>
      {decisions.length === 0 && <p class='hint'>{t(may ? 'workspaces.noDecisions' : 'workspaces.noDecisionsYet')}</p>}
      <ol class='entries'>{decisions.map(item => (
        <li key={item.id}>{edited === item.id
          ? <DecisionForm open={open} stage={stage} item={item} onDone={() => setEdited(null)} />
          : <DecisionEntry open={open} item={item} onEdit={() => setEdited(item.id)} />}
        </li>))}
      </ol>
      {may && (writes
        ? <DecisionForm open={open} stage={stage} item={null} onDone={() => setWrites(false)} />
        : (
          <p class='actions'>
            <button type='button' class='button primary' onClick={() => setWrites(true)}>{t(begun ? 'workspaces.goOnDecision' : 'workspaces.newDecision')}</button>
            {begun && <span class='hint'>{t('workspaces.pickedEvidence', { n: evidence.length })}</span>}
          </p>))}
    </section>
  )
}

function DecisionEntry ({ open, item, onEdit }: { open: OpenWorkspace, item: Standing<Decision>, onEdit: () => void }): VNode {
  const { content, toReview } = item
  const { value } = useEvidence(open, content.stage)
  const [problem, setProblem] = useState('')
  const confirm = (): void => { saveItem(open, content, item.id, item.version, t('workspaces.confirmedWhy')).then(() => {}, (error: Error) => setProblem(error.message)) }
  return (
    <article class={toReview ? 'entry reviewed' : 'entry'}>
      {toReview && <p class='to-review'><Icon name='warning' /> {t('workspaces.decisionToReview')}</p>}
      <p class='entry-title'>{content.what}</p>
      <dl class='facts'>
        <div><dt>{t('workspaces.field.why')}</dt><dd class='note-text'>{content.why}</dd></div>
        {content.evidence.length > 0 && <div><dt>{t('workspaces.field.evidence')}</dt><dd><ul>{content.evidence.map(key => <li key={key}><EvidenceLink {...shownAs(value, key) ?? { title: key, place: key }} /></li>)}</ul></dd></div>}
        {content.run !== null && <div><dt>{t('workspaces.run')}</dt><dd>{open.runName(content.run)}</dd></div>}
        {content.verdicts.length > 0 && <div><dt>{t('workspaces.field.verdicts')}</dt><dd><ul>{content.verdicts.map(({ priority, verdict }) => <li key={priority}><Icon name={verdict === 'keep' ? 'check' : 'cross'} /> {t(`workspaces.verdict.${verdict}`)}: {titleOf(open, priority)}</li>)}</ul></dd></div>}
        {content.dissent !== '' && <div><dt>{t('workspaces.field.dissent')}</dt><dd class='note-text'>{content.dissent}</dd></div>}
      </dl>
      <p class='hint'>{savedText(open, item)}</p>
      {problem !== '' && <p class='field-problem' role='alert'>{problem}</p>}
      {mayWrite(open, content, item.by) && (
        <p class='actions'>
          {toReview && <button type='button' class='button' onClick={confirm}>{t('workspaces.confirm')}</button>}
          <button type='button' class='text-button' aria-label={t('workspaces.changeOf', { name: content.what })} onClick={onEdit}>{t('workspaces.change')}</button>
          <RemoveButton open={open} item={item} name={content.what} />
        </p>)}
    </article>
  )
}

const EvidenceLink = ({ title, place }: { title: string, place: string }): VNode =>
  <a class='text-link' href={`#evidence-${place}`} onClick={event => { event.preventDefault(); comeTo(`evidence-${place}`) }}>{title}</a>

function DecisionForm ({ open, stage, item, onDone }: { open: OpenWorkspace, stage: Stage, item: Standing<Decision> | null, onDone: () => void }): VNode {
  const { value } = useEvidence(open, stage)
  return (
    <ItemForm open={open} title={t(item === null ? 'workspaces.newDecision' : 'workspaces.changeDecision')} item={item} name={newDecisionName(stage)} start={item?.content ?? emptyDecision(open, stage)} asksWhy doubt={({ evidence }) => evidence.length === 0 ? { text: t('workspaces.noEvidencePicked'), submit: t('workspaces.saveWithout') } : null} onDone={onDone}>{({ content, set, problemAt }) => (
      <>
        <LongField label={t('workspaces.field.what')} value={content.what} required rows={2} problem={problemAt('what')} onInput={what => set({ what })} />
        <LongField label={t('workspaces.field.why')} value={content.why} required rows={3} problem={problemAt('why')} onInput={why => set({ why })} />
        <TickList legend={t('workspaces.field.evidence')} hint={t('workspaces.evidenceHint')} options={exhibitsOf(value).map(({ key, title }) => ({ value: key, label: title }))} chosen={content.evidence} onChange={evidence => set({ evidence })} problem={problemAt('evidence')} />
        {STATE_GIVEN[stage] !== undefined && <Verdicts open={open} stage={stage} content={content} set={set} />}
        <LongField label={t('workspaces.field.dissent')} value={content.dissent} rows={2} hint={t('workspaces.dissentHint')} problem={problemAt('dissent')} onInput={dissent => set({ dissent })} />
      </>)}
    </ItemForm>
  )
}

const WAY = ['proposed', ...PRIORITY_STATES] as const

/** The step that must have kept a priority before this one can; null: it has come far enough. What was dropped begins anew. */
function missingBefore (stage: Stage, state: ContentOf<'priority'>['state']): Stage | null {
  const come = state === 'dropped' ? 0 : WAY.indexOf(state)
  const next = WAY[come + 1]
  const given = STATE_GIVEN[stage]
  return given === undefined || WAY.indexOf(given) <= come + 1 ? null : STAGES.find(each => STATE_GIVEN[each] === next) ?? null
}

/** One row of three for each priority: nothing is said of it, it is kept, it is dropped. */
function Verdicts ({ open, stage, content: { verdicts }, set }: { open: OpenWorkspace, stage: Stage, content: Decision, set: Fields<Decision>['set'] }): VNode {
  const priorities = itemsOf(open.workspace, 'priority')
  const given = STATE_GIVEN[stage]
  if (priorities.length === 0) return <p class='hint'>{t('workspaces.noPriorities')}</p>
  return (
    <fieldset class='verdicts'>
      <legend>{t('workspaces.field.verdicts')}</legend>
      {given !== undefined && <p class='hint'>{t('workspaces.verdictsHint', { state: t(`workspaces.state.${given}`) })}</p>}
      {priorities.map(({ id, content: { title, state } }) => {
        const chosen = verdicts.find(({ priority }) => priority === id)?.verdict ?? null
        const missing = chosen === 'keep' ? null : missingBefore(stage, state)
        const others = verdicts.filter(({ priority }) => priority !== id)
        return (
          <fieldset key={id} class='verdict'>
            <legend>{title} <span class='hint'>{t(`workspaces.state.${state}`)}</span></legend>
            {([null, ...VERDICTS] as const).map(verdict => (
              <label key={verdict}><input type='radio' name={`verdict-${id}`} checked={chosen === verdict} disabled={verdict === 'keep' && missing !== null} onChange={() => set({ verdicts: verdict === null ? others : [...others, { priority: id, verdict }] })} /> {t(verdict === null ? 'workspaces.noVerdict' : `workspaces.verdict.${verdict}`)}</label>))}
            {missing !== null && <span class='hint'>{t('workspaces.notYetFor', { step: t(`workspaces.stage.${missing}`) })}</span>}
          </fieldset>
        )
      })}
    </fieldset>
  )
}
