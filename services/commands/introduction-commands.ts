/** Introductions as a file, and the brief of a pair. */
import { parseArgs } from 'node:util'
import { BRIEF_FORMATS } from '../contract/introduction-brief.ts'
import { DOCUMENT_LANGUAGES } from '../contract/report.ts'
import { TABLE_FORMATS } from '../contract/vocabulary.ts'
import type { Command } from './command.ts'
import { UsageError } from './command-words.ts'
import { download } from './with-service.ts'

const oneOf = (words: readonly string[], word: string): boolean => words.includes(word)

export const introductionsCommand: Command = {
  summary: 'write introductions, those overdue first',
  usage: `amber-road introductions [--format ${TABLE_FORMATS.join('|')}] [--out FILE]        JSON with their history`,
  run: async words => {
    const { values } = parseArgs({ args: words, options: { format: { type: 'string', default: 'csv' }, out: { type: 'string', short: 'o' } } })
    if (!oneOf(TABLE_FORMATS, values.format)) throw new UsageError(`--format is one of ${TABLE_FORMATS.join(', ')}, not "${values.format}"`)
    return await download(`/api/v1/exports/introductions?format=${values.format}`, values.out)
  }
}

export const briefCommand: Command = {
  summary: 'write the one-page introduction brief of two organisations',
  usage: `amber-road brief FROM TO [--format ${BRIEF_FORMATS.join('|')}] [--language ${DOCUMENT_LANGUAGES.join('|')}] [--run RUN] [--profile PROFILE] [--query QUERY] [--out FILE]\n--profile: id of a public need or offer of FROM that the list was made for; --query: what else it was asked for, as the API takes it\nplace, score and reasons are those of that list\nexample: amber-road brief org-7g2k9x0m4q8r org-0v5n8s1t6w3y --query "wanted=s3:bioeconomy&abroad=true" --out brief.pdf`,
  run: async words => {
    const { values, positionals: [from, to, ...more] } = parseArgs({ args: words, allowPositionals: true, options: { format: { type: 'string', default: 'pdf' }, language: { type: 'string', default: 'en' }, run: { type: 'string', default: 'latest' }, profile: { type: 'string' }, query: { type: 'string', default: '' }, out: { type: 'string', short: 'o' } } })
    if (to === undefined || more.length > 0) throw new UsageError(`Name two organisations by their ids.\n${briefCommand.usage}`)
    if (!oneOf(BRIEF_FORMATS, values.format)) throw new UsageError(`--format is one of ${BRIEF_FORMATS.join(', ')}, not "${values.format}"`)
    if (!oneOf(DOCUMENT_LANGUAGES, values.language)) throw new UsageError(`--language is one of ${DOCUMENT_LANGUAGES.join(', ')}, not "${values.language}"`)
    const asked = new URLSearchParams(values.query)
    for (const [key, value] of Object.entries({ from, to, run: values.run, language: values.language, format: values.format, profile: values.profile })) if (value !== undefined) asked.set(key, value)
    return await download(`/api/v1/introductions/brief?${asked.toString()}`, values.out)
  }
}
