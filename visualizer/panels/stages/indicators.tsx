/** Indicators of an objective: the baseline that a run gave, what newer runs measured, and the target. */
import { useState } from 'preact/hooks'
import type { VNode } from 'preact'
import type { ContentOf, WorkspaceItem } from '../../../services/contract/workspace-items.ts'
import { INDICATOR_MEASURES, isReachedFromTheStart, MEASUREMENTS_MAX } from '../../../services/contract/workspace-items.ts'
import { ApiProblem } from '../../api/fetch-json.ts'
import { domainName, domains } from '../../api/service.ts'
import { itemsOf } from '../../api/items-of.ts'
import type { Standing } from '../../api/items-of.ts'
import { addressOf, mayEver, mayWrite, post, settingsOf } from '../../api/workspaces.ts'
import type { OpenWorkspace } from '../../api/workspaces.ts'
import { date, number, percent, t } from '../../text/translate.ts'
import { DataTable } from '../data-table.tsx'
import { Icon } from '../icons.tsx'
import { LineField, NumberField, SelectField } from '../workspaces/fields.tsx'
import { ItemForm, useEdited } from '../workspaces/item-form.tsx'
import { RemoveButton } from '../workspaces/remove-button.tsx'

type Indicator = ContentOf<'indicator'>
type Measurement = Indicator['measurements'][number]
const indicatorName = (objective: string): string => `indicator ${objective}`

/** No target is taken for granted. */
const NOT_SAID = Number.NaN
/** What a target can be: shares in per cent, the index between its ends, everything else is counted. */
const COUNT = { min: 0, step: 1 }
const TARGETS: Record<Indicator['measure'], { min: number, max?: number, step: number | 'any' }> = {
  organisations: COUNT, crossBorderLinks: COUNT, regionLinks: COUNT, partnerCountries: COUNT, clusters: COUNT,
  crossBorderShare: { min: 0, max: 100, step: 'any' }, eiIndex: { min: -1, max: 1, step: 'any' }
}
const isPast = (day: string): boolean => day !== '' && day < new Date().toISOString().slice(0, 10)

export function Indicators ({ open, objective }: { open: OpenWorkspace, objective: Standing<ContentOf<'objective'>> }): VNode {
  const indicators = itemsOf(open.workspace, 'indicator').filter(({ content }) => content.objective === objective.id)
  const [edited, setEdited] = useEdited(open, indicators, indicatorName(objective.id))
  const [measuring, setMeasuring] = useState<string | null>(null)
  const [failed, setFailed] = useState<{ id: string, problem: string } | null>(null)
  const measure = async (id: string): Promise<void> => {
    setMeasuring(id)
    setFailed(null)
    await post(addressOf(open, `/indicators/${id}/measure`), { run: 'latest' }).catch((error: Error) => setFailed({ id, problem: error instanceof ApiProblem ? error.message : t('problem.noAnswerDetail') }))
    setMeasuring(null)
  }
  /** The baseline comes with the saving. */
  const done = (saved: WorkspaceItem | null): void => {
    setEdited(null)
    if (saved?.content?.type === 'indicator' && saved.content.measurements.length === 0) void measure(saved.id)
  }
  const empty: Indicator = { type: 'indicator', objective: objective.id, title: '', measure: 'crossBorderLinks', domain: null, target: NOT_SAID, date: settingsOf(open.workspace).content.to, measurements: [] }
  return (
    <div class='sub-part'>
      <h4>{t('workspaces.indicators')}</h4>
      {indicators.length === 0 && <p class='hint'>{t('workspaces.noIndicators')}</p>}
      <ul class='entries'>{indicators.map(item => (
        <li key={item.id} class='entry'>{edited === item.id ? <IndicatorForm open={open} item={item} start={item.content} onDone={done} /> : <IndicatorEntry open={open} item={item} busy={measuring === item.id} problem={failed?.id === item.id ? failed.problem : ''} onMeasure={() => { void measure(item.id) }} onEdit={() => setEdited(item.id)} />}</li>))}
      </ul>
      {mayWrite(open, empty) && (edited === 'new'
        ? <IndicatorForm open={open} item={null} start={empty} onDone={done} />
        : <p class='actions'><button type='button' class='button' aria-label={t('workspaces.newIndicatorOf', { name: objective.content.title })} onClick={() => setEdited('new')}>{t('workspaces.newIndicator')}</button></p>)}
    </div>
  )
}

/** Whole numbers are counts; shares are told in per cent; the index lies between -1 and 1. */
function amount (measure: Indicator['measure'], value: number | null): string {
  if (value === null) return '–'
  if (measure === 'crossBorderShare') return percent(value)
  return number(value, Number.isInteger(value) ? 0 : 2)
}

interface EntryProps { open: OpenWorkspace, item: Standing<Indicator>, busy: boolean, problem: string, onMeasure: () => void, onEdit: () => void }

