/** Every analysis, the newest first: told apart by what it looked for, what was chosen, and when; those under way with their progress. */
import type { VNode } from 'preact'
import type { Page } from '../../../services/contract/page.ts'
import { findsClusters } from '../../../services/contract/run.ts'
import type { AlgorithmDescription, Run } from '../../../services/contract/run.ts'
import { status } from '../../api/service.ts'
import { change, view } from '../../state/store.ts'
import { date, number, percent, t, time } from '../../text/translate.ts'
import { DataTable } from '../data-table.tsx'
import { RunComparison } from './run-comparison.tsx'
import { RunState } from './run-state.tsx'
import { bringTo } from './run-values.tsx'
import { chosenSettings } from './unusual-settings.ts'
import { runName, titleOfRun } from './words.ts'

export function RunList ({ runs, algorithms }: { runs: Page<Run> | undefined, algorithms: AlgorithmDescription[] }): VNode {
  const { compare, since, values } = view.value
  const items = runs?.items ?? []
  const compared = items.find(run => run.id === compare)
  const others = compared === undefined ? [] : comparable(items, compared)
  const settingsOf = (run: Run): string[] => [...chosenSettings(run.request, algorithms.find(({ name }) => name === run.request.algorithm)), `${t('column.seed')} ${run.request.seed}`]
  return (
    <>
      {runs !== undefined && runs.total > items.length && <p class='hint'>{t('runs.listed', { shown: items.length, total: runs.total })}</p>}
      <DataTable
        caption={t('data.runs')} rows={items} rowKey={run => run.id} selected={values}
        columns={[
          { key: 'what', head: t('column.run'), cell: run => <RunLink run={run} settings={settingsOf(run)} />, by: titleOfRun },
          { key: 'at', head: t('column.date'), cell: run => <>{date(run.requestedAt)}, {time(run.requestedAt)}</>, by: run => run.requestedAt },
          { key: 'status', head: t('column.status'), cell: run => <RunState run={run} />, by: run => run.status },
          { key: 'clusters', head: t('column.clusters'), cell: run => run.metrics === null ? '–' : number(run.metrics.clusters), by: run => run.metrics?.clusters ?? null, figures: true },
          { key: 'crossBorder', head: t('column.crossBorderClusters'), cell: run => run.metrics === null ? '–' : run.metrics.crossBorderClusters === null ? t('test.notMeasured') : number(run.metrics.crossBorderClusters), by: run => run.metrics?.crossBorderClusters ?? null, figures: true },
          { key: 'crossing', head: t('key.crossBorder'), cell: run => percent(run.metrics?.crossBorderShare), by: run => run.metrics?.crossBorderShare ?? null, figures: true },
          { key: 'revision', head: t('column.revision'), cell: run => run.request.network === undefined ? number(run.revision) : '–', by: run => run.request.network === undefined ? run.revision : null, figures: true },
          {
            key: 'compare',
            head: t('column.changes'),
            cell: run => comparable(items, run).length === 0
              ? '–'
              : <button type='button' id={`compare-${run.id}`} class='text-button' aria-label={t('changes.compareOf', { name: runName(run) })} aria-expanded={run.id === compare} onClick={() => change({ compare: run.id === compare ? null : run.id, since: null })}>{t('changes.compare')}</button>
          }
        ]}
      />
      {compared !== undefined && others.length > 0 && <RunComparison
        run={compared} since={others.find(run => run.id === since) ?? comparedFirst(others, compared)} others={others} settingsOf={settingsOf}
        onClose={() => { document.getElementById(`compare-${compared.id}`)?.focus(); change({ compare: null, since: null }) }}
                                                      />}
    </>
  )
}

/** What it opens: its picture or its values. */
function RunLink ({ run, settings }: { run: Run, settings: string[] }): VNode {
  const { id, request } = run
  const title = titleOfRun(run)
  const open = (): void => {
    if (findsClusters(request.algorithm)) change({ screen: 'map', focus: null, selected: null, run: id === status.value?.latestRun?.id ? 'latest' : id })
    else if (view.value.values === id) bringTo(document.getElementById('values-title'))
    else change({ values: id })
  }
  return <>{run.status === 'completed' ? <button type='button' class='text-button' onClick={open}>{title}</button> : <span>{title}</span>}<p class='why'>{settings.join('; ')} · {id}</p></>
}

/** Completed runs that found clusters of the same kind of nodes before it did; runs come newest first. */
const comparable = (runs: Run[], run: Run): Run[] => run.metrics === null ? [] : runs.slice(runs.indexOf(run) + 1).filter(({ metrics, request }) => metrics !== null && request.network?.level === run.request.network?.level)

/** The run it was carried over from, otherwise the one before it. */
const comparedFirst = (earlier: Run[], { request }: Run): Run => earlier.find(({ id }) => id === request.startFrom) ?? earlier[0]
