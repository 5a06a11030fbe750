/** Countries of input-output tables as the page names and places them: tables write alpha-3 (OECD, WIOD) or alpha-2 codes (FIGARO) or names, and have groups of countries beside them. */
import { computed } from '@preact/signals'
import type { Country } from '../../services/contract/reference.ts'
import { language } from '../state/store.ts'
import { t } from '../text/translate.ts'
import { countries } from './service.ts'

interface Named { code: string, name: string }

/** Codes that tables write beside those of ISO 3166: Romania before 2002, and Eurostat's own. */
const FORMER = [['ROM', 'RO'], ['EL', 'GR'], ['UK', 'GB']] as const
/** A group whose code is a country's in ISO 3166: REU is Réunion there, which no table has. */
const GROUP = /^REU$/i
const GROUP_NAME = /\b(other|rest|remaining)\b/i
const REST_OF_WORLD = /^(ROW|RWD|WLD|FIGW1)$/i

const byCode = computed(() => {
  const found = new Map([...countries.value.values()].flatMap(country => [[country.name.toUpperCase(), country], [country.code, country], [country.alpha3, country]] as const))
  for (const [code, now] of FORMER) if (found.has(now)) found.set(code, found.get(now) as Country)
  return found
})

/** Null: a group of countries, or a code that is none. */
export const placeOf = ({ code, name }: Named): Country | null => GROUP.test(code) || REST_OF_WORLD.test(code) || GROUP_NAME.test(name) ? null : byCode.value.get(code.toUpperCase()) ?? null

/** In the language of the page where the country is known, otherwise as the table has it. */
export function economyName (named: Named): string {
  const country = placeOf(named)
  if (country !== null) return language.value === 'pl' ? country.namePl : country.name
  if (REST_OF_WORLD.test(named.code)) return t('valueChains.restOfWorld')
  return GROUP.test(named.code) ? t('valueChains.restOfEu') : named.name
}
