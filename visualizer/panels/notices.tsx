/** Working, problem and empty states: what is going on, what is kept, and the one next step. */
import type { ComponentChildren, VNode } from 'preact'
import type { Problem } from '../../services/contract/problem.ts'
import { isUnauthorised } from '../api/access.ts'
import { ApiProblem } from '../api/fetch-json.ts'
import { connect, countryName, domainName, running, starting, stopAnalysis } from '../api/service.ts'
import { change, clearFilters, view } from '../state/store.ts'
import { number, t } from '../text/translate.ts'
import type { Key } from '../text/translate.ts'
import { TokenForm } from './casework/token-form.tsx'
import { Icon } from './icons.tsx'

/** Null: the service gave no answer. */
export const problemOf = (error: Error): Problem | null => error instanceof ApiProblem ? error.problem : null

/** What went wrong in the words of the service, a token where one is needed, how to go on (`children`: buttons), and what support asks for. */
export function ProblemSection ({ error, children }: { error: Error, children: ComponentChildren }): VNode {
  const problem = problemOf(error)
  return (
    <section class='problem' role='alert'>
      <p class='problem-kind'><Icon name='warning' /> {t('problem.kind')}</p>
      <h2>{problem?.title ?? t('problem.noAnswer')}</h2>
      <p>{problem?.detail ?? t('problem.noAnswerDetail')}</p>
      {problem?.didYouMean !== undefined && <p>{t('problem.didYouMean', { list: problem.didYouMean.join(', ') })}</p>}
      {problem !== null && isUnauthorised(problem) && <TokenForm />}
      <p class='actions'>{children}</p>
      {problem !== null && <details><summary>{t('problem.support')}</summary><code>{problem.code} · {problem.requestId}</code></details>}
    </section>
  )
}

export function ProblemNotice ({ error }: { error: Error }): VNode {
  const problem = problemOf(error)
  return (
    <ProblemSection error={error}>
      <button type='button' class={problem !== null && isUnauthorised(problem) ? 'button' : 'button primary'} onClick={() => { void connect(); change({ screen: 'map', focus: null, selected: null, link: null, run: 'latest', unknown: [] }) }}>{t('problem.back')}</button>
    </ProblemSection>
  )
}

export function StartingScreen (): VNode {
  const share = /\((\d+) %\)/.exec(starting.value ?? '')?.[1]
  return (
    <main class='centre-screen'>
      <section class='card working' aria-live='polite'>
        <h1>{t('starting.title')}</h1>
        <p class='sentence'>{t('starting.sentence')}</p>
        <Progress share={share === undefined ? null : Number(share) / 100} />
        <p>{starting.value}</p>
      </section>
    </main>
  )
}

const Progress = ({ share }: { share: number | null }): VNode => <progress class='progress' max={1} {...(share === null ? {} : { value: share })} aria-label={t('starting.progress')} />

export function RunningNotice (): VNode | null {
  const event = running.value
  if (event === null) return null
  return (
    <section class='running' role='status'>
      <p><strong>{event.status === 'failed' ? t('run.failed') : t('run.working')}</strong> {event.status === 'failed' ? event.message : event.stage === null ? t('stage.waiting') : t(`stage.${event.stage}`)}</p>
      {event.status === 'failed'
        ? <button type='button' class='button' onClick={() => { running.value = null }}>{t('panel.close')}</button>
        : <><Progress share={event.progress} /><button type='button' class='button' onClick={() => { void stopAnalysis() }}>{t('run.stop')}</button></>}
    </section>
  )
}

/** On a screen without the rail of filters: that some are in force, which, and the way out. `listOnly`: they narrow a list and leave the picture as it is; a least weight does not count there. */
export function FilterNotice ({ listOnly = false }: { listOnly?: boolean }): VNode | null {
  const { country, kind, domain, weightMin } = view.value
  const list = [...country.map(countryName), ...kind.map(word => t(`kind.${word}` as Key)), ...domain.map(domainName), ...(weightMin > 0 && !listOnly ? [`${t('filter.weight')} ${number(weightMin, 1)}`] : [])]
  if (list.length === 0) return null
  return <p class='notice' role='status'>{t(listOnly ? 'filter.narrowsList' : 'filter.narrows', { list: list.join(', ') })} <button type='button' class='text-button' onClick={clearFilters}>{t('filter.clear')}</button></p>
}

export const EmptyNotice = (): VNode => (
  <section class='empty'>
    <h2>{t('empty.title')}</h2>
    <p>{t('empty.sentence')}</p>
    <p class='actions'><button type='button' class='button primary' onClick={clearFilters}>{t('filter.clear')}</button></p>
  </section>
)
