/** The clusters as discs, their area the members in the group, with the strongest ties between them. Dashed: loose; the outer arc is the share of work across a border, the tick what was expected. */
import { clusterColour } from '../../contract/palette.ts'
import { fitInto } from './fit.ts'
import { boxOf, placeLabels } from './labels.ts'
import { escapeXml } from '../../xml-text.ts'
import { element, FULL_WIDTH, INK, picture, TEXT_LEAST, words } from './svg.ts'

export interface ClusterMark { code: string, name: string, x: number, y: number, /** Members in the group. */ members: number, loose: boolean, share: number | null, expected: number | null, /** "#id" of what is told of it; undefined: nothing more. */ href?: string }
export interface ClusterLine { a: string, b: string, weight: number }

const HEIGHT = 430
const PADDING = 52
const STRETCH = 1.4
/** From this radius on a disc holds its code. */
const CODE_FROM = 10.5
/** Radius of a disc of all its area: the largest must leave room for the others. */
const RADIUS_MAX = 36
const RADIUS_LEAST = 5

export function drawClusterMap (clusters: readonly ClusterMark[], lines: readonly ClusterLine[]): string {
  const fit = fitInto(clusters, { left: PADDING, top: PADDING, right: FULL_WIDTH - PADDING, bottom: HEIGHT - PADDING }, STRETCH)
  const most = Math.max(...clusters.map(({ members }) => members))
  const marks = spread(clusters.map(cluster => ({ ...cluster, ...fit(cluster), radius: Math.max(RADIUS_LEAST, RADIUS_MAX * Math.sqrt(cluster.members / most)) })))
  const at = new Map(marks.map(mark => [mark.code, mark]))
  const heaviest = Math.max(...lines.map(({ weight }) => weight))
  return picture(FULL_WIDTH, HEIGHT, [
    element('rect', { width: FULL_WIDTH, height: HEIGHT, fill: INK.stage }),
    ...lines.map(({ a, b, weight }) => {
      const [from, to] = [at.get(a)!, at.get(b)!]
      return element('line', { x1: from.x, y1: from.y, x2: to.x, y2: to.y, stroke: INK.edge, 'stroke-width': 0.8 + 6 * Math.sqrt(weight / heaviest), 'data-ends': `${a} ${b}` })
    }),
    ...marks.map(mark => element('g', { 'data-node': mark.code, 'data-href': mark.href }, element('title', {}, escapeXml(`${mark.code} ${mark.name}`)) + disc(mark))),
    ...placeLabels(marks.map(({ x, y, radius, name, code }) => ({ x, y, radius: radius + 5, text: radius < CODE_FROM ? `${code} ${name}` : name, short: radius < CODE_FROM ? code : undefined })), { left: 2, top: 2, right: FULL_WIDTH - 2, bottom: HEIGHT - 2 }, marks.map(boxOf), { size: 10.5, weight: 500, halo: INK.stage })
  ])
}

type Mark = ClusterMark & { radius: number }

function disc ({ code, x, y, radius, loose, share, expected }: Mark): string {
  const { fill, line, tint, on } = clusterColour(code)
  return element('circle', { cx: x, cy: y, r: radius, fill: loose ? tint : fill, stroke: line, 'stroke-width': 1.4, 'stroke-dasharray': loose ? '3.5 2.5' : undefined }) +
    (radius < 10 || share === null ? '' : element('path', { d: ringPath(x, y, radius + 3.6, share), fill: 'none', stroke: INK.ink, 'stroke-width': 2 })) +
    (radius < 10 || expected === null ? '' : element('path', { d: tickPath(x, y, radius, expected), stroke: INK.ink, 'stroke-width': 1.4 })) +
    (radius < CODE_FROM ? '' : words(x, y + 3.6, code, { anchor: 'middle', size: radius < 14 ? TEXT_LEAST : 11, weight: 600, fill: loose ? INK.ink : on }))
}

/** From twelve o'clock, clockwise. */
const onCircle = (x: number, y: number, radius: number, share: number): string => `${(x + radius * Math.sin(2 * Math.PI * share)).toFixed(1)} ${(y - radius * Math.cos(2 * Math.PI * share)).toFixed(1)}`
const ringPath = (x: number, y: number, radius: number, share: number): string => `M${onCircle(x, y, radius, 0)}A${radius.toFixed(1)} ${radius.toFixed(1)} 0 ${share > 0.5 ? 1 : 0} 1 ${onCircle(x, y, radius, Math.min(share, 0.9999))}`
const tickPath = (x: number, y: number, radius: number, share: number): string => `M${onCircle(x, y, radius + 1, share)}L${onCircle(x, y, radius + 8, share)}`

/** Discs that would cover each other are pushed apart, the same way every time; none leaves the picture. */
function spread (marks: Mark[]): Mark[] {
  for (let round = 0; round < 60; round++) {
    let moved = false
    marks.forEach((a, i) => marks.slice(i + 1).forEach(b => {
      const gap = a.radius + b.radius + 12
      const [dx, dy] = [b.x - a.x, b.y - a.y]
      const distance = Math.hypot(dx, dy)
      if (distance >= gap) return
      const [ux, uy] = distance > 0 ? [dx / distance, dy / distance] : [1, 0]
      const push = (gap - distance) / 2
      a.x = inside(a.x - ux * push, a.radius, FULL_WIDTH)
      a.y = inside(a.y - uy * push, a.radius, HEIGHT)
      b.x = inside(b.x + ux * push, b.radius, FULL_WIDTH)
      b.y = inside(b.y + uy * push, b.radius, HEIGHT)
      moved = true
    }))
    if (!moved) break
  }
  return marks
}

const inside = (value: number, radius: number, most: number): number => Math.min(most - radius - 10, Math.max(radius + 10, value))
