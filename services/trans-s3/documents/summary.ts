/** The summary of a workspace: two A4 pages for those who will not read the policy paper. */
import type { Block, Document, Section } from '../../documents/document.ts'
import { paragraph } from '../../reports/cells.ts'
import { shorten } from '../../reports/charts/svg.ts'
import { itemsOf } from '../workspace-state.ts'
import { frameOf } from './frame.ts'
import { isFinal, missingEvidence, openPaper } from './paper.ts'
import type { Paper, PaperInput } from './paper.ts'
import { indicatorsTable, stepsTable } from './strategy-sections.ts'
import { list } from './written-text.ts'

/** What fits two pages, with titles of any length in it. */
const TITLE_SHOWN_MAX = 60
/** Of an action, with who leads it on the same line; of an indicator, in a narrow column. */
const SHORT_TITLE_MAX = 50
const DOCUMENT_TITLE_MAX = 60
/** One line of the frame's facts: period, workspace, day. The run stands at the foot. */
const FACTS_SHOWN = 3
const PRIORITIES_TOLD_MAX = 5
const DISAGREEMENTS_TOLD_MAX = 1
const OBJECTIVES_TOLD_MAX = 3
const ACTIONS_TOLD_MAX = 1
const INDICATORS_TOLD_MAX = 2
const DISSENT_SHOWN_MAX = 90

/** The same version of a workspace in the same language gives the same document: the first page says where the group stands, the second what it will do. */
export function buildSummary (input: PaperInput): Document {
  const paper = openPaper(input)
  const { say } = paper
  const frame = frameOf(paper, 'summary')
  return {
    ...frame, title: shorten(frame.title, DOCUMENT_TITLE_MAX), facts: frame.facts.slice(0, FACTS_SHOWN),
    sections: [
      { id: 'about', title: say.t('paper.summary.about'), blocks: aboutBlocks(paper) },
      { ...section('stands', paper, [stepsTable(paper)]), sections: [section('agreed', paper, agreedBlocks(paper))] },
      { ...section('plans', paper, planBlocks(paper)), newPage: true, sections: [section('followed', paper, followedBlocks(paper)), section('disagreed', paper, disagreedBlocks(paper)), section('caution', paper, [list([say.t('paper.caution.recorded'), say.t('paper.caution.links'), say.t('paper.caution.uncertain')])])] }
    ]
  }
}

const section = (key: 'stands' | 'agreed' | 'disagreed' | 'plans' | 'followed' | 'caution', { say }: Paper, blocks: Block[]): Section => ({ id: key, title: say.t(`paper.summary.${key}`), blocks })

function aboutBlocks (paper: Paper): Block[] {
  const { say, settings } = paper
  const missing = missingEvidence(paper)
  return [...(missing === null ? [] : [paragraph(missing, 'caution')]), ...(settings.demonstration ? [paragraph(say.t('paper.demonstration'), 'caution')] : []), paragraph(say.t('paper.summary.text')), paragraph(say.t('paper.complements'))]
}

/** The first few, and how many more the policy paper has. */
const some = (paper: Paper, texts: readonly string[], most: number): Block[] => texts.length <= most ? [list(texts)] : [list(texts.slice(0, most)), paragraph(paper.say.t('paper.further', { n: texts.length - most }), 'small')]

function agreedBlocks (paper: Paper): Block[] {
  const { say, priorities } = paper
  const standing = priorities.filter(({ content }) => content.state !== 'dropped')
  if (standing.length === 0) return [paragraph(say.t('paper.none.priorities'))]
  const texts = standing.map(({ content, toReview }) => `${shorten(content.title, TITLE_SHOWN_MAX)} (${[say.t(`state.${content.state}`), ...(toReview ? [say.t('paper.review')] : [])].join('; ')})`)
  return [...(standing.some(isFinal) ? [] : [paragraph(say.t('paper.none.final'))]), ...some(paper, texts, PRIORITIES_TOLD_MAX)]
}

function disagreedBlocks (paper: Paper): Block[] {
  const texts = paper.decisions.filter(({ content }) => content.dissent.trim() !== '').map(({ content }) => `${shorten(content.what, SHORT_TITLE_MAX)} – ${shorten(content.dissent, DISSENT_SHOWN_MAX)}`)
  return texts.length === 0 ? [paragraph(paper.say.t('paper.none.disagreements'))] : some(paper, texts, DISAGREEMENTS_TOLD_MAX)
}

function planBlocks (paper: Paper): Block[] {
  const { say, state, regionName } = paper
  const objectives = itemsOf(state, 'objective')
  if (objectives.length === 0) return [paragraph(say.t('paper.none.objectives'))]
  const actions = itemsOf(state, 'action')
  const blocks = objectives.slice(0, OBJECTIVES_TOLD_MAX).flatMap(({ id, content }): Block[] => {
    const own = actions.filter(({ content }) => content.objective === id).map(({ content }) => say.t('paper.summary.action', { action: shorten(content.title, SHORT_TITLE_MAX), lead: regionName(content.lead), status: say.t(`ladder.${content.status}`) }))
    return [paragraph([{ text: shorten(content.title, TITLE_SHOWN_MAX), strong: true }]), ...(own.length === 0 ? [paragraph(say.t('paper.none.actions'))] : some(paper, own, ACTIONS_TOLD_MAX))]
  })
  return [paragraph(say.t('paper.summary.plans.lead')), ...blocks, ...(objectives.length > OBJECTIVES_TOLD_MAX ? [paragraph(say.t('paper.further', { n: objectives.length - OBJECTIVES_TOLD_MAX }), 'small')] : [])]
}

function followedBlocks (paper: Paper): Block[] {
  const { say, state } = paper
  const indicators = itemsOf(state, 'indicator')
  if (indicators.length === 0) return [paragraph(say.t('paper.none.followed'))]
  const shown = indicators.slice(0, INDICATORS_TOLD_MAX).map(indicator => ({ ...indicator, content: { ...indicator.content, title: shorten(indicator.content.title, SHORT_TITLE_MAX) } }))
  return [indicatorsTable(paper, 'indicators', say.t('paper.summary.followed'), shown), ...(indicators.length > shown.length ? [paragraph(say.t('paper.further', { n: indicators.length - shown.length }), 'small')] : [])]
}
