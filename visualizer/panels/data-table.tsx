/** A table whose columns sort: the twin of every picture. Rows beyond the page are a button away. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { ComponentChildren, VNode } from 'preact'
import { t } from '../text/translate.ts'

export interface Column<Row> {
  key: string
  head: string
  cell: (row: Row) => ComponentChildren
  /** What it sorts by; undefined: it does not. null sorts last. */
  by?: (row: Row) => number | string | null
  figures?: boolean
}

interface TableOrder { key: string, down: boolean }

interface Props<Row> {
  caption: string
  rows: Row[]
  columns: Array<Column<Row>>
  rowKey: (row: Row) => string
  selected?: string | null
  sort?: TableOrder
  page?: number
  /** The button below shows all that is left, not the next pages. */
  allAtOnce?: boolean
  /** With onOrder: the rows come sorted so, because they are the first of more; another order is asked for. */
  order?: TableOrder | null
  onOrder?: (order: TableOrder) => void
}

const PAGE = 50

function compare (a: number | string | null, b: number | string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b))
}

export function DataTable<Row> ({ caption, rows, columns, rowKey, selected = null, sort, page = PAGE, allAtOnce = false, order: given, onOrder }: Props<Row>): VNode {
  const [chosen, choose] = useState(sort ?? null)
  const order = onOrder === undefined ? chosen : given ?? null
  const [shown, setShown] = useState(page)
  const frame = useRef<HTMLDivElement>(null)
  const [wide, setWide] = useState(false)
  // Nobody looks for columns that they do not know of.
  useLayoutEffect(() => setWide(frame.current !== null && frame.current.scrollWidth > frame.current.clientWidth))
  const by = columns.find(column => column.key === order?.key)?.by
  const sorted = by === undefined || order === null || onOrder !== undefined
    ? rows
    : [...rows].sort((a, b) => {
        const [x, y] = [by(a), by(b)]
        const result = compare(x, y)
        return order.down && x !== null && y !== null ? -result : result
      })
  return (
    <div class='table-frame' tabIndex={0} role='region' aria-label={caption} ref={frame}>
      {wide && <p class='hint table-scrolls'>{t('table.scrolls')}</p>}
      <table>
        <caption class='unseen'>{caption}</caption>
        <thead>
          <tr>{columns.map(({ key, head, by: sortable, figures }) => (
            <th key={key} scope='col' class={figures === true ? 'figures' : ''} aria-sort={order?.key === key ? (order.down ? 'descending' : 'ascending') : undefined}>
              {sortable === undefined ? head : <button type='button' class='sort' onClick={() => (onOrder ?? choose)({ key, down: order?.key === key ? !order.down : figures === true })}>{head}{order?.key === key ? (order.down ? ' ↓' : ' ↑') : ''}</button>}
            </th>))}
          </tr>
        </thead>
        <tbody>{sorted.slice(0, shown).map(row => (
          <tr key={rowKey(row)} class={rowKey(row) === selected ? 'selected' : ''}>{columns.map(({ key, cell, figures }) => <td key={key} class={figures === true ? 'figures' : ''}>{cell(row)}</td>)}</tr>))}
        </tbody>
      </table>
      {sorted.length > shown && <p class='table-foot'><button type='button' class='button' onClick={() => setShown(allAtOnce ? sorted.length : shown + 4 * page)}>{t('table.more', { n: sorted.length - shown })}</button> {t('table.shown', { shown, n: sorted.length })}</p>}
      {sorted.length === 0 && <p class='table-foot'>{t('table.empty')}</p>}
    </div>
  )
}
