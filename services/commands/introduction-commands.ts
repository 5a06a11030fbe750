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
  usage: `amber-road brief FROM TO [--format ${BRIEF_FORMATS.join('|')}] [--language ${DOCUMENT_LANGUAGES.join('|')}] [--run RUN] [--out FILE]`,
  run: async words => {
    const { values, positionals: [from, to, ...more] } = parseArgs({ args: words, allowPositionals: true, options: { format: { type: 'string', default: 'pdf' }, language: { type: 'string', default: 'en' }, run: { type: 'string', default: 'latest' }, out: { type: 'string', short: 'o' } } })
    if (to === undefined || more.length > 0) throw new UsageError(`Name two organisations by their ids.\n${briefCommand.usage}`)
    if (!oneOf(BRIEF_FORMATS, values.format)) throw new UsageError(`--format is one of ${BRIEF_FORMATS.join(', ')}, not "${values.format}"`)
    if (!oneOf(DOCUMENT_LANGUAGES, values.language)) throw new UsageError(`--language is one of ${DOCUMENT_LANGUAGES.join(', ')}, not "${values.language}"`)
    return await download(`/api/v1/introductions/brief?${new URLSearchParams({ from, to, run: values.run, language: values.language, format: values.format }).toString()}`, values.out)
  }
}
