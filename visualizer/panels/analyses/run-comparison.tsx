/** What became of the clusters of one analysis in another, as a table in plain words. */
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { VNode } from 'preact'
import type { ClusterChange, ClusterChanges } from '../../../services/contract/cluster-changes.ts'
import type { Run } from '../../../services/contract/run.ts'
import { useResource } from '../../api/resource.ts'
import { labelOf } from '../../api/service.ts'
import { change } from '../../state/store.ts'
import { number, t } from '../../text/translate.ts'
import { DataTable } from '../data-table.tsx'
import { ProblemNotice } from '../notices.tsx'
import { runName } from './words.ts'

/** Moves named in a row: the answer holds more, but a row should stay one glance. */
const MOVES_SHOWN = 3

interface Props { run: Run, since: Run, /** Earlier runs it can be compared with. */ others: Run[], settingsOf: (run: Run) => string[], onClose: () => void }

export function RunComparison ({ run, since, others, settingsOf, onClose }: Props): VNode {
  const { value, error } = useResource<ClusterChanges>(`/api/v1/runs/${run.id}/changes?since=${since.id}`)
  const heading = useRef<HTMLHeadingElement>(null)
  // Who asked for it by the keyboard reads on from here.
  useLayoutEffect(() => heading.current?.focus(), [run.id])
  return (
    <section class='comparison' aria-labelledby='comparison-title' onKeyDown={event => { if (event.key === 'Escape') { event.stopPropagation(); onClose() } }}>
      <h3 id='comparison-title' ref={heading} tabIndex={-1}>{t('changes.title')}</h3>
      <p class='sentence'>{t('changes.lead', { now: runName(run), since: runName(since) })} {value !== undefined && (value.now.revision === value.since.revision ? t('changes.sameData') : t('changes.data', { since: value.since.organisations, now: value.now.organisations }))}</p>
      <p class='actions'>
        <label>{t('changes.with')} <select value={since.id} onChange={event => change({ since: event.currentTarget.value })}>{others.map(other => <option key={other.id} value={other.id} selected={other.id === since.id}>{[runName(other), ...settingsOf(other)].join('; ')}</option>)}</select></label>
        <button type='button' class='button' onClick={onClose}>{t('changes.close')}</button>
      </p>
      {error !== undefined && <ProblemNotice error={error} />}
      {value !== undefined && <DataTable
        caption={t('changes.title')} rows={value.changes} rowKey={change => `${change.change} ${codes(change.before)} ${codes(change.after)}`} columns={[
          { key: 'what', head: t('changes.what'), cell: happened },
          { key: 'before', head: t('changes.before'), cell: change => <Clusters clusters={change.before} /> },
          { key: 'after', head: t('changes.after'), cell: change => <Clusters clusters={change.after} /> },
          { key: 'shared', head: t('changes.shared'), cell: change => number(change.shared), by: change => change.shared, figures: true },
          { key: 'joined', head: t('changes.joined'), cell: change => number(change.joined), by: change => change.joined, figures: true },
          { key: 'left', head: t('changes.left'), cell: change => number(change.left), by: change => change.left, figures: true },
          { key: 'moved', head: t('changes.moved'), cell: change => <ul class='notes'>{change.moved.slice(0, MOVES_SHOWN).map(moved => <li key={moved.organisation}>{moveText(moved)}</li>)}</ul> }
        ]}
                              />}
    </section>
  )
}

const codes = (clusters: ClusterChange['before']): string => clusters.map(({ code }) => code).join()

const Clusters = ({ clusters }: { clusters: ClusterChange['before'] }): VNode =>
  clusters.length === 0 ? <>–</> : <>{clusters.map(cluster => <div key={cluster.code}>{t('changes.cluster', { name: labelOf(cluster), code: cluster.code, n: cluster.size })}</div>)}</>

function happened ({ change, growth }: ClusterChange): string {
  if (change !== 'continued') return t(`changes.${change}`)
  return `${t('changes.continued')}, ${growth === 0 ? t('changes.sameSize') : t(growth > 0 ? 'changes.grown' : 'changes.shrunk', { n: Math.abs(growth) })}`
}

const moveText = ({ organisation, name, from, to, data }: ClusterChange['moved'][number]): string => t('changes.move', {
  name: name ?? organisation, from: data === 'new' ? t('changes.new') : from ?? t('changes.noCluster'), to: data === 'gone' ? t('changes.gone') : to ?? t('changes.noCluster')
})
