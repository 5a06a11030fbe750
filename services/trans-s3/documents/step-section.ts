/** One step of the method as the group did it: its state, what it shows, what was noted, what was decided. */
import { RUN_GONE } from '../../contract/workspace-evidence.ts'
import type { ContentOf } from '../../contract/workspace-items.ts'
import { CHECKS } from '../../contract/workspace.ts'
import type { Stage } from '../../contract/workspace.ts'
import type { Block, Section, Span } from '../../documents/document.ts'
import { paragraph } from '../../reports/cells.ts'
import { itemsOf, stageOf } from '../workspace-state.ts'
import type { Standing } from '../workspace-state.ts'
import { exhibitId } from './exhibit-blocks.ts'
import type { ShownStep } from './exhibit-blocks.ts'
import { dayOf, whoIs } from './paper.ts'
import type { Paper } from './paper.ts'
import { list, source, writtenHead, writtenText } from './written-text.ts'

/** `more`: sections of this step alone, after its evidence. What the step is for stands in part one. */
export function stepSection (paper: Paper, stage: Stage, { sections, cautions, apart }: ShownStep, more: readonly Section[] = []): Section {
  const { say, state } = paper
  const { content } = stageOf(state, stage)
  const isNew = stage === 'consultation' && itemsOf(state, 'rating').length === 0
  const [noted, decided] = [notes(paper, stage), decisions(paper, stage)]
  const nothing = [...(stage === 'strategy' && more.length === 0 ? [say.t('paper.none.objectives')] : []), ...(noted.length === 0 ? [say.t('paper.none.notes')] : []), ...(decided.length === 0 ? [say.t('paper.none.decisions')] : [])]
  return {
    id: `step-${stage}`, title: say.t(`step.${stage}`), kicker: [say.t('paper.stepState', { state: say.t(`state.${content.state}`) }), ...(content.toReview === null ? [] : [say.t('paper.review')]), say.t('paper.checks', { done: CHECKS[stage].filter(check => content.checks[check]?.done === true).length, all: CHECKS[stage].length })].join(' · '),
    blocks: [
      ...(content.toReview === null ? [] : [paragraph(say.t('paper.reopened', { step: say.t(`step.${content.toReview.because}`), reason: content.toReview.reason }), 'caution')]),
      ...(isNew ? [paragraph(say.t('paper.none.consultation'))] : sections.length === 0 && apart.length === 0 && stage !== 'general' && stage !== 'strategy' ? [paragraph(say.t('paper.none.evidence'))] : []),
      ...(nothing.length === 0 ? [] : [paragraph(nothing.join(' '))]),
      ...(apart.length === 0 ? [] : [paragraph(withGap(say.t('paper.inAnnex'), '{list}', apart), 'small')])
    ],
    sections: [
      ...sections, ...(cautions.length === 0 ? [] : [{ id: `${stage}-cautions`, title: say.t('paper.cautions'), blocks: [list(cautions)] }]), ...more,
      ...(noted.length === 0 ? [] : [{ id: `${stage}-notes`, title: say.t('paper.notes'), blocks: noted }]),
      ...(decided.length === 0 ? [] : [{ id: `${stage}-decisions`, title: say.t('paper.decisions'), blocks: decided }])
    ]
  }
}

/** The words around a gap with the spans in it, divided by semicolons. */
function withGap (words: string, gap: string, spans: readonly Span[]): Span[] {
  const [before, after] = words.split(gap)
  return [{ text: before! }, ...spans.flatMap((span, i) => i === 0 ? [span] : [{ text: '; ' }, span]), { text: after! }]
}

function notes ({ say, state }: Paper, stage: Stage): Block[] {
  return itemsOf(state, 'note').filter(({ content }) => content.stage === stage).flatMap(({ content }) => [...writtenText(content.text), ...(content.source === null ? [] : [paragraph(sourceLine(say, content.source), 'small')])])
}

/** The words around the gap, with the source as a link in it. */
function sourceLine (say: Paper['say'], { title, website, date }: NonNullable<ContentOf<'note'>['source']>): Span[] {
  const [before, after] = say.t('paper.source').split('{source}')
  return [{ text: before! }, ...source(title, website), { text: `${date === null || date === '' ? '' : `, ${date}`}${after}` }]
}

function decisions (paper: Paper, stage: Stage): Block[] {
  return paper.decisions.filter(({ content }) => content.stage === stage).flatMap(decision => decisionBlocks(paper, decision))
}

function decisionBlocks (paper: Paper, decision: Standing<ContentOf<'decision'>>): Block[] {
  const { say, priorityTitle } = paper
  const { what, why, run, verdicts, dissent } = decision.content
  const named = (verdict: 'keep' | 'drop'): string => verdicts.filter(each => each.verdict === verdict).map(({ priority }) => priorityTitle(priority)).join('; ')
  const result = [...(named('keep') === '' ? [] : [say.t('paper.kept', { list: named('keep') })]), ...(named('drop') === '' ? [] : [say.t('paper.dropped', { list: named('drop') })])]
  return [
    ...writtenHead(what), ...writtenText(why, say.t('paper.why')),
    ...(result.length === 0 ? [] : [paragraph(result.join(' '))]),
    ...(decision.toReview ? [paragraph(say.t('paper.decisionReview'), 'caution')] : []),
    ...(dissent.trim() === '' ? [] : [paragraph([{ text: say.t('paper.dissentSee'), link: '#disagreements' }])]),
    paragraph([...evidenceSpans(paper, decision.content), ...(run === null ? [] : [{ text: `${say.t('paper.run', { run })} ` }]), { text: say.t('paper.by', { who: whoIs(paper, decision.by), date: dayOf(say, decision.savedAt) }) }], 'small')
  ]
}

/** What a decision stands on: exhibits of this document as links, anything else as it was written. */
function evidenceSpans (paper: Paper, { evidence }: ContentOf<'decision'>): Span[] {
  if (evidence.length === 0) return []
  return withGap(`${paper.say.t('paper.evidence')} `, '{list}', evidence.map(key => exhibitNamed(paper, key) ?? { text: key }))
}

function exhibitNamed ({ evidence, places }: Paper, key: string): Span | null {
  for (const [stage, exhibits] of evidence) {
    const exhibit = exhibits.find(exhibit => exhibit.key === key)
    const place = places.get(key)
    if (exhibit !== undefined && place !== undefined) return { text: exhibit.title, link: `#${place}` }
    const missing = exhibits.find(exhibit => exhibit.key === RUN_GONE)?.rows.find(([cell]) => cell!.value === key)
    if (missing !== undefined) return { text: missing[0]!.text, link: `#${exhibitId(stage, RUN_GONE)}` }
  }
  return null
}

/** What somebody did not agree with, decision by decision. */
export function disagreementsSection ({ say, decisions }: Paper): Section {
  const disputed = decisions.filter(({ content }) => content.dissent.trim() !== '')
  return {
    id: 'disagreements', title: say.t('paper.disagreements'),
    blocks: disputed.length === 0
      ? [paragraph(say.t('paper.none.disagreements'))]
      : [paragraph(say.t('paper.disagreements.lead')), ...disputed.flatMap(({ content }) => [...writtenHead(content.what), paragraph(say.t(`step.${content.stage}`), 'small'), ...writtenText(content.dissent)])]
  }
}
