/** The second page of the summary: what the group will do, how it is followed, who disagrees, what is not known, and what comes next. */
import type { Block } from '../../documents/document.ts'
import { paragraph } from '../../reports/cells.ts'
import { shorten } from '../../reports/charts/svg.ts'
import { STATE_GIVEN } from '../../contract/workspace.ts'
import { itemsOf } from '../workspace-state.ts'
import type { Paper } from './paper.ts'
import { indicatorsTable } from './strategy-sections.ts'
import { list } from './written-text.ts'

/** How much of each is told; of what somebody disagreed with, how many letters. */
export interface Detail { disagreements: number, dissent: number, objectives: number, actions: number, indicators: number, unknown: number, next: number }

const TITLE_SHOWN_MAX = 60
/** Of an action, with who leads it on the same line; of an indicator, in a narrow column. */
const SHORT_TITLE_MAX = 50

/** The first few, and how many more the policy paper has. */
const some = (paper: Paper, texts: readonly string[], most: number): Block[] => texts.length <= most ? [list(texts)] : [list(texts.slice(0, most)), paragraph(paper.say.t('paper.further', { n: texts.length - most }), 'small')]

export function disagreedBlocks (paper: Paper, { disagreements, dissent }: Detail): Block[] {
  const { say, evidence } = paper
  const entered = paper.decisions.filter(({ content }) => content.dissent.trim() !== '').map(({ content }) => `${shorten(content.what, SHORT_TITLE_MAX)} – ${shorten(content.dissent.replace(/\s+/g, ' ').trim(), dissent)}`)
  const counted = (evidence.get('consultation') ?? []).find(({ key }) => key === 'disagreements')?.rows.map(([priority, question, , what]) => `${shorten(priority!.text, SHORT_TITLE_MAX)}, ${question!.text}: ${what!.text}`) ?? []
  const texts = [...entered, ...counted]
  return texts.length === 0 ? [paragraph(say.t('paper.none.disagreements'))] : some(paper, texts, disagreements)
}

export function planBlocks (paper: Paper, { objectives: most, actions: mostActions }: Detail): Block[] {
  const { say, state, regionName } = paper
  const objectives = itemsOf(state, 'objective')
  if (objectives.length === 0) return [paragraph(say.t('paper.none.objectives'))]
  const actions = itemsOf(state, 'action')
  const blocks = objectives.slice(0, most).flatMap(({ id, content }): Block[] => {
    const own = actions.filter(({ content }) => content.objective === id).map(({ content }) => say.t('paper.summary.action', { action: shorten(content.title, SHORT_TITLE_MAX), lead: regionName(content.lead), status: say.t(`ladder.${content.status}`) }))
    return [paragraph([{ text: shorten(content.title, TITLE_SHOWN_MAX), strong: true }]), ...(own.length === 0 ? [paragraph(say.t('paper.none.actions'))] : some(paper, own, mostActions))]
  })
  return [...blocks, ...(objectives.length > most ? [paragraph(say.t('paper.further', { n: objectives.length - most }), 'small')] : [])]
}

export function followedBlocks (paper: Paper, { indicators: most }: Detail): Block[] {
  const { say, state } = paper
  const indicators = itemsOf(state, 'indicator')
  if (indicators.length === 0) return [paragraph(say.t('paper.none.followed'))]
  const shown = indicators.slice(0, most).map(indicator => ({ ...indicator, content: { ...indicator.content, title: shorten(indicator.content.title, SHORT_TITLE_MAX) } }))
  return [indicatorsTable(paper, 'indicators', say.t('paper.summary.followed'), shown), ...(indicators.length > shown.length ? [paragraph(say.t('paper.further', { n: indicators.length - shown.length }), 'small')] : [])]
}

/** What holds for all figures, then what the evidence itself warns of: who is silent, what is withheld, which measures are left out. */
export function unknownBlocks ({ say, evidence }: Paper, { unknown }: Detail): Block[] {
  const warned = (['common-sets', 'consultation', 'profiling', 'internationalisation'] as const).flatMap(stage => (evidence.get(stage) ?? []).flatMap(({ cautions }) => cautions))
  return [list([...new Set([say.t('paper.caution.recorded'), say.t('paper.caution.links'), say.t('paper.caution.uncertain'), ...warned])].slice(0, unknown))]
}

/** What is to be reviewed, then the steps that are not closed, then the measuring of indicators. */
export function nextBlocks ({ say, state, decisions }: Paper, { next }: Detail): Block[] {
  const reviewed = decisions.filter(({ toReview }) => toReview).length
  const open = itemsOf(state, 'stage').filter(({ content }) => content.state !== 'closed').map(({ content: { stage } }) => {
    const given = STATE_GIVEN[stage]
    return `${say.t(`step.${stage}`)}: ${say.t(`step.${stage}.purpose`)}${given === undefined ? '' : ` ${say.t('paper.gives', { state: say.t(`state.${given}`) })}`}`
  })
  const measured = itemsOf(state, 'indicator').length > 0 ? [say.t('paper.next.measure')] : []
  return [list([...(reviewed === 0 ? [] : [say.t('paper.next.review', { n: reviewed })]), ...open, ...measured, ...(open.length + measured.length === 0 ? [say.t('paper.none.followed')] : [])].slice(0, next))]
}
