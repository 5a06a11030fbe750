/** Countries and sectors in global value chains, on the input-output tables that are kept. */
import { useEffect } from 'preact/hooks'
import type { VNode } from 'preact'
import { status } from '../api/service.ts'
import { useTables } from '../api/value-chains.ts'
import { Go } from '../panels/chip.tsx'
import { ProblemNotice } from '../panels/notices.tsx'
import { ComparisonPart } from '../panels/value-chains/comparison-part.tsx'
import { ImportForm } from '../panels/input-output-tables/import-form.tsx'
import { CommunitiesPart } from '../panels/value-chains/communities-part.tsx'
import { MatrixPart } from '../panels/value-chains/matrix-part.tsx'
import { ProfilePart } from '../panels/value-chains/profile-part.tsx'
import { shortHash, TableBar } from '../panels/input-output-tables/table-bar.tsx'
import { TablesPart } from '../panels/input-output-tables/tables-part.tsx'
import { settle, view } from '../state/store.ts'
import { t } from '../text/translate.ts'

const PARTS = ['profile', 'matrix', 'communities', 'comparison', 'tables'] as const

export function ValueChainsScreen (): VNode {
  const { value: tables, error } = useTables()
  const { table: chosen, part: asked } = view.value.choices
  const newest = tables?.items[0]?.hash
  const table = chosen ?? (newest === undefined ? undefined : shortHash(newest))
  // The address names the table that is shown: a newer one is not to change what a link leads to.
  useEffect(() => { if (chosen === undefined && table !== undefined) settle({ table }) }, [chosen, table])
  const part = PARTS.find(each => each === asked) ?? 'profile'
  return (
    <main class='page chains' id='main'>
      <h1>{t('valueChains.title')}</h1>
      <p class='lead'>{t('valueChains.lead')}</p>
      {error !== undefined && <ProblemNotice error={error} />}
      {tables === undefined && error === undefined && <p role='status'>{t('valueChains.loading')}</p>}
      {tables?.total === 0 && <NoTable />}
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
          {part === 'tables' && <TablesPart tables={tables.items} />}
        </>)}
    </main>
  )
}

const NoTable = (): VNode => (
  <>
    <section class='empty'>
      <h2>{t('valueChains.emptyTitle')}</h2>
      <p>{t('valueChains.emptyHow')}</p>
      <p><code>{t('valueChains.command')}</code></p>
      {status.value?.writable === false && <p>{t('valueChains.emptyReadOnly')}</p>}
    </section>
    {status.value?.writable === true && <ImportForm />}
  </>
)
