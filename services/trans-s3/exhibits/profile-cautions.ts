/** What a reader of profiles must know to judge them. */
import { SUPPRESS_BELOW_DEFAULT } from '../../contract/report.ts'
import { TERMS_MIN, UNITS_MIN } from '../evidence/near-fields.ts'
import type { Profiling } from '../evidence/profiling.ts'
import type { ProfileShown } from './profile-shown.ts'
import { regionName } from './region-cells.ts'

/** Organisations under which shares of a region are said to be of few: the interval of a half among thirty is a third to two thirds. */
export const FEW_ORGANISATIONS = 30

/** Of every number that is counted from the organisations of a region. */
export function countCautions (shown: ProfileShown): string[] {
  const { input: { group: { members, partOf, parts } }, found, say, names } = shown
  const counts = parts.map((_, p) => members.filter(i => partOf[i] === p).length)
  const few = [...parts.keys()].filter(p => counts[p] < FEW_ORGANISATIONS)
  return [
    say.t('caution.profile.recorded'),
    ...(few.length === 0 ? [] : [say.t('caution.profile.few', { n: few.length, most: FEW_ORGANISATIONS, list: say.list(few.map(p => regionName(shown, p))) })]),
    ...(found.unplaced.length === 0 ? [] : [say.t('caution.profile.unplaced', { list: found.unplaced.map(({ country, organisations, of }) => say.t('caution.profile.unplacedOf', { country: names.country(country), n: organisations, of })).join('; ') })]),
    ...(isWithheld(found) ? [say.t('caution.profile.withheld', { most: SUPPRESS_BELOW_DEFAULT - 1 })] : [])
  ]
}

const isWithheld = ({ sizes, kinds, sizeClasses, fields, sections, clusters, positions }: Profiling): boolean =>
  sizes.includes(null) || [kinds, sizeClasses].some(({ told, totalsTold }) => totalsTold.includes(false) || told.some(row => row.includes(false))) || [...fields, ...sections, ...positions].some(({ told }) => !told) || clusters.some(({ members }) => members.includes(null))

export const circularCaution = ({ say }: ProfileShown): string => say.t('caution.profile.circular')

/** Of relatedness: who is left out, and what it rests on. */
export function relatednessCautions (shown: ProfileShown): string[] {
  const { found: { near: { units, terms, leftOut } }, say } = shown
  return [
    ...(units < UNITS_MIN || terms < TERMS_MIN ? [say.t('caution.profile.hint', { units, terms, unitsMin: UNITS_MIN, termsMin: TERMS_MIN })] : []),
    ...(leftOut.length === 0 ? [] : [say.t('caution.profile.leftOut', { n: leftOut.length, list: say.list(leftOut.map(p => regionName(shown, p))) })]),
    say.t('caution.profile.nobodyAsked')
  ]
}
