/** Location quotients with their 95 % intervals on a logarithmic axis from 1/8 to 8. Filled: surely more common; hollow: could be chance. */
import type { VNode } from 'preact'
import type { Cluster } from '../../services/contract/cluster.ts'
import { domainName } from '../api/service.ts'
import { number, t } from '../text/translate.ts'

type Term = Cluster['domains'][number]

const LEAST = 1 / 8
const MOST = 8
const TICKS = [[1 / 8, '⅛'], [1 / 4, '¼'], [1 / 2, '½'], [1, '1×'], [2, '2×'], [4, '4×'], [8, '8×']] as const
const LABEL = 190
const PLOT = 170
const VALUES = 110
const ROW = 24
/** Members with a term below which a quotient would mislead. */
const FEW = 5
const SURE = 0.05

const place = (quotient: number): number => LABEL + PLOT * Math.log(Math.min(MOST, Math.max(LEAST, quotient)) / LEAST) / Math.log(MOST / LEAST)
export const isSure = (term: Term): boolean => term.q !== null && term.q < SURE && term.lower !== null && term.lower > 1

export function IntervalPlot ({ terms, hue }: { terms: Term[], hue: string }): VNode {
  const rows = [...terms].sort((a, b) => (b.members >= FEW ? b.locationQuotient ?? 0 : -1) - (a.members >= FEW ? a.locationQuotient ?? 0 : -1))
  const height = 20 + rows.length * ROW
  return (
    <svg class={`interval-plot ${hue}`} viewBox={`0 0 ${LABEL + PLOT + VALUES} ${height}`} role='img' aria-label={t('chart.interval')}>
      {TICKS.map(([value, label]) => <g key={label}><line class={value === 1 ? 'axis-one' : 'axis'} x1={place(value)} x2={place(value)} y1={18} y2={height} /><text class='tick' x={place(value)} y={11} text-anchor='middle'>{label}</text></g>)}
      {rows.map((term, i) => {
        const y = 20 + i * ROW + ROW / 2
        const sure = isSure(term)
        return (
          <g key={term.code}>
            <text class={sure ? 'name sure' : 'name'} x={0} y={y + 4}>{domainName(term.code)}</text>
            <Marks term={term} y={y} sure={sure} />
          </g>
        )
      })}
    </svg>
  )
}

function Marks ({ term, y, sure }: { term: Term, y: number, sure: boolean }): VNode {
  const end = LABEL + PLOT + VALUES
  if (term.members < FEW || term.locationQuotient === null) return <text class='value' x={end} y={y + 4} text-anchor='end'>{t('chart.few', { n: term.members })}</text>
  return (
    <g>
      <line class={sure ? 'interval sure' : 'interval'} x1={place(term.lower ?? LEAST)} x2={place(term.upper ?? MOST)} y1={y} y2={y} />
      <circle class={sure ? 'dot sure' : 'dot'} cx={place(term.locationQuotient)} cy={y} r={5} />
      <text class='value' x={end} y={y + 4} text-anchor='end'><tspan class='strong'>{number(term.locationQuotient, 1)}×</tspan> {number(term.lower ?? 0, 1)}–{number(term.upper ?? 0, 1)}</text>
    </g>
  )
}
