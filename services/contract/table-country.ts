/** What input-output tables write for countries beside the codes of ISO 3166, and how the groups of countries in them are known. */

/** Other codes to alpha-2: Romania's before 2002, and Eurostat's own. */
export const FORMER_COUNTRY_CODES: ReadonlyMap<string, string> = new Map([['ROM', 'RO'], ['EL', 'GR'], ['UK', 'GB']])

export type CountryGroup = 'restOfEu' | 'restOfWorld' | 'other'

/** Before ISO's codes: REU is Réunion there, which no table has. */
const REST_OF_EU = { code: /^(REU|ROEU|REU\d*|EUR|EU_?REST|REST_?EU)$/i, name: /\b(other|rest|remaining)\b.*(\bEU\b|\bEU-?\d\d\b|European Union)/i }
const REST_OF_WORLD = { code: /^(ROW|RWD|FIGW1|WRL_REST)$/i, name: /\brest of (the )?world\b/i }
const OTHER_NAME = /\b(other|rest|remaining)\b/i

/** Which group of countries a code and its name stand for; null: none that says so. */
export function countryGroupOf ({ code, name }: { code: string, name: string }): CountryGroup | null {
  if (REST_OF_EU.code.test(code) || REST_OF_EU.name.test(name)) return 'restOfEu'
  if (REST_OF_WORLD.code.test(code) || REST_OF_WORLD.name.test(name)) return 'restOfWorld'
  return OTHER_NAME.test(name) ? 'other' : null
}
