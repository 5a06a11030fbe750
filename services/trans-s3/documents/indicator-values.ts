/** Values of indicators as people read them, and what their change means. */
import type { ContentOf } from '../../contract/workspace-items.ts'
import { valueCell } from '../exhibits/indicators-exhibits.ts'
import type { Key } from '../words/say.ts'
import type { Paper } from './paper.ts'

type Indicator = ContentOf<'indicator'>
type Measurement = Indicator['measurements'][number]

export const measureName = ({ say, names }: Paper, { measure, domain }: Pick<Indicator, 'measure' | 'domain'>): string =>
  domain === null ? say.t(`word.indicator.${measure}`) : say.t('paper.measure.in', { measure: say.t(`word.indicator.${measure}`), field: names.domain(domain) })

/** As everywhere in evidence. */
export const indicatorValue = (say: Paper['say'], measure: Indicator['measure'], value: number | null): string => valueCell(say, measure, value).text

/** "41 % (38 %–44 %)" */
export function withInterval (say: Paper['say'], measure: Indicator['measure'], { value, lower, upper }: Measurement): string {
  const shown = indicatorValue(say, measure, value)
  return lower === null || upper === null ? shown : `${shown} (${indicatorValue(say, measure, lower)}–${indicatorValue(say, measure, upper)})`
}

/** From the baseline to the last measurement. */
export function changeText (say: Paper['say'], { measure, measurements }: Pick<Indicator, 'measure' | 'measurements'>): string {
  if (measurements.length === 0) return say.t('paper.change.never')
  if (measurements.length === 1) return say.t('paper.change.once')
  const [first, last] = [measurements[0]!, measurements.at(-1)!]
  if (first.value === null || last.value === null) return say.t('paper.change.undefined')
  const digits = measure === 'eiIndex' ? 2 : measure === 'crossBorderShare' || Number.isInteger(last.value - first.value) ? 0 : 1
  const difference = Number(((last.value - first.value) * (measure === 'crossBorderShare' ? 100 : 1)).toFixed(digits))
  const written = `${difference > 0 ? '+' : ''}${say.number(difference === 0 ? 0 : difference, digits)}`
  return `${measure === 'crossBorderShare' ? say.t('paper.points', { n: written }) : written}. ${say.t(reading(first, last))}`
}

function reading (first: Measurement, last: Measurement): Key {
  if (first.lower === null || first.upper === null || last.lower === null || last.upper === null) return 'paper.change.counted'
  return first.lower <= last.upper && last.lower <= first.upper ? 'paper.change.unclear' : 'paper.change.clear'
}
