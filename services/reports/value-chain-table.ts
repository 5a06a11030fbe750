/** One result of a measure on an input-output table as a document, for XLSX: the rows, what each column means, and what a reader must know to judge them. */
import type { MeasurePage, TableDetail, TableMeasure } from '../contract/value-chains.ts'
import type { Column, Document } from '../documents/document.ts'
import { documentWords } from './say.ts'
import { sayIn } from './words.ts'

export interface ResultToWrite { table: TableDetail, measure: TableMeasure, page: Pick<MeasurePage, 'result' | 'columns' | 'items' | 'identities'>, valueAdded: string }

/** In English, as names of columns and formulas are. */
export function valueChainTable ({ table, measure, page: { result, columns, items, identities }, valueAdded }: ResultToWrite): Document {
  const meanings = measure.results.find(({ name }) => name === result)?.columns ?? []
  const unitOf = new Map(meanings.map(({ name, unit }) => [name, unit]))
  const column = (key: string): Column => ({ key, head: key, kind: items.some(row => typeof row[key] === 'string') ? 'text' : unitOf.get(key) === 'share' ? 'share' : 'number' })
  const cell = (value: string | number | null) => ({ value, text: value === null ? '' : String(value) })
  return {
    language: 'en',
    title: `${measure.name}: ${measure.says}`,
    subtitle: table.title,
    fileName: resultFileName(table, measure.name, result),
    createdAt: table.importedAt,
    facts: [
      { label: 'Table', value: table.title }, { label: 'Year', value: table.year === null ? 'not stated' : String(table.year) }, { label: 'Unit of amounts', value: table.unit }, { label: 'Hash of the table', value: table.hash },
      { label: 'Result', value: result }, { label: 'Value added', value: valueAdded === 'stated' ? 'as the table states it' : 'output less intermediate inputs' }, { label: 'Source of the measure', value: measure.source },
      ...table.notes.map(note => ({ label: 'Note of the table', value: note })),
      ...table.checks.map(({ says, count }) => ({ label: 'Remark on the table', value: `${says} (${count}).` })),
      ...identities.map(({ says, residual, tolerance, at }) => ({ label: `Check: ${says}`, value: `greatest difference ${residual.toExponential(1)}${at === '' ? '' : ` at ${at}`}${residual <= tolerance ? '' : '; more than rounding: read the notes of the table before using these numbers'}` }))
    ],
    cover: false,
    footer: `${measure.name}, ${table.title}`,
    sections: [
      {
        id: 'result',
        title: result,
        blocks: [{ type: 'table', id: 'rows', name: result, caption: measure.says, columns: columns.map(column), rows: items.map(row => columns.map(key => cell(row[key] ?? null))) }]
      },
      {
        id: 'columns',
        title: 'Columns',
        blocks: [{
          type: 'table',
          id: 'meanings',
          name: 'columns',
          caption: 'What each column means.',
          columns: ['column', 'meaning', 'formula', 'unit'].map(key => ({ key, head: key, kind: 'text' })),
          rows: meanings.map(({ name, says, formula, unit }) => [name, says, formula, unit].map(cell))
        }]
      }
    ],
    attribution: [table.source],
    words: documentWords(sayIn('en'))
  }
}

/** Without its ending: letters, digits and hyphens. */
export const resultFileName = ({ hash, year }: Pick<TableDetail, 'hash' | 'year'>, measure: string, result: string): string => ['amber-road', measure, result, ...year === null ? [] : [String(year)], hash.slice(0, 8)].join('-')
