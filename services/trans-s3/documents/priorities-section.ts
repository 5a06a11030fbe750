/** The joint priorities, whatever state they have come to. */
import { STAGES_IN_ORDER, STATE_GIVEN } from '../../contract/workspace.ts'
import { NOTHING } from '../../documents/document.ts'
import type { Block, Section, Table } from '../../documents/document.ts'
import { paragraph } from '../../reports/cells.ts'
import { column, count, text } from '../exhibits/exhibit.ts'
import type { Paper } from './paper.ts'
import { writtenText } from './written-text.ts'

type Priority = Paper['priorities'][number]

export function prioritiesSection (paper: Paper): Section {
  const { say, priorities } = paper
  if (priorities.length === 0) return { id: 'priorities', title: say.t('paper.priorities'), blocks: [paragraph(say.t('paper.none.priorities'))] }
  return {
    id: 'priorities', title: say.t('paper.priorities'),
    blocks: [combinations(paper), ...descriptions(paper), ...origins(paper)]
  }
}

/** What each state of a priority means and how many have come to it. */
export function statesTable ({ say, priorities }: Paper): Table {
  const given = STAGES_IN_ORDER.flatMap(stage => STATE_GIVEN[stage] === undefined ? [] : [{ stage, state: STATE_GIVEN[stage] }])
  return {
    type: 'table', id: 'states-table', name: say.t('paper.states'), caption: say.t('paper.states'), note: say.t('paper.states.note'),
    columns: [column(say, 'paper.column.state'), column(say, 'paper.column.givenIn'), column(say, 'paper.column.meaning'), column(say, 'paper.column.priorities', 'number')],
    rows: given.map(({ stage, state }) => [text(say.t(`state.${state}`)), text(say.t(`step.${stage}`)), text(say.t(`state.${state}.means`)), count(say, priorities.filter(({ content }) => content.state === state).length)])
  }
}

/** Parts of a combination that no priority has are left out. */
function combinations ({ say, names, priorities, regionName }: Paper): Table {
  const state = ({ content, toReview }: Priority): string => toReview ? `${say.t(`state.${content.state}`)} (${say.t('paper.review')})` : say.t(`state.${content.state}`)
  const joined = (words: readonly string[]): string | null => words.length === 0 ? null : words.join('; ')
  const columns = [
    { head: column(say, 'paper.column.priority'), cells: priorities.map(({ content }) => text(content.title)) },
    { head: column(say, 'paper.column.state'), cells: priorities.map(priority => text(state(priority))) },
    { head: column(say, 'paper.column.sectors'), cells: priorities.map(({ content }) => text(joined(content.sectors.map(code => `${code} ${names.sector(code)}`)))) },
    { head: column(say, 'paper.column.technologies'), cells: priorities.map(({ content }) => text(joined(content.technologies))) },
    { head: column(say, 'paper.column.themes'), cells: priorities.map(({ content }) => text(joined(content.themes.map(names.domain)))) },
    { head: column(say, 'paper.column.knowledge'), cells: priorities.map(({ content }) => text(joined(content.knowledge.map(names.domain)))) },
    { head: column(say, 'paper.column.regions'), cells: priorities.map(({ content }) => text(joined([...new Set(content.from.map(({ region }) => regionName(region)))]))) }
  ].filter(({ cells }) => cells.some(cell => cell.text !== NOTHING))
  return {
    type: 'table', id: 'priorities-table', name: say.t('paper.priorities'), caption: say.t('paper.priorities.caption'), note: say.t('paper.priorities.note'),
    columns: columns.map(({ head }) => head), rows: priorities.map((_, i) => columns.map(({ cells }) => cells[i]!))
  }
}

/** A text that several have stands once, under all their titles. */
function descriptions ({ priorities }: Paper): Block[] {
  const texts = new Set(priorities.map(({ content }) => content.description.trim()).filter(text => text !== ''))
  return [...texts].flatMap(text => writtenText(text, `${priorities.filter(({ content }) => content.description.trim() === text).map(({ content }) => content.title).join('; ')}.`))
}

const origins = ({ say, priorities, regionName }: Paper): Block[] => priorities.filter(({ content }) => content.from.length > 0).map(({ content: { title, from } }) =>
  paragraph([{ text: `${title}. `, strong: true }, { text: say.t('paper.from', { list: from.map(({ region, title }) => `${regionName(region)}: ${title}`).join('; ') }) }], 'small'))
