/** What the step of consultation shows: who took part, what they said by helix group and region, where they disagree, and their comments, without names. */
import type { Exhibit } from '../../contract/workspace-evidence.ts'
import { SCALE_LEAST, SCALE_MOST } from '../../contract/workspace-items.ts'
import { QUESTIONS } from '../consultation/consultation.ts'
import type { Consultation, Disagreement, GroupAnswers, PriorityAnswers, Question, Spread } from '../consultation/consultation.ts'
import type { HelixGroup } from '../../contract/workspace.ts'
import type { GroupPart } from '../choose-regions.ts'
import type { Say } from '../words/say.ts'
import { column, count, decimal, named, text, why, withheld, word } from './exhibit.ts'
import type { Cell, Names } from './exhibit.ts'
import { drawRanges } from './range-figure.ts'
import type { RangeRow } from './range-figure.ts'

interface Shown { found: Consultation, parts: readonly GroupPart[], say: Say, names: Names }

const ROWS_SHOWN = 40
/** Lines of the picture: those of the first priorities, each with its groups. */
const DRAWN_MAX = 60

/** `told`: whether the reader may see results. While ratings come in, two versions with one rating between them would tell it; and where nobody has answered there is nothing more to show. */
export function consultationExhibits (found: Consultation, told: boolean, parts: readonly GroupPart[], say: Say, names: Names): Exhibit[] {
  const shown = { found, parts, say, names }
  const first = takingPart(shown)
  const missing = missingIn(shown)
  if (missing !== null) {
    const { empty, next } = why(say, missing)
    return [{ ...first, next, ...(first.rows.length === 0 ? { empty } : { cautions: [empty!] }) }]
  }
  if (!told) return [{ ...first, cautions: [...first.cautions, say.t('caution.consultation.later')] }]
  return [first, ratings(shown), byHelix(shown), byRegion(shown), disagreements(shown), comments(shown)]
}

const answeredIn = ({ found: { priorities } }: Shown): PriorityAnswers[] => priorities.filter(({ people }) => people > 0)
const missingIn = (shown: Shown): 'no-priorities' | 'nobody-yet' | 'nobody-invited' | null => {
  const { found: { priorities, taking } } = shown
  if (priorities.length === 0) return 'no-priorities'
  if (answeredIn(shown).length > 0) return null
  return taking.some(({ invited }) => invited > 0) ? 'nobody-yet' : 'nobody-invited'
}
const helixName = (say: Say, group: HelixGroup | null): string => group === null ? say.t('word.consultation.no-group') : say.t(`helix.${group}`)
const minimum = ({ found: { groupMin }, say }: Shown): string => say.t('caution.consultation.minimum', { n: groupMin })
const priorityCell = ({ priority, title }: PriorityAnswers): Cell => named(priority, title)

function takingPart (shown: Shown): Exhibit {
  const { found: { taking }, say } = shown
  const silent = taking.filter(({ group, answered }) => group !== null && answered === 0).map(({ group }) => helixName(say, group))
  const any = taking.some(({ invited }) => invited > 0)
  return {
    key: 'taking-part', title: say.t('exhibit.taking-part.title'), says: say.t('exhibit.taking-part.says'), figure: null,
    columns: [column(say, 'column.consultation.group'), column(say, 'column.consultation.invited', 'number'), column(say, 'column.consultation.answered', 'number')],
    rows: any ? taking.map(({ group, invited, answered }) => [named(group ?? 'none', helixName(say, group)), count(say, invited), count(say, answered)]) : [],
    cautions: any && silent.length > 0 ? [say.t('caution.consultation.silent', { list: say.list(silent) })] : [], ...why(say, any ? null : 'nobody-invited')
  }
}

/** Mean, median and quartiles of each question; withheld where there is none. */
const spreadCells = (say: Say, spread: Record<Question, Spread> | null): Cell[] => QUESTIONS.flatMap(question => spread === null
  ? [withheld(say), withheld(say)]
  : [decimal(say, spread[question].mean, 1), text(say.t('cell.quartiles', { median: say.number(spread[question].median, 1), lower: say.number(spread[question].lowerQuartile, 1), upper: say.number(spread[question].upperQuartile, 1) }))])
const spreadColumns = (say: Say): Exhibit['columns'] => QUESTIONS.flatMap((question): Exhibit['columns'] => [
  { key: question, head: say.t('column.consultation.mean', { question: say.t(`question.${question}`) }), kind: 'number' }, { key: `${question}Middle`, head: say.t('column.consultation.middle', { question: say.t(`question.${question}`) }), kind: 'text' }
])

function ratings (shown: Shown): Exhibit {
  const { say } = shown
  const answered = answeredIn(shown)
  return {
    key: 'ratings', title: say.t('exhibit.ratings.title'), says: say.t('exhibit.ratings.says', { least: SCALE_LEAST, most: SCALE_MOST }), figure: null, rowsShown: ROWS_SHOWN,
    columns: [column(say, 'column.consultation.priority'), column(say, 'column.consultation.people', 'number'), ...spreadColumns(say), column(say, 'column.consultation.agreement', 'number')],
    rows: answered.map(each => [priorityCell(each), count(say, each.people), ...spreadCells(say, each.everybody), each.everybody === null ? withheld(say) : decimal(say, each.everybody.importance.agreement)]),
    cautions: answered.length === 0 ? [] : [minimum(shown), say.t('caution.consultation.who')], ...why(say, missingIn(shown))
  }
}

