/** Evidence that the service computes for a page: each exhibit as a picture and as a table, to be picked for the decision that rests on it. */
import { useState } from 'preact/hooks'
import type { ComponentChildren, VNode } from 'preact'
import { RUN_GONE } from '../../../services/contract/workspace-evidence.ts'
import type { Evidence, Exhibit } from '../../../services/contract/workspace-evidence.ts'
import type { Stage } from '../../../services/contract/workspace.ts'
import { addressOf, mayWrite, readAgain, settingsOf, useWorkspaces } from '../../api/workspaces.ts'
import type { OpenWorkspace } from '../../api/workspaces.ts'
import { splitAlike } from '../../charts/alike-columns.ts'
import { language, view } from '../../state/store.ts'
import { t } from '../../text/translate.ts'
import { Go } from '../chip.tsx'
import { DataTable } from '../data-table.tsx'
import type { Column } from '../data-table.tsx'
import { Icon } from '../icons.tsx'
import { ProblemSection } from '../notices.tsx'
import { useNewDecision } from './new-decision.ts'

interface Row { cells: Exhibit['rows'][number], i: number }

/** Pixels from which on exhibits are open at first, as the style has it for phones. */
const WIDE_ENOUGH = 700
/** Rows that are shown at first where an exhibit does not say. */
const ROWS_SHOWN = 12

/** Asked for once: the decisions of the page name the same exhibits. */
export const useEvidence = (open: OpenWorkspace, stage: Stage): { value: Evidence | undefined, error: Error | undefined } =>
  useWorkspaces<Evidence>(addressOf(open, `/evidence/${stage}?${new URLSearchParams({ language: language.value, ...(open.past && { version: String(open.workspace.version) }) }).toString()}`))

/** What decisions can stand on. */
export const exhibitsOf = (evidence: Evidence | undefined): Exhibit[] => (evidence?.exhibits ?? []).filter(({ key }) => key !== RUN_GONE)

/** What is shown of an exhibit: itself; where the run is gone, the one that says so; null: neither. */
export function shownAs (evidence: Evidence | undefined, key: string): { title: string, place: string } | null {
  const exhibit = exhibitsOf(evidence).find(exhibit => exhibit.key === key)
  if (exhibit !== undefined) return { title: exhibit.title, place: key }
  const missing = evidence?.exhibits.find(exhibit => exhibit.key === RUN_GONE)?.rows.find(([cell]) => cell.value === key)
  return missing === undefined ? null : { title: missing[0].text, place: RUN_GONE }
}

export function EvidencePart ({ open, stage }: { open: OpenWorkspace, stage: Stage }): VNode {
  const { value, error } = useEvidence(open, stage)
  const blank = value?.exhibits.filter(isBlank) ?? []
  const shown = value?.exhibits.filter(exhibit => blank.length < 2 || !isBlank(exhibit)) ?? []
  return (
    <section aria-labelledby='evidence-title'>
      <h2 id='evidence-title' class='part-title'>{t('workspaces.evidence')}</h2>
      {error !== undefined && <ProblemSection error={error}><button type='button' class='button' onClick={readAgain}>{t('valueChains.again')}</button></ProblemSection>}
      {error === undefined && value === undefined && <p role='status'>{t('workspaces.measuring')}</p>}
      {value?.exhibits.length === 0 && <p class='hint'>{t('workspaces.noEvidence')}</p>}
      {value !== undefined && <div class='exhibits'>{shown.map(exhibit => <ExhibitCard key={exhibit.key} exhibit={exhibit}>{exhibit.key === RUN_GONE ? <ToSettings open={open} /> : <Pick open={open} stage={stage} exhibit={exhibit} run={value.run} />}</ExhibitCard>)}</div>}
      {blank.length > 1 && <BlankExhibits exhibits={blank} />}
      {value !== undefined && value.example.length > 0 && (
        <section class='worked-example' aria-labelledby='example-title'>
          <h2 id='example-title' class='part-title'>{t('workspaces.example')}</h2>
          <p class='sentence'>{t('workspaces.exampleIs')}</p>
          <div class='exhibits'>{value.example.map(exhibit => <ExhibitCard key={exhibit.key} exhibit={exhibit} example />)}</div>
        </section>)}
    </section>
  )
}

const isBlank = ({ rows, figure, empty }: Exhibit): boolean => rows.length === 0 && figure === null && empty !== null

/** One line each, so that what is there is not lost among cards that hold nothing. */
const BlankExhibits = ({ exhibits }: { exhibits: Exhibit[] }): VNode => (
  <section class='card blank-exhibits' aria-labelledby='blank-title'>
    <h3 id='blank-title'>{t('workspaces.emptyExhibits')}</h3>
    <ul class='notes'>{exhibits.map(({ key, title, empty, next }) => <li key={key} id={`evidence-${key}`}><strong>{title}:</strong> {empty} {next}</li>)}</ul>
  </section>)

