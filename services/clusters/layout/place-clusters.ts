/**
 * Places of clusters on the map: force layout of the cluster graph, fitted to the stage, then discs and labels pushed apart
 * until none overlaps. Units: pixels of a stage of STAGE_WIDTH x STAGE_HEIGHT, origin in the middle, y upwards.
 */
import type { Positions } from '../../analysis/layout/positions.ts'
import type { ClusterGraph } from '../cluster-graph.ts'
import { forceLayout } from './force-layout.ts'
import type { ForceEdge } from './force-layout.ts'

export const STAGE_WIDTH = 808
export const STAGE_HEIGHT = 772
/** Room for the title above and the status below. */
const MARGIN_X = 24
const MARGIN_TOP = 56
const MARGIN_BOTTOM = 20
/** A label: two lines of 13 px under the disc, about 22 characters wide. */
const LABEL_WIDTH = 142
const LABEL_HEIGHT = 38
/** Disc plus its outer ring and a little air. */
const RING = 9
const GAP = 6
const ITERATIONS = 600
const PUSHES_MAX = 400

/** Radius of a cluster's disc: area grows with the number of organisations. */
export const discRadius = (size: number): number => 1.5 * Math.sqrt(size)

/** Corners that the legend (lower left) and the zoom buttons (lower right) cover, in stage pixels: width, height. */
const RESERVED_LEFT = { width: 300, height: 190 }
const RESERVED_RIGHT = { width: 130, height: 64 }

interface Box { halfWidth: number, above: number, below: number }

/** `previous`: places of the same clusters in an earlier run, NaN for new ones; the map is turned onto them. */
export function placeClusters (graph: ClusterGraph, sizes: number[], previous?: Positions): Positions {
  const n = sizes.length
  const edges: ForceEdge[] = graph.ties.flatMap((ties, a) => [...ties].filter(([b, tie]) => b > a && tie.weight > 0).map(([b, tie]) => ({ source: a, target: b, weight: tie.weight })))
  const positions = forceLayout(n, edges, { iterations: ITERATIONS, gravity: 0.6, scaling: 40, weightInfluence: 0.35, sizes: sizes.map(discRadius), previous })
  // A crowd of clusters does not fit the stage at their sizes: the plane grows until all boxes take at most half of it, and is shown smaller.
  // Margins and the legend keep their size on the screen and then take more of the plane.
  const boxes = boxesOf(sizes)
  const area = boxes.reduce((sum, box) => sum + 2 * box.halfWidth * (box.above + box.below), 0)
  const stretch = Math.max(1, Math.sqrt(area / (0.55 * STAGE_WIDTH * STAGE_HEIGHT)))
  const frame = {
    stretch,
    left: (-STAGE_WIDTH / 2 + MARGIN_X) * stretch,
    right: (STAGE_WIDTH / 2 - MARGIN_X) * stretch,
    top: (STAGE_HEIGHT / 2 - MARGIN_TOP) * stretch,
    bottom: (-STAGE_HEIGHT / 2 + MARGIN_BOTTOM) * stretch
  }
  fit(positions, boxes, frame)
  pushApart(positions, boxes, frame)
  return positions
}

/** Disc, ring and label of each cluster. */
const boxesOf = (sizes: number[]): Box[] => sizes.map(size => {
  const radius = discRadius(size) + RING
  return { halfWidth: Math.max(radius, LABEL_WIDTH / 2) + GAP / 2, above: radius + GAP / 2, below: radius + LABEL_HEIGHT + GAP / 2 }
})

interface Frame { stretch: number, left: number, right: number, top: number, bottom: number }

/** Ranks blended with coordinates: keeps the layout's neighbourhoods, and uses the whole stage where it bunches in the middle. */
function fit ({ x, y }: Positions, boxes: Box[], frame: Frame): void {
  const spread = (values: Float64Array, low: (i: number) => number, high: (i: number) => number): void => {
    const order = Array.from(values.keys()).sort((a, b) => values[a] - values[b] || a - b)
    const least = values[order[0]]
    const range = values[order[order.length - 1]] - least || 1
    const share = new Float64Array(values.length)
    order.forEach((i, at) => { share[i] = 0.5 * (values[i] - least) / range + 0.5 * (order.length === 1 ? 0.5 : at / (order.length - 1)) })
    for (let i = 0; i < values.length; i++) values[i] = low(i) + share[i] * (high(i) - low(i))
  }
  if (boxes.length === 0) return
  spread(x, i => frame.left + boxes[i].halfWidth, i => frame.right - boxes[i].halfWidth)
  spread(y, i => frame.bottom + boxes[i].below, i => frame.top - boxes[i].above)
}

/** Overlapping boxes move apart along the shorter way, both by half, until none overlaps or PUSHES_MAX rounds have passed. */
function pushApart ({ x, y }: Positions, boxes: Box[], frame: Frame): void {
  for (let round = 0; round < PUSHES_MAX; round++) {
    let moved = false
    for (let i = 0; i < boxes.length; i++) {
      for (let j = i + 1; j < boxes.length; j++) {
        const overlapX = boxes[i].halfWidth + boxes[j].halfWidth - Math.abs(x[i] - x[j])
        const middleI = y[i] + (boxes[i].above - boxes[i].below) / 2
        const middleJ = y[j] + (boxes[j].above - boxes[j].below) / 2
        const overlapY = (boxes[i].above + boxes[i].below + boxes[j].above + boxes[j].below) / 2 - Math.abs(middleI - middleJ)
        if (overlapX <= 0 || overlapY <= 0) continue
        moved = true
        if (overlapX < overlapY) {
          const step = (x[i] <= x[j] ? 1 : -1) * (overlapX / 2 + 0.5)
          x[i] -= step
          x[j] += step
        } else {
          const step = (middleI <= middleJ ? 1 : -1) * (overlapY / 2 + 0.5)
          y[i] -= step
          y[j] += step
        }
      }
      x[i] = Math.min(Math.max(x[i], frame.left + boxes[i].halfWidth), frame.right - boxes[i].halfWidth)
      const left = x[i] - boxes[i].halfWidth < frame.left + RESERVED_LEFT.width * frame.stretch
      const right = x[i] + boxes[i].halfWidth > frame.right - RESERVED_RIGHT.width * frame.stretch
      const floor = frame.bottom + (left ? RESERVED_LEFT.height : right ? RESERVED_RIGHT.height : 0) * frame.stretch
      y[i] = Math.min(Math.max(y[i], floor + boxes[i].below), frame.top - boxes[i].above)
    }
    if (!moved) return
  }
}
