/** A table of a run whose rows are not organisations: pairs of countries, links, fields of groups. */
import { useState } from 'preact/hooks'
import type { VNode } from 'preact'
import type { Run, RunMeasured } from '../../../services/contract/run.ts'
import { useResource } from '../../api/resource.ts'
import { t } from '../../text/translate.ts'
import { DataTable } from '../data-table.tsx'
import { openingOfTable } from './opening-order.ts'
import { ResultCell } from './result-cell.tsx'
import type { Cell } from './result-cell.tsx'
import { figureName, tableName } from './words.ts'

type Row = Record<string, Cell>
/** Rows listed; all that are stored are in the file. */
const LISTED = 500

export function RunTable ({ run, table: { name, columns, rows, rowsLeftOut } }: { run: Run, table: RunMeasured['tables'][number] }): VNode {
  const [order, setOrder] = useState(openingOfTable(run.request.algorithm, name))
  const path = `/api/v1/runs/${run.id}/tables/${encodeURIComponent(name)}`
  const query = new URLSearchParams({ limit: String(LISTED), names: 'true', ...(order !== null && { sort: order.column, order: order.order }) })
  const { value } = useResource<{ rows: Row[], names: Record<string, string> }>(`${path}?${query.toString()}`)
  return (
    <section class='run-table'>
      <h3>{tableName(name)}</h3>
      {rows > LISTED && <p class='hint'>{t('values.listed', { shown: LISTED, total: rows })}</p>}
      {rowsLeftOut > 0 && <p class='hint'>{t('values.leftOut', { n: rowsLeftOut })}</p>}
      {value !== undefined && <DataTable
        caption={tableName(name)} rows={value.rows} rowKey={row => JSON.stringify(row)}
        order={order === null ? null : { key: order.column, down: order.order === 'descending' }}
        onOrder={({ key, down }) => setOrder({ column: key, order: down ? 'descending' : 'ascending' })}
        columns={columns.map(column => ({
          key: column,
          head: figureName(run.request.algorithm, column),
          cell: (row: Row) => <ResultCell column={column} value={row[column]} request={run.request} names={value.names} />,
          by: (row: Row) => row[column],
          figures: value.rows.some(row => typeof row[column] === 'number')
        }))}
                              />}
      <p class='actions'><a class='button' download href={`${path}?format=csv&byteOrderMark=true`}>{t('values.table', { name: tableName(name) })}</a></p>
    </section>
  )
}
