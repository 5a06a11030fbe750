/** Cells, columns and names of exhibits in one language. */
import type { Exhibit } from '../../contract/workspace-evidence.ts'
import { NOTHING } from '../../documents/document.ts'
import type { Column } from '../../documents/document.ts'
import type { Reference } from '../../reference/reference.ts'
import type { GroupPart } from '../choose-regions.ts'
import { isKey } from '../words/say.ts'
import type { Key, Say } from '../words/say.ts'

export type Cell = Exhibit['rows'][number][number]

export const text = (value: string | null): Cell => ({ value, text: value ?? NOTHING })
/** A code with what it is called. */
export const named = (code: string, name: string): Cell => ({ value: code, text: name })
export const count = (say: Say, value: number): Cell => ({ value, text: say.number(value) })
/** null, and what is no number: not defined, said so. */
export const decimal = (say: Say, value: number | null, digits = 2): Cell => isDefined(value) ? { value: rounded(value, digits + 2), text: say.number(value, digits) } : { value: null, text: say.t('cell.undefined') }
export const share = (say: Say, value: number | null): Cell => isDefined(value) ? { value: rounded(value, 4), text: say.percent(value) } : { value: null, text: say.t('cell.undefined') }
export const withheld = (say: Say): Cell => ({ value: null, text: say.t('cell.withheld') })
export const word = (say: Say, key: Key): Cell => ({ value: key.slice(key.lastIndexOf('.') + 1), text: say.t(key) })

type Missing = Key extends infer Each ? Each extends `exhibit.${infer Name}.empty` ? Name : never : never
/** Why there are no rows, and what to do where something can be done; null: there are some. */
export function why (say: Say, missing: Missing | null, values: Record<string, number> = {}): Pick<Exhibit, 'empty' | 'next'> {
  if (missing === null) return { empty: null }
  const next = `exhibit.${missing}.next`
  return { empty: say.t(`exhibit.${missing}.empty`, values), ...(isKey(next) && { next: say.t(next) }) }
}

export const column = (say: Say, key: Key, kind: Column['kind'] = 'text'): Column => ({ key: key.slice(key.lastIndexOf('.') + 1), head: say.t(key), kind })

/** Of a region as its own country writes it; of a country in the language; of a domain in Polish or English, which is all its table has. */
export interface Names { region: (part: GroupPart) => string, country: (code: string) => string, domain: (code: string) => string, sector: (code: string) => string }

export function namesIn ({ language }: Pick<Say, 'language'>, reference: Reference): Names {
  const countries = new Intl.DisplayNames(language === 'en' ? 'en-GB' : language, { type: 'region', fallback: 'none' })
  const country = (code: string): string => countries.of(code) ?? reference.country(code)?.name ?? code
  return {
    country,
    region: part => part.kind === 'country' ? country(part.code) : part.name,
    domain: code => {
      const domain = reference.domain(code)
      return domain === undefined ? code : language === 'pl' ? domain.shortNamePl : domain.shortName
    },
    sector: code => reference.sector(code)?.name ?? code
  }
}

const isDefined = (value: number | null): value is number => value !== null && Number.isFinite(value)
const rounded = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits
