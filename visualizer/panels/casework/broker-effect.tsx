/** What introductions led to, in counted numbers and with what they do not say. */
import type { VNode } from 'preact'
import type { BrokerEffect } from '../../../services/contract/broker-effect.ts'
import { useCasework } from '../../api/casework.ts'
import { shownRun } from '../../api/service.ts'
import { useRuns } from '../../api/runs.ts'
import { change, view } from '../../state/store.ts'
import { date, number, percent, t } from '../../text/translate.ts'
import { Go } from '../chip.tsx'
import { KeyNumbers } from '../cluster-words.tsx'
import { DataTable } from '../data-table.tsx'
import { ProblemNotice } from '../notices.tsx'

const days = (value: number | null): string => value === null ? '–' : number(value, Number.isInteger(value) ? 0 : 1)
const steps = (value: number | null): string => value === null ? t('effect.noWay') : number(value)

export function BrokerEffectPanel (): VNode {
  const { since } = view.value
  const run = shownRun.value
  const earlier = useRuns()?.items.filter(({ id, status, metrics }) => id !== run && status === 'completed' && metrics !== null) ?? []
  const { value, error } = useCasework<BrokerEffect>(`/api/v1/introductions/effect?run=${run}${since === null ? '' : `&since=${since}`}`)
  return (
    <section aria-label={t('introductions.effect')}>
      <p class='lead'>{t('effect.lead')}</p>
      <div class='look'><label>{t('effect.since')} <select value={since ?? ''} onChange={event => change({ since: event.currentTarget.value === '' ? null : event.currentTarget.value })}><option value=''>{t('effect.without')}</option>{earlier.map(({ id, requestedAt }) => <option key={id} value={id}>{date(requestedAt)} · {id}</option>)}</select></label></div>
      {error !== undefined && <ProblemNotice error={error} />}
      {value !== undefined && value.total === 0 && <p class='notice'>{t('introductions.none')}</p>}
      {value !== undefined && value.total > 0 && <Effect effect={value} />}
      <p class='caution'>{t('effect.caution')}</p>
    </section>
  )
}

function Effect ({ effect: { states, total, overdue, outcomes, pairs, comparison, linksTakenOut, before, after, ranked } }: { effect: BrokerEffect }): VNode {
  const rows = [
    { key: 'share', label: t('effect.crossBorderShare'), before: percent(before.crossBorderShare), after: percent(after.crossBorderShare) },
    { key: 'parts', label: t('effect.components'), before: number(before.components), after: number(after.components) },
    { key: 'organisations', label: t('key.organisations'), before: number(before.organisations), after: number(after.organisations) }
  ]
  const groups = [{ key: 'introduced', label: t('effect.introduced'), ...ranked.introduced }, { key: 'others', label: t('effect.others'), ...ranked.others }]
  return (
    <>
      <KeyNumbers numbers={[
        { label: t('introductions.cases'), value: number(total), context: t('effect.overdue', { n: overdue }) },
        { label: t('effect.withOutcome'), value: number(outcomes.cases), context: t('effect.withLink', { n: outcomes.withLink }) },
        { label: t('effect.linksSince'), value: number(outcomes.linksSince), context: t('effect.ofOutcomes', { n: outcomes.lookedAt }) },
        { label: t('effect.networksSince'), value: number(outcomes.networksSince), context: t('effect.ofOutcomes', { n: outcomes.lookedAt }) }
      ]}
      />
      <div class='grid'>
        <section class='card full'>
          <h2>{t('effect.states')}</h2>
          <DataTable
            caption={t('effect.states')} rows={states} rowKey={({ state }) => state}
            columns={[
              { key: 'state', head: t('introductions.state'), cell: ({ state }) => t(`state.${state}`) },
              { key: 'now', head: t('effect.now'), cell: ({ now }) => number(now), by: ({ now }) => now, figures: true },
              { key: 'reached', head: t('effect.reached'), cell: ({ reached }) => number(reached), by: ({ reached }) => reached, figures: true },
              { key: 'start', head: t('effect.daysFromStart'), cell: ({ daysFromStart }) => days(daysFromStart), by: ({ daysFromStart }) => daysFromStart, figures: true },
              { key: 'stay', head: t('effect.daysInState'), cell: ({ daysInState }) => days(daysInState), by: ({ daysInState }) => daysInState, figures: true }
            ]}
          />
        </section>
        <section class='card half'>
          <h2>{t('effect.network')}</h2>
          <p>{comparison === 'two-runs' ? t('effect.twoRuns', { before: before.run, after: after.run }) : t('effect.withoutLinks', { n: linksTakenOut })}</p>
          <DataTable
            caption={t('effect.network')} rows={rows} rowKey={({ key }) => key}
            columns={[
              { key: 'what', head: t('effect.figure'), cell: ({ label }) => label },
              { key: 'before', head: t(comparison === 'two-runs' ? 'effect.before' : 'effect.withoutHead'), cell: row => row.before, figures: true },
              { key: 'after', head: t(comparison === 'two-runs' ? 'effect.after' : 'effect.withHead'), cell: row => row.after, figures: true }
            ]}
          />
        </section>
        <section class='card half'>
          <h2>{t('effect.ranked')}</h2>
          <p>{t('effect.rankedLead', { apart: ranked.placesApartMax })}</p>
          <DataTable
            caption={t('effect.ranked')} rows={groups} rowKey={({ key }) => key}
            columns={[
              { key: 'group', head: t('effect.group'), cell: ({ label }) => label },
              { key: 'pairs', head: t('effect.pairs'), cell: row => number(row.pairs), figures: true },
              { key: 'linked', head: t('effect.linked'), cell: ({ linked }) => number(linked), figures: true },
              { key: 'otherwise', head: t('effect.linkedOtherwise'), cell: ({ linkedOtherwise }) => number(linkedOtherwise), figures: true },
              { key: 'share', head: t('effect.share'), cell: ({ share }) => share === null ? t('effect.tooFew', { n: ranked.pairsMin }) : percent(share), figures: true }
            ]}
          />
        </section>
        {pairs.length > 0 && (
          <section class='card full'>
            <h2>{t('effect.pairsHead')}</h2>
            <DataTable
              caption={t('effect.pairsHead')} rows={pairs} rowKey={({ introduction }) => introduction}
              columns={[
                { key: 'pair', head: t('introductions.pair'), cell: ({ introduction, ofName, candidateName }) => <Go to={{ screen: 'introductions', focus: introduction }} class='quiet-link'>{t('introductions.pairNames', { of: ofName, candidate: candidateName })}</Go>, by: ({ ofName }) => ofName },
                { key: 'kind', head: t('introductions.whatCame'), cell: ({ linkKind }) => linkKind === null ? t('introductions.noLink') : t(`outcome.${linkKind}`) },
                { key: 'before', head: t('effect.stepsBefore'), cell: ({ stepsBefore }) => steps(stepsBefore), by: ({ stepsBefore }) => stepsBefore, figures: true },
                { key: 'after', head: t('effect.stepsAfter'), cell: ({ stepsAfter }) => steps(stepsAfter), by: ({ stepsAfter }) => stepsAfter, figures: true }
              ]}
            />
          </section>)}
      </div>
    </>
  )
}
