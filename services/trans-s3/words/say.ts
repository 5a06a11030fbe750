/** Words of a workspace's evidence and documents in its languages. */
import type { WorkspaceLanguage } from '../../contract/workspace.ts'
import { speaker } from '../../reports/say.ts'
import type { Speech, Text } from '../../reports/say.ts'
import { da } from './da.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { et } from './et.ts'
import { fi } from './fi.ts'
import { lt } from './lt.ts'
import { lv } from './lv.ts'
import { pl } from './pl.ts'

export type Key = keyof typeof en
export const isKey = (key: string): key is Key => key in en
export type Say = Speech<WorkspaceLanguage, Key>

const WORDS: Record<WorkspaceLanguage, Record<Key, Text>> = { en, pl, lv, lt, et, da, fi, de }

export const sayIn = speaker(WORDS)
