/** For policymakers: questions to begin with, a report built and previewed, and what regions have declared. */
import type { VNode } from 'preact'
import { Go } from '../panels/chip.tsx'
import { DeclaredPriorities } from '../panels/reports/declared-priorities.tsx'
import { chooseReport, reportChoice, reportQuery } from '../panels/reports/report-choice.ts'
import { ReportForm } from '../panels/reports/report-form.tsx'
import { ReportPreview } from '../panels/reports/report-preview.tsx'
import { view } from '../state/store.ts'
import { t } from '../text/translate.ts'

const PARTS = ['build', 'priorities'] as const

export function ReportsScreen (): VNode {
  const { reportPart, declared, ...others } = view.value.choices
  const part = reportPart === 'priorities' ? 'priorities' : 'build'
  const choice = reportChoice()
  return (
    <main class='page reports' id='main'>
      <h1>{t('reports.title')}</h1>
      <p class='lead'>{t('reports.lead')}</p>
      {choice.countries.length + choice.regions.length === 0 && part === 'build' && <Questions />}
      <nav class='parts' aria-label={t('reports.parts')}>
        <ul>{PARTS.map(name => <li key={name}><Go to={{ choices: name === 'priorities' ? { ...others, reportPart: name } : others }} class={name === part ? 'current' : ''} current={name === part}>{t(`reports.part.${name}`)}</Go></li>)}</ul>
      </nav>
      {part === 'priorities'
        ? <div class='grid'><DeclaredPriorities /></div>
        : (
          <div class='report-columns'>
            <ReportForm />
            <ReportPreview query={reportQuery(choice)} />
          </div>)}
      <p class='caution'>{t('caution.recorded')}</p>
    </main>
  )
}

/** What policymakers come with, and where each answer is. */
function Questions (): VNode {
  const first = (id: string): void => {
    const field = document.querySelector<HTMLElement>(id)
    field?.focus()
    field?.scrollIntoView({ block: 'center' })
  }
  return (
    <section aria-labelledby='reports-questions'>
      <h2 id='reports-questions' class='unseen'>{t('reports.questions')}</h2>
      <ul class='questions'>
        <li><button type='button' class='text-button' onClick={() => first('.region-picker input')}>{t('reports.question.clusters')}</button><p class='hint'>{t('reports.answer.clusters')}</p></li>
        <li><Go to={{ screen: 'bridges', focus: null, choices: {} }} class='text-link'>{t('reports.question.bridges')}</Go><p class='hint'>{t('reports.answer.bridges')}</p></li>
        <li><button type='button' class='text-button' onClick={() => { chooseReport({ template: 'full' }); first('.report-countries input') }}>{t('reports.question.peers')}</button><p class='hint'>{t('reports.answer.peers')}</p></li>
        <li><Go to={{ choices: { ...view.value.choices, reportPart: 'priorities' } }} class='text-link'>{t('reports.question.declared')}</Go><p class='hint'>{t('reports.answer.declared')}</p></li>
      </ul>
    </section>
  )
}
