/** What the exhibits of profiles are made from. */
import type { EvidenceInput } from '../evidence/evidence-input.ts'
import type { Profiling } from '../evidence/profiling.ts'
import type { Say } from '../words/say.ts'
import { count, withheld } from './exhibit.ts'
import type { Cell, Names } from './exhibit.ts'

export interface ProfileShown { input: EvidenceInput, found: Profiling, say: Say, names: Names }

export const isEmptyGroup = ({ input: { group } }: ProfileShown): boolean => group.members.length === 0
/** null: withheld. */
export const told = (say: Say, value: number | null): Cell => value === null ? withheld(say) : count(say, value)
