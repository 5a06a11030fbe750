/** Words, numbers and dates of a document in its language: nothing here asks what the reader's machine speaks. */
import type { Words } from '../documents/document.ts'

/** A sentence, or one for each plural category of the language, chosen by its gap {n}. */
export type Text = string | { zero?: string, one?: string, two?: string, few?: string, many?: string, other: string }

const NO_BREAK = '\u00a0'
/** What the writers of documents add themselves: keys of every table of words that documents are made with. */
type WriterKey = `document.${keyof Words}`

export interface Speech<Language extends string, Key extends string> {
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

/** One for each language, made when it is first asked for. Dates and lists are written as in Britain where the language is English. */
export function speaker<Language extends string, Key extends string> (words: Record<Language, Record<Key, Text>>): (language: Language) => Speech<Language, Key> {
  const made = new Map<Language, Speech<Language, Key>>()
  return language => {
    const speech = made.get(language) ?? speakIn(language, words[language])
    made.set(language, speech)
    return speech
  }
}

function speakIn<Language extends string, Key extends string> (language: Language, words: Record<Key, Text>): Speech<Language, Key> {
  const place = language === 'en' ? 'en-GB' : language
  const plural = new Intl.PluralRules(place)
  const lists = new Intl.ListFormat(place, { type: 'conjunction' })
  const formats = new Map<number, Intl.NumberFormat>()
  const number = (value: number, digits = 0): string => {
    const format = formats.get(digits) ?? new Intl.NumberFormat(place, { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: 'always' } as Intl.NumberFormatOptions)
    formats.set(digits, format)
    return format.format(value).replace('-', '−')
  }
  return {
    language,
    t: (key, values = {}) => {
      const text: Text = words[key]
      const chosen = typeof text === 'string' ? text : text[plural.select(Number(values.n))] ?? text.other
      return chosen.replace(/\{(\w+)\}/g, (gap, name: string) => {
        const value = values[name]
        return value === undefined ? gap : typeof value === 'number' ? number(value) : value
      })
    },
    number,
    percent: share => `${number(share * 100)}${NO_BREAK}%`,
    times: ratio => `${number(ratio, 1)}×`,
    date: text => new Intl.DateTimeFormat(place, { timeZone: 'UTC', year: 'numeric', ...(text.length > 4 ? { month: 'long' } : {}), ...(text.length > 7 ? { day: 'numeric' } : {}) }).format(new Date(text)),
    list: items => lists.format(items)
  }
}

export const documentWords = <Key extends string>({ t }: Pick<Speech<string, Key | WriterKey>, 't'>): Words => ({
  contents: t('document.contents'), rowsShown: t('document.rowsShown'), table: t('document.table'), figure: t('document.figure'), page: t('document.page'), sources: t('document.sources'),
  asTable: t('document.asTable'), zoomIn: t('document.zoomIn'), zoomOut: t('document.zoomOut'), wholePicture: t('document.wholePicture'), listOfNodes: t('document.listOfNodes'), print: t('document.print'),
  skip: t('document.skip'), about: t('document.about'), inPlaceOfValues: t('document.inPlaceOfValues'), missingCharacters: t('document.missingCharacters')
})
