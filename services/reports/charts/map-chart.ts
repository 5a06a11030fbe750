/** The parts of the group on an equal-area map, their discs the organisations, with the strongest ties between them. Boundaries (c) EuroGeographics. */
import { laeaEurope } from '../../analysis/layout/laea-europe.ts'
import { regionOutlines } from '../../reference/boundaries.ts'
import type { Boundary } from '../../reference/boundaries.ts'
import { boxOf, placeLabels } from './labels.ts'
import { escapeXml } from '../../xml-text.ts'
import { element, FULL_WIDTH, INK, picture, words } from './svg.ts'
import type { Box } from './svg.ts'

export interface PartMark { code: string, name: string, latitude: number, longitude: number, /** null: withheld. */ organisations: number | null, /** The number in words; empty: withheld. */ text: string }
export interface PartLine { a: string, b: string, weight: number }

const HEIGHT_LEAST = 320
const HEIGHT_MOST = 560
const RADIUS_MAX = 24
const RADIUS_LEAST = 5
/** From this radius on a disc holds its number; else it stands behind the name. */
const NUMBER_FROM = 14
/** Kilometres on the map of Europe: islands overseas lie outside, and would make the rest a dot. */
const EUROPE: Box = { left: 2400, right: 6700, top: 1300, bottom: 5500 }
/** A point nearer to the last one than this many units cannot be told from it. */
const STEP_LEAST = 1.6

interface Outline { code: string, country: string, box: Box, rings: Float64Array[] }
let projected: Outline[] | undefined

/** Eastings and northings of all outlines, made once. */
const outlines = (): Outline[] => (projected ??= regionOutlines().map(project))

function project ({ code, country, rings }: Boundary): Outline {
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity }
  const placed = rings.map(ring => {
    const points = new Float64Array(ring.length)
    for (let i = 0; i < ring.length; i += 2) {
      const { x, y } = laeaEurope(ring[i + 1], ring[i])
      points[i] = x
      points[i + 1] = y
      box.left = Math.min(box.left, x)
      box.right = Math.max(box.right, x)
      box.top = Math.min(box.top, y)
      box.bottom = Math.max(box.bottom, y)
    }
    return points
  })
  return { code, country, box, rings: placed }
}

/** `isInGroup`: whether a NUTS 3 region lies in the group. */
export function drawMap (parts: readonly PartMark[], lines: readonly PartLine[], isInGroup: (region: { code: string, country: string }) => boolean, heightMost = HEIGHT_MOST): string {
  const places = new Map(parts.map(part => [part.code, laeaEurope(part.latitude, part.longitude)]))
  const frame = frameOf([...places.values()], outlines().filter(isInGroup))
  const height = Math.min(heightMost, Math.max(HEIGHT_LEAST, FULL_WIDTH * (frame.bottom - frame.top) / (frame.right - frame.left)))
  const scale = Math.min(FULL_WIDTH / (frame.right - frame.left), height / (frame.bottom - frame.top))
  const toX = (x: number): number => FULL_WIDTH / 2 + scale * (x - (frame.left + frame.right) / 2)
  const toY = (y: number): number => height / 2 - scale * (y - (frame.top + frame.bottom) / 2)
  const seen = outlines().filter(({ box }) => toX(box.right) > 0 && toX(box.left) < FULL_WIDTH && toY(box.top) > 0 && toY(box.bottom) < height)
  const most = Math.max(1, ...parts.map(({ organisations }) => organisations ?? 0))
  const marks = parts.map(part => {
    const { x, y } = places.get(part.code)!
    return { ...part, x: toX(x), y: toY(y), radius: Math.max(RADIUS_LEAST, RADIUS_MAX * Math.sqrt((part.organisations ?? 0) / most)) }
  }).sort((a, b) => b.radius - a.radius || (a.code < b.code ? -1 : 1))
  const at = new Map(marks.map(mark => [mark.code, mark]))
  const heaviest = Math.max(...lines.map(({ weight }) => weight))
  return picture(FULL_WIDTH, height, [
    element('rect', { width: FULL_WIDTH, height, fill: INK.stage }),
    ...[false, true].map(inGroup => element('path', { d: seen.filter(region => isInGroup(region) === inGroup).map(({ rings }) => ringsPath(rings, toX, toY, height)).join('') || 'M0 0', fill: inGroup ? INK.groupLand : INK.land, stroke: inGroup ? '#D5CEBF' : INK.rule, 'stroke-width': 0.4 })),
    ...lines.map(({ a, b, weight }) => element('path', { d: bow(at.get(a)!, at.get(b)!), fill: 'none', stroke: INK.ink2, 'stroke-opacity': 0.7, 'stroke-width': 0.8 + 4 * Math.sqrt(weight / heaviest), 'data-ends': `${a} ${b}` })),
    ...marks.map(({ code, x, y, radius, organisations, name, text }) => element('g', { 'data-node': code },
      element('title', {}, escapeXml(`${name} ${text}`.trim())) +
      element('circle', { cx: x, cy: y, r: radius, fill: organisations === null ? '#FFFFFF' : INK.mark, stroke: '#FFFFFF', 'stroke-width': 1.4 }) +
      (organisations === null ? element('circle', { cx: x, cy: y, r: radius, fill: 'none', stroke: INK.ink2, 'stroke-dasharray': '2 2' }) : '') +
      (radius < NUMBER_FROM ? '' : words(x, y + 3.6, text, { anchor: 'middle', size: 10, weight: 600, fill: '#FFFFFF' })))),
    ...placeLabels(marks.map(({ x, y, radius, name, text }) => ({ x, y, radius, text: radius < NUMBER_FROM ? `${name} ${text}`.trim() : name })), { left: 2, top: 2, right: FULL_WIDTH - 2, bottom: height - 2 }, marks.map(boxOf), { size: 11, weight: 600, halo: INK.stage })
  ])
}

