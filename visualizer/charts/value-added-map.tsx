/** Partners of a country seen from there: circles by value added in their true direction, at compressed distance; groups without a place in a row below. The table that stands beside has the same rows. */
import type { VNode } from 'preact'
import type { Point } from '../../services/contract/distance.ts'
import { placeLabels } from '../stage/placed-labels.ts'
import type { LabelBox, Wish } from '../stage/placed-labels.ts'
import { placeAround } from './place-around.ts'
import type { Circle } from './place-around.ts'
import { useWidth } from './use-width.ts'

export interface MapPartner { key: string, name: string, title: string, value: number, at: Point | null }

interface Label { key: string, text: string, look: string }

interface Props {
  centre: { name: string, at: Point | null }
  /** Greatest first; only those above zero. */
  partners: MapPartner[]
  /** True: value goes from the middle to the partners. */
  outward: boolean
  words: { label: string, noPlace: string, north: string, ring: (km: number) => string }
  onChoose: (key: string) => void
}

const WIDTH_MOST = 860
const REACH_MOST = 270
/** The greatest circle and the least that can be seen and pointed at, px. */
const RADIUS_MOST = 36
const RADIUS_LEAST = 3
const MIDDLE = 11
/** Picture above and below the middle at least, px. */
const SKY = 90
/** Where the word of a ring is tried: radians from south. */
const RING_WORDS_AT = [0, -0.6, 0.6, -1.1, 1.1, Math.PI / 2, 2.4, -2.4]
const MARGIN = 50
/** Widths and height of a letter at 11 px. */
const LETTER = 6.3
const LINE = 13
/** Of the widest line, px. */
const FLOW_MOST = 9

export function ValueAddedMap ({ centre, partners, outward, words, onChoose }: Props): VNode {
  const [frame, room] = useWidth()
  const width = Math.min(WIDTH_MOST, room)
  const reach = Math.min(REACH_MOST, width / 2 - MARGIN)
  const most = Math.max(...partners.map(({ value }) => value))
  const scale = Math.min(RADIUS_MOST, reach / 6)
  const radiusOf = ({ value }: MapPartner): number => Math.max(RADIUS_LEAST, scale * Math.sqrt(value / most))
  const placed = partners.filter(({ at }) => at !== null || centre.at === null)
  const groups = centre.at === null ? [] : partners.filter(({ at }) => at === null)
  const { circles, rings } = placeAround(centre.at, placed.map(partner => ({ key: partner.key, radius: radiusOf(partner), at: partner.at ?? { latitude: 0, longitude: 0 } })), reach, MIDDLE)
  // Where nobody is, as in the south of Europe, there is no picture.
  const top = Math.min(-SKY, ...circles.map(({ y, radius }) => y - radius)) - 2 * LINE
  const bottom = Math.max(SKY, ...circles.map(({ y, radius }) => y + radius)) + 2 * LINE
  const strip = groups.length === 0 ? 0 : 2 * Math.max(...groups.map(radiusOf)) + 4 * LINE
  const height = bottom - top + strip
  const row = inRow(groups.map(group => ({ key: group.key, radius: radiusOf(group) })), bottom + strip / 2 + LINE / 2, width)
  const byKey = new Map(partners.map(partner => [partner.key, partner]))
  const all = [...circles, ...row]
  const nameOf = ({ key }: Circle): string => byKey.get(key)?.name ?? ''
  const inside = all.filter(circle => nameOf(circle).length * LETTER < circle.radius * 1.8)
  const wishes: Array<Wish<Label>> = [
    { item: { key: '', text: centre.name, look: 'middle-word' }, boxes: [textBox(0, MIDDLE + LINE / 2 + 1, centre.name)] },
    ...all.filter(circle => !inside.includes(circle)).map(circle => ({ item: { key: circle.key, text: nameOf(circle), look: '' }, boxes: labelBoxes(circle, nameOf(circle)).filter(({ left, right }) => left > -width / 2 && right < width / 2) })),
    ...rings.map(({ km, radius }) => ({ item: { key: `${km}`, text: words.ring(km), look: 'ring-word' }, boxes: RING_WORDS_AT.map(degrees => textBox(radius * Math.sin(degrees), radius * Math.cos(degrees), words.ring(km))).filter(({ left, right, bottom: lowest }) => lowest < bottom && left > -width / 2 && right < width / 2) }))
  ]
  const labels = placeLabels(wishes, [...all.map(box), { left: -MIDDLE, top: -MIDDLE, right: MIDDLE, bottom: MIDDLE }])
  const widest = (key: string): number => Math.max(0.6, FLOW_MOST * (byKey.get(key)?.value ?? 0) / most)
  return (
    <div class='value-map' ref={frame}>
      <svg width={width} height={height} viewBox={`${-width / 2} ${top} ${width} ${height}`} role='img' aria-label={words.label}>
        {rings.map(({ km, radius }) => <g key={km}><path class='ring' d={above(radius, bottom)} /></g>)}
        {rings.length > 0 && <text class='ring-word' y={top + 11} text-anchor='middle'>{`↑ ${words.north}`}</text>}
        {circles.map(circle => <Flow key={circle.key} circle={circle} width={widest(circle.key)} outward={outward} />)}
        <circle class='middle' r={MIDDLE} />
        {row.length > 0 && <line class='ring' x1={-width / 2} x2={width / 2} y1={bottom} y2={bottom} />}
        {row.length > 0 && <text class='ring-word' x={-width / 2 + 4} y={bottom + LINE + 2}>{words.noPlace}</text>}
        {all.map(circle => <circle key={circle.key} class='partner' cx={circle.x} cy={circle.y} r={circle.radius} onClick={() => onChoose(circle.key)}><title>{byKey.get(circle.key)?.title}</title></circle>)}
        {inside.map(circle => <text key={circle.key} class='inside' x={circle.x} y={circle.y + 4} text-anchor='middle'>{nameOf(circle)}</text>)}
        {labels.map(({ item: { key, text, look }, box: { left, right, bottom } }) => <text key={key} class={look} x={(left + right) / 2} y={bottom - 3} text-anchor='middle'>{text}</text>)}
      </svg>
    </div>
  )
}

