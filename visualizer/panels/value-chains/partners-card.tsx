/** Partners of a country or sector by value added: seen from there, and as the table with the same rows. */
import type { VNode } from 'preact'
import type { ValueChainProfile } from '../../../services/contract/value-chains.ts'
import { economyName, placeOf } from '../../api/economies.ts'
import { profileFile } from '../../api/value-chains.ts'
import type { Economy } from '../../api/value-chains.ts'
import { ValueAddedMap } from '../../charts/value-added-map.tsx'
import type { MapPartner } from '../../charts/value-added-map.tsx'
import { choose, view } from '../../state/store.ts'
import { t } from '../../text/translate.ts'
import { Go } from '../chip.tsx'
import { DataTable } from '../data-table.tsx'
import { amount, share } from './amounts.ts'
import { FileLinks } from './file-links.tsx'

export type PartnerRow = ValueChainProfile['partners'][number]
export const PARTNER_FIGURES = ['valueAddedAbsorbed', 'valueAddedSupplied', 'exports', 'imports'] as const
export type PartnerFigure = typeof PARTNER_FIGURES[number]
export const partnerName = ({ country, name }: PartnerRow): string => economyName({ code: country, name })
export const partnerFigureName = (figure: PartnerFigure, ofSector: boolean): string => t(figure === 'imports' && ofSector ? 'valueChains.column.importsOfSector' : `valueChains.column.${figure}`)

const SIDES = { absorbed: 'valueAddedAbsorbed', supplied: 'valueAddedSupplied' } as const
type Side = keyof typeof SIDES
/** Partners shown at first. */
const ROWS = 20
/** Of the value of all partners: less has no circle. */
const DRAWN_FROM = 0.001
/** Partners that the name of the picture lists. */
const NAMED = 5

export function PartnersCard ({ profile, of }: { profile: ValueChainProfile, of: Economy }): VNode {
  const side: Side = view.value.choices.side === 'supplied' ? 'supplied' : 'absorbed'
  return (
    <section class='card full'>
      <h2>{t('valueChains.partners')} <span>{t('valueChains.inUnit', { unit: profile.table.unit })}</span></h2>
      <p class='hint'>{t('valueChains.partnersHint')}</p>
      <label class='side-choice'>{t('valueChains.side')} <select value={side} onChange={event => choose({ side: event.currentTarget.value === 'supplied' ? 'supplied' : null })}>{(Object.keys(SIDES) as Side[]).map(each => <option key={each} value={each}>{t(`valueChains.side.${each}`)}</option>)}</select></label>
      <div class='partners-columns'>
        <PartnersMap profile={profile} side={side} />
        <div>
          <DataTable
            key={side} caption={t('valueChains.partners')} rows={profile.partners} rowKey={row => row.country} page={ROWS} sort={{ key: SIDES[side], down: true }}
            columns={[
              { key: 'country', head: t('valueChains.column.country'), cell: row => <Go to={{ choices: { ...view.value.choices, economy: row.country } }} class='text-link'>{partnerName(row)}</Go>, by: partnerName },
              ...PARTNER_FIGURES.map(figure => ({ key: figure, head: partnerFigureName(figure, of.sector !== null), cell: (row: PartnerRow) => amount(row[figure]), by: (row: PartnerRow) => row[figure], figures: true }))
            ]}
          />
        </div>
      </div>
      <FileLinks what={t('valueChains.partners')} address={format => profileFile(of, 'partners', format)} />
    </section>
  )
}

function PartnersMap ({ profile: { partners, country }, side }: { profile: ValueChainProfile, side: Side }): VNode | null {
  const centre = placeOf(country)
  const name = economyName(country)
  const ranked: MapPartner[] = partners.map(row => ({ key: row.country, name: partnerName(row), title: `${partnerName(row)}: ${amount(row[SIDES[side]])}`, value: row[SIDES[side]], at: placeOf({ code: row.country, name: row.name }) })).sort((a, b) => b.value - a.value)
  const total = ranked.reduce((sum, { value }) => sum + Math.max(0, value), 0)
  const drawn = ranked.filter(({ value }) => value > 0 && value >= DRAWN_FROM * total)
  if (drawn.length === 0) return null
  const groups = drawn.filter(({ at }) => at === null)
  const left = ranked.length - drawn.length
  const listed = drawn.slice(0, NAMED).map(partner => `${partner.name} ${share(partner.value / total)}`).join(', ')
  return (
    <figure>
      <ValueAddedMap
        centre={{ name, at: centre }} partners={drawn} outward={side === 'absorbed'} onChoose={key => choose({ economy: key })}
        words={{ label: t('valueChains.picture', { name, list: listed }), noPlace: t('valueChains.noPlaceHead'), north: t('valueChains.north'), ring: km => t('valueChains.ringKm', { n: km }) }}
      />
      <figcaption class='hint'>
        <p>{t('valueChains.pictureArea', { what: t(`valueChains.side.${side}`) })} {centre === null ? t('valueChains.pictureCentre', { name }) : t('valueChains.pictureDirection')}</p>
        {centre !== null && groups.length > 0 && <p>{t('valueChains.pictureNoPlace', { list: groups.map(group => group.name).join(', ') })}</p>}
        {left > 0 && <p>{t('valueChains.pictureSmall', { n: left })}</p>}
      </figcaption>
    </figure>
  )
}
