/** What a store holds, and how it comes in: status, import, seed. */
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { ImportOptions } from '../contract/import.ts'
import { importFiles } from '../ingest/import-files.ts'
import { clock, loadSeedTable, seedEmptyStore } from '../open-service.ts'
import { say, show, tellProgress } from './command.ts'
import type { Command } from './command.ts'
import { needFile, readOptions, takeNoWords, UsageError } from './command-words.ts'
import { withStore } from './with-service.ts'

export const statusCommand: Command = {
  summary: 'say what the store holds',
  usage: 'amber-road status',
  run: async words => {
    takeNoWords('status', words)
    return await withStore(async store => {
      show({ store: store.kind, ...await store.revision(), ...await store.counts() })
      return 0
    })
  }
}

export const importCommand: Command = {
  summary: 'read files into the store: wholly in or wholly out',
  usage: 'amber-road import --format FORMAT [--source KEY] [--dry-run] [--on-error refuse|skip] [--options JSON] FILE...\nformats: organisations-csv links-csv memberships-csv cordis horizon2020; files may be gzipped',
  run: async words => {
    const { values, positionals } = parseArgs({ args: words, allowPositionals: true, options: { format: { type: 'string' }, source: { type: 'string' }, 'dry-run': { type: 'boolean', default: false }, 'on-error': { type: 'string' }, options: { type: 'string' } } })
    if (positionals.length === 0) throw new UsageError('name at least one file')
    positionals.forEach(needFile)
    const options = ImportOptions.strict().parse({ ...readOptions(values.options), format: values.format, dryRun: values['dry-run'], ...(values.source !== undefined && { source: values.source }), ...(values['on-error'] !== undefined && { onError: values['on-error'] }) })
    return await withStore(async store => {
      const files = positionals.map(path => ({ name: basename(path), open: () => createReadStream(path) }))
      const report = await importFiles(store, files, options, { clock, signal: new AbortController().signal, progress: tellProgress })
      show(report)
      return report.status === 'completed' || (report.status === 'checked' && report.errorsTotal === 0) ? 0 : 1
    })
  }
}

export const seedCommand: Command = {
  summary: 'load the Horizon 2020 seed and an input-output table into an empty store',
  usage: 'amber-road seed        refuses a store that holds data, but gives it the table where it has none; "npm run seed -- --synthetic" loads the synthetic one',
  run: async words => {
    takeNoWords('seed', words)
    return await withStore(async store => {
      const loaded = await seedEmptyStore(store, readConfig(), { clock, signal: new AbortController().signal, progress: tellProgress })
      if (loaded === null && (await store.listTables()).length === 0) {
        say(`The store holds organisations already and is left as it is; it had no input-output table, and has one now: ${(await loadSeedTable(store, readConfig())).title}.`)
        return 0
      }
      if (loaded === null) {
        say('The store holds data already; seeds go into an empty store only. Point DATA_DIR or NEO4J_DATABASE at another one.')
        return 1
      }
      show(loaded.reports)
      say(`Input-output table: ${loaded.table.title}.`)
      return 0
    })
  }
}
