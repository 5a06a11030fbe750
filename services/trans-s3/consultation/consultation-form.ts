/**
 * The consultation as a workbook, for those who meet in a room: a sheet for each person, with a row for each priority, filled in there and read back as ratings of people without names.
 *
 * One sheet is one person: above the priorities it asks for helix group and region and nothing else. Who needs more sheets copies one. Sheets that nobody filled in are passed over; a rating is whole or it is wrong. Rows
 * are known by the id in column A, in whatever order and language; everything that cannot be used is named by sheet and cell, with what was expected there.
 */
import { foldName } from '../../contract/fold-name.ts'
import { SCALE_LEAST, SCALE_MOST } from '../../contract/workspace-items.ts'
import { FORM_PEOPLE_MAX, HELIX_GROUPS, LongText, WORKSPACE_LANGUAGES, WORKSPACE_TEXT_MAX } from '../../contract/workspace.ts'
import type { HelixGroup } from '../../contract/workspace.ts'
import { unguardFormula } from '../../csv-line.ts'
import type { Cell, Column, Document, Table } from '../../documents/document.ts'
import { ServiceError } from '../../errors.ts'
import type { FieldError } from '../../errors.ts'
import { documentWords } from '../../reports/say.ts'
import type { GroupPart } from '../choose-regions.ts'
import { QUESTIONS } from './consultation.ts'
import type { Question } from './consultation.ts'
import type { Names } from '../exhibits/exhibit.ts'
import { itemsOf, settingsOf } from '../workspace-state.ts'
import type { WorkspaceState } from '../workspace-state.ts'
import { readWorkbook } from '../workbook/read-workbook.ts'
import type { CellContent, Sheet } from '../workbook/read-workbook.ts'
import { WorkbookProblem } from '../workbook/unpack-workbook.ts'
import { sayIn } from '../words/say.ts'
import type { Say } from '../words/say.ts'

/** Errors told one by one; the others are counted. */
export const FORM_ERRORS_MAX = 100

const HELIX_ROW = 'helix'
const REGION_ROW = 'region'
/** Columns of the sheet: A the id, B what it is about, then the answers. Helix group and region are answered in the first of them. */
const ANSWERS: Readonly<Record<Question | 'comment', string>> = { importance: 'C', readiness: 'D', commitment: 'E', comment: 'F' }

export interface FilledRating extends Record<Question, number> { priority: string, comment: string }
/** One person, by the sheet it comes from. */
export interface FilledForm { sheet: string, helix: HelixGroup, region: string, ratings: FilledRating[] }
export interface ReadForms { people: FilledForm[], /** The path is the cell, such as Person 1!C4. */ errors: FieldError[], errorsTotal: number }

/** Those that can be rated. */
const openPriorities = (state: WorkspaceState) => itemsOf(state, 'priority').filter(({ content }) => content.state !== 'dropped')

/** As XLSX it is the form (documents/write-document.ts). CONFLICT where there is no priority to rate. */
export function consultationForm (state: WorkspaceState, parts: readonly GroupPart[], { say, names, people }: { say: Say, names: Pick<Names, 'region'>, people: number }): Document {
  const { title } = settingsOf(state)
  const priorities = openPriorities(state)
  if (priorities.length === 0) throw new ServiceError('CONFLICT', 'There is no priority to rate yet: add one on a page of priorities, and download the form then.')
  const groups = HELIX_GROUPS.map(group => say.t(`helix.${group}`))
  const person = (n: number): Table => ({
    type: 'table', id: `person-${n}`, name: say.t('form.person', { n }), caption: say.t('form.caption'),
    columns: columnsOf(say),
    rows: [
      answeredOnce(HELIX_ROW, say.t('form.helix', { groups: groups.join(', ') }), groups),
      answeredOnce(REGION_ROW, say.t('form.region', { regions: parts.map(part => `${part.asked} (${names.region(part)})`).join(', ') }), parts.map(({ asked }) => asked)),
      ...priorities.map(({ id, content }) => [...headOf(id, content.title), ...QUESTIONS.map(() => toFillIn(RATES)), toFillIn([])])
    ]
  })
  return {
    language: say.language, title: say.t('form.title'), subtitle: title, fileName: `consultation-${state.id}-${say.language}`, createdAt: state.changedAt,
    facts: [
      { label: say.t('form.how'), value: say.t('form.howText', { least: SCALE_LEAST, most: SCALE_MOST }) }, { label: say.t('form.names'), value: say.t('form.namesText') },
      ...QUESTIONS.map(question => ({ label: say.t(`question.${question}`), value: say.t(`question.${question}Text`) }))
    ],
    cover: false, footer: title,
    sections: [{ id: 'form', title: say.t('form.title'), blocks: Array.from({ length: people }, (_, n) => person(n + 1)) }],
    attribution: [], words: { ...documentWords(say), about: say.t('form.about') }
  }
}

