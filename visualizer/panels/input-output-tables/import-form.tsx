/** A table from its files: checked or imported, with what was found by cell, or what was wrong with which file, row, column and value. */
import { useState } from 'preact/hooks'
import type { VNode } from 'preact'
import type { Problem } from '../../../services/contract/problem.ts'
import { INPUT_OUTPUT_FORMATS, TABLE_ROLES } from '../../../services/contract/value-chains.ts'
import type { TableDetail, TableOptions } from '../../../services/contract/value-chains.ts'
import { sendTable } from '../../api/value-chains.ts'
import { inWords } from '../../text/problem-words.ts'
import { t } from '../../text/translate.ts'
import { Go } from '../chip.tsx'
import { DataTable } from '../data-table.tsx'
import { problemOf } from '../notices.tsx'
import { shortHash, tableName } from './table-bar.tsx'
import { TableChecks } from './table-checks.tsx'

const TEXTS = ['title', 'unit', 'source'] as const

interface Sent { table: TableDetail, kept: boolean, already: boolean }
type Outcome = Sent | { problem: Problem | null }

/** `onKept`: where the form itself goes once a table is kept, so that its words must stand elsewhere. */
export function ImportForm ({ onKept }: { onKept?: (table: TableDetail, says: string) => void }): VNode {
  const [busy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const send = async (form: HTMLFormElement, dryRun: boolean): Promise<void> => {
    setBusy(true)
    setOutcome(null)
    try {
      const sent = await sendTable(filesOf(form), { ...optionsOf(form), dryRun })
      setOutcome(sent)
      if (sent.kept) onKept?.(sent.table, saySent(sent))
    } catch (error) {
      setOutcome({ problem: problemOf(error as Error) })
    }
    setBusy(false)
  }
  return (
    <section class='card full' aria-labelledby='import-table'>
      <h2 id='import-table'>{t('valueChains.import')}</h2>
      <p class='hint'>{t('valueChains.importHint')}</p>
      <p class='hint'>{t('valueChains.importShape')}</p>
      <p class='hint'>{t('valueChains.importNewest')}</p>
      <form class='import table-import' onSubmit={event => { event.preventDefault(); void send(event.currentTarget, (event.submitter as HTMLButtonElement | null)?.value === 'check') }}>
        {TABLE_ROLES.map(role => <label key={role}>{t(`valueChains.role.${role}`)} <input type='file' name={role} accept='.csv,.gz,.tsv,.txt' required={role === 'table'} /></label>)}
        <label>{t('valueChains.importTitle')} <input type='text' name='title' maxLength={200} /></label>
        <label>{t('valueChains.importYear')} <input type='text' name='year' inputMode='numeric' pattern='[12]\d{3}' maxLength={4} /></label>
        <label>{t('valueChains.importUnit')} <input type='text' name='unit' maxLength={200} placeholder={t('valueChains.importUnitExample')} /></label>
        <label>{t('valueChains.importSource')} <input type='text' name='source' maxLength={200} placeholder={t('valueChains.importSourceExample')} /></label>
        <label>{t('valueChains.importFormat')} <select name='format'><option value=''>{t('valueChains.format.auto')}</option>{INPUT_OUTPUT_FORMATS.map(format => <option key={format} value={format}>{t(`valueChains.format.${format}`)}</option>)}</select></label>
        <label class='inline'><input type='checkbox' name='decimalComma' /> {t('valueChains.decimalComma')}</label>
        <p class='actions'><button type='submit' value='check' class='button' disabled={busy}>{t('valueChains.check.button')}</button> <button type='submit' value='write' class='button primary' disabled={busy}>{t('valueChains.importButton')}</button></p>
      </form>
      <div aria-live='polite' class='import-outcome'>
        {busy && <p role='status'>{t('valueChains.importing')}</p>}
        {outcome !== null && ('table' in outcome ? <Read {...outcome} /> : <Refused {...outcome} />)}
      </div>
    </section>
  )
}

const filesOf = (form: HTMLFormElement): Array<[string, File]> => {
  const given = new FormData(form)
  return TABLE_ROLES.flatMap(role => {
    const file = given.get(role)
    return file instanceof File && file.name !== '' ? [[role, file] as [string, File]] : []
  })
}

function optionsOf (form: HTMLFormElement): Partial<TableOptions> {
  const given = new FormData(form)
  const text = (name: string): string => String(given.get(name) ?? '').trim()
  return {
    ...Object.fromEntries(TEXTS.filter(name => text(name) !== '').map(name => [name, text(name)])),
    ...text('year') !== '' && { year: Number(text('year')) },
    ...text('format') !== '' && { format: INPUT_OUTPUT_FORMATS.find(format => format === text('format')) },
    decimalComma: given.get('decimalComma') === 'on'
  }
}

function saySent ({ table, kept, already }: Sent): string {
  const { countries, sectors } = table
  if (!kept) return t('valueChains.checked', { countries, sectors })
  return already ? t('valueChains.keptBefore', { title: tableName(table) }) : t('valueChains.imported', { title: tableName(table), countries, sectors })
}

const Read = ({ table, kept, already }: Sent): VNode => (
  <>
    <p><strong>{saySent({ table, kept, already })}</strong>
      {kept && <> <Go to={{ choices: { table: shortHash(table.hash) } }} class='text-link'>{t('valueChains.open')}</Go></>}
    </p>
    {table.checks.length + table.notes.length === 0 ? <p class='hint'>{t('valueChains.foundNothing')}</p> : <TableChecks table={table} />}
  </>
)

/** A file error says itself where; what a table cannot be is told cell by cell. */
const Refused = ({ problem }: { problem: Problem | null }): VNode => (
  <>
    <p class='notice'><span><strong>{t('valueChains.refused')}</strong> {problem?.detail ?? t('problem.noAnswerDetail')}</span></p>
    {problem?.errors !== undefined && problem.errors.length > 0 && (
      <DataTable
        caption={t('valueChains.what')} rows={problem.errors} rowKey={error => `${error.path} ${error.message}`}
        columns={[{ key: 'where', head: t('valueChains.where'), cell: error => inWords(error.path) }, { key: 'what', head: t('valueChains.what'), cell: error => error.message }]}
      />)}
  </>
)
