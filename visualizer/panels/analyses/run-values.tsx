/** The values of a run that measures: figures of the whole, a table of organisations, and the same as files. */
import type { VNode } from 'preact'
import { RESULT_FORMATS } from '../../services/contract/vocabulary.ts'
import type { OrganisationSummary } from '../../services/contract/organisation.ts'
import type { Page } from '../../services/contract/page.ts'
import type { AlgorithmDescription, Run } from '../../services/contract/run.ts'
import { countryName } from '../api/service.ts'
import { useResource } from '../api/resource.ts'
import { change } from '../state/store.ts'
import { figure, number, t } from '../text/translate.ts'
import { DataTable } from './data-table.tsx'

interface Row { organisation: OrganisationSummary, scores: Record<string, number | null>, ranks: Record<string, number | null> }
/** Organisations listed, the greatest first; all of them are in the files. */
const LISTED = 500

export function RunValues ({ run: id }: { run: string }): VNode | null {
  const { value: run } = useResource<Run>(`/api/v1/runs/${id}`)
  const { value: results } = useResource<Page<Row>>(`/api/v1/runs/${id}/results?limit=${LISTED}`)
  const { value: known } = useResource<{ items: AlgorithmDescription[] }>('/api/v1/algorithms')
  if (run?.measured == null || results === undefined) return null
  const { columns, metrics, tables } = run.measured
  const algorithm = known?.items.find(({ name }) => name === run.request.algorithm)
  const shown = (value: number | null): string => value === null ? t('values.undefined') : figure(value)
  return (
    <section class='card full' id='values'>
      <h2>{algorithm?.title ?? run.request.algorithm} <span>{run.id}</span></h2>
      <p class='sentence'>{algorithm?.says}</p>
      {Object.keys(metrics).length > 0 && <ul class='figures-list'>{Object.entries(metrics).map(([name, value]) => <li key={name}>{name} <strong>{shown(value)}</strong></li>)}</ul>}
      <p class='actions'>
        {columns.length > 0 && RESULT_FORMATS.map(format => <a key={format} class='button' download href={`/api/v1/exports/results?run=${id}&format=${format}`}>{t(`values.${format}`)}</a>)}
        {tables.map(({ name }) => <a key={name} class='button' download href={`/api/v1/runs/${id}/tables/${encodeURIComponent(name)}?format=csv`}>{t('values.table', { name })}</a>)}
      </p>
      {columns.length > 0 && (
        <>
          {results.total > results.items.length && <p class='hint'>{t('values.listed', { shown: results.items.length, total: results.total })}</p>}
          <DataTable
            caption={t('values.caption')} rows={results.items} rowKey={row => row.organisation.id} sort={{ key: columns[0], down: true }}
            columns={[
              { key: 'organisation', head: t('column.organisation'), cell: ({ organisation }) => <button type='button' class='text-button' onClick={() => change({ screen: 'organisation', focus: organisation.id, selected: null })}>{organisation.name}</button>, by: row => row.organisation.name },
              { key: 'country', head: t('column.place'), cell: row => countryName(row.organisation.country), by: row => countryName(row.organisation.country) },
              ...columns.map(column => ({ key: column, head: column, cell: (row: Row) => shown(row.scores[column]), by: (row: Row) => row.scores[column], figures: true })),
              { key: 'rank', head: t('values.rank'), cell: row => row.ranks[columns[0]] === null ? '–' : number(row.ranks[columns[0]] as number), by: row => row.ranks[columns[0]], figures: true }
            ]}
          />
        </>)}
    </section>
  )
}
