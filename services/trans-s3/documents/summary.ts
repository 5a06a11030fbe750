/** The summary of a workspace: two A4 pages for those who will not read the policy paper. */
import type { Block, Document, Section } from '../../documents/document.ts'
import { paragraph } from '../../reports/cells.ts'
import { shorten } from '../../reports/charts/svg.ts'
import { STAGE_STATES } from '../../contract/workspace.ts'
import { countConsultation } from '../consultation/consultation.ts'
import { itemsOf } from '../workspace-state.ts'
import { frameOf } from './frame.ts'
import { isFinal, missingEvidence, openPaper } from './paper.ts'
import type { Paper, PaperInput } from './paper.ts'
import { statesTable } from './priorities-section.ts'
import { HEADING_ROOM, PAGE_ROOM, roomOf, roomOfText, SUBHEADING_ROOM } from './page-room.ts'
import { priorityBlocks } from './summary-priorities.ts'
import { disagreedBlocks, followedBlocks, nextBlocks, planBlocks, unknownBlocks } from './summary-outlook.ts'
import type { Detail } from './summary-outlook.ts'

const DOCUMENT_TITLE_MAX = 60
/** One line of the frame's facts: period, workspace, day. The run stands at the foot. */
const FACTS_SHOWN = 3
/** Title of the document, the box of its facts, the sources at its end. */
const TITLE = { letters: 34, line: 35, less: 18 }
const FACTS_ROOM = 90
const SOURCES_ROOM = 40
const SOURCE = { letters: 116, line: 10, between: 2 }

/** The same version of a workspace in the same language gives the same document: the first page says who the group is, where it stands and what it has agreed, the second what it will do. */
export function buildSummary (input: PaperInput): Document {
  const paper = openPaper(input)
  const frame = frameOf(paper, 'summary')
  const document = { ...frame, title: shorten(frame.title, DOCUMENT_TITLE_MAX), facts: frame.facts.slice(0, FACTS_SHOWN) }
  return { ...document, sections: [firstPage(paper, document), secondPage(paper, document)] }
}

type Part = 'about' | 'stands' | 'agreed' | 'disagreed' | 'plans' | 'followed' | 'unknown' | 'next'
const section = (key: Part, { say }: Paper, blocks: Block[]): Section => ({ id: key, title: say.t(`paper.summary.${key}`), blocks })

function firstPage (paper: Paper, { title, subtitle }: Pick<Document, 'title' | 'subtitle'>): Section {
  const [about, stands] = [aboutBlocks(paper), standsBlocks(paper)]
  const head = Math.ceil(title.length / TITLE.letters) * TITLE.line - TITLE.less + roomOf([paragraph(subtitle, 'lead')]) + FACTS_ROOM
  const left = PAGE_ROOM - head - HEADING_ROOM - 2 * SUBHEADING_ROOM - roomOf(about) - roomOf(stands)
  const agreed = agreedBlocks(paper, left)
  const states = [statesTable(paper)]
  const isRoom = roomOf([...agreed, ...states]) <= left
  return { ...section('about', paper, about), sections: [section('stands', paper, isRoom ? [...stands, ...states] : stands), section('agreed', paper, agreed)] }
}

function aboutBlocks (paper: Paper): Block[] {
  const { say, settings, state } = paper
  const missing = missingEvidence(paper)
  const { taking } = countConsultation(state)
  const sum = (of: 'invited' | 'answered'): number => taking.reduce((sum, each) => sum + each[of], 0)
  const [invited, answered] = [sum('invited'), sum('answered')]
  return [
    ...(missing === null ? [] : [paragraph(missing, 'caution')]),
    ...(settings.demonstration ? [paragraph(say.t('paper.demonstration'), 'caution')] : []), paragraph(`${say.t('paper.summary.text')} ${say.t('paper.complements')}`),
    ...(invited === 0 ? [] : [paragraph(say.t('paper.summary.answered', { answered, invited }))])
  ]
}

/** Steps by the state they are in, in the order of the method. */
function standsBlocks ({ say, state }: Paper): Block[] {
  const stages = itemsOf(state, 'stage')
  const inState = [...STAGE_STATES].reverse().map(each => ({ each, steps: stages.filter(({ content }) => content.state === each) })).filter(({ steps }) => steps.length > 0)
  const name = ({ content: { stage, toReview } }: typeof stages[number]): string => toReview === null ? say.t(`step.${stage}`) : `${say.t(`step.${stage}`)} (${say.t('paper.review')})`
  return [{ type: 'list', ordered: false, lines: inState.map(({ each, steps }) => [{ text: `${say.t(`state.${each}`)}: `, strong: true }, { text: `${steps.map(name).join('; ')}.` }]) }]
}

function agreedBlocks (paper: Paper, room: number): Block[] {
  const { say, priorities } = paper
  const standing = priorities.filter(({ content }) => content.state !== 'dropped')
  if (standing.length === 0) return [paragraph(say.t('paper.none.priorities'))]
  const head = standing.some(isFinal) ? [] : [paragraph(say.t('paper.none.final'))]
  return [...head, ...priorityBlocks(paper, standing, room - roomOf(head))]
}

/** What is told at least, and what more, one after the other, where there is room for it. */
const LEAST: Detail = { disagreements: 1, dissent: 90, objectives: 1, actions: 1, indicators: 1, unknown: 2, next: 1 }
const MORE: ReadonlyArray<Partial<Detail>> = [
  { next: 2 }, { objectives: 2 }, { dissent: 200 }, { indicators: 2 }, { disagreements: 2 }, { unknown: 3 }, { objectives: 3 }, { next: 3 }, { actions: 2 }, { dissent: 320 }, { unknown: 4 }, { indicators: 3 }, { disagreements: 3 }, { unknown: 5 }, { actions: 3 }, { objectives: 4 }, { next: 4 },
  { dissent: 500 }, { disagreements: 5 }, { indicators: 4 }, { unknown: 6 }, { objectives: 6 }, { actions: 4 }, { next: 7 }, { indicators: 6 }, { unknown: 7 }, { unknown: 8 }, { disagreements: 8 }
]

function secondPage (paper: Paper, { attribution }: Pick<Document, 'attribution'>): Section {
  const room = PAGE_ROOM - SOURCES_ROOM - attribution.reduce((sum, text) => sum + roomOfText(text, SOURCE), 0) - HEADING_ROOM - 4 * SUBHEADING_ROOM
  const pageOf = (detail: Detail) => ({ plans: planBlocks(paper, detail), followed: followedBlocks(paper, detail), disagreed: disagreedBlocks(paper, detail), unknown: unknownBlocks(paper, detail), next: nextBlocks(paper, detail) })
  const fits = (detail: Detail): boolean => roomOf(Object.values(pageOf(detail)).flat()) <= room
  const { plans, ...rest } = pageOf(MORE.reduce((told: Detail, more) => fits({ ...told, ...more }) ? { ...told, ...more } : told, LEAST))
  return { ...section('plans', paper, plans), newPage: true, sections: (['followed', 'disagreed', 'unknown', 'next'] as const).map(key => section(key, paper, rest[key])) }
}
