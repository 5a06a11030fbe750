/** Words, numbers and dates of a workspace's evidence and documents in its languages: nothing here asks what the reader's machine speaks. */
import type { WorkspaceLanguage } from '../../contract/workspace.ts'
import { da } from './da.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { et } from './et.ts'
import { fi } from './fi.ts'
import { lt } from './lt.ts'
import { lv } from './lv.ts'
import { pl } from './pl.ts'
import type { Text } from './text.ts'

export type Key = keyof typeof en
export type Texts = Record<Key, Text>

const WORDS: Record<WorkspaceLanguage, Texts> = { en, pl, lv, lt, et, da, fi, de }
/** English dates as in Britain. */
const placeOf = (language: WorkspaceLanguage): string => language === 'en' ? 'en-GB' : language
const NO_BREAK = '\u00a0'

export interface Say {
  language: WorkspaceLanguage
  /** `{name}` in a text is replaced by the value, numbers as the language writes them; a text with forms takes the form for `{n}`. */
  t: (key: Key, values?: Record<string, string | number>) => string
  number: (value: number, digits?: number) => string
  /** Without decimals. */
  percent: (share: number) => string
  /** The day of a time in UTC, or a date as exact as it is given. */
  date: (text: string) => string
  /** "A, B and C" */
  list: (items: readonly string[]) => string
}

const made = new Map<WorkspaceLanguage, Say>()

export function sayIn (language: WorkspaceLanguage): Say {
  const known = made.get(language)
  if (known !== undefined) return known
  const place = placeOf(language)
  const plural = new Intl.PluralRules(place)
  const lists = new Intl.ListFormat(place, { type: 'conjunction' })
  const formats = new Map<number, Intl.NumberFormat>()
  const number = (value: number, digits = 0): string => {
    const format = formats.get(digits) ?? new Intl.NumberFormat(place, { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: 'always' } as Intl.NumberFormatOptions)
    formats.set(digits, format)
    return format.format(value).replace('-', '−')
  }
  const say: Say = {
    language,
    t: (key, values = {}) => {
      const text: Text = WORDS[language][key]
      const chosen = typeof text === 'string' ? text : text[plural.select(Number(values.n)) as keyof Exclude<Text, string>] ?? text.other
      return chosen.replace(/\{(\w+)\}/g, (gap, name: string) => {
        const value = values[name]
        return value === undefined ? gap : typeof value === 'number' ? number(value) : value
      })
    },
    number,
    percent: share => `${number(share * 100)}${NO_BREAK}%`,
    date: text => new Intl.DateTimeFormat(place, { timeZone: 'UTC', year: 'numeric', ...(text.length > 4 ? { month: 'long' } : {}), ...(text.length > 7 ? { day: 'numeric' } : {}) }).format(new Date(text)),
    list: items => lists.format(items)
  }
  made.set(language, say)
  return say
}
