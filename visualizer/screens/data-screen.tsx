/** What the service holds, where it comes from, and how to put more in. */
import { useState } from 'preact/hooks'
import type { VNode } from 'preact'
import type { ImportReport } from '../../services/contract/import.ts'
import { IMPORT_FORMATS } from '../../services/contract/vocabulary.ts'
import type { Page } from '../../services/contract/page.ts'
import type { AlgorithmDescription } from '../../services/contract/run.ts'
import { ApiProblem, fetchJson, REFUSED } from '../api/fetch-json.ts'
import { refresh, repeatAnalysis, running, status } from '../api/service.ts'
import { useResource } from '../api/resource.ts'
import { useRuns } from '../api/runs.ts'
import { view } from '../state/store.ts'
import { inWords } from '../text/problem-words.ts'
import { date, number, t } from '../text/translate.ts'
import { AnalysisForm } from '../panels/analyses/analysis-form.tsx'
import { RunList } from '../panels/analyses/run-list.tsx'
import { RunValues } from '../panels/analyses/run-values.tsx'
import { DataTable } from '../panels/data-table.tsx'
import { ChanceSentence, KeyNumbers } from '../panels/cluster-words.tsx'
import { RowErrors } from '../panels/row-errors.tsx'

export function DataScreen (): VNode {
  const state = status.value
  const { value: imports } = useResource<Page<ImportReport>>(`/api/v1/imports?limit=20#${state?.revision ?? 0}`)
  const runs = useRuns()
  const { value: algorithms } = useResource<{ items: AlgorithmDescription[] }>('/api/v1/algorithms')
  if (state === null) return <main class='centre-screen' id='main' />
  return (
    <main class='page' id='main'>
      <h1>{t('data.title')}</h1>
      <KeyNumbers numbers={[
        { label: t('key.organisations'), value: number(state.counts.organisations), context: t('data.revision', { n: state.revision }) },
        { label: t('data.networks'), value: number(state.counts.networks), context: '' },
        { label: t('data.memberships'), value: number(state.counts.memberships), context: '' },
        { label: t('data.links'), value: number(state.counts.links), context: '' }
      ]}
      />
      <div class='grid'>
        <section class='card full'>
          <h2>{t('data.sources')}</h2>
          <DataTable
            caption={t('data.sources')} rows={state.sources} rowKey={source => source.key}
            columns={[
              { key: 'title', head: t('column.source'), cell: source => <>{source.title}{source.synthetic && <strong> ({t('data.synthetic')})</strong>}</>, by: source => source.title },
              { key: 'publisher', head: t('column.publisher'), cell: source => source.publisher ?? '–' },
              { key: 'licence', head: t('column.licence'), cell: source => source.licence },
              { key: 'attribution', head: t('column.attribution'), cell: source => source.attribution },
              { key: 'date', head: t('column.date'), cell: source => source.retrieved ?? '–', by: source => source.retrieved }
            ]}
          />
        </section>
        <section class='card full'>
          <h2>{t('data.runs')}</h2>
          {state.writable && running.value === null && <p class='actions'><button type='button' class='button' onClick={() => { void repeatAnalysis() }}>{t('run.repeat')}</button> {state.outdated && <span>{t('run.outdated')}</span>}</p>}
          <ChanceSentence run={state.latestRun} />
          <RunList runs={runs} algorithms={algorithms?.items ?? []} />
        </section>
        {view.value.values !== null && runs !== undefined && algorithms !== undefined && <RunValues run={view.value.values} key={view.value.values} />}
        {state.writable && algorithms !== undefined && <AnalysisForm algorithms={algorithms.items} />}
        {state.writable && <ImportCard />}
        <section class='card full'>
          <h2>{t('data.imports')}</h2>
          <DataTable
            caption={t('data.imports')} rows={imports?.items ?? []} rowKey={report => report.id}
            columns={[
              { key: 'at', head: t('column.date'), cell: report => date(report.startedAt), by: report => report.startedAt },
              { key: 'files', head: t('column.files'), cell: report => report.files.join(', ') },
              { key: 'rows', head: t('column.rows'), cell: report => number(report.rowsRead), by: report => report.rowsRead, figures: true },
              { key: 'notes', head: t('column.notes'), cell: report => <ul class='notes'>{report.notes.map(note => <li key={note}>{note}</li>)}</ul> }
            ]}
          />
        </section>
      </div>
    </main>
  )
}

function ImportCard (): VNode {
  const [report, setReport] = useState<ImportReport | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const send = async (form: HTMLFormElement, dryRun: boolean): Promise<void> => {
    setBusy(true)
    setProblem(null)
    setReport(null)
    const given = new FormData(form)
    const body = new FormData()
    body.set('options', JSON.stringify({ format: given.get('format'), source: given.get('source') === '' ? 'import' : given.get('source'), dryRun, onError: given.get('skip') === 'on' ? 'skip' : 'refuse' }))
    for (const file of given.getAll('files')) body.append('files', file)
    try {
      const answer = await fetchJson<ImportReport>('/api/v1/imports', { method: 'POST', body }, [REFUSED])
      setReport(answer)
      if (answer.status === 'completed') await refresh()
    } catch (error) {
      setProblem(error instanceof ApiProblem ? error.message : t('problem.noAnswerDetail'))
    }
    setBusy(false)
  }
  return (
    <section class='card full'>
      <h2>{t('import.title')}</h2>
      <form class='import' onSubmit={event => { event.preventDefault(); void send(event.currentTarget, (event.submitter as HTMLButtonElement | null)?.value === 'check') }}>
        <label>{t('import.format')} <select name='format'>{IMPORT_FORMATS.map(format => <option key={format} value={format}>{t(`import.${format}`)}</option>)}</select></label>
        <label>{t('import.files')} <input type='file' name='files' multiple required /></label>
        <label>{t('import.source')} <input type='text' name='source' maxLength={80} placeholder='import' /></label>
        <label class='inline'><input type='checkbox' name='skip' /> {t('import.skip')}</label>
        <p class='actions'><button type='submit' value='check' class='button' disabled={busy}>{t('import.check')}</button> <button type='submit' value='write' class='button primary' disabled={busy}>{t('import.write')}</button></p>
      </form>
      <div aria-live='polite'>
        {problem !== null && <p class='notice'>{problem}</p>}
        {report !== null && (
          <>
            <p><strong>{t(`import.${report.status}`)}</strong> {t('import.rowsRead', { n: report.rowsRead })} {t('import.errorsFound', { n: report.errorsTotal })} {report.problem !== null && inWords(report.problem)}</p>
            {report.errors.length > 0 && <RowErrors errors={report.errors} />}
          </>)}
      </div>
    </section>
  )
}
