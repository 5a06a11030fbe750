/** A sentence with gaps, found again in what somebody said, and said in Polish. */
import type { Text } from './text.ts'
import { formOf } from './text.ts'

const GAP = /\{(?:(\w+)\|)?(\w+)\}/g
/** What fills a gap: `{n}` is a number, by which the form of a noun is chosen. */
const [NUMBER, ANYTHING] = ['([\\d.,e+-]+)', '(.+?)']
/** Letters of a text that sentences are looked for in: some gaps in a row take time with a high power of its length, at this one a few hundredths of a second. Longer ones are none of the service's. */
export const SENTENCE_LETTERS_MAX = 1000
/** What stands between the values of a list. */
const BETWEEN = { or: 'lub', and: 'i' }

export interface Sentence { pattern: RegExp, gaps: Array<{ kind: string | undefined, name: string }>, said: Text }

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

export function sentenceOf ([heard, said]: readonly [string, Text]): Sentence {
  const gaps = [...heard.matchAll(GAP)].map(([, kind, name]) => ({ kind, name }))
  const [start, ...after] = heard.split(/\{(?:\w+\|)?\w+\}/).map(escaped)
  return { pattern: new RegExp(`^${start}${after.map((piece, i) => (gaps[i].name === 'n' ? NUMBER : ANYTHING) + piece).join('')}$`, 's'), gaps, said }
}

/** Null where none of the sentences fits, and for a text that is too long; what a gap holds is then said as it is. `wordOf`: a word of the contract in Polish. */
export function translateSentence (sentences: readonly Sentence[], text: string, wordOf: (kind: string, value: string) => string): string | null {
  const valueOf = (kind: string | undefined, value: string): string => {
    switch (kind) {
      case undefined: return value
      case 'sentence': return translateSentence(sentences, value, wordOf) ?? value
      case 'list': return value.replace(/ (or|and) /g, (_, word: keyof typeof BETWEEN) => ` ${BETWEEN[word]} `)
      default: return wordOf(kind, value)
    }
  }
  if (text.length > SENTENCE_LETTERS_MAX) return null
  for (const { pattern, gaps, said } of sentences) {
    const found = pattern.exec(text)
    if (found === null) continue
    const values = Object.fromEntries(gaps.map(({ kind, name }, i) => [name, valueOf(kind, found[i + 1])]))
    return formOf(said, 'pl', Number(values.n)).replace(GAP, (_, _kind, name: string) => values[name] ?? '')
  }
  return null
}
