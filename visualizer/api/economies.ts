/** Countries and sectors of input-output tables as the page names and places them: tables write alpha-3 (OECD, WIOD) or alpha-2 codes (FIGARO) or names, and have groups of countries beside them. */
import { computed } from '@preact/signals'
import type { Country } from '../../services/contract/reference.ts'
import { countryGroupOf, FORMER_COUNTRY_CODES } from '../../services/contract/table-country.ts'
import { language } from '../state/store.ts'
import { t } from '../text/translate.ts'
import { valueChainsEn } from '../text/value-chains-en.ts'
import { countries } from './service.ts'

interface Named { code: string, name: string }

const byCode = computed(() => {
  const found = new Map([...countries.value.values()].flatMap(country => [[country.name.toUpperCase(), country], [country.code, country], [country.alpha3, country]] as const))
  for (const [code, now] of FORMER_COUNTRY_CODES) if (found.has(now)) found.set(code, found.get(now) as Country)
  return found
})

/** Null: a group of countries, or a code that is none. */
export const placeOf = (named: Named): Country | null => countryGroupOf(named) === null ? byCode.value.get(named.code.toUpperCase()) ?? null : null

/** In the language of the page where the country is known, otherwise as the table has it. */
export function economyName (named: Named): string {
  const country = placeOf(named)
  if (country !== null) return language.value === 'pl' ? country.namePl : country.name
  const group = countryGroupOf(named)
  return group === 'restOfWorld' ? t('valueChains.restOfWorld') : group === 'restOfEu' ? t('valueChains.restOfEu') : named.name
}

/** Sectors of the table to start with, which the page can name in its own languages. */
const NAMED_SECTORS = ['A', 'B', 'C10T12', 'C13T15', 'C16T18_J58', 'C19T22', 'C23T25', 'C26T27', 'C28', 'C29T30', 'C31T33', 'D_E36', 'F', 'G', 'H49T52', 'I', 'H53_J61', 'K', 'L', 'J62_63_MTN', 'OTQ', 'E37T39_J59_60_RTT'] as const

/** In the language of the page where the table names the sector as the table to start with does, otherwise as it has it. */
export function sectorName ({ code, name }: Named): string {
  const known = NAMED_SECTORS.find(each => each === code)
  return known !== undefined && valueChainsEn[`valueChains.sectorName.${known}`] === name ? t(`valueChains.sectorName.${known}`) : name
}
