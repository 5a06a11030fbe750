/** What a run says of a group, counted once for all sections. */
import { crossBorder } from '../analysis/borders/cross-border.ts'
import type { CrossBorder } from '../analysis/borders/cross-border.ts'
import type { LoadedRun } from '../runs/run-service.ts'
import type { ReportGroup } from './report-group.ts'
import { suppressList, suppressTable } from './suppress.ts'
import type { Suppression } from './suppress.ts'

/** Links between two parts of the group, or within one; a <= b, places in the group's parts. `withheld`: too few, or it would tell one that is. */
export interface Flow { a: number, b: number, links: number, work: number, withheld: boolean }

export interface GroupNumbers {
  /** 1: in the group. */
  inGroup: Uint8Array
  /** With a link to anybody. */
  linked: number
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

export function countGroup (loaded: LoadedRun, { parts, partOf, members }: ReportGroup, below: number): GroupNumbers {
  const { snapshot: { country }, projection: { graph }, clusters, clusterOf } = loaded
  const inGroup = Uint8Array.from(partOf, part => part >= 0 ? 1 : 0)
  const matrix = parts.map(() => new Array<number>(clusters.length + 1).fill(0))
  const membersOf: number[][] = clusters.map(() => [])
  for (const i of members) {
    matrix[partOf[i]][clusterOf[i] < 0 ? clusters.length : clusterOf[i]]++
    if (clusterOf[i] >= 0) membersOf[clusterOf[i]].push(i)
  }
  const { flows, outside, total } = countFlows(graph, partOf, members, parts.length)
  const withheld = suppressList(flows.map(({ links }) => links), below)
  return {
    inGroup,
    linked: members.filter(i => graph.offsets[i] < graph.offsets[i + 1]).length,
    links: withheld.total ? null : flows.reduce((sum, { links }) => sum + links, 0),
    work: flows.reduce((sum, { work }) => sum + work, 0),
    border: crossBorder(graph, country.codes, country.values.length, inGroup),
    outsideShare: total === 0 ? null : outside / total,
    matrix,
    told: suppressTable(matrix, below),
    membersOf,
    flows: flows.map((flow, k) => ({ ...flow, withheld: withheld.cells[k] }))
  }
}

/** Every pair of parts, those without a link too. `outside` and `total`: strength of the members, towards others and in all. */
function countFlows ({ offsets, targets, weights }: LoadedRun['projection']['graph'], partOf: Int32Array, members: number[], parts: number): { flows: Array<Omit<Flow, 'withheld'>>, outside: number, total: number } {
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
  const flows: Array<Omit<Flow, 'withheld'>> = []
  for (let a = 0; a < parts; a++) for (let b = a; b < parts; b++) flows.push({ a, b, links: links[a * parts + b], work: work[a * parts + b] })
  return { flows, outside, total }
}
