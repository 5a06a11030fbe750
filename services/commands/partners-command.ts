/** Candidate partners of an organisation, as the API gives them. */
import { parseArgs } from 'node:util'
import { TABLE_FORMATS } from '../contract/vocabulary.ts'
import type { Command } from './command.ts'
import { UsageError } from './command-words.ts'
import { download } from './with-service.ts'

export const partnersCommand: Command = {
  summary: 'write the candidate partners of an organisation to a file',
  usage: `amber-road partners ORGANISATION [--format ${TABLE_FORMATS.join('|')}] [--run RUN] [--query QUERY] [--out FILE]\nORGANISATION: its id; --query: what is looked for, as the API takes it\ncsv: the whole list; json: its first page, with all reasons; public profiles alone in both\nexample: amber-road partners org-7g2k9x0m4q8r --query "wanted=s3:bioeconomy&abroad=true" --out partners.csv`,
  run: async words => {
    const { values, positionals } = parseArgs({ args: words, allowPositionals: true, options: { out: { type: 'string' }, format: { type: 'string', default: 'csv' }, run: { type: 'string', default: 'latest' }, query: { type: 'string', default: '' } } })
    if (positionals.length !== 1) throw new UsageError('name one organisation by its id: amber-road partners ORGANISATION')
    const formats: readonly string[] = TABLE_FORMATS
    if (!formats.includes(values.format)) throw new UsageError(`--format is ${formats.join(' or ')}, not ${values.format}`)
    const [organisation, run] = [encodeURIComponent(positionals[0]), encodeURIComponent(values.run)]
    return await download(values.format === 'csv' ? `/api/v1/exports/partners?organisation=${organisation}&run=${run}&${values.query}` : `/api/v1/runs/${run}/organisations/${organisation}/partners?publicOnly=true&${values.query}`, values.out)
  }
}
