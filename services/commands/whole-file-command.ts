/** Commands for what people keep as a file: import, read wholly or not at all, and export. */
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import type { GivenFile } from '../casework/whole-file.ts'
import { ImportOptions } from '../contract/import.ts'
import type { GraphStore } from '../store/graph-store.ts'
import { show } from './command.ts'
import type { Command } from './command.ts'
import { needFile, UsageError } from './command-words.ts'
import { download, withStore } from './with-service.ts'

interface Parts {
  name: string
  summary: string
  /** What the file holds, below the lines of the usage. */
  says: string
  /** Of the API, that the export is asked from. */
  exportPath: string
  read: (store: GraphStore, given: GivenFile) => Promise<{ errorsTotal: number }>
}

export const wholeFileCommand = ({ name, summary, says, exportPath, read }: Parts): Command => ({
  summary,
  usage: `amber-road ${name} import FILE [--dry-run] [--encoding ${ImportOptions.shape.encoding.unwrap().options.join('|')}]\namber-road ${name} export [--out FILE]\n${says}`,
  run: async words => {
    const { values, positionals: [verb, ...files] } = parseArgs({ args: words, allowPositionals: true, options: { 'dry-run': { type: 'boolean' }, encoding: { type: 'string' }, out: { type: 'string' } } })
    if (verb === 'export') {
      if (files.length > 0 || values['dry-run'] === true || values.encoding !== undefined) throw new UsageError(`amber-road ${name} export takes --out FILE and nothing else`)
      return await download(exportPath, values.out)
    }
    if (verb !== 'import') throw new UsageError(`say what to do: amber-road ${name} import FILE, or amber-road ${name} export`)
    if (files.length !== 1 || values.out !== undefined) throw new UsageError(`name one file: amber-road ${name} import FILE`)
    const [path] = files
    needFile(path)
    const { dryRun, encoding } = ImportOptions.pick({ dryRun: true, encoding: true }).parse({ dryRun: values['dry-run'], encoding: values.encoding })
    return await withStore(async store => {
      const report = await read(store, { file: { name: basename(path), open: () => createReadStream(path) }, dryRun, encoding })
      show(report)
      return report.errorsTotal === 0 ? 0 : 1
    })
  }
})
