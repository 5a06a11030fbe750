/** One registered measure on one table: the request checked, the result with what a reader must know to judge it. */
import { z } from 'zod'
import type { Context } from '../analysis/context.ts'
import type { TableMeasure } from '../contract/value-chains.ts'
import { MeasureError } from '../analysis/measure-error.ts'
import { VALUE_CHAIN_MEASURES } from './registry.ts'
import type { ResultTable, ValueChainMeasure, ValueChainResult } from './measure.ts'
import type { System } from './system.ts'

export function findMeasure (name: string): ValueChainMeasure {
  const found = VALUE_CHAIN_MEASURES.get(name)
  if (found !== undefined) return found
  throw new MeasureError(`"${name.slice(0, 60)}" is not a measure of input-output tables; there are ${[...VALUE_CHAIN_MEASURES.keys()].join(', ')}.`)
}

/** Throws MeasureError, ZodError for its options. */
export const measureTable = (system: System, name: string, options: Record<string, unknown>, context: Context): ValueChainResult => {
  const { compute, options: schema } = findMeasure(name)
  return compute(system, schema.strict().parse(options) as never, context)
}

/** As the table writes it; case is forgiven where no code is written just so. Undefined where there is none. */
export const findCode = (known: readonly string[], asked: string): string | undefined =>
  known.find(code => code === asked) ?? known.find(code => code.toLowerCase() === asked.toLowerCase())

/** Codes as findCode finds them. Throws MeasureError with what there is. */
export function findCodes (what: string, known: readonly string[], asked: readonly string[]): string[] {
  return asked.map(code => {
    const found = findCode(known, code)
    if (found === undefined) throw new MeasureError(`The table has no ${what} "${code.slice(0, 60)}"; it has ${known.join(', ')}.`)
    return found
  })
}

/** One of the results by its name, the first where none is given. Throws MeasureError with what there is. */
export function findResult ({ tables }: ValueChainResult, name = Object.keys(tables)[0]): [string, ResultTable] {
  const found = Object.hasOwn(tables, name) ? tables[name] : undefined
  if (found === undefined) throw new MeasureError(`This measure gives no result "${name.slice(0, 60)}"; with these options it gives ${Object.keys(tables).join(', ')}.`)
  return [name, found]
}

/** What the list of measures tells of one. */
export const describeMeasure = ({ name, says, source, needs, options, gives }: ValueChainMeasure): TableMeasure => ({
  name, says, source, needs, options: z.toJSONSchema(options, { io: 'input' }),
  results: Object.entries(gives).map(([result, { level, columns }]) => ({ name: result, level, columns: Object.entries(columns).map(([column, meaning]) => ({ name: column, ...meaning })) }))
})
