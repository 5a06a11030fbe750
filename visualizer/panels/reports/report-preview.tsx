/** The report as it will be read, in a frame of its own that can do nothing to the page; and the same report as files. */
import { useEffect, useState } from 'preact/hooks'
import type { VNode } from 'preact'
import { REPORT_FORMATS } from '../../../services/contract/report.ts'
import { ApiProblem } from '../../api/fetch-json.ts'
import { fetchFile } from '../../api/fetch-file.ts'
import type { FetchedFile } from '../../api/fetch-file.ts'
import { number, t } from '../../text/translate.ts'
import { Icon } from '../icons.tsx'
import { reportCommand, reportPath } from './report-choice.ts'
import type { ReportFormat } from './report-choice.ts'

/** Choices are often made several at once. */
const DELAY_MS = 600

type Query = Record<string, string>

export function ReportPreview ({ query }: { query: Query | null }): VNode {
  const path = query === null ? null : reportPath(query, 'html', true)
  const [shown, setShown] = useState<{ path: string, bytes: number } | null>(null)
  const [problem, setProblem] = useState<Error | null>(null)
  const [asked, setAsked] = useState(0)
  useEffect(() => {
    setProblem(null)
    if (path === null) return
    const gone = new AbortController()
    const timer = setTimeout(() => {
      fetchFile(path, gone.signal).then(({ blob }) => setShown({ path, bytes: blob.size }), (error: Error) => { if (!gone.signal.aborted) setProblem(error) })
    }, DELAY_MS)
    return () => {
      clearTimeout(timer)
      gone.abort()
    }
  }, [path, asked])
  const current = shown !== null && shown.path === path
  return (
    <section class='card report-preview' aria-labelledby='report-preview-title'>
      <h2 id='report-preview-title'>{t('reports.preview')}</h2>
      <p role='status' class='hint'>{path === null || problem !== null ? '' : current ? t('reports.ready', { size: sizeText(shown.bytes) }) : t('reports.making')}</p>
      {path === null && (
        <div class='empty'>
          <h3>{t('reports.empty')}</h3>
          <p>{t('reports.emptyHint')}</p>
        </div>)}
      {path !== null && problem !== null && (
        <section class='problem' role='alert'>
          <p class='problem-kind'><Icon name='warning' /> {t('problem.kind')}</p>
          <p>{problem instanceof ApiProblem ? problem.message : t('problem.noAnswerDetail')}</p>
          {problem instanceof ApiProblem && problem.problem.didYouMean !== undefined && <p>{t('problem.didYouMean', { list: problem.problem.didYouMean.join(', ') })}</p>}
          <p class='actions'><button type='button' class='button' onClick={() => setAsked(asked + 1)}>{t('reports.again')}</button></p>
        </section>)}
      {path !== null && problem === null && !current && <progress class='progress' aria-label={t('reports.making')} />}
      {query !== null && current && (
        <>
          <Files query={query} key={path} />
          <iframe title={t('reports.frame')} src={shown.path} sandbox='allow-scripts allow-modals allow-popups' />
        </>)}
    </section>
  )
}

type FileState = { state: 'working' } | { state: 'saved', bytes: number } | { state: 'problem', message: string }

function Files ({ query }: { query: Query }): VNode {
  const [states, setStates] = useState<Partial<Record<ReportFormat, FileState>>>({})
  const note = (format: ReportFormat, state: FileState): void => setStates(before => ({ ...before, [format]: state }))
  const save = async (format: ReportFormat): Promise<void> => {
    note(format, { state: 'working' })
    try {
      const file = await fetchFile(reportPath(query, format))
      hand(file)
      note(format, { state: 'saved', bytes: file.blob.size })
    } catch (error) {
      note(format, { state: 'problem', message: error instanceof ApiProblem ? error.message : t('problem.noAnswerDetail') })
    }
  }
  return (
    <>
      <ul class='report-files'>{REPORT_FORMATS.map(format => {
        const state = states[format]
        return (
          <li key={format}>
            <button type='button' class='button' disabled={state?.state === 'working'} aria-describedby={`report-file-${format}`} onClick={() => { void save(format) }}><Icon name='download' /> {t(`reports.format.${format}`)}</button>
            <p class='hint' id={`report-file-${format}`} aria-live='polite'>{state === undefined ? t(`reports.formatHint.${format}`) : state.state === 'working' ? t('reports.saving') : state.state === 'saved' ? t('reports.saved', { size: sizeText(state.bytes) }) : state.message}</p>
          </li>
        )
      })}
      </ul>
      <details class='report-command'><summary>{t('reports.command')}</summary><p class='hint'>{t('reports.commandHint')}</p><code tabIndex={0}>{reportCommand(query, 'pdf')}</code></details>
    </>
  )
}

/** Gives the file to the browser, which saves it under its name. */
function hand ({ blob, name }: FetchedFile): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser has taken the file over once the click was handled.
  setTimeout(() => URL.revokeObjectURL(address), 1000)
}

const sizeText = (bytes: number): string => bytes < 100_000 ? `${number(bytes / 1000, 1)} kB` : `${number(bytes / 1_000_000, 1)} MB`
