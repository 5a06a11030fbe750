/** A country of a table, and all of it or one of its sectors. */
import type { VNode } from 'preact'
import { economyName, sectorName } from '../../api/economies.ts'
import { useTable } from '../../api/value-chains.ts'
import { language } from '../../state/store.ts'
import { t } from '../../text/translate.ts'

interface Props { table: string, country: string | undefined, sector: string | undefined, none: string, onChoose: (country: string | null, sector: string | null) => void }

export function EconomyPicker ({ table, country, sector, none, onChoose }: Props): VNode {
  const { value: detail } = useTable(table)
  const { countries, sectors } = detail?.hash.startsWith(table) === true ? detail.labels : { countries: [], sectors: [] }
  const named = countries.map(each => ({ code: each.code, name: economyName(each) })).sort((a, b) => a.name.localeCompare(b.name, language.value))
  return (
    <div class='economy-picker'>
      <label>{t('valueChains.country')}
        <select value={country ?? ''} onChange={event => onChoose(event.currentTarget.value || null, event.currentTarget.value === '' ? null : sector ?? null)}>
          <option value=''>{none}</option>
          {country !== undefined && !named.some(({ code }) => code === country) && <option value={country}>{country}</option>}
          {named.map(({ code, name }) => <option key={code} value={code}>{name}</option>)}
        </select>
      </label>
      <label>{t('valueChains.sector')}
        <select value={sector ?? ''} disabled={country === undefined} onChange={event => onChoose(country ?? null, event.currentTarget.value || null)}>
          <option value=''>{t('valueChains.wholeCountry')}</option>
          {sector !== undefined && !sectors.some(({ code }) => code === sector) && <option value={sector}>{sector}</option>}
          {sectors.map(sector => <option key={sector.code} value={sector.code}>{sectorName(sector)}</option>)}
        </select>
      </label>
    </div>
  )
}
