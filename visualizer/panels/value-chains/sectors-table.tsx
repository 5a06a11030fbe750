/** Sectors of a country side by side; each leads to its own profile. */
import type { VNode } from 'preact'
import type { ValueChainProfile } from '../../../services/contract/value-chains.ts'
import { sectorName } from '../../api/economies.ts'
import { profileFile } from '../../api/value-chains.ts'
import type { Economy } from '../../api/value-chains.ts'
import { view } from '../../state/store.ts'
import { t } from '../../text/translate.ts'
import { Go } from '../chip.tsx'
import { DataTable } from '../data-table.tsx'
import type { Column } from '../data-table.tsx'
import { amount, decimal, share } from './amounts.ts'
import { FileLinks } from './file-links.tsx'

export type SectorRow = ValueChainProfile['sectors'][number]
const AMOUNTS = ['output', 'valueAdded', 'exports'] as const
const SHARES = ['gvc', 'backward', 'forward'] as const
const NUMBERS = ['upstreamness', 'downstreamness', 'advantageGross', 'advantageValueAdded'] as const
export const SECTOR_FIGURES = [...AMOUNTS, ...SHARES, ...NUMBERS] as const
export type SectorFigure = typeof SECTOR_FIGURES[number]

export const sectorFigureName = (figure: SectorFigure): string => AMOUNTS.some(each => each === figure) ? t(`valueChains.figure.${figure as typeof AMOUNTS[number]}`) : t(`valueChains.column.${figure as typeof SHARES[number] | typeof NUMBERS[number]}`)
export const figureKind = (figure: string): 'amount' | 'share' | 'number' => SHARES.some(each => each === figure) ? 'share' : NUMBERS.some(each => each === figure) ? 'number' : 'amount'
export function sayFigure (figure: string, value: number | null): string {
  switch (figureKind(figure)) {
    case 'share': return share(value)
    case 'number': return decimal(value)
    case 'amount': return value === null ? t('valueChains.undefined') : amount(value)
  }
}

export const rowName = ({ sector, name }: Pick<SectorRow, 'sector' | 'name'>): string => sectorName({ code: sector, name })

/** Sectors shown at first. */
const ROWS = 40

export function SectorsTable ({ profile, of }: { profile: ValueChainProfile, of: Economy }): VNode {
  const columns: Array<Column<SectorRow>> = [
    { key: 'name', head: t('valueChains.sector'), cell: row => <Go to={{ choices: { ...view.value.choices, sector: row.sector } }} class='text-link'>{rowName(row)}</Go>, by: rowName },
    ...SECTOR_FIGURES.map(figure => ({ key: figure, head: sectorFigureName(figure), cell: (row: SectorRow) => sayFigure(figure, row[figure]), by: (row: SectorRow) => row[figure], figures: true }))
  ]
  return (
    <section class='card full'>
      <h2>{t('valueChains.sectors')} <span>{t('valueChains.inUnit', { unit: profile.table.unit })}</span></h2>
      <p class='hint'>{t('valueChains.sectorsHint')}</p>
      <div class='wide-table'><DataTable caption={t('valueChains.sectors')} rows={profile.sectors} rowKey={row => row.sector} columns={columns} page={ROWS} /></div>
      <FileLinks what={t('valueChains.sectors')} address={format => profileFile(of, 'sectors', format)} />
    </section>
  )
}
