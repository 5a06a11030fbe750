/** What the group has agreed, for the summary: each priority with its state, what it combines and the strongest evidence for it, as many as there is room for. */
import type { Block } from '../../documents/document.ts'
import { paragraph } from '../../reports/cells.ts'
import { shorten } from '../../reports/charts/svg.ts'
import { PRIORITY_STATES } from '../../contract/workspace.ts'
import type { Paper } from './paper.ts'
import { roomOf } from './page-room.ts'
import { strongestEvidence } from './priority-evidence.ts'
import { list } from './written-text.ts'

type Priority = Paper['priorities'][number]

const TITLE_SHOWN_MAX = 90
/** In a list of those that are told by their title alone. */
const SHORT_TITLE_MAX = 50
const COMBINATION_SHOWN_MAX = 320
/** Names of sectors list all that belongs to them. */
const SECTOR_SHOWN_MAX = 44
/** So many priorities are told, rather than more of each. */
const TOLD_AT_LEAST = 3

/** How much is told of each, from most to least. */
const DETAILS = [{ evidence: 3, description: 500 }, { evidence: 3, description: 240 }, { evidence: 3, description: 0 }, { evidence: 2, description: 0 }, { evidence: 1, description: 0 }] as const
type Detail = typeof DETAILS[number]

export function priorityBlocks (paper: Paper, priorities: readonly Priority[], room: number): Block[] {
  const choices = DETAILS.map(detail => {
    const blocks = priorities.map(priority => blocksOf(paper, priority, detail))
    let n = blocks.length
    while (n > 0 && roomOf([...blocks.slice(0, n).flat(), ...restBlocks(paper, priorities.slice(n))]) > room) n--
    return { told: blocks.slice(0, n).flat(), n }
  })
  const wanted = Math.min(TOLD_AT_LEAST, Math.max(...choices.map(({ n }) => n)))
  const { told, n } = choices.find(({ n }) => n >= wanted)!
  return [...told, ...shortened(paper, priorities.slice(n), room - roomOf(told))]
}

function blocksOf (paper: Paper, priority: Priority, { evidence, description: letters }: Detail): Block[] {
  const { say } = paper
  const { content: { title, description, state }, toReview } = priority
  const isGiven = (PRIORITY_STATES as readonly string[]).includes(state)
  const told = [say.t(`state.${state}`), ...(isGiven ? [say.t(`state.${state as typeof PRIORITY_STATES[number]}.means`)] : []), ...(toReview ? [say.t('paper.review')] : [])]
  const pieces = strongestEvidence(paper, priority, evidence)
  const combined = combination(paper, priority)
  const described = description.replace(/\s+/g, ' ').trim()
  return [
    paragraph([{ text: shorten(title, TITLE_SHOWN_MAX), strong: true }, { text: ` (${told.join('; ')})` }]),
    ...(letters === 0 || described === '' ? [] : [paragraph(shorten(described, letters))]), ...(combined === '' ? [] : [paragraph(shorten(combined, COMBINATION_SHOWN_MAX))]),
    ...(pieces.length === 0 ? [paragraph(say.t('paper.evidence.none'), 'small')] : [list(pieces)])
  ]
}

function combination ({ say, names }: Paper, { content: { sectors, technologies, themes, knowledge } }: Priority): string {
  const parts = [['sectors', sectors.map(code => `${code} ${shorten(names.sector(code), SECTOR_SHOWN_MAX)}`)], ['technologies', technologies], ['themes', themes.map(names.domain)], ['knowledge', knowledge.map(names.domain)]] as const
  return parts.filter(([, words]) => words.length > 0).map(([key, words]) => `${say.t(`paper.column.${key}`)}: ${words.join(', ')}`).join('. ').replaceAll('….', '…')
}

/** By their titles, as far as there is room for them; else their number. */
const restBlocks = ({ say }: Paper, rest: readonly Priority[]): Block[] => rest.length === 0 ? [] : [paragraph(say.t('paper.further', { n: rest.length }), 'small')]

function shortened (paper: Paper, rest: readonly Priority[], room: number): Block[] {
  const titles = (n: number): Block[] => n === 0 ? [] : [paragraph(rest.slice(0, n).map(({ content }) => `${shorten(content.title, SHORT_TITLE_MAX)} (${paper.say.t(`state.${content.state}`)})`).join('; ') + '.')]
  let n = rest.length
  while (n > 0 && roomOf([...titles(n), ...restBlocks(paper, rest.slice(n))]) > room) n--
  return [...titles(n), ...restBlocks(paper, rest.slice(n))]
}
