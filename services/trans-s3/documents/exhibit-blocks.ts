/** An exhibit as a document shows it: the same words, figure and cells as on the page of the workspace, each table once, in the text or in the annex. */
import type { Exhibit } from '../../contract/workspace-evidence.ts'
import type { Stage } from '../../contract/workspace.ts'
import type { Block, Section, Span, Table } from '../../documents/document.ts'
import { paragraph } from '../../reports/cells.ts'
import type { Say } from '../words/say.ts'
import { inTheText } from './in-the-text.ts'
import { withoutWithheld } from './without-withheld.ts'

/** Rows of a table in the annex: five pages. The JSON file has all. */
export const ROWS_IN_ANNEX_MAX = 200

/** Id of the section of an exhibit; keys may hold dots. */
export const exhibitId = (stage: Stage, key: string): string => `${stage}-${key.replace(/[^A-Za-z0-9-]/g, '-')}`

/** Columns of files are one word: public-body is publicBody. */
const columnKey = (key: string): string => key.replace(/[^A-Za-z0-9]+(.)/g, (_, letter: string) => letter.toUpperCase())

export interface ShownStep {
  sections: Section[]
  /** Cautions that several exhibits of the step have. */
  cautions: string[]
  annex: Table[]
  /** Tables that stand in the annex alone, as links. */
  apart: Span[]
  /** Where an exhibit stands, by its key: what a decision that names it leads to. */
  places: ReadonlyMap<string, string>
}

/** They stand once, after all exhibits. */
function sharedCautions (exhibits: readonly Exhibit[]): string[] {
  const seen = new Set<string>()
  const shared = new Set<string>()
  for (const caution of exhibits.flatMap(({ cautions }) => [...new Set(cautions)])) (seen.has(caution) ? shared : seen).add(caution)
  return [...shared]
}

export function showStep (say: Say, stage: Stage, exhibits: readonly Exhibit[]): ShownStep {
  const cautions = sharedCautions(exhibits)
  const places = new Map<string, string>()
  const step: ShownStep = { sections: [], cautions, annex: [], apart: [], places }
  for (const exhibit of exhibits) {
    const id = exhibitId(stage, exhibit.key)
    // How to read what is not there need not be said.
    const own = exhibit.rows.length === 0 ? [] : exhibit.cautions.filter(caution => !cautions.includes(caution))
    const { notes, ...part } = withoutWithheld(say, exhibit)
    const shown = inTheText(exhibit, part)
    const table: Table = { type: 'table', id: `${id}-table`, name: exhibit.title, caption: exhibit.title, ...tablePart(part), ...noteOf(notes) }
    if (exhibit.rows.length > 0 && shown.as !== 'whole') step.annex.push({ ...table, rowsShown: ROWS_IN_ANNEX_MAX, ...(shown.as === 'nothing' && noteOf([exhibit.says, ...own, ...notes])) })
    if (shown.as === 'nothing') {
      if (exhibit.rows.length > 0) step.apart.push({ text: exhibit.title, link: `#${table.id}` })
      places.set(exhibit.key, exhibit.rows.length > 0 ? table.id : `step-${stage}`)
      continue
    }
    places.set(exhibit.key, id)
    const blocks: Block[] = exhibit.rows.length === 0 ? [] : exhibitBlocks(say, exhibit, table, shown)
    step.sections.push({ id, title: exhibit.title, blocks: [paragraph(exhibit.empty ?? exhibit.says), ...blocks, ...own.map(caution => paragraph(caution, 'caution'))] })
  }
  return step
}

const tablePart = ({ columns, rows }: Pick<Table, 'columns' | 'rows'>): Pick<Table, 'columns' | 'rows'> => ({ rows, columns: columns.map(column => ({ ...column, key: columnKey(column.key) })) })
const noteOf = (notes: readonly string[]): { note?: string } => notes.length === 0 ? {} : { note: notes.join(' ') }

function exhibitBlocks (say: Say, { figure }: Exhibit, table: Table, shown: ReturnType<typeof inTheText>): Block[] {
  const way = (text: string): Block => paragraph([{ text, link: `#${table.id}` }], 'small')
  switch (shown.as) {
    case 'picture': return [{ type: 'figure', id: table.id.replace(/table$/, 'figure'), caption: table.caption, alt: figure!.alt, svg: figure!.svg, width: 'full', table: table.id }, way(say.t('paper.valuesInAnnex'))]
    case 'rows': return [{ type: 'table', id: `${table.id}-first`, name: table.name, caption: table.caption, ...tablePart(shown.part) }, way(shown.part.rows.length === table.rows.length ? say.t('paper.valuesInAnnex') : say.t('paper.tableInAnnex', { shown: shown.part.rows.length, all: table.rows.length }))]
    default: return [table]
  }
}