const columnsOf = (say: Say): Column[] => [
  { key: 'id', head: say.t('form.id'), kind: 'text' }, { key: 'priority', head: say.t('form.priority'), kind: 'text' },
  ...QUESTIONS.map((question): Column => ({ key: question, head: `${say.t(`question.${question}`)}, ${SCALE_LEAST}–${SCALE_MOST}`, kind: 'number' })), { key: 'comment', head: say.t('form.comment'), kind: 'text' }
]

const RATES = Array.from({ length: SCALE_MOST - SCALE_LEAST + 1 }, (_, i) => String(SCALE_LEAST + i))
const EMPTY: Cell = { value: null, text: '' }

const toFillIn = (answers: readonly string[]): Cell => ({ ...EMPTY, answers })
const headOf = (id: string, text: string): Cell[] => [{ value: id, text: id }, { value: text, text }]
const answeredOnce = (id: string, text: string, answers: readonly string[]): Cell[] => [...headOf(id, text), toFillIn(answers), ...Object.keys(ANSWERS).slice(1).map(() => EMPTY)]

/** Everything that can be used, and everything that cannot: take all or nothing. A file that is no workbook at all is one error without a cell. */
export function readConsultationForm (bytes: Uint8Array, state: WorkspaceState, parts: readonly GroupPart[]): ReadForms {
  let sheets: Sheet[]
  try {
    sheets = readWorkbook(bytes)
  } catch (error) {
    if (error instanceof WorkbookProblem) return { people: [], errors: [{ path: 'file', message: error.message }], errorsTotal: 1 }
    throw error
  }
  const errors: FieldError[] = []
  const priorities = new Set(openPriorities(state).map(({ id }) => id))
  const forms = sheets.filter(({ cells }) => [...rowsOf(cells).keys()].includes(HELIX_ROW))
  const people = forms.flatMap(sheet => readSheet(sheet, { priorities, parts, errors }) ?? [])
  if (forms.length === 0) errors.push({ path: 'file', message: 'has no sheet of this form: none has "helix" in column A. Fill in the form that this workspace gives, and leave column A as it is.' })
  else if (people.length === 0 && errors.length === 0) errors.push({ path: 'file', message: 'is not filled in: no sheet has an answer.' })
  if (people.length > FORM_PEOPLE_MAX) errors.push({ path: 'file', message: `has answers of ${people.length} people, above ${FORM_PEOPLE_MAX}; divide it.` })
  return { people, errors: errors.slice(0, FORM_ERRORS_MAX), errorsTotal: errors.length }
}

interface Expected { priorities: ReadonlySet<string>, parts: readonly GroupPart[], errors: FieldError[] }

