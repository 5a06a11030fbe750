/**
 * What an indicator measures on a run, in the group or among its organisations with one domain.
 *
 * organisations: how many. crossBorderLinks: links of theirs with organisations in another country, each once.
 * regionLinks: links of theirs with organisations in another region of the group, each once. crossBorderShare, eiIndex: of their work, by the definition of profiles and potential (work-across.ts).
 * partnerCountries: other countries than the organisation's own in which partners are. clusters: cross-border specialisation clusters in which at least two regions of the group have an organisation.
 * Interval, of share and E-I alone: 95 % percentile bootstrap over organisations, DRAWS times as many organisations drawn with replacement, each with all of its links. Links of one project come together, so that an
 * interval that takes each link for itself (Wilson's) would be far too narrow. Counts have no interval: they are what is recorded. null where nothing is linked; clusters is null for a run without repetitions.
 * Source: Efron & Tibshirani 1993, An Introduction to the Bootstrap, ch. 13.
 */
import type { Random } from '../../analysis/random.ts'
import { CLUSTER_SIZE_MIN } from '../../contract/cluster.ts'
import type { INDICATOR_MEASURES } from '../../contract/workspace-items.ts'
import type { LoadedRun } from '../../runs/run-service.ts'
import type { Group } from '../choose-regions.ts'
import { openWorkAcross } from './work-across.ts'

export type IndicatorMeasure = typeof INDICATOR_MEASURES[number]
/** null: not defined; bounds of counts are not. */
export interface Measured { value: number | null, lower: number | null, upper: number | null }

export const DRAWS = 1000
const LOWER = 0.025
const UPPER = 0.975
/** Linked organisations from which drawing among them says something. */
export const BOOTSTRAP_MIN = CLUSTER_SIZE_MIN

export function measureIndicator ({ loaded, group, measure, domain }: { loaded: LoadedRun, group: Group, measure: IndicatorMeasure, domain: string | null }, random: Random): Measured {
  const { snapshot: { domains, country }, projection: { graph }, clusters, clusterOf } = loaded
  const code = domain === null ? -1 : domains.values.indexOf(domain)
  const nodes = domain === null ? group.members : group.members.filter(i => domains.codes.subarray(domains.offsets[i], domains.offsets[i + 1]).includes(code))
  if (measure === 'organisations') return counted(nodes.length)
  if (measure === 'clusters') return clusters.some(({ stability }) => stability !== null) ? counted(crossBorderClusters()) : { value: null, lower: null, upper: null }
  if (measure === 'crossBorderShare' || measure === 'eiIndex') return workMeasured(measure)
  if (measure === 'crossBorderLinks') return counted(countLinks((i, j) => country.codes[i] !== country.codes[j]))
  if (measure === 'regionLinks') return counted(countLinks((i, j) => group.partOf[j] >= 0 && group.partOf[j] !== group.partOf[i]))
  return counted(partnerCountries())

  function countLinks (counts: (i: number, j: number) => boolean): number {
    const inside = new Set(nodes)
    let links = 0
    for (const i of nodes) {
      for (let slot = graph.offsets[i]; slot < graph.offsets[i + 1]; slot++) {
        // A link between two of them is met from either end.
        if (counts(i, graph.targets[slot])) links += inside.has(graph.targets[slot]) ? 1 / 2 : 1
      }
    }
    return links
  }

  function partnerCountries (): number {
    const abroad = new Set<number>()
    for (const i of nodes) {
      for (let slot = graph.offsets[i]; slot < graph.offsets[i + 1]; slot++) {
        const there = country.codes[graph.targets[slot]]
        if (there >= 0 && there !== country.codes[i]) abroad.add(there)
      }
    }
    return abroad.size
  }

  function workMeasured (measure: 'crossBorderShare' | 'eiIndex'): Measured {
    const acrossOf = openWorkAcross(graph, country)
    const ofEach = nodes.map(i => acrossOf([i]))
    const interval = bootstrap(Float64Array.from(ofEach, ({ across }) => across), Float64Array.from(ofEach, ({ work }) => work), random)
    const told = (share: number): number => measure === 'eiIndex' ? 2 * share - 1 : share
    return { value: acrossOf(nodes)[measure === 'eiIndex' ? 'eiIndex' : 'share'], lower: interval && told(interval.lower), upper: interval && told(interval.upper) }
  }

  function crossBorderClusters (): number {
    return clusters.filter(({ verdict }, c) => verdict === 'cross-border specialisation cluster' && new Set(nodes.filter(i => clusterOf[i] === c).map(i => group.partOf[i])).size >= 2).length
  }
}

const counted = (value: number): Measured => ({ value, lower: null, upper: null })

/** Of the share of sums; null for too few. */
function bootstrap (parts: Float64Array, wholes: Float64Array, random: Random): { lower: number, upper: number } | null {
  const linked = Array.from(wholes.keys()).filter(at => wholes[at] > 0)
  if (linked.length < BOOTSTRAP_MIN) return null
  const shares = Float64Array.from({ length: DRAWS }, () => {
    let [part, whole] = [0, 0]
    for (let draw = 0; draw < linked.length; draw++) {
      const at = linked[random.below(linked.length)]
      part += parts[at]
      whole += wholes[at]
    }
    return part / whole
  }).sort()
  return { lower: shares[Math.floor(LOWER * (DRAWS - 1))], upper: shares[Math.ceil(UPPER * (DRAWS - 1))] }
}
