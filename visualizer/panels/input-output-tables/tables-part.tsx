/** The tables that are kept: what each is, its removal, and the way in for another. */
import { useState } from 'preact/hooks'
import type { VNode } from 'preact'
import type { TableSummary } from '../../../services/contract/value-chains.ts'
import { status } from '../../api/service.ts'
import { removeTable } from '../../api/value-chains.ts'
import { choose, view } from '../../state/store.ts'
import { date, t } from '../../text/translate.ts'
import { Go } from '../chip.tsx'
import { DataTable } from '../data-table.tsx'
import type { Column } from '../data-table.tsx'
import { Dialog } from '../dialog.tsx'
import { ImportForm } from './import-form.tsx'
import { shortHash, tableName } from './table-bar.tsx'

/** `onRemoved`: said outside, since the list goes with its last table. */
export function TablesPart ({ tables, onRemoved }: { tables: TableSummary[], onRemoved: (table: TableSummary, says: string) => void }): VNode {
  const [leaving, setLeaving] = useState<TableSummary | null>(null)
  const [refused, setRefused] = useState('')
  const writable = status.value?.writable === true
  const remove = async (table: TableSummary): Promise<void> => {
    setLeaving(null)
    setRefused('')
    try {
      await removeTable(table.hash)
      onRemoved(table, t('valueChains.removed', { title: tableName(table) }))
      if (table.hash.startsWith(view.value.choices.table ?? table.hash)) choose({ table: null, economy: null, sector: null })
    } catch (error) {
      setRefused((error as Error).message)
    }
  }
  const columns: Array<Column<TableSummary>> = [
    { key: 'title', head: t('valueChains.column.title'), cell: table => <Go to={{ choices: { table: shortHash(table.hash) } }} class='text-link'>{table.title}</Go>, by: table => table.title },
    { key: 'year', head: t('valueChains.column.year'), cell: ({ year }) => year === null ? t('valueChains.noYear') : String(year), by: ({ year }) => year, figures: true },
    { key: 'size', head: t('valueChains.column.size'), cell: ({ countries, sectors }) => t('valueChains.size', { countries, sectors }), by: ({ countries, sectors }) => countries * sectors, figures: true },
    { key: 'unit', head: t('valueChains.column.unit'), cell: ({ unit }) => unit },
    { key: 'source', head: t('valueChains.column.source'), cell: ({ source }) => source },
    { key: 'imported', head: t('valueChains.column.imported'), cell: ({ importedAt }) => date(importedAt), by: ({ importedAt }) => importedAt },
    ...writable ? [{ key: 'remove', head: t('valueChains.column.remove'), cell: (table: TableSummary) => <button type='button' class='button small' aria-label={t('valueChains.removeNamed', { title: tableName(table) })} onClick={() => setLeaving(table)}>{t('valueChains.remove')}</button> }] : []
  ]
  return (
    <div class='grid'>
      <section class='card full'>
        <h2>{t('valueChains.kept')}</h2>
        <p class='hint'>{t('valueChains.keptHint')}</p>
        <p role='status'>{refused}</p>
        <DataTable caption={t('valueChains.kept')} rows={tables} rowKey={table => table.hash} columns={columns} />
      </section>
      {writable && <ImportForm />}
      {leaving !== null && (
        <Dialog title={t('valueChains.removeTitle')} onClose={() => setLeaving(null)}>
          <p>{t('valueChains.removeSays', { title: tableName(leaving) })}</p>
          <p class='actions'><button type='button' class='button primary' onClick={() => { void remove(leaving) }}>{t('valueChains.removeYes')}</button> <button type='button' class='button' onClick={() => setLeaving(null)}>{t('valueChains.removeNo')}</button></p>
        </Dialog>)}
    </div>
  )
}
