/** Every country with every other: whose value added is used where, or who exports to whom; as a table coloured by row or over all. */
import type { VNode } from 'preact'
import type { MeasureRow, TableDetail } from '../../../services/contract/value-chains.ts'
import { economyName, placeOf } from '../../api/economies.ts'
import { everyRow, measureFile, measurePath, tablePath } from '../../api/value-chains.ts'
import { ALL_CUTS, heatStep, ROW_CUTS } from '../../charts/heat-steps.ts'
import { HEAT_STEPS, HeatTable } from '../../charts/heat-table.tsx'
import type { HeatRow } from '../../charts/heat-table.tsx'
import { choose, view } from '../../state/store.ts'
import { number, t } from '../../text/translate.ts'
import { Go } from '../chip.tsx'
import { amount, share } from './amounts.ts'
import { Answered } from './answered.tsx'
import { FileLinks } from './file-links.tsx'

const FLOWS = {
  'value-added': { measure: 'tiva', result: 'pair', column: 'FD_VA' },
  exports: { measure: 'bmSource', result: 'pair', column: 'GEXP' }
} as const
type Flow = keyof typeof FLOWS
/** Longer codes are names, and are shown whole. */
const CODE_LENGTH_MAX = 4
const SCALES = ['row', 'all'] as const
type Scale = typeof SCALES[number]

export function MatrixPart ({ table }: { table: string }): VNode {
  const { choices } = view.value
  const flow: Flow = choices.flow === 'exports' ? 'exports' : 'value-added'
  const scale: Scale = choices.scale === 'all' ? 'all' : 'row'
  const asked = { table, ...FLOWS[flow] }
  const title = t(flow === 'exports' ? 'valueChains.matrixGross' : 'valueChains.matrix')
  return (
    <section class='card'>
      <h2>{title}</h2>
      <div class='chain-query'>
        <label>{t('valueChains.flow')} <select value={flow} onChange={event => choose({ flow: event.currentTarget.value === 'exports' ? 'exports' : null })}>{(Object.keys(FLOWS) as Flow[]).map(each => <option key={each} value={each}>{t(`valueChains.flow.${each}`)}</option>)}</select></label>
        <label>{t('valueChains.scale')} <select value={scale} onChange={event => choose({ scale: event.currentTarget.value === 'all' ? 'all' : null })}>{SCALES.map(each => <option key={each} value={each}>{t(`valueChains.scale.${each}`)}</option>)}</select></label>
      </div>
      <Answered<TableDetail> path={tablePath(table)}>{detail => (
        <>
          <p class='hint'>{t(`valueChains.matrixHint.${flow}`)} {t(`valueChains.matrixOf.${scale}`, { unit: detail.unit })}</p>
          <Answered<MeasureRow[]> path={measurePath(asked)} load={everyRow}>{rows => <Matrix title={title} detail={detail} rows={rows} column={asked.column} scale={scale} />}</Answered>
        </>)}
      </Answered>
      <FileLinks what={title} address={format => measureFile(asked, format)} />
    </section>
  )
}

function Matrix ({ title, detail, rows, column, scale }: { title: string, detail: TableDetail, rows: MeasureRow[], column: string, scale: Scale }): VNode {
  const { countries } = detail.labels
  const names = countries.map(economyName)
  const flows = new Map(rows.map(row => [JSON.stringify([row.country, row.partner]), Number(row[column])]))
  const flow = (i: number, j: number): number | undefined => flows.get(JSON.stringify([countries[i]?.code, countries[j]?.code]))
  const abroad = (i: number): number[] => countries.map((_, j) => i === j ? 0 : flow(i, j) ?? 0)
  const greatest = Math.max(...countries.flatMap((_, i) => abroad(i)))
  const shown: HeatRow[] = countries.map(({ code }, i) => {
    const total = abroad(i).reduce((sum, value) => sum + value, 0)
    return {
      key: code,
      head: <Go to={{ choices: { table: view.value.choices.table ?? '', economy: code } }} class='text-link'>{names[i]}</Go>,
      total: amount(total),
      cells: countries.map((_, j) => {
        const value = flow(i, j)
        if (i === j) return { text: value === undefined ? '' : t('valueChains.home'), title: value === undefined ? '' : t('valueChains.matrixHome', { row: names[i] ?? '', amount: amount(value) }), step: null }
        const part = total === 0 ? null : (value ?? 0) / total
        return {
          text: scale === 'all' ? amount(value ?? 0) : part === null ? '–' : number(part * 100, 1),
          title: t('valueChains.matrixCell', { row: names[i] ?? '', column: names[j] ?? '', amount: amount(value ?? 0), share: share(part) }),
          step: scale === 'all' ? heatStep(value ?? 0, greatest, ALL_CUTS) : heatStep(value ?? 0, total, ROW_CUTS)
        }
      })
    }
  })
  const inCode = (j: number): boolean => names[j] !== countries[j]?.code && (countries[j]?.code.length ?? 0) <= CODE_LENGTH_MAX
  const groups = countries.flatMap((country, j) => inCode(j) && placeOf(country) === null ? [`${country.code}: ${names[j] ?? ''}`] : [])
  return (
    <>
      <Ramp words={scale === 'all' ? ALL_CUTS.map(cut => amount(Number((cut * greatest).toPrecision(2)))) : ROW_CUTS.map(cut => share(cut))} />
      <HeatTable caption={title} columns={countries.map(({ code }, j) => ({ key: code, head: inCode(j) ? <abbr title={names[j]}>{code}</abbr> : names[j] }))} totalHead={t('valueChains.abroadIn', { unit: detail.unit })} rows={shown} />
      {groups.length > 0 && <p class='hint'>{groups.join('; ')}</p>}
    </>
  )
}

/** `words`: where each step but the first begins. */
const Ramp = ({ words }: { words: string[] }): VNode => (
  <ul class='ramp heat-ramp' aria-label={t('valueChains.rampLabel')}>{HEAT_STEPS.map((look, i) => (
    <li key={look}><span class={look} aria-hidden='true' /> {i === 0 ? t('valueChains.ramp.least', { to: words[0] ?? '' }) : i === words.length ? t('valueChains.ramp.most', { from: words[i - 1] ?? '' }) : t('valueChains.ramp.between', { from: words[i - 1] ?? '', to: words[i] ?? '' })}</li>))}
  </ul>
)
