/** Declared priorities in and out as a file: priorities. */
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { importPriorities, PRIORITY_FILE_COLUMNS } from '../casework/priorities-file.ts'
import { ImportOptions } from '../contract/import.ts'
import { clock } from '../open-service.ts'
import { loadReference } from '../reference/reference.ts'
import { show } from './command.ts'
import type { Command } from './command.ts'
import { needFile, UsageError } from './command-words.ts'
import { download, withStore } from './with-service.ts'

export const prioritiesCommand: Command = {
  summary: 'read or write what regions have declared as their specialisation',
  usage: `amber-road priorities import FILE [--dry-run] [--encoding ${ImportOptions.shape.encoding.unwrap().options.join('|')}]\namber-road priorities export [--out FILE]\nFILE: separated values with the columns ${PRIORITY_FILE_COLUMNS.join(', ')}; it takes the place of what its regions had declared, wholly or not at all\nexample: amber-road priorities import seeds/declared-priorities/hamburg.csv`,
  run: async words => {
    const { values, positionals: [verb, ...files] } = parseArgs({ args: words, allowPositionals: true, options: { 'dry-run': { type: 'boolean' }, encoding: { type: 'string' }, out: { type: 'string' } } })
    if (verb === 'export') {
      if (files.length > 0 || values['dry-run'] === true || values.encoding !== undefined) throw new UsageError('amber-road priorities export takes --out FILE and nothing else')
      return await download('/api/v1/exports/declared-priorities', values.out)
    }
    if (verb !== 'import') throw new UsageError('say what to do: amber-road priorities import FILE, or amber-road priorities export')
    if (files.length !== 1 || values.out !== undefined) throw new UsageError('name one file: amber-road priorities import FILE')
    const [path] = files
    needFile(path)
    const { dryRun, encoding } = ImportOptions.pick({ dryRun: true, encoding: true }).parse({ dryRun: values['dry-run'], encoding: values.encoding })
    return await withStore(async store => {
      const report = await importPriorities(store, { file: { name: basename(path), open: () => createReadStream(path) }, dryRun, encoding }, loadReference(), clock)
      show(report)
      return report.errorsTotal === 0 ? 0 : 1
    })
  }
}
