/** Every country of a table with what its exports are made of: the way into a profile. */
import type { VNode } from 'preact'
import type { MeasureRow } from '../../../services/contract/value-chains.ts'
import { economyName } from '../../api/economies.ts'
import { everyRow, measureFile, measurePath, useTable } from '../../api/value-chains.ts'
import { view } from '../../state/store.ts'
import { t } from '../../text/translate.ts'
import { Go } from '../chip.tsx'
import { DataTable } from '../data-table.tsx'
import { amount, share } from './amounts.ts'
import { Answered } from './answered.tsx'
import { FileLinks } from './file-links.tsx'

/** All of the largest published tables. */
const ROWS = 100

/** Of gross exports. */
const SHARES = [['gvc', 'GVC'], ['gvcBackward', 'GVCB'], ['gvcForward', 'GVCF'], ['backward', 'FC']] as const

export function CountriesOverview ({ table }: { table: string }): VNode {
  const asked = { table, measure: 'bmSource', result: 'country' }
  const { value: detail } = useTable(table)
  const names = new Map(detail?.labels.countries.map(country => [country.code, economyName(country)]))
  const code = (row: MeasureRow): string => String(row.country)
  const name = (row: MeasureRow): string => names.get(code(row)) ?? code(row)
  const exports = (row: MeasureRow): number => Number(row.GEXP)
  const part = (row: MeasureRow, column: string): number | null => exports(row) === 0 ? null : Number(row[column]) / exports(row)
  return (
    <section class='card'>
      <h2>{t('valueChains.overview')} {detail !== undefined && <span>{t('valueChains.inUnit', { unit: detail.unit })}</span>}</h2>
      <p class='hint'>{t('valueChains.overviewHint')}</p>
      <Answered<MeasureRow[]> path={measurePath(asked)} load={everyRow}>{rows => (
        <>
          <DataTable
            caption={t('valueChains.overview')} rows={rows} rowKey={code} page={ROWS} sort={{ key: 'exports', down: true }}
            columns={[
              { key: 'country', head: t('valueChains.country'), cell: row => <Go to={{ choices: { ...view.value.choices, economy: code(row) } }} class='text-link'>{name(row)}</Go>, by: name },
              { key: 'exports', head: t('valueChains.figure.exports'), cell: row => amount(exports(row)), by: exports, figures: true },
              ...SHARES.map(([figure, column]) => ({ key: figure, head: t(`valueChains.figure.${figure}`), cell: (row: MeasureRow) => share(part(row, column)), by: (row: MeasureRow) => part(row, column), figures: true }))
            ]}
          />
          <FileLinks what={t('valueChains.overview')} address={format => measureFile(asked, format)} />
        </>)}
      </Answered>
    </section>
  )
}
