/** How a page goes on: into review, closed, or re-opened with a reason, which marks what was built on it. */
import { useState } from 'preact/hooks'
import type { VNode } from 'preact'
import type { ContentOf } from '../../../services/contract/workspace-items.ts'
import { CHECKS, STAGES_IN_ORDER } from '../../../services/contract/workspace.ts'
import type { Stage, STAGE_STATES } from '../../../services/contract/workspace.ts'
import { ApiProblem } from '../../api/fetch-json.ts'
import { itemsOf } from '../../api/items-of.ts'
import type { Standing } from '../../api/items-of.ts'
import { changeStage, mayEver, useDraft } from '../../api/workspaces.ts'
import type { OpenWorkspace } from '../../api/workspaces.ts'
import { t } from '../../text/translate.ts'
import { LongField } from '../workspaces/fields.tsx'

type To = typeof STAGE_STATES[number]

export function StageState ({ open, item }: { open: OpenWorkspace, item: Standing<ContentOf<'stage'>> }): VNode | null {
  const { stage, state } = item.content
  const [problem, setProblem] = useState('')
  const [reopens, setReopens] = useState(false)
  const reason = useDraft<string>(`${open.workspace.id} reason ${stage}`, () => '')
  const missing = missingFor(open, item.content)
  const go = async (to: To): Promise<void> => {
    setProblem('')
    try {
      await changeStage(open, stage, item.version, to, state === 'closed' ? reason.value : null)
      reason.drop()
      setReopens(false)
    } catch (error) {
      setProblem(error instanceof ApiProblem ? error.message : t('workspaces.notSaved'))
    }
  }
  const button = (to: To, primary = false): VNode => <button type='button' class={primary ? 'button primary' : 'button'} disabled={to === 'closed' && missing.length > 0} onClick={() => { void go(to) }}>{t(`workspaces.to.${to}`)}</button>
  if (!mayEver(open, item.content)) return null
  return (
    <section class='card' aria-labelledby='state-title'>
      <h2 id='state-title'>{t('workspaces.goesOn')}</h2>
      <p>{t('workspaces.stateNow', { state: t(`workspaces.state.${state}`) })}</p>
      {state !== 'closed' && missing.length > 0 && <div><p>{t('workspaces.beforeClosing')}</p><ul class='notes'>{missing.map(line => <li key={line}>{line}</li>)}</ul></div>}
      {state === 'closed' && !reopens && <p class='actions'><button type='button' class='button' onClick={() => setReopens(true)}>{t('workspaces.reopen')}</button></p>}
      {state === 'closed' && reopens && (
        <form class='item-form' onSubmit={event => { event.preventDefault(); void go('open') }}>
          <p>{reopeningSays(open, stage)}</p>
          <LongField label={t('workspaces.reopenReason')} value={reason.value} required rows={2} onInput={text => reason.set(text)} />
          <p class='actions'><button type='submit' class='button primary'>{t('workspaces.reopen')}</button> <button type='button' class='button' onClick={() => { reason.drop(); setReopens(false) }}>{t('workspaces.cancel')}</button></p>
        </form>)}
      {state !== 'closed' && <p class='actions'>{state === 'open' ? button('in review') : button('open')} {button('closed', true)}</p>}
      {problem !== '' && <p class='field-problem' role='alert'>{problem}</p>}
    </section>
  )
}

/** What stands between a page and its closing, one sentence each. */
function missingFor (open: OpenWorkspace, { stage, checks }: ContentOf<'stage'>): string[] {
  const names: readonly string[] = CHECKS[stage]
  const unticked = names.filter(name => checks[name]?.done !== true).length
  const stages = itemsOf(open.workspace, 'stage')
  const earlier = STAGES_IN_ORDER.slice(0, Math.max(0, STAGES_IN_ORDER.indexOf(stage))).filter(before => stages.find(({ content }) => content.stage === before)?.content.state !== 'closed')
  const unconfirmed = itemsOf(open.workspace, 'decision').filter(({ content, toReview }) => content.stage === stage && toReview).length
  return [
    ...(unticked > 0 ? [t('workspaces.missing.checks', { n: unticked })] : []),
    ...(earlier.length > 0 ? [t('workspaces.missing.earlier', { list: earlier.map(before => t(`workspaces.stage.${before}`)).join(', ') })] : []),
    ...(unconfirmed > 0 ? [t('workspaces.missing.decisions', { n: unconfirmed })] : [])
  ]
}

function reopeningSays (open: OpenWorkspace, stage: Stage): string {
  const later: readonly Stage[] = stage === 'general' ? ['strategy'] : STAGES_IN_ORDER.slice(STAGES_IN_ORDER.indexOf(stage) + 1)
  const decisions = itemsOf(open.workspace, 'decision').filter(({ content }) => later.includes(content.stage)).length
  return later.length === 0 ? t('workspaces.reopenAlone') : t('workspaces.reopenMarks', { list: later.map(each => t(`workspaces.stage.${each}`)).join(', '), n: decisions })
}
