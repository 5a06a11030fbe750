/** The joint priorities, whatever state they have come to. */
import { NOTHING } from '../../documents/document.ts'
import type { Block, Section, Table } from '../../documents/document.ts'
import { paragraph } from '../../reports/cells.ts'
import { column, text } from '../exhibits/exhibit.ts'
import type { Paper } from './paper.ts'
import { writtenText } from './written-text.ts'

type Priority = Paper['priorities'][number]

/** One section for each that has more to say than its row. */
export function prioritiesSection (paper: Paper): Section {
  const { say, priorities } = paper
  if (priorities.length === 0) return { id: 'priorities', title: say.t('paper.priorities'), blocks: [paragraph(say.t('paper.none.priorities'))] }
  return {
    id: 'priorities', title: say.t('paper.priorities'), newPage: true,
    blocks: [combinations(paper)],
    sections: priorities.filter(({ content, toReview }) => content.description.trim() !== '' || content.from.length > 0 || toReview).map(priority => ({ id: priority.id, title: priority.content.title, blocks: details(paper, priority) }))
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

function details ({ say, regionName }: Paper, { content: { description, from }, toReview }: Priority): Block[] {
  return [
    ...(toReview ? [paragraph(say.t('paper.review'), 'caution')] : []), ...writtenText(description),
    ...(from.length === 0 ? [] : [paragraph(say.t('paper.from', { list: from.map(({ region, title }) => `${regionName(region)}: ${title}`).join('; ') }), 'small')])
  ]
}
