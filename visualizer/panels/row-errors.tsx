/** What was wrong with the rows of a file: line, column, value, and what is expected. */
import type { VNode } from 'preact'
import type { RowError } from '../../services/contract/import.ts'
import { inWords } from '../text/problem-words.ts'
import { number, t } from '../text/translate.ts'
import { DataTable } from './data-table.tsx'

/** The head of the column says that it was expected. */
const expectedText = (expected: string): string => inWords(expected).replace(/^(expected|oczekiwano) /, '')
/** Without a column it is no cell that is shown, but what the service says of the row or file. */
const valueText = ({ column, value }: RowError): string => column === null ? inWords(value) || '–' : value === '' ? `(${t('valueChains.emptyCell')})` : value

export const RowErrors = ({ errors }: { errors: RowError[] }): VNode => (
  <DataTable
    caption={t('import.errors')} rows={errors} rowKey={error => `${error.file}${error.row}${error.column ?? ''}${error.value}${error.expected}`} columns={[
      // Whoever sends one file knows which, and a phone has room for the rest.
      ...errors.some(({ file }) => file !== errors[0].file) ? [{ key: 'file', head: t('column.files'), cell: (error: RowError) => error.file }] : [],
      { key: 'row', head: t('column.row'), cell: error => number(error.row), by: error => error.row, figures: true },
      { key: 'column', head: t('column.column'), cell: error => error.column ?? '–' },
      { key: 'value', head: t('column.value'), cell: valueText },
      { key: 'expected', head: t('column.expectedWas'), cell: error => expectedText(error.expected) }
    ]}
  />
)
