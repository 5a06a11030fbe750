/** What was wrong with the rows of a file: line, column, value, and what is expected. */
import type { VNode } from 'preact'
import type { RowError } from '../../services/contract/import.ts'
import { number, t } from '../text/translate.ts'
import { DataTable } from './data-table.tsx'

export const RowErrors = ({ errors }: { errors: RowError[] }): VNode => (
  <DataTable
    caption={t('import.errors')} rows={errors} rowKey={error => `${error.file}${error.row}${error.column ?? ''}${error.value}${error.expected}`} columns={[
      { key: 'file', head: t('column.files'), cell: error => error.file },
      { key: 'row', head: t('column.row'), cell: error => number(error.row), by: error => error.row, figures: true },
      { key: 'column', head: t('column.column'), cell: error => error.column ?? '–' },
      { key: 'value', head: t('column.value'), cell: error => error.value },
      { key: 'expected', head: t('column.expectedWas'), cell: error => error.expected }
    ]}
  />
)
