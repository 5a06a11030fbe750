/** The Trans-S3 policy paper of a workspace: how it is done, and how this group did it. */
import type { Exhibit } from '../../contract/workspace-evidence.ts'
import type { ContentOf } from '../../contract/workspace-items.ts'
import { STAGES, STAGES_IN_ORDER } from '../../contract/workspace.ts'
import type { Stage } from '../../contract/workspace.ts'
import type { Block, Document, Section, Table } from '../../documents/document.ts'
import { paragraph } from '../../reports/cells.ts'
import { column, text } from '../exhibits/exhibit.ts'
import type { Key } from '../words/say.ts'
import { itemsOf } from '../workspace-state.ts'
import { showStep } from './exhibit-blocks.ts'
import { frameOf } from './frame.ts'
import { howItIsDone } from './how-it-is-done.ts'
import { annexSection, methodSection } from './method-and-annex.ts'
import { isFinal, missingEvidence, openPaper } from './paper.ts'
import type { Paper, PaperInput } from './paper.ts'
import { prioritiesSection, prioritiesTable, statesTable } from './priorities-section.ts'
import { smeSection } from './sme-section.ts'
import { disagreementsSection, stepSection } from './step-section.ts'
import { measurementsTable, objectiveSections, stepsTable } from './strategy-sections.ts'
import { list, writtenText } from './written-text.ts'

/** The same version of a workspace in the same language gives the same document. */
export function buildPolicyPaper (input: PaperInput): Document {
  const { say, state, evidence } = input
  const hasRatings = itemsOf(state, 'rating').length > 0
  // Before anybody has rated, the page of the consultation can only say that it is empty: the paper says so itself. Indicators stand with their objectives.
  const shownOf = (stage: Stage): readonly Exhibit[] => stage === 'strategy' || (stage === 'consultation' && !hasRatings) ? [] : evidence.get(stage) ?? []
  const shown = new Map(STAGES.map(stage => [stage, showStep(say, stage, shownOf(stage))]))
  const paper = { ...openPaper(input), places: new Map([...shown.values()].flatMap(({ places }) => [...places])) }
  const step = (stage: Stage, more?: Section[]): Section => stepSection(paper, stage, shown.get(stage)!, more)
  const measurements = measurementsTable(paper)
  const done: Section = {
    id: 'done', title: say.t('paper.done'), blocks: [],
    sections: [
      groupSection(paper), step('general', charterSections(paper)),
      ...STAGES_IN_ORDER.filter(stage => stage !== 'strategy').map(stage => step(stage)),
      disagreementsSection(paper), prioritiesSection(paper), step('strategy', objectiveSections(paper)), smeSection(paper), monitoringSection(paper, measurements)
    ]
  }
  const annex = [...(paper.priorities.length === 0 ? [] : [prioritiesTable(paper)]), ...[...shown.values()].flatMap(({ annex }) => annex), ...(measurements === null ? [] : [measurements])]
  return { ...frameOf(paper, 'policy-paper'), sections: [overviewSection(paper), howItIsDone(say), done, methodSection(paper), annexSection(paper, annex)] }
}

function overviewSection (paper: Paper): Section {
  const { say, state, parts, priorities, decisions, settings } = paper
  const final = priorities.filter(isFinal)
  const missing = missingEvidence(paper)
  const numbers: Array<[Key, number]> = [
    ['paper.fact.regions', parts.length], ['paper.fact.final', final.length], ['paper.fact.closed', itemsOf(state, 'stage').filter(({ content }) => content.state === 'closed').length],
    ['paper.fact.decisions', decisions.length], ['paper.fact.actions', itemsOf(state, 'action').length], ['paper.fact.indicators', itemsOf(state, 'indicator').length]
  ]
  return {
    id: 'overview', title: say.t('paper.overview'),
    blocks: [
      ...(missing === null ? [] : [paragraph(missing, 'caution')]), ...(settings.demonstration ? [paragraph(say.t('paper.demonstration'), 'caution')] : []), paragraph(say.t('paper.complements'), 'lead'),
      { type: 'facts', facts: numbers.map(([key, n]) => ({ value: say.number(n), text: say.t(key, { n }) })) },
      ...(final.length === 0 ? [paragraph(say.t('paper.none.final'))] : [paragraph(say.t('paper.finalAre')), list(final.map(({ content, toReview }) => `${content.title} (${[say.t(`state.${content.state}`), ...(toReview ? [say.t('paper.review')] : [])].join('; ')})`))]),
      statesTable(paper), stepsTable(paper)
    ]
  }
}

function groupSection ({ say, names, parts, settings, state }: Paper): Section {
  const invited = itemsOf(state, 'participant').filter(({ content }) => !content.revoked && content.expiresAt > state.changedAt)
  const roles = (['coordinator', 'authority', 'stakeholder', 'reader'] as const).map(role => ({ role, n: invited.filter(({ content }) => content.role === role).length })).filter(({ n }) => n > 0)
  return {
    id: 'group', title: say.t('paper.group'),
    blocks: [
      paragraph(say.t('paper.group.period', { from: say.date(settings.from), to: say.date(settings.to) })),
      {
        type: 'table', id: 'group-table', name: say.t('paper.group'), caption: say.t('paper.group.caption', { vintage: settings.group.vintage }),
        columns: [column(say, 'paper.column.code'), column(say, 'paper.column.name'), column(say, 'paper.column.country')],
        rows: parts.map(part => [text(part.asked), text(names.region(part)), text(names.country(part.country))])
      },
      ...(roles.length === 0 ? [paragraph(say.t('paper.participants.none'))] : [paragraph(say.t('paper.participants')), list(roles.map(({ role, n }) => `${say.t(`role.${role}`)}: ${say.number(n)}`))])
    ]
  }
}

const EMPTY: Omit<ContentOf<'charter'>, 'type'> = { governance: '', vision: '', actionPlan: '', monitoring: '' }
const charterOf = ({ state }: Paper): typeof EMPTY => itemsOf(state, 'charter')[0]?.content ?? EMPTY
const orEmpty = (paper: Paper, text: string): Block[] => text.trim() === '' ? [paragraph(paper.say.t('paper.none.text'))] : writtenText(text)

function charterSections (paper: Paper): Section[] {
  const charter = charterOf(paper)
  return (['governance', 'vision', 'actionPlan'] as const).map(key => ({ id: `charter-${key}`, title: paper.say.t(`paper.${key}`), blocks: orEmpty(paper, charter[key]) }))
}

function monitoringSection (paper: Paper, measurements: Table | null): Section {
  const { say } = paper
  return { id: 'monitoring', title: say.t('paper.monitoring'), blocks: [...orEmpty(paper, charterOf(paper).monitoring), measurements === null ? paragraph(say.t('paper.none.followed')) : paragraph([{ text: say.t('paper.valuesInAnnex'), link: `#${measurements.id}` }], 'small')] }
}
