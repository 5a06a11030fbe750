/** How far a run is: its state in a word, its progress while it works, and a button that stops it. */
import type { VNode } from 'preact'
import type { Run } from '../../../services/contract/run.ts'
import { isUnderWay, stopRun, useProgress } from '../../api/runs.ts'
import { status } from '../../api/service.ts'
import { number, t } from '../../text/translate.ts'
import { titleOfRun } from './words.ts'

export function RunState ({ run }: { run: Run }): VNode {
  const event = useProgress(run)
  if (!isUnderWay(run)) {
    return (
      <>
        {t(`status.${run.status}`)}
        {run.request.trial === true && <> ({t('runs.trial')})</>}
        {run.problem !== null && <p class='why'>{run.problem}</p>}
        {run.id === status.value?.latestRun?.id && <p class='why'>{t('runs.shown')}</p>}
      </>
    )
  }
  const share = event?.progress ?? 0
  return (
    <div class='run-state'>
      <span>{t(`status.${run.status}`)}{run.status === 'running' && `, ${number(share * 100)}\u00a0%`}</span>
      {run.status === 'running' && <progress class='progress' max={1} value={share} aria-label={t('runs.progressOf', { name: titleOfRun(run) })} />}
      {status.value?.writable === true && <button type='button' class='button small' aria-label={t('runs.stopOf', { name: titleOfRun(run) })} onClick={() => { void stopRun(run.id) }}>{t('run.stop')}</button>}
    </div>
  )
}
