/** What the API gives as files: export, results, quality. */
import { parseArgs } from 'node:util'
import { RESULT_FORMATS, TABLE_FORMATS } from '../contract/vocabulary.ts'
import type { Command } from './command.ts'
import { UsageError } from './command-words.ts'
import { download } from './with-service.ts'

export const exportCommand: Command = {
  summary: 'write a view or a list of the newest run to a file',
  usage: 'amber-road export WHAT [--out FILE] [--query QUERY]\nWHAT: clusters, clusters/C6, organisations/ID (with --query format=gexf|graphml|csv|json|vosviewer), organisations-network (all of them, same formats), or the lists organisations, cluster-list, results, bridges (CSV)\nexample: amber-road export clusters/C6 --query "format=graphml&country=PL,LT" --out c6.graphml',
  run: async words => {
    const { values, positionals } = parseArgs({ args: words, allowPositionals: true, options: { out: { type: 'string' }, query: { type: 'string', default: '' } } })
    if (positionals.length !== 1) throw new UsageError('name one thing to export')
    return await download(`/api/v1/exports/${positionals[0]}?${values.query}`, values.out)
  }
}

export const resultsCommand: Command = {
  summary: 'write the values of a run of any kind to a file',
  usage: `amber-road results RUN [--format ${RESULT_FORMATS.join('|')}] [--table NAME] [--out FILE]\nRUN: its id, or latest: the newest that found clusters; --format arrow: an Apache Arrow IPC stream, columns: JSON by column\n--table: a table of the run instead, as csv or json\nexample: amber-road results run-0123456789ab --format arrow --out values.arrows`,
  run: async words => {
    const { values, positionals } = parseArgs({ args: words, allowPositionals: true, options: { out: { type: 'string' }, format: { type: 'string', default: 'csv' }, table: { type: 'string' } } })
    if (positionals.length !== 1) throw new UsageError('name one run: amber-road results RUN')
    const formats: readonly string[] = values.table === undefined ? RESULT_FORMATS : TABLE_FORMATS
    if (!formats.includes(values.format)) throw new UsageError(`--format is ${formats.join(' or ')}, not ${values.format}`)
    const run = encodeURIComponent(positionals[0])
    return await download(values.table === undefined ? `/api/v1/exports/results?run=${run}&format=${values.format}` : `/api/v1/runs/${run}/tables/${encodeURIComponent(values.table)}?format=${values.format}`, values.out)
  }
}

export const qualityCommand: Command = {
  summary: 'say what the data covers and lacks, or which entries may be one organisation',
  usage: `amber-road quality coverage|duplicates [--format ${TABLE_FORMATS.join('|')}] [--out FILE]\nnothing is merged by a command: people decide on the page or with POST /api/v1/merges\nexample: amber-road quality duplicates --format csv --out duplicates.csv`,
  run: async words => {
    const { values, positionals } = parseArgs({ args: words, allowPositionals: true, options: { out: { type: 'string' }, format: { type: 'string', default: 'json' } } })
    if (positionals.length !== 1 || !['coverage', 'duplicates'].includes(positionals[0])) throw new UsageError('name one of the two: amber-road quality coverage, or amber-road quality duplicates')
    if (!(TABLE_FORMATS as readonly string[]).includes(values.format)) throw new UsageError(`--format is ${TABLE_FORMATS.join(' or ')}, not ${values.format}`)
    return await download(`/api/v1/exports/${positionals[0]}?format=${values.format}`, values.out)
  }
}
