/** Joint strategies of small and medium-sized enterprises. */
import type { ContentOf } from '../../contract/workspace-items.ts'
import type { Block, Section } from '../../documents/document.ts'
import { paragraph } from '../../reports/cells.ts'
import { column, text } from '../exhibits/exhibit.ts'
import { itemsOf } from '../workspace-state.ts'
import { timeText } from './strategy-sections.ts'
import type { Paper } from './paper.ts'
import { writtenText } from './written-text.ts'

export function smeSection (paper: Paper): Section {
  const { say, state } = paper
  const strategies = itemsOf(state, 'sme-strategy')
  return {
    id: 'sme', title: say.t('paper.sme'),
    blocks: [paragraph(say.t('paper.sme.lead')), ...(strategies.length === 0 ? [paragraph(say.t('paper.none.sme'))] : [])],
    sections: strategies.map(({ id, content }) => ({ id, title: content.title, blocks: strategyBlocks(paper, id, content) }))
  }
}

function strategyBlocks ({ say, names, priorityTitle }: Paper, id: string, { title, need, priority, members, missing, plan, status }: ContentOf<'sme-strategy'>): Block[] {
  const blocks: Block[] = [...writtenText(need, say.t('paper.sme.need')), paragraph([...(priority === null ? [] : [say.t('paper.sme.priority', { title: priorityTitle(priority) })]), say.t('paper.sme.status', { status: say.t(`ladder.${status}`) })].join(' '))]
  if (members.length > 0) {
    blocks.push({
      type: 'table', id: `${id}-members`, name: say.t('paper.column.organisation'), caption: say.t('paper.sme.members', { title }),
      columns: [column(say, 'paper.column.organisation'), column(say, 'paper.column.country'), column(say, 'paper.column.role')],
      rows: members.map(({ organisation, name, country, role }) => [{ value: organisation, text: name === '' ? organisation : name }, { value: country, text: country === '' ? '–' : names.country(country) }, text(role)])
    })
  }
  if (missing.length === 0) blocks.push(paragraph(say.t('paper.sme.whole')))
  else {
    blocks.push({
      type: 'table', id: `${id}-missing`, name: say.t('paper.column.found'), caption: say.t('paper.sme.missing', { title }), note: say.t('paper.sme.unnamed'),
      columns: [column(say, 'paper.column.role'), column(say, 'paper.column.need'), column(say, 'paper.column.found')],
      rows: missing.map(({ role, need, candidate, introduction }) => [text(role), text(need === '' ? null : need), text(say.t(introduction !== null ? 'paper.sme.introduction' : candidate !== null ? 'paper.sme.candidate' : 'paper.sme.none'))])
    })
  }
  if (plan.length > 0) {
    blocks.push({
      type: 'table', id: `${id}-plan`, name: say.t('paper.column.what'), caption: say.t('paper.sme.plan', { title }),
      columns: [column(say, 'paper.column.what'), column(say, 'paper.column.who'), column(say, 'paper.column.time')],
      rows: plan.map(({ what, who, until }) => [text(what), text(who === '' ? null : who), text(timeText(say, null, until))])
    })
  }
  return blocks
}
