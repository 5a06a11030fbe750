/**
 * What an indicator measures on a run, in the group or among its organisations with one domain.
 *
 * organisations: how many. crossBorderLinks: links of theirs with organisations in another country, each once. crossBorderShare: these by all their links. eiIndex: 2 share - 1. partnerCountries: other countries than
 * the organisation's own in which partners are. clusters: cross-border specialisation clusters in which at least two regions of the group have an organisation.
 * Interval, of share and E-I alone: 95 % percentile bootstrap over organisations, DRAWS times as many organisations drawn with replacement, each with all of its links. Links of one project come together, so that an
 * interval that takes each link for itself (Wilson's) would be far too narrow. Counts have no interval: they are what is recorded. null where nothing is linked; clusters is null for a run without repetitions.
 * Source: Efron & Tibshirani 1993, An Introduction to the Bootstrap, ch. 13.
 */
import type { Random } from '../../analysis/random.ts'
import { CLUSTER_SIZE_MIN } from '../../contract/cluster.ts'
import type { INDICATOR_MEASURES } from '../../contract/workspace-items.ts'
import type { LoadedRun } from '../../runs/run-service.ts'
import type { Group } from '../choose-regions.ts'

export type IndicatorMeasure = typeof INDICATOR_MEASURES[number]
/** null: not defined; bounds of counts are not. */
export interface Measured { value: number | null, lower: number | null, upper: number | null }

export const DRAWS = 1000
const LOWER = 0.025
const UPPER = 0.975
/** Linked organisations from which drawing among them says something. */
export const BOOTSTRAP_MIN = CLUSTER_SIZE_MIN

export function measureIndicator ({ loaded, group, measure, domain }: { loaded: LoadedRun, group: Group, measure: IndicatorMeasure, domain: string | null }, random: Random): Measured {
  const { snapshot: { domains, country: { codes: country } }, projection: { graph: { offsets, targets } }, clusters, clusterOf } = loaded
  const code = domain === null ? -1 : domains.values.indexOf(domain)
  const nodes = domain === null ? group.members : group.members.filter(i => domains.codes.subarray(domains.offsets[i], domains.offsets[i + 1]).includes(code))
  if (measure === 'organisations') return counted(nodes.length)
  if (measure === 'clusters') return clusters.some(({ stability }) => stability !== null) ? counted(crossBorderClusters()) : { value: null, lower: null, upper: null }
  const inside = new Set(nodes)
  const abroad = new Set<number>()
  const [ofAll, across] = [new Float64Array(nodes.length), new Float64Array(nodes.length)]
  let [links, linksAbroad] = [0, 0]
  nodes.forEach((i, at) => {
    for (let slot = offsets[i]; slot < offsets[i + 1]; slot++) {
      const j = targets[slot]
      const isAbroad = country[i] !== country[j]
      // A link between two of them belongs half to each.
      const part = inside.has(j) ? 1 / 2 : 1
      ofAll[at] += part
      links += part
      if (!isAbroad) continue
      across[at] += part
      linksAbroad += part
      if (country[j] >= 0) abroad.add(country[j])
    }
  })
  if (measure === 'crossBorderLinks') return counted(linksAbroad)
  if (measure === 'partnerCountries') return counted(abroad.size)
  if (links === 0) return { value: null, lower: null, upper: null }
  const interval = bootstrap(across, ofAll, random)
  const told = (share: number | null): number | null => share === null ? null : measure === 'eiIndex' ? 2 * share - 1 : share
  return { value: told(linksAbroad / links), lower: told(interval?.lower ?? null), upper: told(interval?.upper ?? null) }

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
