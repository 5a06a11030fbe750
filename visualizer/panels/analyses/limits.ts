/** What a field of the form takes, as a sentence: its help, and what is said when it holds something else. */
import type { FieldProblems, OptionSchema } from '../../api/analysis.ts'
import { number, t } from '../../text/translate.ts'

/** Limits beyond this are those of the arithmetic, not of the subject. */
const LIMIT_SHOWN_MAX = 1e9
/** Enough for the smallest limit, 0.00001. */
const exact = (limit: number): string => Number.isInteger(limit) ? number(limit) : limit < 1e-6 ? String(limit) : number(limit, String(limit).split(/\.|e-/)[1].length)

/** From and to, where there are such; '' for what takes any word. */
export function limitsOf (schema: OptionSchema): string {
  if (schema.type === 'array') return t('analysis.list')
  if (schema.type !== 'number' && schema.type !== 'integer') return ''
  const { minimum, exclusiveMinimum, maximum = schema.exclusiveMaximum } = schema
  const to = maximum !== undefined && maximum <= LIMIT_SHOWN_MAX ? exact(maximum) : null
  const kind = schema.type === 'integer' ? 'whole' : 'any'
  if (minimum !== undefined) return to === null ? t(`limit.${kind}.from`, { from: exact(minimum) }) : t(`limit.${kind}.range`, { from: exact(minimum), to })
  if (exclusiveMinimum !== undefined) return to === null ? t(`limit.${kind}.above`, { from: exact(exclusiveMinimum) }) : t(`limit.${kind}.aboveTo`, { from: exact(exclusiveMinimum), to })
  return t(`limit.${kind}`)
}

/** The service's words for a field, as a sentence of the page where it has one: for a number, what it may be. */
export function problemSentences (problems: FieldProblems, options: Array<[string, OptionSchema]>): FieldProblems {
  return Object.fromEntries(Object.entries(problems).map(([field, message]) => {
    const schema = options.find(([name]) => field === `options.${name}`)?.[1]
    if (field === 'seed') return [field, t('analysis.wrong', { limits: t('limit.whole.range', { from: exact(0), to: exact(2 ** 32 - 1) }) })]
    if (field === 'startFrom') return [field, t('analysis.wrongStart')]
    if (schema !== undefined && (schema.type === 'number' || schema.type === 'integer')) return [field, t('analysis.wrong', { limits: limitsOf(schema) })]
    if (schema?.type === 'array' && schema.items !== undefined && schema.items.type !== 'string') return [field, t('analysis.wrong', { limits: `${limitsOf(schema)} ${limitsOf(schema.items)}` })]
    return [field, asSentence(message)]
  }))
}

const asSentence = (message: string): string => message.replace(/^./, first => first.toUpperCase()).replace(/([^.!?])$/, '$1.')
