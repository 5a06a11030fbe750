/** Links between countries against expectation: lower triangle, seven steps from brown (below) to blue (above), the number in each cell. */
import type { VNode } from 'preact'
import type { Cluster } from '../../services/contract/cluster.ts'
import { countryName } from '../api/service.ts'
import { number, t } from '../text/translate.ts'

/** Cuts of the ratio between the seven steps. */
const CUTS = [1 / 2, 2 / 3, 0.85, 1.18, 1.5, 2]
const STEPS = ['lo-3', 'lo-2', 'lo-1', 'mid', 'hi-1', 'hi-2', 'hi-3']
const rampStep = (ratio: number): string => STEPS[CUTS.filter(cut => ratio >= cut).length]

export function CountryMatrix ({ pairs, countries }: { pairs: Cluster['countryPairs'], countries: string[] }): VNode {
  const ratio = new Map(pairs.flatMap(pair => [[`${pair.a} ${pair.b}`, pair], [`${pair.b} ${pair.a}`, pair]]))
  return (
    <div class='matrix-frame' tabIndex={0} role='region' aria-label={t('chart.matrix')}>
      <table class='matrix'>
        <caption class='unseen'>{t('chart.matrix')}</caption>
        <thead><tr><td />{countries.map(code => <th key={code} scope='col'><abbr title={countryName(code)}>{code}</abbr></th>)}</tr></thead>
        <tbody>{countries.map((row, i) => (
          <tr key={row}>
            <th scope='row'>{countryName(row)}</th>
            {countries.map((column, j) => {
              if (j > i) return <td key={column} class='void' />
              const pair = ratio.get(`${row} ${column}`)
              if (pair === undefined || pair.ratio === null) return <td key={column} class='few'>{t('chart.tooFew')}</td>
              return <td key={column} class={`${rampStep(pair.ratio)}${i === j ? ' home' : ''}`} title={t('chart.pair', { a: countryName(row), b: countryName(column), observed: pair.observed, expected: number(pair.expected, 1) })}>{number(pair.ratio, 1)}</td>
            })}
          </tr>))}
        </tbody>
      </table>
      <ul class='ramp' aria-label={t('chart.rampLabel')}>{STEPS.map((step, i) => <li key={step}><span class={step} aria-hidden='true' /> {t(`chart.ramp${i as 0 | 1 | 2 | 3 | 4 | 5 | 6}`)}</li>)}</ul>
    </div>
  )
}
