/** Part one of the policy paper: the method, the same for every group. */
import { STAGES_IN_ORDER, STATE_GIVEN } from '../../contract/workspace.ts'
import type { Block, Section } from '../../documents/document.ts'
import { paragraph } from '../../reports/cells.ts'
import type { Key, Say } from '../words/say.ts'

const DATA = ['declared', 'organisations', 'tables', 'trends', 'people'] as const
const PROBLEMS = ['words', 'shared', 'revealed', 'small', 'missing', 'disagree', 'weights', 'again'] as const

export function howItIsDone (say: Say): Section {
  const terms = (entries: ReadonlyArray<readonly [Key, Key]>): Block => ({ type: 'definitions', entries: entries.map(([term, meaning]) => ({ term: say.t(term), meaning: [{ text: say.t(meaning) }] })) })
  return {
    id: 'how', title: say.t('paper.how'), blocks: [],
    sections: [
      { id: 'how-what', title: say.t('paper.what'), blocks: [paragraph(say.t('paper.what.group'), 'lead'), paragraph(say.t('paper.what.priority')), paragraph(say.t('paper.what.origin'), 'small')] },
      { id: 'how-steps', title: say.t('paper.steps'), blocks: [steps(say), paragraph(say.t('paper.steps.feedback')), paragraph(say.t('paper.steps.general'))] },
      { id: 'how-data', title: say.t('paper.data'), blocks: [terms(DATA.map(key => [`paper.data.${key}`, `paper.data.${key}Is`]))] },
      { id: 'how-problems', title: say.t('paper.problems'), blocks: [terms(PROBLEMS.map(key => [`paper.problem.${key}`, `paper.problem.${key}Do`]))] }
    ]
  }
}

/** Those that give a state: all but the joint strategy. */
const steps = (say: Say): Block => ({
  type: 'list', ordered: true,
  lines: STAGES_IN_ORDER.filter(stage => STATE_GIVEN[stage] !== undefined).map(stage => [{ text: `${say.t(`step.${stage}`)}. `, strong: true }, { text: say.t(`step.${stage}.purpose`) }])
})
