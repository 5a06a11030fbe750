/** An input-output table from files into the configured store. */
import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { INPUT_OUTPUT_FORMATS, TableOptions } from '../contract/value-chains.ts'
import { TableProblem } from '../kept-tables/table-service.ts'
import { openTables } from '../open-service.ts'
import { say, show } from './command.ts'
import type { Command } from './command.ts'
import { UsageError } from './command-words.ts'
import { filesOf } from './value-chains-command.ts'
import { withStore } from './with-service.ts'

export const importTableCommand: Command = {
  summary: 'read an input-output table into the store: wholly in or not at all',
  usage: `amber-road import-table FILE [--final FILE] [--output FILE] [--countries FILE] [--names FILE] [--input-format ${INPUT_OUTPUT_FORMATS.join('|')}] [--title TEXT] [--year YEAR] [--unit TEXT] [--source TEXT] [--decimal-comma] [--dry-run]\nFILE: all of it, or intermediate inputs alone, with final demand in --final and output (and value added) in --output; files may be gzipped\n--names: what countries and sectors are called, as level (country or sector), code, name\n--dry-run: read and check everything, keep nothing\nOECD and FIGARO tables come as one file each year, which is FILE; WIOD as long CSV in three\nexample: amber-road import-table 2018.csv --title "OECD ICIO 2023" --year 2018 --unit "million USD" --source "OECD (2023), Inter-Country Input-Output Tables"`,
  run: async words => {
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        final: { type: 'string' }, output: { type: 'string' }, countries: { type: 'string' }, names: { type: 'string' }, 'input-format': { type: 'string' }, title: { type: 'string' }, year: { type: 'string' }, unit: { type: 'string' }, source: { type: 'string' }, 'decimal-comma': { type: 'boolean' }, 'dry-run': { type: 'boolean' }
      }
    })
    if (positionals.length !== 1) throw new UsageError('name one file; final demand and output in files of their own go with --final and --output')
    const { 'input-format': format, title, year, unit, source, 'decimal-comma': decimalComma, 'dry-run': dryRun } = values
    const options = TableOptions.parse({ format, title, year, unit, source, decimalComma, dryRun })
    const files = filesOf({ ...values, table: positionals[0] })
    return await withStore(async store => {
      const tables = openTables(store, readConfig())
      try {
        const { table, kept, already } = await tables.read(files, options)
        for (const note of [...table.notes, ...table.checks.map(({ says, count }) => `${says} (${count}).`)]) say(note)
        const { labels: _labels, ...told } = table
        show({ ...told, kept: kept && !already, already })
        return 0
      } catch (error) {
        if (!(error instanceof TableProblem)) throw error
        throw new UsageError(error.message, { cause: error })
      } finally {
        await tables.close()
      }
    })
  }
}
