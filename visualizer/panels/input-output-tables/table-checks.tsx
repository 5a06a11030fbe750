/** What was found odd when the files of a table were read, by cell, and what was decided. */
import type { VNode } from 'preact'
import type { CheckedCell, TableCheck, TableDetail } from '../../../services/contract/value-chains.ts'
import type { z } from 'zod'
import { figure, number, t } from '../../text/translate.ts'
import { DataTable } from '../data-table.tsx'

/** Findings that the page has words for; others are told in the service's. */
export const KNOWN_CHECKS = ['amountsTooGreat', 'rowBalance', 'columnBalance', 'negativeOutput', 'zeroOutput', 'negativeValueAdded', 'inputsAboveOutput', 'negativeCells', 'missingCells', 'absentCountrySectors'] as const
/** Cells named beside a finding at first. */
const CELLS_SHOWN = 3

export function TableChecks ({ table: { checks, notes } }: { table: Pick<TableDetail, 'checks' | 'notes'> }): VNode {
  return (
    <>
      {checks.length > 0 && (
        <DataTable
          caption={t('valueChains.check')} rows={checks} rowKey={check => check.name}
          columns={[
            { key: 'check', head: t('valueChains.check'), cell: sayCheck },
            { key: 'count', head: t('valueChains.count'), cell: ({ count }) => number(count), by: ({ count }) => count, figures: true },
            { key: 'cells', head: t('valueChains.cells'), cell: check => <Cells check={check} /> },
            { key: 'decision', head: t('valueChains.decision'), cell: ({ decision }) => t(`valueChains.decision.${decision}`) }
          ]}
        />)}
      {notes.length > 0 && <><h3 class='notes-head'>{t('valueChains.notes')}</h3><ul class='notes'>{notes.map(note => <li key={note}>{note}</li>)}</ul></>}
    </>
  )
}

function sayCheck ({ name, says }: TableCheck): string {
  const known = KNOWN_CHECKS.find(check => check === name)
  return known === undefined ? says : t(`valueChains.check.${known}`)
}

function Cells ({ check: { cells, count } }: { check: TableCheck }): VNode {
  const shown = cells.slice(0, CELLS_SHOWN)
  return (
    <ul class='cells'>
      {shown.map(cell => <li key={`${cell.row} ${cell.column}`}>{sayCell(cell)}</li>)}
      {count > shown.length && shown.length > 0 && <li>{t('valueChains.moreCells', { n: count - shown.length })}</li>}
    </ul>
  )
}

function sayCell ({ row, column, value, expected }: z.infer<typeof CheckedCell>): string {
  const cell = { row, column, value: value === null ? t('valueChains.emptyCell') : figureOf(value) }
  return expected === undefined ? t('valueChains.cell', cell) : t('valueChains.cellExpected', { ...cell, expected: figureOf(expected) })
}
/** Six digits tell a gap of a hundredth. */
const figureOf = (value: number): string => Math.abs(value) >= 1000 ? number(value) : figure(value)
