/** Needs and offers in and out as a file: profiles. */
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { importProfiles, PROFILE_FILE_COLUMNS } from '../casework/profiles-file.ts'
import { ImportOptions } from '../contract/import.ts'
import { clock, newKey } from '../open-service.ts'
import { loadReference } from '../reference/reference.ts'
import { show } from './command.ts'
import type { Command } from './command.ts'
import { needFile, UsageError } from './command-words.ts'
import { download, withStore } from './with-service.ts'

export const profilesCommand: Command = {
  summary: 'read needs and offers of organisations from a file, or write the public ones',
  usage: `amber-road profiles import FILE [--dry-run] [--encoding ${ImportOptions.shape.encoding.unwrap().options.join('|')}]\namber-road profiles export [--out FILE]\nFILE: separated values, one need or offer a row, with the columns ${PROFILE_FILE_COLUMNS.join(', ')}; it is read wholly or not at all. An export holds what is public alone, and can be imported as it is`,
  run: async words => {
    const { values, positionals: [verb, ...files] } = parseArgs({ args: words, allowPositionals: true, options: { 'dry-run': { type: 'boolean' }, encoding: { type: 'string' }, out: { type: 'string' } } })
    if (verb === 'export') {
      if (files.length > 0 || values['dry-run'] === true || values.encoding !== undefined) throw new UsageError('amber-road profiles export takes --out FILE and nothing else')
      return await download('/api/v1/exports/partner-profiles', values.out)
    }
    if (verb !== 'import') throw new UsageError('say what to do: amber-road profiles import FILE, or amber-road profiles export')
    if (files.length !== 1 || values.out !== undefined) throw new UsageError('name one file: amber-road profiles import FILE')
    const [path] = files
    needFile(path)
    const { dryRun, encoding } = ImportOptions.pick({ dryRun: true, encoding: true }).parse({ dryRun: values['dry-run'], encoding: values.encoding })
    return await withStore(async store => {
      const report = await importProfiles({ store, clock, newKey }, { file: { name: basename(path), open: () => createReadStream(path) }, dryRun, encoding }, loadReference())
      show(report)
      return report.errorsTotal === 0 ? 0 : 1
    })
  }
}