function IndicatorEntry ({ open, item, busy, problem, onMeasure, onEdit }: EntryProps): VNode {
  const { title, measure, domain, target, date: due, measurements } = item.content
  const told = (value: number | null): string => amount(measure, value)
  const last = measurements.at(-1)
  const baseline = measurements[0]
  return (
    <>
      <p class='entry-title'>{title}</p>
      <p class='hint'>{t(`workspaces.measure.${measure}`)}{domain !== null && `, ${domainName(domain)}`}</p>
      <dl class='figures-row'>
        <div><dt>{t('workspaces.baseline')}</dt><dd><strong>{told(baseline?.value ?? null)}</strong></dd></div>
        <div><dt>{t('workspaces.now')}</dt><dd><strong>{told(last?.value ?? null)}</strong></dd></div>
        <div><dt>{t('workspaces.field.target')}</dt><dd><strong>{told(target)}</strong> <span class='hint'>{t('workspaces.by', { date: date(due) })}</span></dd></div>
      </dl>
      {isReachedFromTheStart(item.content) && <p class='to-review'><Icon name='warning' /> {t('workspaces.targetReached')}</p>}
      {measurements.length > 0 && (
        <DataTable
          caption={t('workspaces.measured', { name: title })} rows={measurements.map((measurement, i) => ({ ...measurement, i }))} rowKey={({ i }) => String(i)}
          columns={[
            { key: 'at', head: t('column.date'), cell: ({ at }) => date(at), by: ({ at }) => at },
            { key: 'run', head: t('workspaces.run'), cell: ({ run: of }) => open.runName(of) },
            { key: 'value', head: t('workspaces.field.value'), cell: ({ value }) => told(value), by: ({ value }) => value, figures: true },
            { key: 'interval', head: t('workspaces.interval'), cell: ({ lower, upper }) => lower === null || upper === null ? '–' : `${told(lower)} – ${told(upper)}`, figures: true },
            { key: 'change', head: t('workspaces.sinceBefore'), cell: ({ i }) => changeText(measurements, i, told), figures: true }
          ]}
        />)}
      <p class='hint' role='status'>{busy ? t('workspaces.measuringNow') : measurements.length === 0 ? t('workspaces.notMeasured') : ''}</p>
      {problem !== '' && <p class='field-problem' role='alert'>{measurements.length === 0 ? t('workspaces.measureFailed', { problem }) : problem}</p>}
      {/* What was agreed is closed with its page; how it goes is measured all the same. */}
      {mayEver(open, item.content, item.by) && (
        <p class='actions'>
          <button type='button' class='button' disabled={measurements.length >= MEASUREMENTS_MAX} aria-disabled={busy} aria-label={t('workspaces.measureOf', { name: title })} onClick={() => { if (!busy) onMeasure() }}>{t('workspaces.measureNow')}</button>
          {mayWrite(open, item.content, item.by) && <button type='button' class='text-button' aria-label={t('workspaces.changeOf', { name: title })} onClick={onEdit}>{t('workspaces.change')}</button>}
          {mayWrite(open, item.content, item.by) && <RemoveButton open={open} item={item} name={title} />}
        </p>)}
    </>
  )
}

/** Since the measurement before; with its uncertainty: whether the two intervals leave room for no change. */
function changeText (measurements: readonly Measurement[], i: number, told: (value: number) => string): string {
  const [before, now] = [measurements[i - 1], measurements[i]]
  if (before === undefined || before.value === null || now.value === null) return '–'
  const change = now.value - before.value
  const sign = change > 0 ? '+' : change < 0 ? '−' : '±'
  const overlap = before.lower !== null && before.upper !== null && now.lower !== null && now.upper !== null && before.lower <= now.upper && now.lower <= before.upper
  return `${sign}${told(Math.abs(change))}${overlap && change !== 0 ? ` (${t('workspaces.within')})` : ''}`
}

function IndicatorForm ({ open, item, start, onDone }: { open: OpenWorkspace, item: Standing<Indicator> | null, start: Indicator, onDone: (saved: WorkspaceItem | null) => void }): VNode {
  // What was measured would no longer compare.
  const fixed = item !== null && item.content.measurements.length > 0
  const fields = [...domains.value.values()].filter(({ thematic }) => thematic)
  return (
    <ItemForm open={open} title={t(item === null ? 'workspaces.newIndicator' : 'workspaces.changeIndicator')} item={item} name={indicatorName(start.objective)} start={start} asksWhy onDone={onDone}>{({ content, set, problemAt }) => {
      const share = content.measure === 'crossBorderShare'
      const last = item?.content.measurements.at(-1)
      return (
        <>
          <LineField label={t('workspaces.field.title')} value={content.title} required problem={problemAt('title')} onInput={title => set({ title })} />
          <div class='form-columns'>
            {!fixed && <SelectField label={t('workspaces.field.measure')} value={content.measure} hint={t(`workspaces.measureIs.${content.measure}`)} options={INDICATOR_MEASURES.map(value => ({ value, label: t(`workspaces.measure.${value}`) }))} problem={problemAt('measure')} onInput={value => set({ measure: INDICATOR_MEASURES.find(each => each === value), target: NOT_SAID })} />}
            {!fixed && <SelectField label={t('workspaces.field.domain')} value={content.domain ?? ''} options={[{ value: '', label: t('workspaces.wholeGroup') }, ...fields.map(({ code }) => ({ value: code, label: code.startsWith('s3:') ? `${domainName(code)} (S3)` : domainName(code) }))]} problem={problemAt('domain')} onInput={value => set({ domain: value === '' ? null : value })} />}
            <NumberField label={t(share ? 'workspaces.targetPercent' : 'workspaces.field.target')} {...TARGETS[content.measure]} value={share && Number.isFinite(content.target) ? Math.round(content.target * 10000) / 100 : content.target} hint={last === undefined ? t('workspaces.measuredAtOnce') : t('workspaces.measuredLast', { value: amount(content.measure, last.value), date: date(last.at) })} problem={problemAt('target')} onInput={value => set({ target: share ? value / 100 : value })} />
            <LineField type='date' label={t('workspaces.targetDate')} value={content.date} required {...(isPast(content.date) && { hint: t('workspaces.targetPast') })} problem={problemAt('date')} onInput={day => set({ date: day })} />
          </div>
          {fixed && <p class='hint'>{t('workspaces.measureFixed')}</p>}
        </>
      )
    }}
    </ItemForm>
  )
}
