/** What stakeholders think of each priority: their own form, and for those who lead how many have answered, and the form for a room without the page. */
import { useState } from 'preact/hooks'
import type { VNode } from 'preact'
import type { ContentOf } from '../../../services/contract/workspace-items.ts'
import { reachOf } from '../../../services/contract/workspace-access.ts'
import { FORM_PEOPLE_MAX } from '../../../services/contract/workspace.ts'
import { ApiProblem } from '../../api/fetch-json.ts'
import { itemsOf } from '../../api/items-of.ts'
import { addressOf, mayWrite, sendFile, settingsOf, stateOf } from '../../api/workspaces.ts'
import type { OpenWorkspace } from '../../api/workspaces.ts'
import { language } from '../../state/store.ts'
import { inWords } from '../../text/problem-words.ts'
import { t } from '../../text/translate.ts'
import { FileButton } from '../casework/file-button.tsx'
import { Icon } from '../icons.tsx'
import { NumberField } from '../workspaces/fields.tsx'
import { countAnswered } from '../workspaces/who-answered.ts'
import { RatingForm } from './rating-form.tsx'

export function Consultation ({ open }: { open: OpenWorkspace }): VNode {
  const { you } = open.workspace
  const leads = reachOf(you.role, 'fill in forms') === 'all'
  const priorities = itemsOf(open.workspace, 'priority').filter(({ content }) => content.state !== 'dropped')
  const ratings = itemsOf(open.workspace, 'rating')
  const own = ratings.filter(({ content }) => content.participant === you.participant)
  const rates = you.participant !== null && priorities.length > 0 && mayWrite(open, emptyRating(you.participant, priorities[0].id))
  const { demonstration } = settingsOf(open.workspace).content
  return (
    <section class='card' aria-labelledby='consultation-title'>
      <h2 id='consultation-title'>{t(rates ? 'workspaces.rate' : 'workspaces.answers')}</h2>
      {rates && you.participant !== null && (
        <>
          <p class='sentence'>{t('workspaces.rateLead')}</p>
          <p role='status'><strong>{t('workspaces.ratedOf', { n: own.length, total: priorities.length })}</strong></p>
          {priorities.map(priority => <RatingForm key={priority.id} open={open} priority={priority} item={own.find(({ content }) => content.priority === priority.id) ?? null} start={emptyRating(you.participant ?? '', priority.id)} />)}
        </>)}
      {!rates && priorities.length === 0 && <p class='hint'>{t('workspaces.nothingToRate')}</p>}
      {!rates && leads && <p>{t('workspaces.answersSoFar', { ...countAnswered(open.workspace) })}</p>}
      {!rates && leads && ratings.length === 0 && <p class='hint'>{t(demonstration ? 'workspaces.noAnswersShown' : 'workspaces.noAnswers')}</p>}
      {!rates && !leads && <p class='hint'>{t('workspaces.resultsBelow')}</p>}
      {leads && !demonstration && <RoomForm open={open} />}
    </section>
  )
}

export const emptyRating = (participant: string, priority: string): ContentOf<'rating'> => ({ type: 'rating', participant, priority, importance: 0, readiness: 0, commitment: 0, comment: '' })

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** Sheets of a form, one for each person, where nobody says otherwise. */
const PEOPLE = 12

interface CellProblem { path: string, message: string, value?: string | undefined }
interface FormRead { people: number, ratings: number, errorsTotal: number, errors: CellProblem[] }

/** What the service says in place of what stands in a cell. */
const INSTEAD = ['a formula', 'an error']
/** Of the file as a whole no cell is named; what somebody wrote in one stays as it is. */
const cellText = (file: File, { path, value, message }: CellProblem): string => `${path === 'file' ? file.name : path}: ${value === undefined ? '' : `${path === 'file' || INSTEAD.includes(value) ? inWords(value) : value} – `}${inWords(message)}`

/** For those who meet in a room: a sheet to be filled in, and what was written in it read back. */
function RoomForm ({ open }: { open: OpenWorkspace }): VNode {
  const [said, setSaid] = useState('')
  const [problems, setProblems] = useState<string[]>([])
  const [people, setPeople] = useState(PEOPLE)
  const read = async (file: File): Promise<void> => {
    setSaid('')
    setProblems([])
    try {
      const { people: read, ratings, errors, errorsTotal } = await sendFile<FormRead>(addressOf(open, '/consultation/form'), file, XLSX)
      setSaid(errorsTotal > 0 ? t('workspaces.formRefused', { n: errorsTotal }) : t('workspaces.formRead', { n: read, ratings }))
      setProblems(errors.map(error => cellText(file, error)))
    } catch (error) {
      setProblems(error instanceof ApiProblem ? [error.message, ...(error.problem.errors ?? []).map(each => cellText(file, each))] : [t('problem.noAnswerDetail')])
    }
  }
  return (
    <div class='room-form'>
      <h3>{t('workspaces.room')}</h3>
      <p class='hint'>{t('workspaces.roomHint')}</p>
      <NumberField label={t('workspaces.people')} value={people} min={1} max={FORM_PEOPLE_MAX} step={1} onInput={setPeople} />
      <p class='actions'>
        <FileButton path={addressOf(open, `/consultation/form?language=${language.value}&people=${people}`)}><Icon name='download' /> {t('workspaces.formSave')}</FileButton>
        {!open.past && stateOf(open.workspace, 'consultation') === 'open' && <label class='file-choice'>{t('workspaces.formReadIn')} <input type='file' accept='.xlsx' onChange={event => { const [file] = event.currentTarget.files ?? []; if (file !== undefined) void read(file); event.currentTarget.value = '' }} /></label>}
      </p>
      <p role='status'>{said}</p>
      {problems.length > 0 && <ul class='notes' role='alert'>{problems.map(problem => <li key={problem} class='field-problem'>{problem}</li>)}</ul>}
    </div>
  )
}
