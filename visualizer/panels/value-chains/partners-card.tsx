/** Partners of a country or sector by value added. */
import type { VNode } from 'preact'
import type { ValueChainProfile } from '../../../services/contract/value-chains.ts'
import { economyName } from '../../api/economies.ts'
import { profileFile } from '../../api/value-chains.ts'
import type { Economy } from '../../api/value-chains.ts'
import { view } from '../../state/store.ts'
import { t } from '../../text/translate.ts'
import { Go } from '../chip.tsx'
import { DataTable } from '../data-table.tsx'
import { amount } from './amounts.ts'
import { FileLinks } from './file-links.tsx'

export type PartnerRow = ValueChainProfile['partners'][number]
export const PARTNER_FIGURES = ['valueAddedAbsorbed', 'valueAddedSupplied', 'exports', 'imports'] as const
export type PartnerFigure = typeof PARTNER_FIGURES[number]
export const partnerName = ({ country, name }: PartnerRow): string => economyName({ code: country, name })
export const partnerFigureName = (figure: PartnerFigure, ofSector: boolean): string => t(figure === 'imports' && ofSector ? 'valueChains.column.importsOfSector' : `valueChains.column.${figure}`)

/** Partners shown at first. */
const ROWS = 20

export const PartnersCard = ({ profile, of }: { profile: ValueChainProfile, of: Economy }): VNode => (
  <section class='card full'>
    <h2>{t('valueChains.partners')} <span>{t('valueChains.inUnit', { unit: profile.table.unit })}</span></h2>
    <p class='hint'>{t('valueChains.partnersHint')}</p>
    <DataTable
      caption={t('valueChains.partners')} rows={profile.partners} rowKey={row => row.country} page={ROWS} sort={{ key: 'valueAddedAbsorbed', down: true }}
      columns={[
        { key: 'country', head: t('valueChains.column.country'), cell: row => <Go to={{ choices: { ...view.value.choices, economy: row.country } }} class='text-link'>{partnerName(row)}</Go>, by: partnerName },
        ...PARTNER_FIGURES.map(figure => ({ key: figure, head: partnerFigureName(figure, of.sector !== null), cell: (row: PartnerRow) => amount(row[figure]), by: (row: PartnerRow) => row[figure], figures: true }))
      ]}
    />
    <FileLinks what={t('valueChains.partners')} address={format => profileFile(of, 'partners', format)} />
  </section>
)