/** null: nobody filled it in, or what stands there cannot be used. */
function readSheet ({ name, cells }: Sheet, { priorities, parts, errors }: Expected): FilledForm | null {
  const before = errors.length
  const refuse = (cell: string, message: string): null => {
    errors.push({ path: `${name}!${cell}`, message, ...valueOf(cells.get(cell)) })
    return null
  }
  const rows = rowsOf(cells)
  const filled = [...rows].filter(([, numbers]) => numbers.some(number => Object.values(ANSWERS).some(column => cells.has(column + number))))
  if (filled.every(([id]) => id === HELIX_ROW || id === REGION_ROW)) return null
  for (const numbers of rows.values()) if (numbers.length > 1) refuse(`A${numbers[1]}`, `stands in row ${numbers[0]} too; keep one of the rows.`)
  const [helixCell, regionCell] = [HELIX_ROW, REGION_ROW].map(id => rows.has(id) ? ANSWERS.importance + rows.get(id)![0] : null)
  const helix = helixCell === null ? null : helixIn(cells.get(helixCell)) ?? refuse(helixCell, `expected one of ${HELIX_GROUPS.join(', ')}.`)
  const region = regionCell === null
    ? refuse('A1', `expected a row with "${REGION_ROW}" in column A; fill in the form as the workspace gives it.`)
    : regionIn(cells.get(regionCell), parts) ?? refuse(regionCell, `expected a region of the group: ${parts.map(({ asked }) => asked).join(', ')}.`)
  const ratings = filled.flatMap(([id, [number]]): FilledRating[] => {
    if (id === HELIX_ROW || id === REGION_ROW) return []
    if (!priorities.has(id)) return refuse(`A${number}`, 'is no priority that can be rated in this workspace; take the row out, or fill in a form made today.') ?? []
    const rates = QUESTIONS.map(question => rateIn(cells.get(ANSWERS[question] + number)) ?? refuse(ANSWERS[question] + number, `expected a whole number from ${SCALE_LEAST} to ${SCALE_MOST}: a priority is rated in all three columns or in none.`))
    const comment = commentIn(cells.get(ANSWERS.comment + number)) ?? refuse(ANSWERS.comment + number, `expected a text of at most ${WORKSPACE_TEXT_MAX} characters, without control characters and formulas.`)
    if (comment === null || rates.includes(null)) return []
    const [importance, readiness, commitment] = rates as number[]
    return [{ priority: id, importance, readiness, commitment, comment }]
  })
  return errors.length > before || helix === null || region === null ? null : { sheet: name, helix, region, ratings }
}

/** Numbers of rows by what stands in column A, in the order of the sheet; its head is passed over as no id. */
function rowsOf (cells: Sheet['cells']): Map<string, number[]> {
  const rows = new Map<string, number[]>()
  const named = [...cells].flatMap(([address, content]) => /^A\d+$/.test(address) && content.kind === 'text' ? [{ number: Number(address.slice(1)), id: content.text.trim() }] : []).sort((a, b) => a.number - b.number)
  for (const { number, id } of named) {
    if (id !== HELIX_ROW && id !== REGION_ROW && !/^wsi-/.test(id)) continue
    const known = rows.get(id)
    if (known === undefined) rows.set(id, [number])
    else known.push(number)
  }
  return rows
}

const valueOf = (content: CellContent | undefined): { value?: string } => content === undefined ? {} : { value: content.kind === 'text' ? content.text.slice(0, 60) : content.kind === 'number' ? String(content.number) : content.kind === 'formula' ? 'a formula' : 'an error' }

/** null: none that is in the scale. A number that was typed as text is one. */
function rateIn (content: CellContent | undefined): number | null {
  const number = content?.kind === 'number' ? content.number : content?.kind === 'text' && /^\s*\d\s*$/.test(content.text) ? Number(content.text) : NaN
  return Number.isInteger(number) && number >= SCALE_LEAST && number <= SCALE_MOST ? number : null
}

/** By its word in any language of workspaces. */
function helixIn (content: CellContent | undefined): HelixGroup | null {
  if (content?.kind !== 'text') return null
  const asked = foldName(content.text)
  return HELIX_GROUPS.find(group => foldName(group) === asked || WORKSPACE_LANGUAGES.some(language => foldName(sayIn(language).t(`helix.${group}`)) === asked)) ?? null
}

/** By its code, with or without its name behind, or by its name. */
function regionIn (content: CellContent | undefined, parts: readonly GroupPart[]): string | null {
  if (content?.kind !== 'text') return null
  const [code] = content.text.trim().toUpperCase().split(/[\s(,;:]/)
  const name = foldName(content.text)
  return (parts.find(({ asked, code: newest }) => asked === code || newest === code) ?? parts.find(part => foldName(part.name) === name))?.asked ?? null
}

/** null: it cannot be kept. An apostrophe that kept a text from being run as a formula is taken off. */
function commentIn (content: CellContent | undefined): string | null {
  if (content === undefined) return ''
  if (content.kind === 'number') return String(content.number)
  if (content.kind !== 'text') return null
  const read = LongText.safeParse(unguardFormula(content.text))
  return read.success ? read.data : null
}
