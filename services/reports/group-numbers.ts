/** What a run says of a group, counted once for all sections. */
import { crossBorder } from '../analysis/borders/cross-border.ts'
import type { CrossBorder } from '../analysis/borders/cross-border.ts'
import type { LoadedRun } from '../runs/run-service.ts'
import type { ReportGroup } from './report-group.ts'
import { suppressList, suppressTable } from './suppress.ts'
import type { Suppression } from './suppress.ts'
import { withheldRatios } from './told-pairs.ts'

/** Links between two parts of the group, or within one; a <= b, places in the group's parts. `withheld`: too few, or it would tell one that is. */
export interface Flow { a: number, b: number, links: number, work: number, withheld: boolean, /** Links against what volumes predict, of a flow that is told (told-pairs.ts). */ ratioWithheld: boolean }

export interface GroupNumbers {
  /** 1: in the group. */
  inGroup: Uint8Array
  /** Organisations with a link to anybody, with a known region, with a known field. */
  coverage: Record<typeof COVERED[number], Coverage>
  /** Among the organisations of the group; null: withheld. */
  links: number | null
  work: number
  /** Of the links among them, by country. */
  border: CrossBorder
  /** Share of their work that is with organisations outside the group; null without work. */
  outsideShare: number | null
  /** Organisations by part of the group and cluster; the last column: in no cluster. */
  matrix: number[][]
  told: Suppression
  /** Members in the group of each cluster, ascending. */
  membersOf: number[][]
  flows: Flow[]
}

export const COVERED = ['linked', 'region', 'field'] as const
/** Of each part and of the group; null: withheld, as small, as leaving few others, or as telling one that is. */
export interface Coverage { parts: Array<number | null>, all: number | null }
/** Links that a pair of parts must expect to be judged: of fewer there is too little to say. */
export const EXPECTED_MIN = 3

export function countGroup (loaded: LoadedRun, { parts, partOf, members }: Pick<ReportGroup, 'parts' | 'partOf' | 'members'>, below: number): GroupNumbers {
  const { snapshot: { country, region, domains }, projection: { graph }, clusters, clusterOf } = loaded
  const inGroup = Uint8Array.from(partOf, part => part >= 0 ? 1 : 0)
  const matrix = parts.map(() => new Array<number>(clusters.length + 1).fill(0))
  const membersOf: number[][] = clusters.map(() => [])
  for (const i of members) {
    matrix[partOf[i]][clusterOf[i] < 0 ? clusters.length : clusterOf[i]]++
    if (clusterOf[i] >= 0) membersOf[clusterOf[i]].push(i)
  }
  const { flows, outside, total } = countFlows(graph, partOf, members, parts.length)
  const withheld = suppressList(flows.map(({ links }) => links), below)
  const ratios = withheldRatios(flows, withheld.cells, below, EXPECTED_MIN)
  const links = flows.reduce((sum, flow) => sum + flow.links, 0)
  const told = suppressTable(matrix, below)
  const covered = (has: (i: number) => boolean): Coverage => tellCoverage(parts.map((_, p) => members.filter(i => partOf[i] === p)), has, told.rowTotals, below)
  return {
    inGroup,
    coverage: { linked: covered(i => graph.offsets[i] < graph.offsets[i + 1]), region: covered(i => region.codes[i] >= 0), field: covered(i => domains.offsets[i] < domains.offsets[i + 1]) },
    links: withheld.total || withheld.cells.includes(true) ? null : links,
    work: flows.reduce((sum, { work }) => sum + work, 0),
    border: crossBorder(graph, country.codes, country.values.length, inGroup),
    outsideShare: total === 0 ? null : outside / total,
    matrix,
    told,
    membersOf,
    flows: flows.map((flow, k) => ({ ...flow, withheld: withheld.cells[k], ratioWithheld: ratios[k] }))
  }
}

/**
 * Those that have it and those that do not are a table of two columns, whose rows add up to the organisations of the parts: these are told, or withheld for reasons of their own, and
 * so may not be what hides a small count here. Where the table would need that, nothing of it is told.
 */
function tellCoverage (nodes: readonly number[][], has: (i: number) => boolean, sizesWithheld: readonly boolean[], below: number): Coverage {
  const counts = nodes.map(list => list.filter(has).length)
  const { cells, rowTotals, columnTotals } = suppressTable(nodes.map((list, p) => [counts[p], list.length - counts[p]]), below)
  if (rowTotals.some((withheld, p) => withheld && !sizesWithheld[p])) return { parts: counts.map(() => null), all: null }
  return {
    parts: counts.map((count, p) => sizesWithheld[p] || cells[p].includes(true) ? null : count),
    all: columnTotals.includes(true) ? null : counts.reduce((sum, count) => sum + count, 0)
  }
}

/** Every pair of parts, those without a link too. `outside` and `total`: strength of the members, towards others and in all. */
function countFlows ({ offsets, targets, weights }: LoadedRun['projection']['graph'], partOf: Int32Array, members: number[], parts: number): { flows: Array<Omit<Flow, 'withheld' | 'ratioWithheld'>>, outside: number, total: number } {
  const links = new Float64Array(parts * parts)
  const work = new Float64Array(parts * parts)
  let [outside, total] = [0, 0]
  for (const i of members) {
    for (let slot = offsets[i]; slot < offsets[i + 1]; slot++) {
      const j = targets[slot]
      total += weights[slot]
      if (partOf[j] < 0) outside += weights[slot]
      if (partOf[j] < 0 || j < i) continue
      const place = Math.min(partOf[i], partOf[j]) * parts + Math.max(partOf[i], partOf[j])
      links[place]++
      work[place] += weights[slot]
    }
  }
  const flows: Array<Omit<Flow, 'withheld' | 'ratioWithheld'>> = []
  for (let a = 0; a < parts; a++) for (let b = a; b < parts; b++) flows.push({ a, b, links: links[a * parts + b], work: work[a * parts + b] })
  return { flows, outside, total }
}