/** Kilometres: around the regions of the group in Europe and its places, with a margin. */
function frameOf (places: ReadonlyArray<{ x: number, y: number }>, regions: readonly Outline[]): Box {
  const boxes = regions.map(({ box }) => box).filter(({ left, right, top, bottom }) => left > EUROPE.left && right < EUROPE.right && top > EUROPE.top && bottom < EUROPE.bottom)
  const around = boxes.length > 0 ? 20 : 200
  const all = [...boxes, ...places.map(({ x, y }) => ({ left: x - around, right: x + around, top: y - around, bottom: y + around }))]
  const box = { left: Math.min(...all.map(({ left }) => left)), right: Math.max(...all.map(({ right }) => right)), top: Math.min(...all.map(({ top }) => top)), bottom: Math.max(...all.map(({ bottom }) => bottom)) }
  const margin = 0.06 * Math.max(box.right - box.left, box.bottom - box.top)
  return { left: box.left - margin, right: box.right + margin, top: box.top - margin, bottom: box.bottom + margin }
}

/** Points too near to the last are left out, and rings that shrink to nothing with them. */
function ringsPath (rings: Float64Array[], toX: (x: number) => number, toY: (y: number) => number, height: number): string {
  return rings.map(ring => {
    const kept: string[] = []
    let [lastX, lastY, inside] = [Infinity, Infinity, false]
    for (let i = 0; i < ring.length; i += 2) {
      const [x, y] = [toX(ring[i]), toY(ring[i + 1])]
      if (Math.hypot(x - lastX, y - lastY) < STEP_LEAST) continue
      if (x > 0 && x < FULL_WIDTH && y > 0 && y < height) inside = true
      kept.push(`${Math.round(clamp(x, FULL_WIDTH) * 10) / 10} ${Math.round(clamp(y, height) * 10) / 10}`)
      ;[lastX, lastY] = [x, y]
    }
    return inside && kept.length > 2 ? `M${kept.join('L')}Z` : ''
  }).join('')
}

/** What leaves the picture stays near its edge: writers need not clip. */
const clamp = (value: number, most: number): number => Math.min(most, Math.max(0, value))

/** A shallow bow, always to the same side, so that two ties between three places on a line stay apart. */
function bow (a: { x: number, y: number }, b: { x: number, y: number }): string {
  const [middleX, middleY] = [(a.x + b.x) / 2 + (b.y - a.y) * 0.12, (a.y + b.y) / 2 - (b.x - a.x) * 0.12]
  return `M${a.x.toFixed(1)} ${a.y.toFixed(1)}Q${middleX.toFixed(1)} ${middleY.toFixed(1)} ${b.x.toFixed(1)} ${b.y.toFixed(1)}`
}
