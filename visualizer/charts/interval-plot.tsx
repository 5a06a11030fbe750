/** Ratios to what is usual or expected with their 95 % intervals, on a logarithmic axis from 1/8 to 8. Filled: surely off 1; hollow: could be chance. */
import type { VNode } from 'preact'
import type { Cluster } from '../../services/contract/cluster.ts'
import { number, t } from '../text/translate.ts'

export interface Interval { key: string, name: string, ratio: number, lower: number | null, upper: number | null, sure: boolean, /** Said in place of the interval where too little is known. */ few: string | null }
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

/** Fields of a cluster, or sectors of a table, the most specialised first. */
export const fieldIntervals = (terms: Term[], nameOf: (code: string) => string): Interval[] => [...terms].sort((a, b) => (b.members >= FEW ? b.locationQuotient ?? 0 : -1) - (a.members >= FEW ? a.locationQuotient ?? 0 : -1)).map(term => ({
  key: term.code, name: nameOf(term.code), ratio: term.locationQuotient ?? 0, lower: term.lower, upper: term.upper, sure: isSure(term), few: term.members < FEW || term.locationQuotient === null ? t('chart.few', { n: term.members }) : null
}))

/** In the order given. */
export function IntervalPlot ({ rows, hue, label }: { rows: Interval[], hue: string, label: string }): VNode {
  const height = 20 + rows.length * ROW
  return (
    <svg class={`interval-plot ${hue}`} viewBox={`0 0 ${LABEL + PLOT + VALUES} ${height}`} role='img' aria-label={label}>
      {TICKS.map(([value, tick]) => <g key={tick}><line class={value === 1 ? 'axis-one' : 'axis'} x1={place(value)} x2={place(value)} y1={18} y2={height} /><text class='tick' x={place(value)} y={11} text-anchor='middle'>{tick}</text></g>)}
      {rows.map((row, i) => {
        const y = 20 + i * ROW + ROW / 2
        return (
          <g key={row.key}>
            <text class={row.sure ? 'name sure' : 'name'} x={0} y={y + 4}>{row.name}</text>
            <Marks row={row} y={y} />
          </g>
        )
      })}
    </svg>
  )
}

function Marks ({ row: { ratio, lower, upper, sure, few }, y }: { row: Interval, y: number }): VNode {
  const end = LABEL + PLOT + VALUES
  if (few !== null) return <text class='value' x={end} y={y + 4} text-anchor='end'>{few}</text>
  return (
    <g>
      <line class={sure ? 'interval sure' : 'interval'} x1={place(lower ?? LEAST)} x2={place(upper ?? MOST)} y1={y} y2={y} />
      <circle class={sure ? 'dot sure' : 'dot'} cx={place(ratio)} cy={y} r={5} />
      <text class='value' x={end} y={y + 4} text-anchor='end'><tspan class='strong'>{number(ratio, 1)}×</tspan> {number(lower ?? 0, 1)}–{number(upper ?? 0, 1)}</text>
    </g>
  )
}
