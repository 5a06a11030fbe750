/** Countries and sectors in global value chains, on the input-output tables that are kept. */
import { useEffect, useState } from 'preact/hooks'
import type { VNode } from 'preact'
import type { TableSummary } from '../../services/contract/value-chains.ts'
import { status } from '../api/service.ts'
import { useTables } from '../api/value-chains.ts'
import { Go } from '../panels/chip.tsx'
import { ProblemNotice } from '../panels/notices.tsx'
import { ComparisonPart } from '../panels/value-chains/comparison-part.tsx'
import { ImportForm } from '../panels/input-output-tables/import-form.tsx'
import { CommunitiesPart } from '../panels/value-chains/communities-part.tsx'
import { MatrixPart } from '../panels/value-chains/matrix-part.tsx'
import { ProfilePart } from '../panels/value-chains/profile-part.tsx'
import { shortHash, TableBar, tableInUse, tableName } from '../panels/input-output-tables/table-bar.tsx'
import { TablesPart } from '../panels/input-output-tables/tables-part.tsx'
import { settle, view } from '../state/store.ts'
import { t } from '../text/translate.ts'

const PARTS = ['profile', 'matrix', 'communities', 'comparison', 'tables'] as const

/** What happened to tables: said where it happened may be gone. `table`: the beginning of the hash of the one shown then; with another it is no news. */
interface News { text: string, table: string | undefined }

export function ValueChainsScreen (): VNode {
  const { value: tables, error, loading } = useTables()
  const [news, setNews] = useState<News>({ text: '', table: undefined })
  const { table: chosen, withTable, part: asked } = view.value.choices
  const { table: found, gone } = tableInUse(tables?.items ?? [], chosen)
  const table = loading && chosen !== undefined ? chosen : shortOf(found)
  useEffect(() => {
    if (loading || tables === undefined) return
    if (gone) setNews({ text: found === undefined ? t('valueChains.tableGoneNone') : t('valueChains.tableGone', { table: tableName(found) }), table })
    // The address names the table that is shown: a newer one is not to change what a link leads to.
    if (gone || chosen === undefined) settle({ table: table ?? null })
    if (tableInUse(tables.items, withTable).gone) settle({ withTable: null })
  }, [loading, tables, chosen, withTable])
  const part = PARTS.find(each => each === asked) ?? 'profile'
  return (
    <main class='page chains' id='main'>
      <h1>{t('valueChains.title')}</h1>
      <p class='lead'>{t('valueChains.lead')}</p>
      {error !== undefined && <ProblemNotice error={error} />}
      {tables === undefined && error === undefined && <p role='status'>{t('valueChains.loading')}</p>}
      <p role='status' class={news.text !== '' && news.table === table ? 'notice' : ''}>{news.table === table ? news.text : ''}</p>
      {tables?.total === 0 && <NoTable onKept={(kept, text) => setNews({ text, table: shortHash(kept.hash) })} />}
      {tables !== undefined && tables.total > 0 && table !== undefined && (
        <>
          <TableBar tables={tables.items} table={table} />
          <nav class='parts' aria-label={t('valueChains.parts')}>
            <ul>{PARTS.map(name => <li key={name}><Go to={{ choices: { ...view.value.choices, part: name === 'profile' ? '' : name } }} class={name === part ? 'current' : ''} current={name === part}>{t(`valueChains.part.${name}`)}</Go></li>)}</ul>
          </nav>
          {part === 'profile' && <ProfilePart table={table} />}
          {part === 'matrix' && <MatrixPart table={table} />}
          {part === 'communities' && <CommunitiesPart table={table} />}
          {part === 'comparison' && <ComparisonPart tables={tables.items} table={table} />}
          {part === 'tables' && <TablesPart tables={tables.items} onRemoved={(removed, text) => setNews({ text, table: removed.hash.startsWith(table) ? shortOf(tables.items.find(({ hash }) => hash !== removed.hash)) : table })} />}
        </>)}
    </main>
  )
}

const shortOf = (table: TableSummary | undefined): string | undefined => table === undefined ? undefined : shortHash(table.hash)

const NoTable = ({ onKept }: { onKept: (table: TableSummary, says: string) => void }): VNode => (
  <>
    <section class='empty'>
      <h2>{t('valueChains.emptyTitle')}</h2>
      <p>{t('valueChains.emptyHow')}</p>
      <p><code>{t('valueChains.command')}</code></p>
      <p>{t('valueChains.emptySeed')}</p>
      <p><code>{t('valueChains.seedCommand')}</code></p>
      {status.value?.writable === false && <p>{t('valueChains.emptyReadOnly')}</p>}
    </section>
    {status.value?.writable === true && <ImportForm onKept={onKept} />}
  </>
)
