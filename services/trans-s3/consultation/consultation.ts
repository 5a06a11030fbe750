/**
 * What those who were asked say of each priority, by helix group and region, without telling who said what.
 *
 * Of each group: how many answered, mean, median and quartiles (the middle of sorted answers, and the middles of its two halves with the middle answer in both: Tukey's hinges), and agreement (agreement.ts). Groups are told
 * by told-answers.ts. Disagreement is named: two helix groups whose means are DIFFERENCE_MIN apart, and a group that is split, its agreement below SPLIT_BELOW. Comments come in the order of
 * their letters, with the helix group where it is told, and not at all where even everybody together are too few. Participants whose link was revoked still count: they said it.
 */
import { HELIX_GROUPS } from '../../contract/workspace.ts'
import type { HelixGroup } from '../../contract/workspace.ts'
import type { ContentOf } from '../../contract/workspace-items.ts'
import { SCALE_LEAST, SCALE_MOST } from '../../contract/workspace-items.ts'
import { itemsOf, settingsOf } from '../workspace-state.ts'
import type { WorkspaceState } from '../workspace-state.ts'
import { agreement } from './agreement.ts'
import { toldGroups } from './told-answers.ts'
import type { Answering } from './told-answers.ts'

export const QUESTIONS = ['importance', 'readiness', 'commitment'] as const
export type Question = typeof QUESTIONS[number]

/** Two groups see it differently where their means are a whole step of the scale apart. */
export const DIFFERENCE_MIN = 1
/** A group is split where its answers agree less than if they were spread evenly over the scale. */
export const SPLIT_BELOW = 0

export interface Spread { mean: number, median: number, lowerQuartile: number, upperQuartile: number, agreement: number }
/** `answers`: null where the group is withheld. */
export interface GroupAnswers<Name = string> { group: Name, answers: { people: number, spread: Record<Question, Spread> } | null }

export type Disagreement =
  | { kind: 'between', question: Question, lower: HelixGroup, higher: HelixGroup, difference: number }
  /** `group` null: everybody together. */
  | { kind: 'split', question: Question, group: HelixGroup | null, agreement: number }

export interface PriorityAnswers {
  priority: string
  title: string
  /** Who answered is always told: it says nothing of the answers. */
  people: number
  everybody: Record<Question, Spread> | null
  /** Those in which somebody answered. */
  helix: Array<GroupAnswers<HelixGroup>>
  regions: GroupAnswers[]
  disagreements: Disagreement[]
  comments: Array<{ group: HelixGroup | null, text: string }>
  /** Too few answered for comments not to give their writers away. */
  commentsWithheld: number
}

export interface Consultation {
  groupMin: number
  /** Of those who may rate: by helix group, then those without one. `answered`: with at least one rating. */
  taking: Array<{ group: HelixGroup | null, invited: number, answered: number }>
  /** Every priority that is not dropped, in the order they were made. */
  priorities: PriorityAnswers[]
}

interface Answer extends Answering, Record<Question, number> { helix: HelixGroup | null, comment: string }

export function countConsultation (state: WorkspaceState): Consultation {
  const { groupMin } = settingsOf(state)
  const participants = itemsOf(state, 'participant').filter(({ content: { role } }) => role === 'stakeholder' || role === 'authority')
  const known = new Map(participants.map(({ id, content }) => [id, content]))
  const ratings = itemsOf(state, 'rating').filter(({ content }) => known.has(content.participant))
  const answered = new Set(ratings.map(({ content }) => content.participant))
  return {
    groupMin,
    taking: [...HELIX_GROUPS, null].map(group => {
      const here = participants.filter(({ content }) => helixOf(content) === group)
      return { group, invited: here.filter(({ id, content }) => !content.revoked || answered.has(id)).length, answered: here.filter(({ id }) => answered.has(id)).length }
    }).filter(({ group, invited }) => group !== null || invited > 0),
    priorities: itemsOf(state, 'priority').filter(({ content }) => content.state !== 'dropped').map(({ id, content: { title } }) => {
      const answers = ratings.filter(({ content }) => content.priority === id).map(({ content }): Answer => {
        const person = known.get(content.participant)!
        return { helix: helixOf(person), region: person.region, importance: content.importance, readiness: content.readiness, commitment: content.commitment, comment: content.comment }
      })
      return { priority: id, title, ...describe(answers, groupMin) }
    })
  }
}

