/** Glyphs and labels of a scene with any pen: discs with country slices, outer rings, rings of bridges, selection, focus, names. */
import { placeLabels, wrapLabel } from './placed-labels.ts'
import type { LabelBox, Wish } from './placed-labels.ts'
import type { Pen } from './pen.ts'
import type { Ink, Scene, SceneNode } from './scene.ts'

/** Graph units -> pixels. */
export interface Projection { point: (x: number, y: number) => { x: number, y: number }, scale: number, width: number, height: number }
export interface Marks { selected: string | null, focused: string | null, hovered: string | null, /** Bright nodes; null: all. */ bright: ReadonlySet<string> | null }

const FADED = 0.22
const LABEL_SIZE = 13
const LABEL_LINE = 16
const LABEL_LENGTH = 22
const NAME_LENGTH = 30
/** Names drawn in a picture of organisations at most: more cannot be read. */
const NAMES_MAX = 32

/** On a narrow picture the buttons at its foot leave no room for labels; pixels. */
const NARROW = 500
const FOOT = 60

/** Returns the labels drawn. */
export function drawNodes (scene: Scene, pen: Pen, projection: Projection, ink: Ink, marks: Marks): number {
  const seen = scene.nodes.map(node => ({ node, ...projection.point(node.x, node.y), radius: Math.max(node.code === null ? 2 : 3, node.radius * projection.scale) }))
    .filter(({ x, y, radius }) => x > -radius - 80 && y > -radius - 60 && x < projection.width + radius + 80 && y < projection.height + radius + 60)
  for (const each of seen) drawDisc(each, pen, ink, opacityOf(each.node, marks))
  for (const { node, x, y, radius } of seen) {
    if (node.id === marks.selected) {
      pen.circle(x, y, radius + (node.code === null ? 5 : 12), { stroke: ink.amberCase, width: node.code === null ? 5 : 7 })
      pen.circle(x, y, radius + (node.code === null ? 5 : 12), { stroke: ink.amber, width: node.code === null ? 3 : 5 })
    }
    if (node.id === marks.focused) pen.circle(x, y, radius + (node.code === null ? 9 : 18), { stroke: ink.focus, width: 3 })
  }
  return drawLabels(seen, pen, projection, ink, marks)
}

interface Seen { node: SceneNode, x: number, y: number, radius: number }

const opacityOf = (node: SceneNode, { bright }: Marks): number => node.faded || (bright !== null && !bright.has(node.id)) ? FADED : 1

function drawDisc ({ node, x, y, radius }: Seen, pen: Pen, ink: Ink, opacity: number): void {
  pen.circle(x, y, radius, { fill: node.fill, opacity })
  if (node.slices.length > 1) {
    let turn = 0
    for (const share of node.slices) {
      const angle = turn * 2 * Math.PI
      pen.line(x, y, x + radius * Math.sin(angle), y - radius * Math.cos(angle), { stroke: ink.stage, width: 1, opacity })
      turn += share
    }
  }
  pen.circle(x, y, radius, { stroke: node.line, width: node.code === null ? 1 : 1.5, dash: node.dashed ? [3.5, 2.5] : [], opacity })
  if (node.ringed) pen.circle(x, y, radius + 3, { stroke: ink.ink, width: 1.6, opacity })
  if (node.code !== null && radius >= 14) {
    pen.circle(x, y, Math.max(10, radius / 2), { fill: ink.stage, opacity })
    pen.text(x, y + 4, node.code, { size: 11, weight: 600, fill: ink.ink, halo: null, anchor: 'middle', opacity })
  }
  if (node.arc !== null) {
    const ring = radius + 4.5
    pen.circle(x, y, ring, { stroke: ink.rule, width: 2.5, opacity })
    if (node.arc.share > 0) pen.arc(x, y, ring, 0, node.arc.share, { stroke: ink.ink, width: 2.5, opacity })
    if (node.arc.expected !== null) {
      const angle = node.arc.expected * 2 * Math.PI
      pen.line(x + (ring - 4) * Math.sin(angle), y - (ring - 4) * Math.cos(angle), x + (ring + 4) * Math.sin(angle), y - (ring + 4) * Math.cos(angle), { stroke: ink.ink, width: 2, opacity })
    }
  }
}

