/** Evidence that the service computes for a page: each exhibit as a picture and as a table, to be picked for the decision that rests on it. */
import type { VNode } from 'preact'
import type { Evidence, Exhibit } from '../../../services/contract/workspace-evidence.ts'
import type { Stage } from '../../../services/contract/workspace.ts'
import { addressOf, readAgain, useWorkspaces } from '../../api/workspaces.ts'
import type { OpenWorkspace } from '../../api/workspaces.ts'
import { language } from '../../state/store.ts'
import { t } from '../../text/translate.ts'
import { DataTable } from '../data-table.tsx'
import { Icon } from '../icons.tsx'
import { ProblemSection } from '../notices.tsx'
import { useNewDecision } from './new-decision.ts'

interface Row { cells: Exhibit['rows'][number], i: number }

/** Rows that are shown at first where an exhibit does not say. */
const ROWS_SHOWN = 12

/** Asked for once: the decisions of the page name the same exhibits. */
export const useEvidence = (open: OpenWorkspace, stage: Stage): { value: Evidence | undefined, error: Error | undefined } =>
  useWorkspaces<Evidence>(addressOf(open, `/evidence/${stage}?${new URLSearchParams({ language: language.value, ...(open.past && { version: String(open.workspace.version) }) }).toString()}`))

export function EvidencePart ({ open, stage }: { open: OpenWorkspace, stage: Stage }): VNode {
  const { value, error } = useEvidence(open, stage)
  return (
    <section aria-labelledby='evidence-title'>
      <h2 id='evidence-title' class='part-title'>{t('workspaces.evidence')}</h2>
      {error !== undefined && <ProblemSection error={error}><button type='button' class='button' onClick={readAgain}>{t('valueChains.again')}</button></ProblemSection>}
      {error === undefined && value === undefined && <p role='status'>{t('workspaces.measuring')}</p>}
      {value !== undefined && value.exhibits.length === 0 && <p class='hint'>{t('workspaces.noEvidence')}</p>}
      {value !== undefined && <div class='exhibits'>{value.exhibits.map(exhibit => <ExhibitCard key={exhibit.key} open={open} stage={stage} exhibit={exhibit} run={value.run} />)}</div>}
    </section>
  )
}

/** As a picture it can do nothing to the page, and sees no fonts of it. */
const pictureOf = (svg: string): string => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg.replace('font-family="Inter"', 'font-family="Inter, system-ui, sans-serif"'))}`

function ExhibitCard ({ open, stage, exhibit, run }: { open: OpenWorkspace, stage: Stage, exhibit: Exhibit, run: string | null }): VNode {
  const { key, title, says, columns, rows, rowsShown = ROWS_SHOWN, figure, cautions, empty } = exhibit
  const decision = useNewDecision(open, stage)
  const picked = decision.evidence.includes(key)
  return (
    <article class='card exhibit' aria-labelledby={`exhibit-${key}`} id={`evidence-${key}`}>
      <h3 id={`exhibit-${key}`}>{title}</h3>
      <p class='sentence'>{says}</p>
      {/* Drawn for light paper, so it keeps its own in the dark; a focus, so that the keyboard can move it where it is wider than a phone. */}
      {figure !== null && <figure data-theme='light' tabIndex={0} aria-label={title}><img src={pictureOf(figure.svg)} alt={figure.alt} /></figure>}
      {empty !== null && <p class='exhibit-empty'>{empty}</p>}
      {rows.length > 0 && (
        <DataTable<Row>
          caption={title} rows={rows.map((cells, i) => ({ cells, i }))} rowKey={({ i }) => String(i)} page={Math.max(1, rowsShown)} allAtOnce
          columns={columns.map((column, i) => ({ key: column.key, head: column.head, figures: column.kind === 'number' || column.kind === 'share', cell: ({ cells }) => cells[i].strong === true ? <strong>{cells[i].text}</strong> : cells[i].text, by: ({ cells }) => cells[i].value }))}
        />)}
      {cautions.length > 0 && <ul class='exhibit-cautions'>{cautions.map(caution => <li key={caution}><Icon name='warning' /> <span>{caution}</span></li>)}</ul>}
      {decision.may && (
        <p class='actions'>
          <button type='button' class='button small' aria-pressed={picked} aria-label={t('workspaces.pickOf', { title })} onClick={() => decision.toggle(key, run)}><Icon name={picked ? 'check' : 'plus'} /> {t(picked ? 'workspaces.picked' : 'workspaces.pick')}</button>
        </p>)}
    </article>
  )
}
