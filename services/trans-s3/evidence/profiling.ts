/** The profile of each region and of the whole group on a run: everything that the step of analytical review shows, counted once. */
import type { Cluster } from '../../contract/cluster.ts'
import { sectionOf } from '../../contract/nace-section.ts'
import { SUPPRESS_BELOW_DEFAULT } from '../../contract/report.ts'
import { compareDeclared, fieldFamily } from '../../reports/declared-and-revealed.ts'
import type { Comparison, Family } from '../../reports/declared-and-revealed.ts'
import { thematicFields } from '../../reports/fields.ts'
import { countGroup } from '../../reports/group-numbers.ts'
import type { GroupNumbers } from '../../reports/group-numbers.ts'
import type { Snapshot } from '../../snapshot/snapshot.ts'
import { declaredByRegion } from './declared-by-region.ts'
import type { DeclaredByRegion } from './declared-by-region.ts'
import type { EvidenceInput } from './evidence-input.ts'
import { fieldQuotients, sectionTerms } from './field-quotients.ts'
import type { FieldQuotient } from './field-quotients.ts'
import { findNearFields } from './near-fields.ts'
import type { NearFields } from './near-fields.ts'
import { networkPositions } from './network-position.ts'
import type { NetworkPosition } from './network-position.ts'
import { pairRegions } from './region-pairs.ts'
import type { RegionPair } from './region-pairs.ts'
import { countByWord } from './told-counts.ts'
import type { CountTable } from './told-counts.ts'

export interface ClusterPresence {
  cluster: Cluster
  /** Organisations of each region in it, and of the group; null: withheld. */
  members: Array<number | null>
  inGroup: number | null
  /** Organisations in it altogether; null: that would tell a withheld number. */
  size: number | null
}

export interface Profiling {
  /** Organisations by region; null: withheld. Last, of the whole group. */
  sizes: Array<number | null>
  numbers: GroupNumbers
  /** Of countries that regions of the group lie in: organisations without a known region, which are counted nowhere; small numbers, and those that leave a small one, are left out. */
  unplaced: Array<{ country: string, organisations: number, of: number }>
  kinds: CountTable
  sizeClasses: CountTable
  /** By programme parts or themes. */
  fields: FieldQuotient[]
  /** By NACE section, where the data have sectors. */
  sections: FieldQuotient[]
  /** Those with members in the group, most first; those whose number is withheld last, in the order of the run. */
  clusters: ClusterPresence[]
  positions: NetworkPosition[]
  /** Every two regions. */
  pairs: RegionPair[]
  near: NearFields
  declared: DeclaredByRegion
  /** By region, by fields and by sections of NACE. Priorities without codes that somebody stands by name neither, so they cannot be compared. */
  comparisons: Comparison[]
}

export function profileRegions (input: EvidenceInput, below = SUPPRESS_BELOW_DEFAULT): Profiling {
  const { state, loaded, group, reference } = input
  const { snapshot } = loaded
  const { parts, members } = group
  const numbers = countGroup(loaded, group, below)
  const groupTold = members.length === 0 || members.length >= below
  const sizeTold = [...parts.map((_, p) => groupTold && !numbers.told.rowTotals[p]), groupTold]
  const counts = [...numbers.matrix.map(row => row.reduce((sum, count) => sum + count, 0)), members.length]
  const fields = thematicFields(snapshot, reference)
  const named = fieldFamily(snapshot, fields, reference)
  const bySection = sectionFamily(snapshot)
  const declared = declaredByRegion(state, parts, reference)
  const positions = networkPositions(loaded, group, sizeTold, below)
  return {
    sizes: counts.map((count, p) => sizeTold[p] ? count : null),
    numbers,
    unplaced: unplacedOf(input, below),
    kinds: countByWord(group, snapshot.kind, sizeTold, below),
    sizeClasses: countByWord(group, snapshot.sizeClass, sizeTold, below),
    fields: fieldQuotients(loaded, group, named.terms, sizeTold, below),
    sections: fieldQuotients(loaded, group, bySection.terms, sizeTold, below),
    clusters: presentClusters(loaded.clusters, numbers, groupTold),
    positions,
    pairs: pairRegions(loaded, group, positions.map(({ told }) => told)),
    near: findNearFields(loaded, group, named.terms),
    declared,
    comparisons: compareDeclared(loaded, parts, group.partOf, parts.map(({ code }, p) => ({ region: code, priorities: comparable(declared.regions[p]) })), [named, bySection])
  }
}

/** As in the matrix of step 1, a declared division counts as its section. */
const sectionFamily = ({ sectors }: Pick<Snapshot, 'sectors'>): Family => ({ terms: sectionTerms(sectors), isNamed: (priority, section) => priority.sectors.some(code => sectionOf(code) === section) })

const comparable = ({ coded, suggested, uncoded }: DeclaredByRegion['regions'][number]): DeclaredByRegion['regions'][number]['coded'] =>
  [...coded, ...suggested.map(priority => ({ ...priority, domains: [], sectors: [] })), ...uncoded]

function unplacedOf ({ loaded: { snapshot: { country, region } }, group: { parts } }: EvidenceInput, below: number): Profiling['unplaced'] {
  const codes = new Set(parts.filter(({ kind }) => kind === 'region').map(part => part.country))
  return [...codes].sort().flatMap(code => {
    const there = Array.from(country.codes.keys()).filter(i => country.codes[i] >= 0 && country.values[country.codes[i]] === code)
    const organisations = there.filter(i => region.codes[i] < 0).length
    return organisations < Math.max(1, below) || there.length - organisations < below ? [] : [{ country: code, organisations, of: there.length }]
  })
}

function presentClusters (clusters: readonly Cluster[], { matrix, membersOf, told }: GroupNumbers, groupTold: boolean): ClusterPresence[] {
  const present = clusters.map((cluster, c): ClusterPresence => {
    const inGroup = groupTold && !told.columnTotals[c] ? membersOf[c].length : null
    return { cluster, members: matrix.map((row, p) => groupTold && !told.cells[p][c] ? row[c] : null), inGroup, size: inGroup !== null || membersOf[c].length < cluster.size ? cluster.size : null }
  })
  return present.filter(({ inGroup }, c) => inGroup === null ? membersOf[c].length > 0 || told.columnTotals[c] : inGroup > 0).sort((a, b) => (b.inGroup ?? 0) - (a.inGroup ?? 0))
}
