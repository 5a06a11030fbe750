/** One value of a result as a reader sees it: names instead of ids and codes, yes and no instead of 1 and 0. */
import type { VNode } from 'preact'
import type { Run } from '../../../services/contract/run.ts'
import { ORGANISATION_KINDS } from '../../../services/contract/vocabulary.ts'
import { countryName, domainName } from '../../api/service.ts'
import { figure, number, t } from '../../text/translate.ts'
import { OrganisationLink } from '../chip.tsx'
import { choiceName } from './words.ts'

export type Cell = number | string | null

/** Columns of 1 and 0. */
const FLAGS = new Set(['kept', 'concentrated', 'groupConcentrated', 'hasSoleSupplier', 'hubPossible', 'specialised'])
const GROUPS = new Set(['group', 'a', 'b', 'receiver', 'giver'])
/** Its columns a and b hold fields, not groups. */
const PAIRS_OF_TERMS = 'relatedness'

export function valueText (column: string, value: number | null): string {
  if (value === null) return t('values.undefined')
  if (FLAGS.has(column)) return t(value === 0 ? 'word.no' : 'word.yes')
  return Number.isInteger(value) ? number(value) : figure(value)
}

export function ResultCell ({ column, value, request, names }: { column: string, value: Cell, request: Run['request'], names: Record<string, string> }): VNode {
  if (typeof value !== 'string') return <>{valueText(column, value)}</>
  if (value.startsWith('org-')) return <OrganisationLink id={value} name={names[value] ?? value} />
  return <>{names[value] ?? codeName(column, value, request)}</>
}

function codeName (column: string, code: string, { algorithm, group }: Run['request']): string {
  if (column === 'term' || (algorithm === PAIRS_OF_TERMS && GROUPS.has(column))) return domainName(code)
  if (!GROUPS.has(column)) return choiceName(code)
  if (group === 'country') return countryName(code)
  const kind = ORGANISATION_KINDS.find(each => each === code)
  return group === 'kind' && kind !== undefined ? t(`kind.${kind}`) : code
}
