/** A share as a bar with its numbers beside it; the numbers say all that the bar does. */
import type { VNode } from 'preact'
import { number, percent } from '../../text/translate.ts'

export const ShareBar = ({ count, total }: { count: number, total: number }): VNode => (
  <span class='share-bar'>
    <span class='share-track' aria-hidden='true'><span style={{ width: `${total === 0 ? 0 : 100 * count / total}%` }} /></span>
    <span class='figures'>{number(count)} <small>{total === 0 ? '–' : percent(count / total)}</small></span>
  </span>
)
