/**
 * Where the organisations of a region stand in the network of the run.
 *
 * Work, share, expectation, ratio and E-I: work-across.ts.
 * medianPlace: median, over those with a link, of the share of organisations with a link in the run that lie on fewer shortest ways (betweenness), equals counted half.
 * null: not defined. O(links of the group + organisations of the run).
 */
import type { LoadedRun } from '../../runs/run-service.ts'
import { suppressList } from '../../reports/suppress.ts'
import type { Group } from '../choose-regions.ts'
import { openWorkAcross } from './work-across.ts'
import type { WorkAcross } from './work-across.ts'

export interface NetworkPosition extends Pick<WorkAcross, 'share' | 'expected' | 'ratio' | 'eiIndex'> {
  /** Organisations, and those of them with a link. */
  organisations: number
  linked: number
  /** With anybody, each once. */
  links: number
  meanDegree: number | null
  /** Of the work: within the region (of the group: within its regions), with other regions of the group, with organisations outside it. */
  within: number | null
  inGroup: number | null
  outside: number | null
  medianPlace: number | null
  /** false: the number of organisations or links is small, or would tell one that is. */
  told: boolean
}

/** By region; last, the whole group. */
export function networkPositions ({ snapshot: { country }, projection: { graph }, scores }: LoadedRun, { parts, partOf, members }: Group, sizeTold: readonly boolean[], below: number): NetworkPosition[] {
  const { n, offsets, targets, weights } = graph
  const acrossOf = openWorkAcross(graph, country)
  const places = placesOf(scores.betweenness, Array.from({ length: n }, (_, i) => i).filter(i => offsets[i] < offsets[i + 1]))

  const positionOf = (nodes: readonly number[]): Omit<NetworkPosition, 'told'> => {
    const own = new Set(nodes)
    const { work, share, expected, ratio, eiIndex } = acrossOf(nodes)
    let [ends, endsWithin, within, inGroup] = [0, 0, 0, 0]
    for (const i of nodes) {
      for (let slot = offsets[i]; slot < offsets[i + 1]; slot++) {
        const j = targets[slot]
        ends++
        if (own.has(j)) endsWithin++
        if (partOf[j] === partOf[i]) within += weights[slot]
        else if (partOf[j] >= 0) inGroup += weights[slot]
      }
    }
    const ofWork = (part: number): number | null => work === 0 ? null : part / work
    const linked = nodes.filter(i => offsets[i] < offsets[i + 1])
    return {
      organisations: nodes.length, linked: linked.length, links: ends - endsWithin / 2, meanDegree: nodes.length === 0 ? null : ends / nodes.length,
      share, expected, ratio, eiIndex,
      within: ofWork(within), inGroup: ofWork(inGroup), outside: work === 0 ? null : 1 - (within + inGroup) / work,
      medianPlace: places === null ? null : median(linked.map(i => places[i]))
    }
  }

  const positions = parts.map((_, p) => positionOf(members.filter(i => partOf[i] === p)))
  const { cells, total } = suppressList(positions.map(({ links }) => links), below)
  const whole = positionOf(members)
  return [
    ...positions.map((position, p) => ({ ...position, told: sizeTold[p] && !cells[p] })),
    { ...whole, told: sizeTold[parts.length] && !total && !(whole.links > 0 && whole.links < below) }
  ]
}

/** Of each of `nodes`: share of the others that have less, equals half; null where the run has no such values. */
function placesOf (values: Float64Array, nodes: readonly number[]): Float64Array | null {
  const known = nodes.filter(i => !Number.isNaN(values[i]))
  if (known.length < 2) return null
  const order = known.sort((a, b) => values[a] - values[b])
  const places = new Float64Array(values.length).fill(NaN)
  for (let from = 0; from < order.length;) {
    let to = from
    while (to < order.length && values[order[to]] === values[order[from]]) to++
    for (let at = from; at < to; at++) places[order[at]] = (from + (to - from - 1) / 2) / (order.length - 1)
    from = to
  }
  return places
}

function median (values: readonly number[]): number | null {
  const sorted = values.filter(value => !Number.isNaN(value)).sort((a, b) => a - b)
  if (sorted.length === 0) return null
  const middle = (sorted.length - 1) / 2
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2
}