interface LabelLines { seen: Seen, lines: string[], anchor: 'start' | 'middle', weight: number, size: number }

function drawLabels (seen: Seen[], pen: Pen, { width, height }: Projection, ink: Ink, marks: Marks): number {
  const ranked = [...seen].filter(({ node }) => node.label !== '').sort((a, b) => rank(b.node, marks) - rank(a.node, marks) || (a.node.id < b.node.id ? -1 : 1))
  const discs = ranked.filter(({ node }) => node.code !== null)
  const wishes = ranked.slice(0, discs.length > 0 ? ranked.length : 3 * NAMES_MAX).map(each => each.node.code === null ? besideDot(each, pen) : underDisc(each, pen))
  const taken = discs.map(({ x, y, radius }): LabelBox => ({ left: x - radius * 0.8, top: y - radius * 0.8, right: x + radius * 0.8, bottom: y + radius * 0.8 }))
  // A label that would be cut off at the edge takes another side of its node.
  const whole = wishes.map(({ item, boxes }) => ({ item, boxes: boxes.filter(box => box.left >= 0 && box.top >= 0 && box.right <= width && box.bottom <= height - (width < NARROW ? FOOT : 0)) }))
  const placed = placeLabels(whole, taken).slice(0, discs.length > 0 ? undefined : NAMES_MAX)
  for (const { item: { seen: { node }, lines, anchor, weight, size }, box } of placed) {
    const opacity = opacityOf(node, marks)
    lines.forEach((line, i) => {
      const x = anchor === 'middle' ? (box.left + box.right) / 2 : box.left
      const y = box.top + size + i * (size + 3)
      const note = i === lines.length - 1 && node.note !== '' ? { text: node.note, weight: 400, fill: ink.ink2 } : undefined
      pen.text(x, y, line, { size, weight, fill: ink.ink, halo: ink.halo, anchor, opacity }, note)
    })
  }
  return placed.length
}

const rank = (node: SceneNode, { selected, focused, hovered, bright }: Marks): number =>
  (node.id === hovered || node.id === focused ? 1e12 : 0) + (node.id === selected ? 1e11 : 0) + (bright !== null && bright.has(node.id) ? 1e10 : 0) + node.importance

function underDisc (seen: Seen, pen: Pen): Wish<LabelLines> {
  const { node, x, y, radius } = seen
  const big = radius >= 20
  const weight = big ? 600 : 500
  const size = big ? LABEL_SIZE : 12
  const text = radius < 14 && !node.label.includes(node.code ?? '') ? `${node.code} ${node.label}` : node.label
  const lines = wrapLabel(text, LABEL_LENGTH)
  const width = Math.max(...lines.map((line, i) => pen.measure(i === lines.length - 1 ? `${line} ${node.note}` : line, size, weight)))
  const height = lines.length * LABEL_LINE
  const below = y + radius + (node.arc === null ? 6 : 11)
  const box = (left: number, top: number): LabelBox => ({ left, top, right: left + width, bottom: top + height })
  return { item: { seen, lines, anchor: 'middle', weight, size }, boxes: [box(x - width / 2, below), box(x - width / 2, y - radius - 10 - height), box(x + radius + 12, y - height / 2), box(x - radius - 12 - width, y - height / 2)] }
}

function besideDot (seen: Seen, pen: Pen): Wish<LabelLines> {
  const { node, x, y, radius } = seen
  const text = node.label.length > NAME_LENGTH ? `${node.label.slice(0, NAME_LENGTH - 1)}…` : node.label
  const width = pen.measure(text, 12, 500)
  const gap = radius + (node.ringed ? 6 : 4)
  const box = (left: number, top: number): LabelBox => ({ left, top, right: left + width, bottom: top + 15 })
  return { item: { seen, lines: [text], anchor: 'start', weight: 500, size: 12 }, boxes: [box(x + gap, y - 8), box(x - gap - width, y - 8), box(x - width / 2, y + gap), box(x - width / 2, y - gap - 15)] }
}
