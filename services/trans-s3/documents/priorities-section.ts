/** The joint priorities, whatever state they have come to. */
import { STAGES_IN_ORDER, STATE_GIVEN } from '../../contract/workspace.ts'
import { NOTHING } from '../../documents/document.ts'
import type { Block, Line, Section, Table } from '../../documents/document.ts'
import { paragraph } from '../../reports/cells.ts'
import { column, count, text } from '../exhibits/exhibit.ts'
import type { Paper } from './paper.ts'
import { writtenText } from './written-text.ts'

type Priority = Paper['priorities'][number]

/** Each that stands with what it combines; what was dropped by its title. The annex has all side by side. */
export function prioritiesSection (paper: Paper): Section {
  const { say, priorities } = paper
  const [standing, dropped] = [priorities.filter(({ content }) => content.state !== 'dropped'), priorities.filter(({ content }) => content.state === 'dropped')]
  return {
    id: 'priorities', title: say.t('paper.priorities'),
    blocks: priorities.length === 0
      ? [paragraph(say.t('paper.none.priorities'))]
      : [
          ...standing.flatMap(priority => [paragraph([{ text: priority.content.title, strong: true }, { text: ` (${stateOf(paper, priority)})` }]), ...(isAlone(priority, standing) ? writtenText(priority.content.description) : []), ...combined(paper, priority)]),
          ...sharedDescriptions(standing),
          ...(dropped.length === 0 ? [] : [paragraph(say.t('paper.dropped', { list: dropped.map(({ content }) => content.title).join('; ') }))]),
          paragraph([{ text: say.t('paper.valuesInAnnex'), link: `#${PRIORITIES_TABLE}` }], 'small')
        ]
  }
}

const PRIORITIES_TABLE = 'priorities-table'
const stateOf = ({ say }: Paper, { content, toReview }: Priority): string => toReview ? `${say.t(`state.${content.state}`)}; ${say.t('paper.review')}` : say.t(`state.${content.state}`)

/** Parts that it does not have are left out. */
function combined ({ say, names, regionName }: Paper, { content: { sectors, technologies, themes, knowledge, from } }: Priority): Block[] {
  const parts = [
    ['paper.column.sectors', sectors.map(code => `${code} ${names.sector(code)}`)], ['paper.column.technologies', technologies], ['paper.column.themes', themes.map(names.domain)], ['paper.column.knowledge', knowledge.map(names.domain)],
    ['paper.column.regions', from.map(({ region, title }) => `${regionName(region)} (${title})`)]
  ] as const
  const lines = parts.filter(([, words]) => words.length > 0).map(([key, words]): Line => [{ text: `${say.t(key)}: `, strong: true }, { text: words.join('; ') }])
  return lines.length === 0 ? [] : [{ type: 'list', ordered: false, lines }]
}

/** No other has its text. */
const isAlone = ({ content }: Priority, among: readonly Priority[]): boolean => among.filter(each => each.content.description.trim() === content.description.trim()).length === 1

/** A text that several have stands once, under all their titles. */
function sharedDescriptions (among: readonly Priority[]): Block[] {
  const texts = new Set(among.filter(priority => !isAlone(priority, among)).map(({ content }) => content.description.trim()).filter(text => text !== ''))
  return [...texts].flatMap(text => writtenText(text, `${among.filter(({ content }) => content.description.trim() === text).map(({ content }) => content.title).join('; ')}.`))
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
export function prioritiesTable (paper: Paper): Table {
  const { say, names, priorities, regionName } = paper
  const joined = (words: readonly string[]): string | null => words.length === 0 ? null : words.join('; ')
  const columns = [
    { head: column(say, 'paper.column.priority'), cells: priorities.map(({ content }) => text(content.title)) },
    { head: column(say, 'paper.column.state'), cells: priorities.map(priority => text(stateOf(paper, priority))) },
    { head: column(say, 'paper.column.sectors'), cells: priorities.map(({ content }) => text(joined(content.sectors.map(code => `${code} ${names.sector(code)}`)))) },
    { head: column(say, 'paper.column.technologies'), cells: priorities.map(({ content }) => text(joined(content.technologies))) },
    { head: column(say, 'paper.column.themes'), cells: priorities.map(({ content }) => text(joined(content.themes.map(names.domain)))) },
    { head: column(say, 'paper.column.knowledge'), cells: priorities.map(({ content }) => text(joined(content.knowledge.map(names.domain)))) },
    { head: column(say, 'paper.column.regions'), cells: priorities.map(({ content }) => text(joined([...new Set(content.from.map(({ region }) => regionName(region)))]))) }
  ].filter(({ cells }) => cells.some(cell => cell.text !== NOTHING))
  return {
    type: 'table', id: PRIORITIES_TABLE, name: say.t('paper.priorities'), caption: say.t('paper.priorities.caption'), note: say.t('paper.priorities.note'),
    columns: columns.map(({ head }) => head), rows: priorities.map((_, i) => columns.map(({ cells }) => cells[i]!))
  }
}
