/** The members of one cluster and the links among them. Filled: surely a member; pale: mostly; hollow: loosely. Ringed: bridges. Darker lines cross a border. */
import type { ClusterColour } from '../../contract/palette.ts'
import { fitInto } from './fit.ts'
import { boxOf, placeLabels } from './labels.ts'
import { element, FULL_WIDTH, INK, picture } from './svg.ts'

export interface MemberMark { x: number, y: number, degree: number, /** Share of repetitions; null: not measured. */ confidence: number | null, bridge: boolean, /** null: drawn without its name. */ name: string | null }
export interface MemberLine { a: number, b: number, across: boolean }

const HEIGHT = 300
const PADDING = 26
const STRETCH = 2
/** From these shares of repetitions on a member is filled, and pale. */
export const FILLED_FROM = 0.9
export const PALE_FROM = 0.6

export function drawMembers (members: readonly MemberMark[], lines: readonly MemberLine[], { fill, line, tint }: ClusterColour): string {
  const area = { left: PADDING, top: PADDING, right: FULL_WIDTH - PADDING, bottom: HEIGHT - PADDING }
  const fit = fitInto(members, area, STRETCH)
  const marks = members.map(member => ({ ...member, ...fit(member), radius: Math.min(12, 2 + 0.42 * Math.sqrt(member.degree)) }))
  const path = (across: boolean): string => lines.filter(each => each.across === across).map(({ a, b }) => `M${marks[a].x.toFixed(1)} ${marks[a].y.toFixed(1)}L${marks[b].x.toFixed(1)} ${marks[b].y.toFixed(1)}`).join('')
  const named = marks.filter(({ name }) => name !== null).sort((a, b) => b.degree - a.degree)
  return picture(FULL_WIDTH, HEIGHT, [
    element('rect', { width: FULL_WIDTH, height: HEIGHT, fill: INK.stage }),
    ...[false, true].map(across => ({ across, d: path(across) })).filter(({ d }) => d !== '').map(({ across, d }) => element('path', { d, fill: 'none', stroke: across ? INK.edgeDark : INK.edge, 'stroke-width': 0.6, 'stroke-opacity': 0.75 })),
    ...marks.map(({ x, y, radius, confidence, bridge }) =>
      (bridge ? element('circle', { cx: x, cy: y, r: radius + 2.2, fill: 'none', stroke: INK.ink, 'stroke-width': 1.6 }) : '') +
      element('circle', { cx: x, cy: y, r: radius, fill: confidence === null || confidence >= FILLED_FROM ? fill : confidence >= PALE_FROM ? tint : '#FFFFFF', stroke: line, 'stroke-width': 1 })),
    ...placeLabels(named.map(({ x, y, radius, name }) => ({ x, y, radius, text: name as string })), { left: 2, top: 2, right: FULL_WIDTH - 2, bottom: HEIGHT - 2 }, named.map(boxOf), { size: 10, weight: 500, halo: INK.stage })
  ])
}
