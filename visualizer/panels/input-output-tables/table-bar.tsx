/** Which table is shown, what it is, and what was found when it was read. */
import type { VNode } from 'preact'
import type { TableDetail, TableSummary } from '../../../services/contract/value-chains.ts'
import { useTable } from '../../api/value-chains.ts'
import { choose, view } from '../../state/store.ts'
import { t } from '../../text/translate.ts'
import { TableChecks } from './table-checks.tsx'

/** Of a hash in the address: none of a few thousand tables begins like another. */
export const HASH_SHOWN = 12
export const shortHash = (hash: string): string => hash.slice(0, HASH_SHOWN)

export const tableName = ({ title, year }: Pick<TableSummary, 'title' | 'year'>): string => year === null || title.includes(String(year)) ? title : t('valueChains.tableOption', { title, year: String(year) })

/** The table that an address asks for by the beginning of its hash, or the newest; `gone`: what is asked for is not kept. Undefined where none is kept. */
export function tableInUse (tables: TableSummary[], asked: string | undefined): { table: TableSummary | undefined, gone: boolean } {
  const found = asked === undefined ? undefined : tables.find(({ hash }) => hash.startsWith(asked))
  return { table: found ?? tables[0], gone: asked !== undefined && found === undefined }
}

export const TableOptionList = ({ tables }: { tables: TableSummary[] }): VNode => <>{tables.map(table => <option key={table.hash} value={shortHash(table.hash)}>{tableName(table)}</option>)}</>

/** With another table the country stays where it has the same code; what the table does not have is told where the profile would stand. `table`: the beginning of its hash; for the moment in which the list is asked for anew it may not have it. */
export function TableBar ({ tables, table }: { tables: TableSummary[], table: string }): VNode {
  const shown = tables.find(({ hash }) => hash.startsWith(table))
  const { value: detail } = useTable(shown === undefined ? null : shown.hash)
  return (
    <section class='table-bar' aria-label={t('valueChains.table')}>
      <label class='table-choice'>{t('valueChains.table')}
        <select value={shown === undefined ? '' : shortHash(shown.hash)} onChange={event => choose({ table: event.currentTarget.value })}>
          {shown === undefined && <option value=''>{view.value.choices.table}</option>}
          <TableOptionList tables={tables} />
        </select>
      </label>
      {shown !== undefined && <p class='hint'>{t('valueChains.about', { countries: shown.countries, sectors: shown.sectors, unit: shown.unit, source: shown.source })}</p>}
      {detail !== undefined && detail.hash === shown?.hash && <Found table={detail} />}
    </section>
  )
}

function Found ({ table }: { table: TableDetail }): VNode {
  const remarks = table.checks.length + table.notes.length
  if (remarks === 0) return <p class='hint'>{t('valueChains.foundNothing')}</p>
  return <details class='found'><summary>{t('valueChains.found', { n: remarks })}</summary><p class='hint'>{t('valueChains.foundHint')}</p><TableChecks table={table} /></details>
}
