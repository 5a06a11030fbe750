/** The workspaces there are, and the two ways to a new one: begun anew, or opened from a file. */
import { useEffect, useState } from 'preact/hooks'
import type { VNode } from 'preact'
import { PAGE_LIMIT_MAX } from '../../../services/contract/page.ts'
import type { Page } from '../../../services/contract/page.ts'
import type { Workspace } from '../../../services/contract/workspace-items.ts'
import type { WorkspaceSummary } from '../../../services/contract/workspace.ts'
import { ApiProblem } from '../../api/fetch-json.ts'
import { deletedTitle, hasDraft, openedFromFile, sendFile, useWorkspaces, WORKSPACES } from '../../api/workspaces.ts'
import { placeName, useRegionsOf } from '../../api/regions.ts'
import { status } from '../../api/service.ts'
import { change } from '../../state/store.ts'
import { date, moment, t } from '../../text/translate.ts'
import { Go } from '../chip.tsx'
import { Icon } from '../icons.tsx'
import { ProblemNotice } from '../notices.tsx'
import { BeginForm, NEW_WORKSPACE } from './begin-form.tsx'

export function WorkspaceList (): VNode {
  const { value, error } = useWorkspaces<Page<WorkspaceSummary>>(`${WORKSPACES}?limit=${PAGE_LIMIT_MAX}`)
  const [begins, setBegins] = useState(hasDraft(NEW_WORKSPACE))
  const writable = status.value?.writable === true
  useEffect(() => () => { deletedTitle.value = null }, [])
  if (error !== undefined) return <ProblemNotice error={error} />
  return (
    <>
      <h1>{t('workspaces.title')}</h1>
      {deletedTitle.value !== null && <p class='notice' role='status'>{t('workspaces.deleted', { title: deletedTitle.value })}</p>}
      <p class='lead'>{t('workspaces.lead')}</p>
      <p class='hint'>{t('workspaces.complements')}</p>
      {writable && !begins && <div class='actions workspaces-begin'><button type='button' class='button primary' onClick={() => setBegins(true)}><Icon name='plus' /> {t('workspaces.begin')}</button> <FromFile /></div>}
      {writable && begins && <BeginForm onCancel={() => setBegins(false)} />}
      {value === undefined
        ? <p role='status'>{t('starting.loading')}</p>
        : value.items.length === 0
          ? <section class='empty'><h2>{t('workspaces.none')}</h2><p>{t(writable ? 'workspaces.noneHint' : 'workspaces.noneReadOnly')}</p></section>
          : <ul class='workspace-cards' aria-label={t('workspaces.list')}>{value.items.map(summary => <Card key={summary.id} summary={summary} />)}</ul>}
    </>
  )
}

function Card ({ summary: { id, title, group, demonstration, changedAt, opened, stages } }: { summary: WorkspaceSummary }): VNode {
  const regions = useRegionsOf(group.vintage)
  const names = group.regions.map(code => placeName(code, regions))
  const toReview = stages.filter(({ toReview }) => toReview)
  const next = stages.find(({ state }) => state !== 'closed')
  return (
    <li class='card'>
      <h2><Go to={{ focus: id, choices: {} }} class='quiet-link'>{title}</Go>{opened !== null && <> <span class='card-origin'>{t(opened.copy ? 'workspaces.copyOf' : 'workspaces.openedOn', { date: moment(opened.at) })}</span></>}</h2>
      {demonstration && <p><span class='label'>{t('workspaces.demonstration')}</span></p>}
      <p>{names.join(' · ')}</p>
      <p class='hint'>{t('workspaces.stagesClosed', { n: stages.filter(({ state }) => state === 'closed').length, total: stages.length })} {t('workspaces.changedOn', { date: date(changedAt) })}</p>
      {next !== undefined && <p>{t('workspaces.nextStep', { step: t(`workspaces.stage.${next.stage}`) })}</p>}
      {toReview.length > 0 && <p class='to-review'><Icon name='warning' /> {t('workspaces.reviewList', { list: toReview.map(({ stage }) => t(`workspaces.stage.${stage}`)).join(', ') })}</p>}
    </li>
  )
}

/** What was exported comes back as a workspace of its own. */
function FromFile (): VNode {
  const [problem, setProblem] = useState<{ said: string, places: string[] } | null>(null)
  const read = async (file: File): Promise<void> => {
    setProblem(null)
    try {
      const { id, opened } = await sendFile<Workspace>(`${WORKSPACES}/file`, file, 'application/json')
      openedFromFile.value = { id, copy: opened!.copy }
      change({ focus: id, choices: {} })
    } catch (error) {
      setProblem(error instanceof ApiProblem ? { said: error.message, places: (error.problem.errors ?? []).map(({ message }) => message) } : { said: t('problem.noAnswerDetail'), places: [] })
    }
  }
  return (
    <>
      <label class='file-choice'>{t('workspaces.fromFile')} <input type='file' accept='.json,application/json' onChange={event => { const [file] = event.currentTarget.files ?? []; if (file !== undefined) void read(file); event.currentTarget.value = '' }} /></label>
      {problem !== null && (
        <div role='alert' class='file-refused'>
          <p class='field-problem'>{problem.said}</p>
          {problem.places.length > 0 && <ul class='notes'>{problem.places.map(place => <li key={place}>{place}</li>)}</ul>}
        </div>
      )}
    </>
  )
}
