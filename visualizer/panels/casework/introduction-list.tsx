/** The pipeline as a table: what is overdue first, then what is due next. */
import type { VNode } from 'preact'
import { INTRODUCTION_STATES } from '../../../services/contract/introduction.ts'
import type { IntroductionSummary } from '../../../services/contract/introduction.ts'
import type { Page } from '../../../services/contract/page.ts'
import { useCasework } from '../../api/casework.ts'
import { countryName } from '../../api/service.ts'
import { change, view } from '../../state/store.ts'
import { date, t } from '../../text/translate.ts'
import { Go } from '../chip.tsx'
import { DataTable } from '../data-table.tsx'
import { Icon } from '../icons.tsx'
import { ProblemNotice } from '../notices.tsx'
import { FileButton } from './file-button.tsx'

/** Introductions asked for at once: brokers have tens at work. */
const ASKED = 500

export function IntroductionList (): VNode {
  const { stage = '', due = '' } = view.value.choices
  const query = new URLSearchParams({ limit: String(ASKED) })
  if (stage !== '') query.set('state', stage)
  if (due !== '') query.set('overdue', due === 'overdue' ? 'true' : 'false')
  const { value, error } = useCasework<Page<IntroductionSummary>>(`/api/v1/introductions?${query.toString()}`)
  const choose = (patch: Record<string, string>): void => change({ choices: { ...view.value.choices, ...patch } })
  return (
    <section class='card' aria-label={t('introductions.cases')}>
      <p class='lead'>{t('introductions.lead')}</p>
      <div class='look'>
        <label>{t('introductions.state')} <select value={stage} onChange={event => choose({ stage: event.currentTarget.value })}><option value=''>{t('introductions.anyState')}</option>{INTRODUCTION_STATES.map(state => <option key={state} value={state}>{t(`state.${state}`)}</option>)}</select></label>
        <label>{t('introductions.followUp')} <select value={due} onChange={event => choose({ due: event.currentTarget.value })}><option value=''>{t('introductions.anyDue')}</option><option value='overdue'>{t('introductions.overdue')}</option><option value='later'>{t('introductions.notOverdue')}</option></select></label>
        {error === undefined && <FileButton path='/api/v1/exports/introductions?byteOrderMark=true'>{t('introductions.csv')}</FileButton>}
      </div>
      {error !== undefined && <ProblemNotice error={error} />}
      {value !== undefined && <p role='status' class='hint'>{t('introductions.count', { n: value.total })}</p>}
      {value !== undefined && value.total === 0 && <p class='notice'>{stage === '' && due === '' ? t('introductions.none') : t('introductions.noneOfThese')}</p>}
      {value !== undefined && value.total > 0 && (
        <DataTable
          caption={t('introductions.cases')} rows={value.items} rowKey={({ id }) => id}
          columns={[
            { key: 'pair', head: t('introductions.pair'), cell: ({ id, of, candidate }) => <Go to={{ screen: 'introductions', focus: id }} class='quiet-link'>{t('introductions.pairNames', { of: of.name, candidate: candidate.name })}</Go>, by: ({ of }) => of.name },
            { key: 'countries', head: t('filter.country'), cell: ({ of, candidate }) => `${countryName(of.country)} – ${countryName(candidate.country)}` },
            { key: 'state', head: t('introductions.state'), cell: ({ state }) => t(`state.${state}`), by: ({ state }) => INTRODUCTION_STATES.indexOf(state) },
            { key: 'followUp', head: t('introductions.followUp'), cell: ({ followUp, overdue }) => followUp === null ? '–' : overdue ? <strong class='overdue'><Icon name='warning' /> {date(followUp)} {t('introductions.overdueMark')}</strong> : date(followUp), by: ({ followUp }) => followUp },
            { key: 'next', head: t('introductions.nextStep'), cell: ({ nextStep }) => nextStep ?? '–' },
            { key: 'changed', head: t('introductions.changed'), cell: ({ changedAt }) => date(changedAt), by: ({ changedAt }) => changedAt }
          ]}
        />)}
    </section>
  )
}
