/** Words for keys in the chosen language, with plurals and numbers as that language writes them. */
import { language, showsNodes } from '../state/store.ts'
import { en } from './en.ts'
import type { Key } from './en.ts'
import { nodesEn } from './nodes-en.ts'
import { nodesPl } from './nodes-pl.ts'
import { pl } from './pl.ts'
import type { Text } from './text.ts'
import { formOf } from './text.ts'

const TEXTS = { en, pl }
/** In place of those where nodes of a table are shown. */
const OF_NODES: Record<keyof typeof TEXTS, Partial<Record<Key, Text>>> = { en: nodesEn, pl: nodesPl }
export type { Key }

/** `{name}` in a text is replaced by the value; a text with forms takes the form for `{n}`. */
export function t (key: Key, values: Record<string, string | number> = {}): string {
  const text: Text = (showsNodes.value ? OF_NODES[language.value][key] : undefined) ?? TEXTS[language.value][key]
  return formOf(text, language.value, Number(values.n)).replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name]
    return typeof value === 'number' ? number(value) : value ?? ''
  })
}

export const number = (value: number, digits = 0): string => new Intl.NumberFormat(language.value, { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: 'always' } as Intl.NumberFormatOptions).format(value)
/** Three significant digits at most: for measures of any scale. */
export const figure = (value: number): string => new Intl.NumberFormat(language.value, { maximumSignificantDigits: 3 }).format(value)
export const percent = (share: number | null | undefined): string => share === null || share === undefined ? '–' : `${number(share * 100)}\u00a0%`
/** Dates are written as in Britain, and as in Poland. */
const PLACES = { en: 'en-GB', pl: 'pl' }
/** Of day, on the reader's clock. */
export const time = (text: string): string => new Intl.DateTimeFormat(PLACES[language.value], { timeStyle: 'short' }).format(new Date(text))
/** To the second, where two of one minute are to be told apart. */
export const moment = (text: string): string => new Intl.DateTimeFormat(PLACES[language.value], { dateStyle: 'medium', timeStyle: 'medium' }).format(new Date(text))
export const date = (text: string): string => new Intl.DateTimeFormat(PLACES[language.value], { dateStyle: 'medium' }).format(new Date(text))
