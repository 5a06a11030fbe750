/** What of an exhibit stands in the text of a paper: its picture; else its whole table where it is short; else the first rows of it. Whatever is left stands in the annex. */
import type { Exhibit } from '../../contract/workspace-evidence.ts'
import type { Table } from '../../documents/document.ts'

/** Rows of a table that stands whole in the text, and of one of which only the first do: more push what is said about them off the page. */
export const ROWS_WHOLE_MAX = 12
export const ROWS_FIRST = 5

interface InTheText {
  /** The annex has it all. */
  as?: 'nothing'
  /** Keys of the columns that say the most; absent: all. */
  columns?: readonly string[]
  /** Rows that come first: one of each value of the first column, or those of which a cell has this value. */
  first?: 'one of each' | { value: string }
}

/** By the key of the exhibit. What is not named here follows the rule above. */
const BY_KEY: Readonly<Record<string, InTheText>> = {
  'shared-codes': { columns: ['field', 'regions', 'declaredBy'] }, overlap: { as: 'nothing' }, 'to-map': { as: 'nothing' },
  'size-classes': { as: 'nothing' }, clusters: { columns: ['cluster', 'inGroup', 'ofAll', 'stability', 'verdict'] }, 'near-fields': { as: 'nothing' }, complementarity: { first: 'one of each' },
  'declared-and-revealed': { first: { value: 'matched' } },
  'growth-domain-years': { as: 'nothing' },
  'ratings-by-region': { as: 'nothing' }, comments: { as: 'nothing' },
  'potential-domains': { columns: ['domain', 'members', 'share', 'expected', 'crossBorderRatio', 'partnerDiversity'] }, 'potential-clusters': { as: 'nothing' }, 'potential-ranks-clusters': { as: 'nothing' }, 'potential-weights': { as: 'nothing' }
}

type Part = Pick<Table, 'columns' | 'rows'>
export type Shown = { as: 'nothing' | 'picture' | 'whole' } | { as: 'rows', part: Part }

export function inTheText ({ key, figure, rowsShown }: Pick<Exhibit, 'key' | 'figure' | 'rowsShown'>, { columns, rows }: Part): Shown {
  const { as, columns: wanted, first } = BY_KEY[key] ?? {}
  if (as === 'nothing') return { as }
  if (figure !== null) return { as: 'picture' }
  const chosen = wanted === undefined ? [...columns.keys()] : [...columns.keys()].filter(i => wanted.includes(columns[i]!.key))
  if (chosen.length === columns.length && first === undefined && rows.length <= ROWS_WHOLE_MAX) return { as: 'whole' }
  const most = first === 'one of each' ? ROWS_WHOLE_MAX : Math.min(rowsShown ?? ROWS_FIRST, ROWS_FIRST)
  return { as: 'rows', part: { columns: chosen.map(i => columns[i]!), rows: firstOf(rows, first).slice(0, most).map(row => chosen.map(i => row[i]!)) } }
}

function firstOf (rows: Part['rows'], first: InTheText['first']): Part['rows'] {
  if (first === undefined) return rows
  if (first === 'one of each') return rows.filter((row, i) => rows.findIndex(other => other[0]!.value === row[0]!.value) === i)
  const named = (row: Part['rows'][number]): boolean => row.some(({ value }) => value === first.value)
  return rows.some(named) ? rows.filter(named) : rows
}
