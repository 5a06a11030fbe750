/** Words, numbers and dates of documents in their language: nothing here asks what the reader's machine speaks. */
import type { DOCUMENT_LANGUAGES } from '../contract/report.ts'
import type { Words } from '../documents/document.ts'
import type { Text } from './text.ts'
import { wordsEn } from './words-en.ts'
import { wordsPl } from './words-pl.ts'

export type Language = typeof DOCUMENT_LANGUAGES[number]
export type Key = keyof typeof wordsEn

const WORDS: Record<Language, Record<Key, Text>> = { en: wordsEn, pl: wordsPl }
/** Dates are written as in Britain, and as in Poland. */
const PLACES = { en: 'en-GB', pl: 'pl' } as const
const NO_BREAK = '\u00a0'

export interface Say {
  language: Language
  /** `{name}` in a text is replaced by the value, numbers as the language writes them; a text with forms takes the form for `{n}`. */
  t: (key: Key, values?: Record<string, string | number>) => string
  number: (value: number, digits?: number) => string
  /** Without decimals. */
  percent: (share: number) => string
  /** "2.4×" */
  times: (ratio: number) => string
  /** The day of a time in UTC, or a date as exact as it is given. */
  date: (text: string) => string
  /** "A, B and C" */
  list: (items: readonly string[]) => string
}

const made = new Map<Language, Say>()

export function sayIn (language: Language): Say {
  const known = made.get(language)
  if (known !== undefined) return known
  const plural = new Intl.PluralRules(language)
  const lists = new Intl.ListFormat(language === 'en' ? 'en-GB' : language, { type: 'conjunction' })
  const formats = new Map<number, Intl.NumberFormat>()
  const number = (value: number, digits = 0): string => {
    const format = formats.get(digits) ?? new Intl.NumberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: 'always' } as Intl.NumberFormatOptions)
    formats.set(digits, format)
    return format.format(value).replace('-', '−')
  }
  const say: Say = {
    language,
    t: (key, values = {}) => {
      const text = WORDS[language][key]
      const chosen = typeof text === 'string' ? text : text[plural.select(Number(values.n)) as keyof Exclude<Text, string>] ?? text.other
      return chosen.replace(/\{(\w+)\}/g, (gap, name: string) => {
        const value = values[name]
        return value === undefined ? gap : typeof value === 'number' ? number(value) : value
      })
    },
    number,
    percent: share => `${number(share * 100)}${NO_BREAK}%`,
    times: ratio => `${number(ratio, 1)}×`,
    date: text => new Intl.DateTimeFormat(PLACES[language], { timeZone: 'UTC', year: 'numeric', ...(text.length > 4 ? { month: 'long' } : {}), ...(text.length > 7 ? { day: 'numeric' } : {}) }).format(new Date(text)),
    list: items => lists.format(items)
  }
  made.set(language, say)
  return say
}

/** What the writers of documents add themselves. */
export function documentWords (language: Language): Words {
  const { t } = sayIn(language)
  return {
    contents: t('document.contents'), rowsShown: t('document.rowsShown'), table: t('document.table'), figure: t('document.figure'), page: t('document.page'), sources: t('document.sources'),
    asTable: t('document.asTable'), zoomIn: t('document.zoomIn'), zoomOut: t('document.zoomOut'), wholePicture: t('document.wholePicture'), listOfNodes: t('document.listOfNodes'), print: t('document.print'),
    skip: t('document.skip'), about: t('document.about'), inPlaceOfValues: t('document.inPlaceOfValues'), missingCharacters: t('document.missingCharacters')
  }
}