/** An authority speaks for administration, whether somebody has said so or not. */
const helixOf = ({ role, helix }: ContentOf<'participant'>): HelixGroup | null => helix ?? (role === 'authority' ? 'administration' : null)

function describe (answers: readonly Answer[], groupMin: number): Omit<PriorityAnswers, 'priority' | 'title'> {
  const told = toldGroups(answers, groupMin)
  const groupOf = <Name extends string>(group: Name, here: readonly Answer[], isTold: boolean): GroupAnswers<Name> => ({ group, answers: isTold ? { people: here.length, spread: spreadOf(here) } : null })
  const helix = HELIX_GROUPS.filter(group => answers.some(answer => answer.helix === group)).map(group => groupOf(group, answers.filter(answer => answer.helix === group), told.helix.includes(group)))
  const regions = [...new Set(answers.flatMap(({ region }) => region ?? []))].sort().map(region => groupOf(region, answers.filter(answer => answer.region === region), told.regions.includes(region)))
  const everybody = told.everybody ? spreadOf(answers) : null
  const comments = answers.filter(({ comment }) => comment !== '')
  return {
    people: answers.length, everybody, helix, regions,
    disagreements: QUESTIONS.flatMap(question => disagreementsOn(question, everybody, helix)),
    comments: told.everybody ? comments.map(({ helix: group, comment: text }) => ({ group: group !== null && told.helix.includes(group) ? group : null, text })).sort((a, b) => a.text < b.text ? -1 : a.text > b.text ? 1 : 0) : [],
    commentsWithheld: told.everybody ? 0 : comments.length
  }
}

function disagreementsOn (question: Question, everybody: Record<Question, Spread> | null, helix: ReadonlyArray<GroupAnswers<HelixGroup>>): Disagreement[] {
  const groups = helix.flatMap(({ group, answers }) => answers === null ? [] : [{ group, ...answers.spread[question] }]).sort((a, b) => a.mean - b.mean)
  const between = groups.flatMap((lower, i) => groups.slice(i + 1).map((higher): Disagreement => ({ kind: 'between', question, lower: lower.group, higher: higher.group, difference: higher.mean - lower.mean })))
  const split = [...everybody === null ? [] : [{ group: null, ...everybody[question] }], ...groups].filter(each => each.agreement < SPLIT_BELOW).map((each): Disagreement => ({ kind: 'split', question, group: each.group, agreement: each.agreement }))
  // Means of whole numbers: what is exactly a step must not be lost in rounding.
  return [...between.filter(each => each.kind === 'between' && each.difference >= DIFFERENCE_MIN - 1e-9), ...split]
}

const spreadOf = (answers: readonly Answer[]): Record<Question, Spread> => Object.fromEntries(QUESTIONS.map(question => [question, describeRates(answers.map(answer => answer[question]))])) as Record<Question, Spread>

function describeRates (rates: readonly number[]): Spread {
  const sorted = [...rates].sort((a, b) => a - b)
  const half = Math.ceil(sorted.length / 2)
  const counts = Array.from({ length: SCALE_MOST - SCALE_LEAST + 1 }, (_, k) => sorted.filter(rate => rate === SCALE_LEAST + k).length)
  return {
    mean: sorted.reduce((sum, rate) => sum + rate, 0) / sorted.length, median: middleOf(sorted),
    lowerQuartile: middleOf(sorted.slice(0, half)), upperQuartile: middleOf(sorted.slice(sorted.length - half)), agreement: agreement(counts)!
  }
}

const middleOf = (sorted: readonly number[]): number => (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2