/** As a picture it can do nothing to the page, and sees no fonts of it. */
const pictureOf = (svg: string): string => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg.replace('font-family="Inter"', 'font-family="Inter, system-ui, sans-serif"'))}`

/** The exhibit whose rows are two regions each. */
const REGION_PAIRS = 'region-pairs'
const sideOf = ({ value }: Row['cells'][number]): string => `${String(value).length === 2 ? 'country' : 'region'}:${value}`
/** From two regions to whoever could bring them together: their own organisations that work with the other one, and where none does, third parties. */
const bridgesColumn = (): Column<Row> => ({
  key: 'bridges', head: t('workspaces.bridgesHead'),
  cell: ({ cells: [a, b, links] }: Row): VNode => <Go to={{ screen: 'bridges', focus: null, choices: { a: sideOf(a), b: sideOf(b), ...(links.value === 0 && { who: 'third-parties' }) } }} label={t('workspaces.bridgesOf', { a: a.text, b: b.text })}>{t('workspaces.bridges')}</Go>
})

interface CardProps { exhibit: Exhibit, /** No evidence, and marked so. */ example?: boolean, /** What can be done with it. */ children?: ComponentChildren }

function ExhibitCard ({ exhibit, example = false, children }: CardProps): VNode {
  const { key, title, says, rows, rowsShown = ROWS_SHOWN, figure, cautions, empty, next } = exhibit
  const id = example ? `example-${key}` : `evidence-${key}`
  // On a phone a page of open exhibits is thirty screens long: there each is opened by whoever wants it.
  const [shown, setShown] = useState(innerWidth >= WIDE_ENOUGH)
  const { alike, others } = splitAlike(exhibit)
  return (
    <article class='card exhibit' aria-labelledby={`${id}-title`} id={id}>
      <details open={shown} onToggle={event => setShown(event.currentTarget.open)}>
        <summary><h3 id={`${id}-title`}>{title}</h3></summary>
        {shown && (
          <div class='exhibit-body'>
            {example && <p><span class='label'>{t('workspaces.madeUp')}</span></p>}
            <p class='sentence'>{says}</p>
            {/* Drawn for light paper, so it keeps its own in the dark; a focus, so that the keyboard can move it where it is wider than a phone. */}
            {figure !== null && <figure data-theme='light' tabIndex={0} aria-label={title}><img src={pictureOf(figure.svg)} alt={figure.alt} /></figure>}
            {empty !== null && <p class='exhibit-empty'>{empty} {next}</p>}
            {alike.map(({ column, text }) => <p key={column.key} class='hint'>{t('workspaces.columnAlike', { column: column.head, text })}</p>)}
            {rows.length > 0 && (
              <DataTable<Row>
                caption={title} rows={rows.map((cells, i) => ({ cells, i }))} rowKey={({ i }) => String(i)} page={Math.max(1, rowsShown)} allAtOnce
                columns={[...others.map(({ column, at }) => ({ key: column.key, head: column.head, figures: column.kind === 'number' || column.kind === 'share', cell: ({ cells }: Row) => cells[at].strong === true ? <strong>{cells[at].text}</strong> : cells[at].text, by: ({ cells }: Row) => cells[at].value })), ...(key === REGION_PAIRS ? [bridgesColumn()] : [])]}
              />)}
            {cautions.length > 0 && <ul class='exhibit-cautions'>{cautions.map(caution => <li key={caution}><Icon name='warning' /> <span>{caution}</span></li>)}</ul>}
            {empty === null && next !== undefined && <p class='hint'>{next}</p>}
            {children}
          </div>)}
      </details>
    </article>
  )
}

/** Takes an exhibit into the decision that is being written, or out of it. */
function Pick ({ open, stage, exhibit: { key, title }, run }: { open: OpenWorkspace, stage: Stage, exhibit: Exhibit, run: string | null }): VNode | null {
  const decision = useNewDecision(open, stage)
  const picked = decision.evidence.includes(key)
  if (!decision.may) return null
  return <p class='actions'><button type='button' class='button small' aria-pressed={picked} aria-label={t('workspaces.pickOf', { title })} onClick={() => decision.toggle(key, run)}><Icon name={picked ? 'check' : 'plus'} /> {t(picked ? 'workspaces.picked' : 'workspaces.pick')}</button></p>
}

/** For whoever may choose another run. */
const ToSettings = ({ open }: { open: OpenWorkspace }): VNode | null => !mayWrite(open, settingsOf(open.workspace).content)
  ? null
  : <p class='actions'><Go to={{ choices: { ...view.value.choices, part: 'settings' } }} class='button small'>{t('workspaces.toSettings')}</Go></p>
