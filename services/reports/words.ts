/** Words of reports and briefs. */
import type { DOCUMENT_LANGUAGES } from '../contract/report.ts'
import { speaker } from './say.ts'
import type { Speech, Text } from './say.ts'
import { wordsEn } from './words-en.ts'
import { wordsPl } from './words-pl.ts'

export type Language = typeof DOCUMENT_LANGUAGES[number]
export type Key = keyof typeof wordsEn
export type Say = Speech<Language, Key>

const WORDS: Record<Language, Record<Key, Text>> = { en: wordsEn, pl: wordsPl }

export const sayIn = speaker(WORDS)
