/** A whole as one bar: parts side by side, numbered as in the table that stands beside it. Parts below zero have no room and are left out. */
import type { VNode } from 'preact'

/** `look`: class of its colour; `again`: striped, counted a second time. */
export interface BarPart { key: string, label: string, share: number, look: string, again: boolean }

/** Narrower parts have no room for their number, as a share of the bar. */
const NUMBERED_FROM = 0.025

export function StackedBar ({ parts, label }: { parts: BarPart[], label: string }): VNode {
  const whole = parts.reduce((sum, { share }) => sum + Math.max(0, share), 0)
  return (
    <div class='stacked-bar' role='img' aria-label={label}>
      {parts.map(({ key, label, share, look, again }, i) => share > 0 && (
        <span key={key} class={`${look}${again ? ' again' : ''}`} style={{ width: `${100 * share / whole}%` }} title={label}>{share / whole >= NUMBERED_FROM && <b>{i + 1}</b>}</span>))}
    </div>
  )
}

/** The mark of a part in the table: its number in its colour. */
export const BarMark = ({ place, look, again }: { place: number, look: string, again: boolean }): VNode => <span class={`bar-mark ${look}${again ? ' again' : ''}`}><b>{place}</b></span>