/** A ring without what would reach below the picture, into the row of groups. */
function above (radius: number, bottom: number): string {
  if (radius <= bottom) return `M${-radius} 0A${radius} ${radius} 0 1 1 ${radius} 0A${radius} ${radius} 0 1 1 ${-radius} 0Z`
  const x = Math.sqrt(radius ** 2 - bottom ** 2)
  return `M${-x} ${bottom}A${radius} ${radius} 0 1 1 ${x} ${bottom}`
}

/** A line that grows wider towards where the value goes. */
function Flow ({ circle: { x, y, radius }, width, outward }: { circle: Circle, width: number, outward: boolean }): VNode {
  const length = Math.hypot(x, y)
  const [ux, uy] = [x / length, y / length]
  const [from, to] = outward ? [MIDDLE, length - radius] : [length - radius, MIDDLE]
  const [thin, wide] = [width / 4, width / 2 + 0.4]
  const corner = (along: number, side: number): string => `${ux * along - uy * side} ${uy * along + ux * side}`
  return <path class='flow' d={`M${corner(from, thin)}L${corner(to, wide)}L${corner(to, -wide)}L${corner(from, -thin)}Z`} />
}

const box = ({ x, y, radius }: Circle): LabelBox => ({ left: x - radius * 0.8, right: x + radius * 0.8, top: y - radius * 0.8, bottom: y + radius * 0.8 })

const textBox = (cx: number, cy: number, text: string): LabelBox => ({ left: cx - text.length * LETTER / 2, right: cx + text.length * LETTER / 2, top: cy - LINE / 2, bottom: cy + LINE / 2 })

/** Below, above, right, left. */
function labelBoxes ({ x, y, radius }: Circle, name: string): LabelBox[] {
  const half = name.length * LETTER / 2
  return [textBox(x, y + radius + LINE / 2 + 1, name), textBox(x, y - radius - LINE / 2 - 1, name), textBox(x + radius + half + 3, y, name), textBox(x - radius - half - 3, y, name)]
}

/** Side by side, with room for their names. */
function inRow (circles: Array<{ key: string, radius: number }>, y: number, width: number): Circle[] {
  let left = -width / 2 + 8
  return circles.map(({ key, radius }) => {
    const x = left + Math.max(radius, MARGIN)
    left = x + Math.max(radius, MARGIN) + 8
    return { key, radius, x, y }
  })
}
