/** A cluster report as a file: report. */
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { DOCUMENT_LANGUAGES, REPORT_FORMATS, REPORT_TEMPLATES, ReportQuery, SUPPRESS_BELOW_DEFAULT } from '../contract/report.ts'
import type { Command } from './command.ts'
import { UsageError } from './command-words.ts'
import { download } from './with-service.ts'

const Format = z.object({ format: z.enum(REPORT_FORMATS) })

export const reportCommand: Command = {
  summary: 'write a report on the clusters of countries and regions',
  usage: `amber-road report --countries CODES and/or --regions CODES --format ${REPORT_FORMATS.join('|')} [-o FILE] [--run RUN] [--template ${REPORT_TEMPLATES.join('|')}] [--cluster CODE] [--since RUN] [--language ${DOCUMENT_LANGUAGES.join('|')}] [--suppress-below N]\nCODES: countries such as PL,LT and NUTS codes such as PL84,LV008, between commas; RUN: its id, or latest, which is the default\n--since: what became of the clusters of an earlier run; --suppress-below: smaller counts are withheld, ${SUPPRESS_BELOW_DEFAULT} if left out; csv is a zip with a file for each table\nexample: amber-road report --regions PL84,LV008 --format pdf -o report.pdf`,
  run: async words => {
    const text = { type: 'string' } as const
    const { values } = parseArgs({ args: words, options: { countries: text, regions: text, run: text, template: text, cluster: text, since: text, language: text, 'suppress-below': text, format: text, out: { ...text, short: 'o' } } })
    const { 'suppress-below': suppressBelow, out, ...rest } = values
    if (rest.countries === undefined && rest.regions === undefined) throw new UsageError('name a group: --countries PL,LT or --regions PL84,LV008')
    if (rest.format === undefined) throw new UsageError(`say in which format: --format ${REPORT_FORMATS.join('|')}`)
    const query = { ...rest, ...(suppressBelow !== undefined && { suppressBelow }) }
    ReportQuery.extend(Format.shape).parse(query)
    return await download(`/api/v1/reports?${new URLSearchParams(query as Record<string, string>).toString()}`, out)
  }
}
