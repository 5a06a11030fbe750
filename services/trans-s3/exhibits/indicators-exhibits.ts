/** Indicators of the joint strategy as they stand: from the baseline to the last run, with the change, its uncertainty, and how far the target is. */
import type { Exhibit } from '../../contract/workspace-evidence.ts'
import { isReachedFromTheStart } from '../../contract/workspace-items.ts'
import type { ContentOf, INDICATOR_MEASURES } from '../../contract/workspace-items.ts'
import { itemsOf } from '../workspace-state.ts'
import type { WorkspaceState } from '../workspace-state.ts'
import type { Key, Say } from '../words/say.ts'
import { column, count, decimal, named, share, text, why, word } from './exhibit.ts'
import type { Cell, Names } from './exhibit.ts'

type Measure = typeof INDICATOR_MEASURES[number]
interface Measured { value: number | null, lower: number | null, upper: number | null }

const ROWS_SHOWN = 30
const SHARES: readonly Measure[] = ['crossBorderShare']

export function indicatorsExhibits (state: Pick<WorkspaceState, 'items'>, say: Say, names: Names): Exhibit[] {
  const indicators = itemsOf(state, 'indicator')
  return [{
    key: 'indicators', title: say.t('exhibit.indicators.title'), says: say.t('exhibit.indicators.says'), figure: null, rowsShown: ROWS_SHOWN,
    columns: [
      column(say, 'column.indicator.indicator'), column(say, 'column.indicator.measure'), column(say, 'column.indicator.domain'), column(say, 'column.indicator.baseline', 'number'), column(say, 'column.indicator.latest', 'number'), column(say, 'column.indicator.interval'),
      column(say, 'column.indicator.change', 'number'), column(say, 'column.indicator.sure'), column(say, 'column.indicator.target', 'number'), column(say, 'column.indicator.way', 'share'), column(say, 'column.indicator.date', 'date'), column(say, 'column.indicator.run')
    ],
    rows: indicators.map(({ id, content: { title, measure, domain, target, date, measurements } }) => {
      const [baseline, latest] = [measurements.at(0), measurements.at(-1)]
      const change = difference(baseline, latest)
      const cell = (value: number | null): Cell => valueCell(say, measure, value)
      return [
        named(id, title), named(measure, say.t(`word.indicator.${measure}`)), domain === null ? { value: null, text: say.t('word.indicator.whole-group') } : named(domain, names.domain(domain)),
        baseline === undefined ? notMeasured(say) : cell(baseline.value), latest === undefined ? notMeasured(say) : cell(latest.value), intervalCell(say, measure, latest),
        measurements.length < 2 ? notMeasured(say) : { ...cell(change), text: change !== null && change > 0 ? `+${cell(change).text}` : cell(change).text }, word(say, sureOf(measurements)),
        cell(target), share(say, wayTo(baseline, latest, target)), { value: date, text: say.date(date) }, text(latest?.run ?? null)
      ]
    }),
    cautions: indicators.length === 0 ? [] : [...indicators.flatMap(({ content }) => targetCaution(say, content) ?? []), say.t('caution.indicators.recorded'), say.t('caution.indicators.interval')], ...why(say, indicators.length === 0 ? 'indicators' : null)
  }]
}

/** null: nothing is wrong with the target. */
export const targetCaution = (say: Say, indicator: ContentOf<'indicator'>): string | null => isReachedFromTheStart(indicator)
  ? say.t('caution.indicators.target', { title: indicator.title, target: valueCell(say, indicator.measure, indicator.target).text, baseline: valueCell(say, indicator.measure, indicator.measurements[0].value).text })
  : null

const notMeasured = (say: Say): Cell => ({ value: null, text: say.t('word.indicator.not-measured') })

/** Shares in whole per cent, the index with two digits, counts whole. */
export const valueCell = (say: Say, measure: Measure, value: number | null): Cell => SHARES.includes(measure) ? share(say, value) : measure === 'eiIndex' ? decimal(say, value) : value === null ? decimal(say, null) : Number.isInteger(value) ? count(say, value) : decimal(say, value, 1)

function intervalCell (say: Say, measure: Measure, latest: Measured | undefined): Cell {
  if (latest === undefined || latest.lower === null || latest.upper === null) return { value: null, text: say.t('word.indicator.no-interval') }
  return text(say.t('cell.interval', { lower: valueCell(say, measure, latest.lower).text, upper: valueCell(say, measure, latest.upper).text }))
}

const difference = (baseline: Measured | undefined, latest: Measured | undefined): number | null =>
  baseline === undefined || latest === undefined || baseline.value === null || latest.value === null ? null : latest.value - baseline.value

/** Intervals that do not meet show a change surely; those that do may still hide one. */
function sureOf (measurements: readonly Measured[]): Key {
  const [baseline, latest] = [measurements.at(0), measurements.at(-1)]
  if (measurements.length < 2 || baseline === undefined || latest === undefined || baseline.value === null || latest.value === null) return 'word.indicator.not-compared'
  if (baseline.lower === null || baseline.upper === null || latest.lower === null || latest.upper === null) return 'word.indicator.recorded'
  return latest.lower > baseline.upper || latest.upper < baseline.lower ? 'word.indicator.sure' : 'word.indicator.unsure'
}

/** Of the way from the baseline to the target, below 0 where it went back; null where the target is the baseline. */
function wayTo (baseline: Measured | undefined, latest: Measured | undefined, target: number): number | null {
  const gone = difference(baseline, latest)
  // Nothing gone is 0 with no sign, whichever way the target lies.
  return gone === null || target === baseline!.value ? null : gone === 0 ? 0 : gone / (target - baseline!.value!)
}
