/** A table without the rows and columns of which every figure is withheld: that is said once, in a sentence, in place of a wall of one word. */
import type { Table } from '../../documents/document.ts'
import type { Say } from '../words/say.ts'

type Part = Pick<Table, 'columns' | 'rows'>

/** `notes`: what was left out. */
export function withoutWithheld (say: Say, { columns, rows }: Part): Part & { notes: string[] } {
  const word = say.t('cell.withheld')
  const isFigure = (i: number): boolean => columns[i]!.kind === 'number' || columns[i]!.kind === 'share'
  const isWithheld = (row: Part['rows'][number], i: number): boolean => row[i]!.value === null && row[i]!.text === word
  const figures = [...columns.keys()].filter(isFigure)
  const kept = rows.filter(row => figures.length === 0 || !figures.every(i => isWithheld(row, i)))
  // A table of which nothing would be left stays as it is.
  if (kept.length === 0) return { columns, rows, notes: [] }
  const empty = figures.filter(i => kept.every(row => isWithheld(row, i)))
  const left = [...columns.keys()].filter(i => !empty.includes(i))
  return {
    columns: left.map(i => columns[i]!), rows: kept.map(row => left.map(i => row[i]!)),
    notes: [
      ...(kept.length === rows.length ? [] : [say.t('paper.withheld.rows', { n: rows.length - kept.length })]),
      ...(empty.length === 0 ? [] : [say.t('paper.withheld.columns', { list: empty.map(i => columns[i]!.head).join(', ') })])
    ]
  }
}
