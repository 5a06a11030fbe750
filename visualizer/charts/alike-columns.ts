/** Columns of a table that have no figure and the same word in every row, such as what is withheld everywhere: told once above the table. */
import type { Exhibit } from '../../services/contract/workspace-evidence.ts'

/** `at`: its place in the rows. */
export interface PlacedColumn { column: Exhibit['columns'][number], at: number }

/** What stands where there is nothing to tell. */
const NOTHING = ['', '–']

/** The first column says what a row is, and one row is no pattern. */
export function splitAlike ({ columns, rows }: Pick<Exhibit, 'columns' | 'rows'>): { alike: Array<PlacedColumn & { text: string }>, others: PlacedColumn[] } {
  const placed = columns.map((column, at) => ({ column, at, text: rows[0]?.[at].text ?? '' }))
  const isAlike = ({ at, text }: typeof placed[number]): boolean => at > 0 && rows.length > 1 && !NOTHING.includes(text) && rows.every(cells => cells[at].value === null && cells[at].text === text)
  return { alike: placed.filter(isAlike), others: placed.filter(each => !isAlike(each)) }
}
