/** The results of a run that measures: figures of the whole, its tables, the values of organisations, and the same as files. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { VNode } from 'preact'
import { RESULT_FORMATS } from '../../../services/contract/vocabulary.ts'
import type { OrganisationSummary } from '../../../services/contract/organisation.ts'
import type { Page } from '../../../services/contract/page.ts'
import type { AlgorithmDescription, Run } from '../../../services/contract/run.ts'
import { countryName } from '../../api/service.ts'
import { useResource } from '../../api/resource.ts'
import { change } from '../../state/store.ts'
import { date, number, t, time } from '../../text/translate.ts'
import { DataTable } from '../data-table.tsx'
import { ProblemNotice } from '../notices.tsx'
import { openingOfValues } from './opening-order.ts'
import type { Order } from './opening-order.ts'
import { valueText } from './result-cell.tsx'
import { RunTable } from './run-table.tsx'
import { chosenSettings } from './unusual-settings.ts'
import { figureName, sentenceOf, titleOf } from './words.ts'

interface Row { organisation: OrganisationSummary, scores: Record<string, number | null>, ranks: Record<string, number | null> }
/** Organisations listed; all of them are in the files. */
const LISTED = 500

export function RunValues ({ run: id }: { run: string }): VNode | null {
  const { value: run, error } = useResource<Run>(`/api/v1/runs/${id}`)
  const { value: known } = useResource<{ items: AlgorithmDescription[] }>('/api/v1/algorithms')
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = run?.measured != null
  // Who asked for the values is brought to them, and reads on from here.
  useEffect(() => { if (shown) bringTo(heading.current) }, [shown, id])
  if (error !== undefined) return <ProblemNotice error={error} />
  if (run?.measured == null) return null
  const { columns, metrics, tables } = run.measured
  const algorithm = known?.items.find(({ name }) => name === run.request.algorithm)
  const title = titleOf(algorithm ?? { name: run.request.algorithm, title: run.request.algorithm })
  return (
    <section class='card full' id='values' aria-labelledby='values-title'>
      <h2 id='values-title' tabIndex={-1} ref={heading}>{title} <span>{date(run.requestedAt)}, {time(run.requestedAt)}</span></h2>
      {algorithm !== undefined && <p class='sentence'>{sentenceOf(algorithm)}</p>}
      <p class='hint'>{[...chosenSettings(run.request, algorithm), run.id].join('; ')}</p>
      {Object.keys(metrics).length > 0 && <ul class='figures-list'>{Object.entries(metrics).map(([name, value]) => <li key={name}>{figureName(run.request.algorithm, name)}: <strong>{valueText(name, value)}</strong></li>)}</ul>}
      {tables.map(table => <RunTable key={table.name} run={run} table={table} />)}
      {columns.length > 0 && <OrganisationValues run={run} columns={columns} />}
      <p class='actions'>
        {columns.length > 0 && RESULT_FORMATS.map(format => <a key={format} class='button' download href={`/api/v1/exports/results?run=${id}&format=${format}${format === 'csv' ? '&byteOrderMark=true' : ''}`}>{t(`values.${format}`)}</a>)}
        <button type='button' class='button' onClick={() => change({ values: null })}>{t('values.close')}</button>
      </p>
    </section>
  )
}

/** Its heading at the top of the window. */
export function bringTo (heading: HTMLElement | null): void {
  heading?.focus({ preventScroll: true })
  heading?.scrollIntoView({ block: 'start' })
}

function OrganisationValues ({ run, columns }: { run: Run, columns: string[] }): VNode | null {
  const { algorithm } = run.request
  const opening = openingOfValues(algorithm, columns) as Order
  const [order, setOrder] = useState(opening)
  const { value: results, error } = useResource<Page<Row>>(`/api/v1/runs/${run.id}/results?limit=${LISTED}&sort=${order.column}&order=${order.order}`)
  if (error !== undefined) return <ProblemNotice error={error} />
  if (results === undefined) return <p role='status'>{t('starting.loading')}</p>
  const inOrder = [opening.column, ...columns.filter(column => column !== opening.column)]
  return (
    <section class='run-table'>
      <h3>{t('values.caption')}</h3>
      {results.total > results.items.length && <p class='hint'>{t(order.order === 'descending' ? 'values.greatest' : 'values.least', { shown: results.items.length, total: results.total, column: figureName(algorithm, order.column) })}</p>}
      <DataTable
        caption={t('values.caption')} rows={results.items} rowKey={row => row.organisation.id}
        order={{ key: order.column, down: order.order === 'descending' }} onOrder={({ key, down }) => setOrder({ column: key, order: down ? 'descending' : 'ascending' })}
        columns={[
          { key: 'organisation', head: t('column.organisation'), cell: ({ organisation }) => <button type='button' class='text-button' onClick={() => change({ screen: 'organisation', focus: organisation.id, selected: null })}>{organisation.name}</button> },
          { key: 'country', head: t('column.place'), cell: row => countryName(row.organisation.country) },
          { key: 'rank', head: t('values.rank'), cell: row => row.ranks[order.column] == null ? '–' : number(row.ranks[order.column] as number), figures: true },
          ...inOrder.map(column => ({ key: column, head: figureName(algorithm, column), cell: (row: Row) => valueText(column, row.scores[column]), by: (row: Row) => row.scores[column], figures: true }))
        ]}
      />
    </section>
  )
}
