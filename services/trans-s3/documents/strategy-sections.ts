/** The joint strategy: objectives with their actions and indicators, and how the results are followed. */
import type { ContentOf } from '../../contract/workspace-items.ts'
import type { Block, Section, Table } from '../../documents/document.ts'
import { paragraph } from '../../reports/cells.ts'
import { column, count, text } from '../exhibits/exhibit.ts'
import type { Cell } from '../exhibits/exhibit.ts'
import { targetCaution } from '../exhibits/indicators-exhibits.ts'
import { itemsOf } from '../workspace-state.ts'
import type { Standing } from '../workspace-state.ts'
import { changeText, indicatorValue, measureName, withInterval } from './indicator-values.ts'
import { dayOf } from './paper.ts'
import type { Paper } from './paper.ts'
import { writtenText } from './written-text.ts'

export function objectiveSections (paper: Paper): Section[] {
  const { say, state } = paper
  return itemsOf(state, 'objective').map(objective => ({ id: objective.id, title: say.t('paper.objective', { title: objective.content.title }), blocks: objectiveBlocks(paper, objective) }))
}

function objectiveBlocks (paper: Paper, { id, content: { title, description, priorities } }: Standing<ContentOf<'objective'>>): Block[] {
  const { say, state, priorityTitle } = paper
  const actions = itemsOf(state, 'action').filter(({ content }) => content.objective === id)
  const indicators = itemsOf(state, 'indicator').filter(({ content }) => content.objective === id)
  return [
    ...writtenText(description), paragraph(say.t('paper.serves', { list: priorities.map(priorityTitle).join('; ') })),
    ...(actions.length === 0 ? [paragraph(say.t('paper.none.actions'))] : [actionsTable(paper, `${id}-actions`, say.t('paper.actions', { title }), actions), ...actions.flatMap(({ content }) => writtenText(content.description, `${content.title}:`))]),
    ...(indicators.length === 0 ? [paragraph(say.t('paper.none.indicators'))] : [indicatorsTable(paper, `${id}-indicators`, say.t('paper.indicators', { title }), indicators), ...indicators.flatMap(({ content }) => targetCaution(say, content) ?? []).map(caution => paragraph(caution))])
  ]
}

function actionsTable ({ say, regionName }: Paper, id: string, caption: string, actions: Array<Standing<ContentOf<'action'>>>): Table {
  return {
    type: 'table', id, name: caption, caption,
    columns: [column(say, 'paper.column.action'), column(say, 'paper.column.lead'), column(say, 'paper.column.partners'), column(say, 'paper.column.time'), column(say, 'paper.column.means'), column(say, 'paper.column.status')],
    rows: actions.map(({ content: { title, lead, partners, from, until, means, status } }) => [
      text(title), text(regionName(lead)), text(partners.length === 0 ? null : partners.map(regionName).join('; ')), text(timeText(say, from, until)), text(means === '' ? null : means), text(say.t(`ladder.${status}`))
    ])
  }
}

export function timeText (say: Paper['say'], from: string | null, until: string | null): string | null {
  if (from !== null && until !== null) return say.t('paper.period', { from: say.date(from), to: say.date(until) })
  return from !== null ? say.t('paper.from.date', { from: say.date(from) }) : until !== null ? say.t('paper.until.date', { until: say.date(until) }) : null
}

/** The first measurement is the baseline; the last stands beside it where there is another. */
export function indicatorsTable (paper: Paper, id: string, caption: string, indicators: ReadonlyArray<Standing<ContentOf<'indicator'>>>): Table {
  const { say } = paper
  const measured = (measure: ContentOf<'indicator'>['measure'], measurement: ContentOf<'indicator'>['measurements'][number] | undefined): string | null => measurement === undefined ? null : `${withInterval(say, measure, measurement)}, ${dayOf(say, measurement.at)}`
  return {
    type: 'table', id, name: caption, caption, note: say.t('paper.indicators.note'),
    columns: [column(say, 'paper.column.indicator'), column(say, 'paper.column.measure'), column(say, 'paper.column.baseline'), column(say, 'paper.column.target'), column(say, 'paper.column.by'), column(say, 'paper.column.last'), column(say, 'paper.column.change')],
    rows: indicators.map(({ content }) => [
      text(content.title), text(measureName(paper, content)), text(measured(content.measure, content.measurements[0])), text(indicatorValue(say, content.measure, content.target)), text(say.date(content.date)),
      text(measured(content.measure, content.measurements.slice(1).at(-1))), text(changeText(say, content))
    ])
  }
}

/** null: there is no indicator that was measured. */
export function measurementsTable (paper: Paper): Table | null {
  const { say, state } = paper
  const rows = itemsOf(state, 'indicator').flatMap(({ content: { title, measure, measurements } }) => measurements.map(({ run, at, value, lower, upper }): Cell[] => {
    const number = (value: number | null): Cell => ({ value, text: indicatorValue(say, measure, value) })
    return [text(title), text(run), { value: at, text: dayOf(say, at) }, number(value), lower === null ? text(null) : number(lower), upper === null ? text(null) : number(upper)]
  }))
  if (rows.length === 0) return null
  return {
    type: 'table', id: 'measurements', name: say.t('paper.measurements.name'), caption: say.t('paper.measurements'), rows,
    columns: [column(say, 'paper.column.indicator'), column(say, 'paper.column.run'), column(say, 'paper.column.date', 'date'), column(say, 'paper.column.value', 'number'), column(say, 'paper.column.lower', 'number'), column(say, 'paper.column.upper', 'number')]
  }
}

/** Steps in the order of the method, with the decisions taken in each. */
export function stepsTable ({ say, state, decisions }: Paper): Table {
  return {
    type: 'table', id: 'steps-table', name: say.t('paper.summary.stands'), caption: say.t('paper.summary.stands'),
    columns: [column(say, 'paper.column.step'), column(say, 'paper.column.state'), column(say, 'paper.column.decisions', 'number')],
    rows: itemsOf(state, 'stage').map(({ content: { stage, state, toReview } }) => [
      text(say.t(`step.${stage}`)), text(toReview === null ? say.t(`state.${state}`) : `${say.t(`state.${state}`)} (${say.t('paper.review')})`), count(say, decisions.filter(({ content }) => content.stage === stage).length)
    ])
  }
}
