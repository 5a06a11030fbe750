/** What algorithms, options, columns and tables are called, in the language of the page; what has no word there keeps the service's own. */
import type { AlgorithmDescription, Run } from '../../../services/contract/run.ts'
import { en } from '../../text/en.ts'
import { date, figure, number, t, time } from '../../text/translate.ts'
import type { Key } from '../../text/translate.ts'

const isKey = (key: string): key is Key => key in en
const word = (key: string, otherwise: string): string => isKey(key) ? t(key) : otherwise

export const titleOf = ({ name, title }: Pick<AlgorithmDescription, 'name' | 'title'>): string => word(`title.${name}`, title)
export const titleOfRun = ({ request: { algorithm } }: Pick<Run, 'request'>): string => titleOf({ name: algorithm, title: algorithm })
export const sentenceOf = ({ name, says }: Pick<AlgorithmDescription, 'name' | 'says'>): string => word(`sentence.${name}`, says)
export const familyName = (family: string): string => word(`family.${family}`, family)

/** networkSizeMax -> Network size max. */
const apart = (name: string): string => name.replace(/([A-Z])/g, ' $1').toLowerCase().replace(/^./, first => first.toUpperCase())

export const optionName = (option: string): string => word(`option.${option}`, apart(option))
export const optionHint = (option: string, description = ''): string => word(`optionHint.${option}`, description)
export const choiceName = (choice: string): string => word(`choice.${choice}`, choice)
export const figureName = (algorithm: string, column: string): string => word(`figure.${algorithm}.${column}`, word(`figure.${column}`, apart(column)))
export const tableName = (table: string): string => word(`tableOf.${table}`, apart(table))

/** A value of an option in words. */
export function optionValue (value: unknown): string {
  if (Array.isArray(value)) return value.map(optionValue).join(', ')
  if (typeof value === 'boolean') return t(value ? 'word.yes' : 'word.no')
  if (typeof value === 'number') return Number.isInteger(value) ? number(value) : figure(value)
  return choiceName(String(value))
}

/** By which a run is told from others in a list: what it looked for, and when. */
export const runName = (run: Run): string => `${titleOfRun(run)}, ${date(run.requestedAt)}, ${time(run.requestedAt)}`
