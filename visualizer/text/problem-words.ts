/** What the service says is wrong, in the language of the page, as far as there are words for it: one place, which every screen reads problems through. */
import type { Problem } from '../../services/contract/problem.ts'
import { language } from '../state/store.ts'
import { en } from './en.ts'
import { SENTENCES_PL } from './sentences-pl.ts'
import type { Key } from './translate.ts'
import { t } from './translate.ts'
import { sentenceOf, translateSentence } from './translate-sentence.ts'

const SENTENCES = { en: [], pl: SENTENCES_PL.map(sentenceOf) }

function wordOf (kind: string, value: string): string {
  const key = `workspaces.${kind}.${value}`
  return key in en ? t(key as Key) : value
}

/** A sentence of the service; as it is where the page has no other words for it. */
export const inWords = (text: string): string => translateSentence(SENTENCES[language.value], text, wordOf) ?? text

/** With every sentence in it; a detail that only lists what is wrong with fields is made of those. */
export function problemInWords (problem: Problem): Problem {
  const errors = problem.errors?.map(error => ({ ...error, message: inWords(error.message) }))
  const said = inWords(problem.detail)
  const listed = errors?.some(({ message }, i) => message !== problem.errors?.[i].message) === true
  const detail = said === problem.detail && listed ? errors.map(({ value, message }) => `${value === undefined ? '' : `„${value}” `}${message}`).join('; ') : said
  return { ...problem, title: inWords(problem.title), detail, ...(errors !== undefined && { errors }) }
}
