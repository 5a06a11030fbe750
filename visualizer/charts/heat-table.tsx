/** A square of flows as a table whose cells are coloured in five steps: the picture is the table. Heads stay in sight while a large one is scrolled. */
import type { ComponentChildren, VNode } from 'preact'

/** `step`: 0 palest to 4 darkest; null: not coloured. */
export interface HeatCell { text: string, title: string, step: number | null }
export interface HeatRow { key: string, head: ComponentChildren, total: string, cells: HeatCell[] }

export const HEAT_STEPS = ['heat-0', 'mid', 'hi-1', 'hi-2', 'hi-3']

interface Props { caption: string, columns: Array<{ key: string, head: ComponentChildren }>, totalHead: string, rows: HeatRow[] }

export const HeatTable = ({ caption, columns, totalHead, rows }: Props): VNode => (
  <div class='heat-frame' tabIndex={0} role='region' aria-label={caption}>
    <table class='heat'>
      <caption class='unseen'>{caption}</caption>
      <thead><tr><td />{columns.map(({ key, head }) => <th key={key} scope='col'>{head}</th>)}<th scope='col' class='total'>{totalHead}</th></tr></thead>
      <tbody>{rows.map(({ key, head, total, cells }) => (
        <tr key={key}>
          <th scope='row'>{head}</th>
          {cells.map(({ text, title, step }, i) => <td key={columns[i]?.key} class={step === null ? 'home' : HEAT_STEPS[step]} title={title}>{text}</td>)}
          <td class='total'>{total}</td>
        </tr>))}
      </tbody>
    </table>
  </div>
)
