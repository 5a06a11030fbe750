/** How the figures were made, what they cannot say, and the tables that are too long for the text. */
import type { Run } from '../../contract/run.ts'
import type { Section, Table } from '../../documents/document.ts'
import { paragraph } from '../../reports/cells.ts'
import { column, text } from '../exhibits/exhibit.ts'
import type { Key } from '../words/say.ts'
import { ROWS_IN_ANNEX_MAX } from './exhibit-blocks.ts'
import { dayOf, missingEvidence, whoIs } from './paper.ts'
import type { Paper } from './paper.ts'
import { list } from './written-text.ts'

export const methodSection = (paper: Paper): Section => ({
  id: 'method', title: paper.say.t('paper.method'), blocks: [paragraph(paper.say.t('paper.method.how')), paragraph([{ text: paper.say.t('paper.valuesInAnnex'), link: '#method-table' }], 'small')],
  sections: [{ id: 'cautions', title: paper.say.t('paper.cautions'), blocks: [list(cautions(paper))] }]
})

function methodTable ({ say, run, state, settings }: Paper): Table {
  const rows: Array<[Key, string]> = [
    ['paper.method.run', settings.runs.at(-1)!], ...(run === null ? [] : ofRun(say, run)), ['paper.method.workspace', say.t('paper.version', { id: state.id, version: String(state.version) })],
    ['paper.method.sharedBy', say.number(settings.sharedBy)], ['paper.method.groupMin', say.number(settings.groupMin)]
  ]
  return { type: 'table', id: 'method-table', name: say.t('paper.method'), caption: say.t('paper.method.caption'), columns: [column(say, 'paper.column.what'), column(say, 'paper.column.value')], rows: rows.map(([key, value]) => [text(say.t(key)), text(value)]) }
}

const ofRun = (say: Paper['say'], { finishedAt, revision, inputHash, request, softwareVersion }: Run): Array<[Key, string]> => [
  ...(finishedAt === null ? [] : [['paper.method.finished', dayOf(say, finishedAt)] satisfies [Key, string]]), ['paper.method.revision', String(revision)], ...(inputHash === null ? [] : [['paper.method.input', inputHash] satisfies [Key, string]]),
  ['paper.method.algorithm', request.algorithm], ['paper.method.seed', String(request.seed)], ['paper.method.software', `Amber Road ${softwareVersion}`]
]

const CAUTIONS = ['recorded', 'links', 'uncertain', 'few', 'people', 'words'] as const

function cautions (paper: Paper): string[] {
  const { say, state } = paper
  const missing = missingEvidence(paper)
  const isReviewed = state.items.some(({ content, toReview }) => toReview || (content.type === 'stage' && content.toReview !== null))
  return [...(missing === null ? [] : [missing]), ...CAUTIONS.map(key => say.t(`paper.caution.${key}`)), ...(isReviewed ? [say.t('paper.caution.review')] : [])]
}

export function annexSection (paper: Paper, tables: readonly Table[]): Section {
  const { say, decisions } = paper
  return { id: 'annex', title: say.t('paper.annex'), annex: true, blocks: [paragraph(say.t('paper.annex.lead')), methodTable(paper), ...(decisions.length === 0 ? [paragraph(say.t('paper.none.log'))] : [log(paper)]), ...tables] }
}

function log (paper: Paper): Table {
  const { say, decisions } = paper
  return {
    type: 'table', id: 'log', name: say.t('paper.log'), caption: say.t('paper.log'), rowsShown: ROWS_IN_ANNEX_MAX,
    columns: [column(say, 'paper.column.date', 'date'), column(say, 'paper.column.step'), column(say, 'paper.column.decision'), column(say, 'paper.column.decidedBy'), column(say, 'paper.column.run')],
    rows: decisions.map(decision => [
      { value: decision.savedAt.slice(0, 10), text: dayOf(say, decision.savedAt) }, text(say.t(`step.${decision.content.stage}`)), text(decision.toReview ? `${decision.content.what} (${say.t('paper.review')})` : decision.content.what), text(whoIs(paper, decision.by)), text(decision.content.run)
    ])
  }
}
