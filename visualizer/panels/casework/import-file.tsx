/** A file read in wholly or not at all: chosen, checked or written, and what was wrong with which row. */
import { useState } from 'preact/hooks'
import type { ComponentChildren, VNode } from 'preact'
import type { RowError } from '../../../services/contract/import.ts'
import { ApiProblem } from '../../api/fetch-json.ts'
import { number, t } from '../../text/translate.ts'
import { RowErrors } from '../row-errors.tsx'

interface Report { status: 'completed' | 'checked' | 'refused', rowsRead: number, errorsTotal: number, errors: RowError[] }

interface Props<Answer extends Report> {
  /** Of the heading. */
  id: string
  title: string
  hint: string
  /** What helps to write such a file, below the hint. */
  children?: ComponentChildren
  label: string
  send: (file: File, dryRun: boolean) => Promise<Answer>
  /** What the file holds, where nothing is wrong with it. */
  say: (report: Answer) => string
  onImported: () => void
}

export function ImportFile<Answer extends Report> ({ id, title, hint, children, label, send, say, onImported }: Props<Answer>): VNode {
  const [report, setReport] = useState<Answer | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const submit = async (form: HTMLFormElement, dryRun: boolean): Promise<void> => {
    const file = new FormData(form).get('file')
    if (!(file instanceof File)) return
    setBusy(true)
    setProblem(null)
    setReport(null)
    try {
      const answer = await send(file, dryRun)
      setReport(answer)
      if (answer.status === 'completed') onImported()
    } catch (error) {
      setProblem(error instanceof ApiProblem ? error.message : t('problem.noAnswerDetail'))
    }
    setBusy(false)
  }
  return (
    <section class='card full' aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p class='hint'>{hint}</p>
      {children}
      <form class='import' onSubmit={event => { event.preventDefault(); void submit(event.currentTarget, (event.submitter as HTMLButtonElement | null)?.value === 'check') }}>
        <label>{label} <input type='file' name='file' accept='.csv,.tsv,.txt,text/csv' required /></label>
        <p class='actions'><button type='submit' value='check' class='button' disabled={busy}>{t('import.check')}</button> <button type='submit' value='write' class='button primary' disabled={busy}>{t('import.write')}</button></p>
      </form>
      <div aria-live='polite'>
        {problem !== null && <p class='notice'>{problem}</p>}
        {report !== null && (
          <>
            <p><strong>{t(`import.${report.status}`)}</strong> {t('import.rowsRead', { n: report.rowsRead })} {report.errorsTotal === 0 ? say(report) : t('import.errorsFound', { n: report.errorsTotal })}</p>
            {report.errors.length > 0 && <RowErrors errors={report.errors} />}
            {report.errorsTotal > report.errors.length && <p class='hint'>{t('table.shown', { shown: number(report.errors.length), n: report.errorsTotal })}</p>}
          </>)}
      </div>
    </section>
  )
}
