/** Bars above the picture: which run it is of where that is not the one everybody opens, and what has been completed meanwhile; each with its one next step. */
import type { VNode } from 'preact'
import { finished, openRun } from '../../api/analysis.ts'
import { useResource } from '../../api/resource.ts'
import { newer, refresh, status } from '../../api/service.ts'
import type { Run } from '../../../services/contract/run.ts'
import { change, view } from '../../state/store.ts'
import { t } from '../../text/translate.ts'
import { Icon } from '../icons.tsx'
import { TableNotice } from './table-notice.tsx'
import { unusualSettings } from './unusual-settings.ts'
import { runName } from './words.ts'

export function RunNotices (): VNode {
  const done = finished.value
  return (
    <>
      {view.value.screen !== 'data' && view.value.screen !== 'value-chains' && <OtherRunNotice />}
      {newer.value !== null && view.value.run === 'latest' && (
        <p class='notice bar' role='status'>{t('runs.newer')} <button type='button' class='button small' onClick={() => { void refresh() }}>{t('runs.showNewer')}</button></p>)}
      {done !== null && (
        <p class='notice bar' role='status'>
          {t('runs.finished', { name: runName(done) })} <button type='button' class='button small' onClick={() => openRun(done)}>{t('runs.open')}</button> <button type='button' class='text-button' onClick={() => { finished.value = null }}>{t('panel.close')}</button>
        </p>)}
    </>
  )
}

/** On a run that is not the newest picture: what it is, and the way back. */
function OtherRunNotice (): VNode | null {
  const { run: id } = view.value
  const other = id !== 'latest' && id !== status.value?.latestRun?.id
  const { value: run } = useResource<Run>(other ? `/api/v1/runs/${id}` : null)
  if (!other || run === undefined || run.id !== id) return null
  if (run.request.network !== undefined) return <TableNotice run={run} />
  const unusual = unusualSettings(run.request)
  return (
    <p class='notice bar' role='status'>
      <Icon name='warning' /> <span>{t(run.request.trial === true ? 'runs.isTrial' : 'runs.isOther', { name: runName(run) })} {unusual.length > 0 && t('runs.unusual', { list: unusual.join('; ') })}</span> <button type='button' class='button small' onClick={backToLatest}>{t('runs.back')}</button>
    </p>
  )
}

/** Clusters of another run have other codes, so a page of one leads back to all of them. */
function backToLatest (): void {
  const { screen } = view.value
  change({ run: 'latest', selected: null, ...(screen === 'organisation' ? {} : { focus: null }), ...(screen === 'cluster' ? { screen: 'map' } : {}) })
}