function byHelix (shown: Shown): Exhibit {
  const { say } = shown
  const answered = answeredIn(shown)
  const drawn: RangeRow[] = answered.flatMap(({ title, helix, everybody }) => [
    { name: title, head: true, ...rangeOf(say, everybody), filled: true },
    ...helix.map(({ group, answers }): RangeRow => ({ name: helixName(say, group), ...rangeOf(say, answers?.spread ?? null), filled: false }))
  ]).slice(0, DRAWN_MAX)
  return {
    ...groupTable(shown, 'ratings-by-group', ({ helix }) => helix, group => named(group, helixName(say, group as HelixGroup))),
    figure: answered.length === 0 ? null : { svg: drawRanges(drawn, { least: SCALE_LEAST, most: SCALE_MOST, ticks: Array.from({ length: SCALE_MOST - SCALE_LEAST + 1 }, (_, k) => ({ at: SCALE_LEAST + k, text: String(SCALE_LEAST + k) })), line: null }), alt: say.t('exhibit.ratings-by-group.alt', { n: answered.length }) }
  }
}

const rangeOf = (say: Say, spread: Record<Question, Spread> | null): Pick<RangeRow, 'value' | 'lower' | 'upper' | 'text'> => spread === null
  ? { value: null, lower: null, upper: null, text: say.t('cell.withheld') }
  : { value: spread.importance.mean, lower: spread.importance.lowerQuartile, upper: spread.importance.upperQuartile, text: say.number(spread.importance.mean, 1) }

const byRegion = (shown: Shown): Exhibit => groupTable(shown, 'ratings-by-region', ({ regions }) => regions, region => {
  const part = shown.parts.find(({ asked }) => asked === region)
  return named(region, part === undefined ? region : shown.names.region(part))
})

function groupTable (shown: Shown, key: 'ratings-by-group' | 'ratings-by-region', groupsOf: (priority: PriorityAnswers) => readonly GroupAnswers[], groupCell: (group: string) => Cell): Exhibit {
  const { say } = shown
  const answered = answeredIn(shown)
  const isWithheld = answered.some(each => groupsOf(each).some(({ answers }) => answers === null))
  return {
    key, title: say.t(`exhibit.${key}.title`), says: say.t(`exhibit.${key}.says`), figure: null, rowsShown: ROWS_SHOWN,
    columns: [column(say, 'column.consultation.priority'), key === 'ratings-by-group' ? column(say, 'column.consultation.group') : column(say, 'column.consultation.region'), column(say, 'column.consultation.people', 'number'), ...spreadColumns(say)],
    rows: answered.flatMap(each => groupsOf(each).map(({ group, answers }) => [priorityCell(each), groupCell(group), answers === null ? withheld(say) : count(say, answers.people), ...spreadCells(say, answers?.spread ?? null)])),
    cautions: answered.length === 0 ? [] : [minimum(shown), ...isWithheld ? [say.t('caution.consultation.withheld')] : []], ...why(say, missingIn(shown))
  }
}

function disagreements (shown: Shown): Exhibit {
  const { say } = shown
  const listed = answeredIn(shown).flatMap(each => each.disagreements.map(disagreement => ({ each, disagreement })))
  const said = (disagreement: Disagreement): string => disagreement.kind === 'split'
    ? say.t('cell.split', { group: disagreement.group === null ? say.t('word.consultation.everybody') : helixName(say, disagreement.group), agreement: say.number(disagreement.agreement, 2) })
    : say.t('cell.between', { higher: helixName(say, disagreement.higher), lower: helixName(say, disagreement.lower), difference: say.number(disagreement.difference, 1) })
  return {
    key: 'disagreements', title: say.t('exhibit.disagreements.title'), says: say.t('exhibit.disagreements.says'), figure: null, rowsShown: ROWS_SHOWN,
    columns: [column(say, 'column.consultation.priority'), column(say, 'column.consultation.question'), column(say, 'column.consultation.kind'), column(say, 'column.consultation.what')],
    rows: listed.map(({ each, disagreement }) => [priorityCell(each), named(disagreement.question, say.t(`question.${disagreement.question}`)), word(say, disagreement.kind === 'split' ? 'word.consultation.split' : 'word.consultation.between'), text(said(disagreement))]),
    cautions: answeredIn(shown).length === 0 ? [] : [say.t('caution.consultation.untold')], ...why(say, missingIn(shown) ?? (listed.length === 0 ? 'disagreements' : null))
  }
}

function comments (shown: Shown): Exhibit {
  const { say } = shown
  const answered = answeredIn(shown)
  const listed = answered.flatMap(each => each.comments.map(comment => ({ each, comment })))
  const kept = answered.reduce((sum, { commentsWithheld }) => sum + commentsWithheld, 0)
  return {
    key: 'comments', title: say.t('exhibit.comments.title'), says: say.t('exhibit.comments.says'), figure: null, rowsShown: ROWS_SHOWN,
    columns: [column(say, 'column.consultation.priority'), column(say, 'column.consultation.group'), column(say, 'column.consultation.comment')],
    rows: listed.map(({ each, comment: { group, text: said } }) => [priorityCell(each), group === null ? withheld(say) : named(group, helixName(say, group)), text(said)]),
    cautions: kept === 0 ? [] : [say.t('caution.consultation.comments', { n: kept })], ...why(say, missingIn(shown) ?? (listed.length === 0 ? 'comments' : null))
  }
}
