/**
 * Where the organisations of a region stand in the network of the run.
 *
 * Work is the weight of the links of the region's organisations, a link between two of them counted at both ends. share = work with organisations of another country / work; expected = the same
 * if partners were met by their work alone, sum over organisations of s (1 - K_c / 2W) / sum of s, with s its work, K_c that of its country, 2W that of all (configuration model, as in
 * analysis/borders/cross-border.ts); ratio = share / expected; E-I = 2 share - 1. An organisation of no known country is a country of its own with others like it.
 * medianPlace: median, over those with a link, of the share of organisations with a link in the run that lie on fewer shortest ways (betweenness), equals counted half.
 * null: not defined. O(links of the group + organisations of the run).
 * Source: Krackhardt & Stern 1988, Soc. Psychol. Q. 51:123 (E-I).
 */
import type { LoadedRun } from '../../runs/run-service.ts'
import { suppressList } from '../../reports/suppress.ts'
import type { Group } from '../choose-regions.ts'

export interface NetworkPosition {
  /** Organisations, and those of them with a link. */
  organisations: number
  linked: number
  /** With anybody, each once. */
  links: number
  meanDegree: number | null
  share: number | null
  expected: number | null
  ratio: number | null
  eiIndex: number | null
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
  const volumes = new Float64Array(country.values.length + 1)
  for (let i = 0; i < n; i++) for (let slot = offsets[i]; slot < offsets[i + 1]; slot++) volumes[country.codes[i] + 1] += weights[slot]
  const all = volumes.reduce((sum, volume) => sum + volume, 0)
  const places = placesOf(scores.betweenness, Array.from({ length: n }, (_, i) => i).filter(i => offsets[i] < offsets[i + 1]))

  const positionOf = (nodes: readonly number[]): Omit<NetworkPosition, 'told'> => {
    const own = new Set(nodes)
    let [ends, endsWithin, work, crossing, expected, within, inGroup] = [0, 0, 0, 0, 0, 0, 0]
    for (const i of nodes) {
      for (let slot = offsets[i]; slot < offsets[i + 1]; slot++) {
        const j = targets[slot]
        ends++
        work += weights[slot]
        if (own.has(j)) endsWithin++
        if (country.codes[i] !== country.codes[j]) crossing += weights[slot]
        expected += weights[slot] * (1 - volumes[country.codes[i] + 1] / all)
        if (partOf[j] === partOf[i]) within += weights[slot]
        else if (partOf[j] >= 0) inGroup += weights[slot]
      }
    }
    const ofWork = (part: number): number | null => work === 0 ? null : part / work
    const share = ofWork(crossing)
    const chance = ofWork(expected)
    const linked = nodes.filter(i => offsets[i] < offsets[i + 1])
    return {
      organisations: nodes.length, linked: linked.length, links: ends - endsWithin / 2, meanDegree: nodes.length === 0 ? null : ends / nodes.length,
      share, expected: chance, ratio: share === null || chance === null || chance === 0 ? null : share / chance, eiIndex: share === null ? null : 2 * share - 1,
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
