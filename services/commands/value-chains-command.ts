/** Measures of an input-output table in files, without a store. */
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { UNWATCHED } from '../analysis/context.ts'
import { MeasureError } from '../analysis/measure-error.ts'
import { INPUT_OUTPUT_FORMATS, TABLE_ROLES, VALUE_ADDED_FROM } from '../contract/value-chains.ts'
import { TableRefused } from '../value-chains/check-table.ts'
import { readTable } from '../value-chains/formats/read-table.ts'
import type { TableFile, TableFormat } from '../value-chains/formats/read-table.ts'
import { TableFileError } from '../value-chains/formats/table-file-error.ts'
import { describeMeasure, findCodes, findMeasure, findResult, measureTable } from '../value-chains/measure-table.ts'
import type { ResultTable, ValueChainResult } from '../value-chains/measure.ts'
import { VALUE_CHAIN_MEASURES } from '../value-chains/registry.ts'
import { resultCsv, resultJson } from '../value-chains/result-file.ts'
import { openSystem, SingularSystem } from '../value-chains/system.ts'
import type { ValueAddedFrom } from '../value-chains/system.ts'
import { say, show } from './command.ts'
import type { Command } from './command.ts'
import { needFile, readOptions, UsageError } from './command-words.ts'

const VALUE_ADDED: readonly string[] = VALUE_ADDED_FROM
/** A command line is called wrongly where what it names is not there, or a file cannot be used. */
const CALLED_WRONGLY = [TableFileError, TableRefused, MeasureError, SingularSystem]

export const valueChainsCommand: Command = {
  summary: 'measure value chains on an input-output table in a file, without a store',
  usage: `amber-road value-chains MEASURE --table FILE [--final FILE] [--output FILE] [--countries FILE] [--names FILE] [--input-format ${INPUT_OUTPUT_FORMATS.join('|')}] [--decimal-comma] [--value-added stated|residual] [--country CODE,...] [--sector CODE,...] [--partner CODE,...] [--options JSON] [--format csv|json] [--result NAME]\namber-road value-chains --list\n--table: all of it, or intermediate inputs alone, with final demand in --final and output (and value added) in --output; files may be gzipped\n--names: what countries and sectors are called, as level (country or sector), code, name; rows show codes\n--value-added: residual is output less inputs, as most packages have it; stated is the table's own, with taxes on inputs as a part of their own\n--country, --sector, --partner: rows to show; the whole table is measured all the same\n--result: which result, where the measure gives several (country, sector, pair, ...); json holds all of them\nexample: amber-road value-chains kww --table Z.csv --final Y.csv --output X.csv --format csv`,
  run: async words => {
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        list: { type: 'boolean', default: false }, table: { type: 'string' }, final: { type: 'string' }, output: { type: 'string' }, countries: { type: 'string' }, names: { type: 'string' }, 'input-format': { type: 'string' }, 'decimal-comma': { type: 'boolean', default: false }, 'value-added': { type: 'string', default: 'residual' },
        country: { type: 'string' }, sector: { type: 'string' }, partner: { type: 'string' }, options: { type: 'string' }, format: { type: 'string', default: 'csv' }, result: { type: 'string' }
      }
    })
    if (values.list) {
      show([...VALUE_CHAIN_MEASURES.values()].map(describeMeasure))
      return 0
    }
    const [name, ...others] = positionals
    if (others.length > 0) throw new UsageError(`name one measure; "${others[0]}" is one word too many`)
    if (name === undefined || values.table === undefined) throw new UsageError('name a measure and a file: amber-road value-chains MEASURE --table FILE')
    if (values.format !== 'csv' && values.format !== 'json') throw new UsageError(`--format is csv or json, not ${values.format}`)
    if (values.format === 'json' && values.result !== undefined) throw new UsageError('--result goes with --format csv; json holds every result')
    if (!VALUE_ADDED.includes(values['value-added'])) throw new UsageError(`--value-added is ${VALUE_ADDED.join(' or ')}, not ${values['value-added']}`)
    const format = values['input-format']
    if (!isFormat(format)) throw new UsageError(`--input-format is ${INPUT_OUTPUT_FORMATS.join(', ')}, not ${format}`)
    try {
      findMeasure(name)
      const { table, checks } = await readTable(filesOf(values), { ...(format !== undefined && { format }), decimalComma: values['decimal-comma'] }, UNWATCHED)
      for (const note of [...table.about.notes, ...checks.map(({ says, count }) => `${says} (${count}).`)]) say(note)
      const system = openSystem(table, values['value-added'] as ValueAddedFrom, UNWATCHED)
      const { countries, sectors } = system.labels
      const filter = { countries: findCodes('country', countries, codes(values.country)), sectors: findCodes('sector', sectors, codes(values.sector)), partners: findCodes('country', countries, codes(values.partner)) }
      const options = readOptions(values.options)
      const measured = measureTable(system, name, options, UNWATCHED)
      tellIdentities(measured)
      const text = values.format === 'json' ? resultJson(system, { measure: name, options, valueAdded: values['value-added'] }, measured, filter) : resultCsv(system, chooseResult(measured, values.result), filter)
      await pipeline(Readable.from(text), process.stdout, { end: false })
      return 0
    } catch (error) {
      if (CALLED_WRONGLY.some(kind => error instanceof kind)) throw new UsageError((error as Error).message, { cause: error })
      throw error
    }
  }
}

const isFormat = (format: string | undefined): format is TableFormat | undefined => format === undefined || (INPUT_OUTPUT_FORMATS as readonly string[]).includes(format)

/** A table's files by what each holds. */
export function filesOf (paths: Partial<Record<TableFile['role'], string>>): TableFile[] {
  return TABLE_ROLES.flatMap(role => {
    const path = paths[role]
    if (path === undefined) return []
    needFile(path)
    return [{ role, name: basename(path), content: path }]
  })
}

const codes = (text: string | undefined): string[] => text === undefined ? [] : text.split(',').map(code => code.trim()).filter(code => code !== '')

/** By default the first, which is said. */
function chooseResult (measured: ValueChainResult, name: string | undefined): ResultTable {
  const names = Object.keys(measured.tables)
  const [chosen, table] = findResult(measured, name)
  if (name === undefined && names.length > 1) say(`Of ${names.join(', ')}, this is ${chosen}; --result names another.`)
  return table
}

/** A broken identity is an error in the data or in the arithmetic: the numbers are shown, and not to be trusted. */
function tellIdentities ({ identities }: ValueChainResult): void {
  for (const { says, residual, tolerance, at } of identities) {
    say(residual <= tolerance ? `${says}: holds, greatest residual ${residual.toExponential(1)}` : `${says}: BROKEN, residual ${residual.toExponential(1)} at ${at}. Do not use these numbers before the table has been looked at.`)
  }
}
