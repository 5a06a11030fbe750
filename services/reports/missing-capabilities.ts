/**
 * What a cluster lacks near what it has, and who outside could bring it.
 *
 * Missing: a field in which the cluster is not specialised and which is rarer in it than in the network (location quotient below 1), though more of what is related to the field is there
 * than in the average cluster: relatedness density above its mean over clusters (specialisation/relatedness-density.ts; proximity from the fields of single organisations).
 * Candidates: organisations that have a missing field, are not in the cluster, deal with no member yet, and share partners with its members, by the resource allocation index summed over
 * the members, sum over partners z of the candidate of (links of z into the cluster) / (links of z); equals by id. What is near in the network, not what would work: nobody has been asked.
 * Sources: Balland et al. 2019, Reg. Stud. 53:1252 (density); Zhou, Lu & Zhang 2009, Eur. Phys. J. B 71:623 (index). O(clusters x links).
 */
import { groupTerms, specialisedIn } from '../analysis/specialisation/group-terms.ts'
import { relatedness, termsOfNodes } from '../analysis/specialisation/relatedness.ts'
import { relatednessDensity } from '../analysis/specialisation/relatedness-density.ts'
import type { LoadedRun } from '../runs/run-service.ts'
import type { MultiCoded } from '../snapshot/snapshot.ts'
import { onlyFields } from './fields.ts'

/** Fields and candidates named for a cluster: enough to begin a conversation with. */
export const MISSING_LISTED_MAX = 4
export const CANDIDATES_LISTED_MAX = 5

export interface MissingField {
  code: string
  /** Per cent of what is related to it that the cluster is specialised in, and the mean of all clusters. */
  density: number
  densityMean: number
  /** k of n members have it. */
  members: number
  size: number
  quotient: number
}

export interface Candidate {
  node: number
  /** Missing fields it has. */
  brings: string[]
  /** Fields the cluster is specialised in and it has not. */
  gains: string[]
  /** Organisations that deal with both it and a member: who could introduce them. */
  commonPartners: number
}

export interface Capabilities { missing: MissingField[], candidates: Candidate[] }

/** By cluster; `fields`: codes that are compared. Clusters not in `wanted` are left empty. */
export function findCapabilities (loaded: LoadedRun, fields: readonly string[], wanted: readonly number[]): Capabilities[] {
  const { clusters, clusterOf, projection: { graph }, snapshot } = loaded
  const terms = onlyFields(snapshot.domains, fields)
  const counted = groupTerms({ graph, groups: clusterOf, groupNames: clusters.map(({ code }) => code), terms })
  const specialised = specialisedIn(counted)
  const density = relatednessDensity(specialised, relatedness(termsOfNodes(terms), fields.length))
  const means = fields.map((_, t) => density.reduce((sum, row) => sum + row[t], 0) / density.length)
  const asked = new Set(wanted)
  return clusters.map((cluster, c): Capabilities => {
    if (!asked.has(c)) return { missing: [], candidates: [] }
    const missing = fields.map((code, t): MissingField => ({
      code, density: density[c][t], densityMean: means[t], members: counted.counts[c][t], size: cluster.size, quotient: counted.counts[c][t] / cluster.size / (counted.carriers[t] / graph.n)
    })).filter((field, t) => specialised[c][t] === 0 && field.quotient < 1 && field.density > field.densityMean)
      .sort((a, b) => (b.density - b.densityMean) - (a.density - a.densityMean) || (a.code < b.code ? -1 : 1)).slice(0, MISSING_LISTED_MAX)
    return { missing, candidates: missing.length === 0 ? [] : candidatesFor(loaded, terms, c, new Set(missing.map(({ code }) => code)), fields.filter((_, t) => specialised[c][t] === 1)) }
  })
}

function candidatesFor ({ clusterOf, projection: { graph } }: LoadedRun, terms: MultiCoded, c: number, missing: ReadonlySet<string>, strengths: readonly string[]): Candidate[] {
  const { n, offsets, targets } = graph
  const inside = new Int32Array(n)
  for (let z = 0; z < n; z++) for (let slot = offsets[z]; slot < offsets[z + 1]; slot++) if (clusterOf[targets[slot]] === c) inside[z]++
  const rated: Array<Candidate & { score: number }> = []
  for (let v = 0; v < n; v++) {
    if (clusterOf[v] === c || inside[v] > 0) continue
    const own = Array.from(terms.codes.subarray(terms.offsets[v], terms.offsets[v + 1]), code => terms.values[code])
    const brings = own.filter(code => missing.has(code))
    if (brings.length === 0) continue
    let [score, commonPartners] = [0, 0]
    for (let slot = offsets[v]; slot < offsets[v + 1]; slot++) {
      const z = targets[slot]
      if (inside[z] === 0) continue
      commonPartners++
      score += inside[z] / (offsets[z + 1] - offsets[z])
    }
    if (score > 0) rated.push({ node: v, brings, gains: strengths.filter(code => !own.includes(code)), commonPartners, score })
  }
  return rated.sort((a, b) => b.score - a.score || a.node - b.node).slice(0, CANDIDATES_LISTED_MAX).map(({ score, ...candidate }) => candidate)
}
