/** An exhibit as a document shows it: the same words, figure and cells as on the page of the workspace. */
import type { Exhibit } from '../../contract/workspace-evidence.ts'
import type { Stage } from '../../contract/workspace.ts'
import type { Block, Section, Table } from '../../documents/document.ts'
import { paragraph } from '../../reports/cells.ts'
import type { Say } from '../words/say.ts'

/** Rows of a table in the text: more push what is said about it off the page. The whole table then stands in the annex. */
export const ROWS_IN_TEXT_MAX = 12
/** Rows of a table in the annex: five pages. The JSON file has all. */
export const ROWS_IN_ANNEX_MAX = 200

/** Id of the section of an exhibit; keys may hold dots. */
export const exhibitId = (stage: Stage, key: string): string => `${stage}-${key.replace(/[^A-Za-z0-9-]/g, '-')}`

/** Columns of files are one word: public-body is publicBody. */
const columnKey = (key: string): string => key.replace(/[^A-Za-z0-9]+(.)/g, (_, letter: string) => letter.toUpperCase())

export interface ShownStep { exhibits: ShownExhibit[], cautions: string[] }
interface ShownExhibit {
  section: Section
  /** The whole table, where the text holds only the first rows of it. */
  annex: Table | null
}

/** Cautions that several exhibits of a step have: they stand once, after all of them. */
function sharedCautions (exhibits: readonly Exhibit[]): string[] {
  const seen = new Set<string>()
  const shared = new Set<string>()
  for (const caution of exhibits.flatMap(({ cautions }) => [...new Set(cautions)])) (seen.has(caution) ? shared : seen).add(caution)
  return [...shared]
}

/** `said`: cautions that stand elsewhere. */
function showExhibit (say: Say, stage: Stage, exhibit: Exhibit, said: readonly string[]): ShownExhibit {
  const id = exhibitId(stage, exhibit.key)
  const table: Table = { type: 'table', id: `${id}-table`, name: exhibit.title, caption: exhibit.title, columns: exhibit.columns.map(column => ({ ...column, key: columnKey(column.key) })), rows: exhibit.rows }
  const { blocks, annex } = exhibit.rows.length === 0 ? { blocks: [], annex: null } : tableBlocks(say, table, exhibit.rowsShown)
  const figure: Block[] = exhibit.figure === null || exhibit.rows.length === 0 ? [] : [{ type: 'figure', id: `${id}-figure`, caption: exhibit.title, alt: exhibit.figure.alt, svg: exhibit.figure.svg, width: 'full', table: (annex ?? table).id }]
  return {
    annex,
    section: {
      id, title: exhibit.title,
      blocks: [paragraph(exhibit.says), ...(exhibit.empty === null ? [] : [paragraph(exhibit.empty)]), ...figure, ...blocks, ...exhibit.cautions.filter(caution => !said.includes(caution)).map(caution => paragraph(caution, 'caution'))]
    }
  }
}

export function showStep (say: Say, stage: Stage, exhibits: readonly Exhibit[]): ShownStep {
  const cautions = sharedCautions(exhibits)
  return { cautions, exhibits: exhibits.map(exhibit => showExhibit(say, stage, exhibit, cautions)) }
}

/** The table itself; of one that is long the first rows, with the way to the whole in the annex. */
export function tableBlocks (say: Say, table: Table, rowsShown = ROWS_IN_TEXT_MAX): { blocks: Block[], annex: Table | null } {
  const all = table.rows.length
  if (all <= ROWS_IN_TEXT_MAX) return { blocks: [table], annex: null }
  const shown = Math.max(1, Math.min(rowsShown, ROWS_IN_TEXT_MAX))
  const annex: Table = { ...table, id: `${table.id}-all`, rowsShown: ROWS_IN_ANNEX_MAX }
  return {
    annex,
    blocks: [{ ...table, rows: table.rows.slice(0, shown) }, paragraph([{ text: say.t('paper.tableInAnnex', { shown, all }), link: `#${annex.id}` }], 'small')]
  }
}
