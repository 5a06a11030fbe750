/** What every section of a cluster report is made from. */
import type { Cluster } from '../contract/cluster.ts'
import { clusterLabel } from '../contract/cluster-label.ts'
import type { DeclaredPriorities } from '../contract/declared-priorities.ts'
import type { DataSource } from '../contract/network.ts'
import type { ReportQuery } from '../contract/report.ts'
import type { Reference } from '../reference/reference.ts'
import type { LoadedRun } from '../runs/run-service.ts'
import type { GroupNumbers } from './group-numbers.ts'
import type { Part, ReportGroup } from './report-group.ts'
import type { Say } from './words.ts'

export interface Report {
  loaded: LoadedRun
  since: LoadedRun | null
  query: ReportQuery
  reference: Reference
  declared: readonly DeclaredPriorities[]
  sources: readonly DataSource[]
  group: ReportGroup
  numbers: GroupNumbers
  say: Say
  /** Clusters with members in the group whose number may be told, in the order of the run. */
  shown: number[]
  /** Clusters whose number of members in the group is withheld. */
  unshown: number[]
  partName: (part: Part) => string
  countryName: (code: string) => string
  domainName: (code: string) => string
  clusterName: (cluster: Pick<Cluster, 'code' | 'name'>) => string
  /** As its source writes it; its id where it has none any more. */
  organisationName: (node: number) => string
  /** Whether it is counted in cells that are told: those in withheld cells are not named. */
  mayName: (node: number) => boolean
  /** Whether its number of members may be told: where all of them are in the group and that number is withheld, it is the same one. */
  tellsSize: (c: number) => boolean
}

export type ReportParts = Pick<Report, 'loaded' | 'since' | 'query' | 'reference' | 'declared' | 'sources' | 'group' | 'numbers' | 'say'>

export function makeReport (parts: ReportParts, names: ReadonlyMap<string, string>): Report {
  const { loaded, reference, group, numbers, say } = parts
  const { clusters, clusterOf, snapshot } = loaded
  const polish = say.language === 'pl'
  const domainName = (code: string): string => {
    const domain = reference.domain(code)
    return domain === undefined ? code : polish ? domain.shortNamePl : domain.shortName
  }
  const present = clusters.map((_, c) => c).filter(c => numbers.membersOf[c].length > 0 || numbers.told.columnTotals[c])
  return {
    ...parts,
    shown: present.filter(c => !numbers.told.columnTotals[c]),
    unshown: present.filter(c => numbers.told.columnTotals[c]),
    partName: part => polish ? part.namePl : part.name,
    countryName: code => {
      const country = reference.country(code)
      return country === undefined ? code : polish ? country.namePl : country.name
    },
    domainName,
    clusterName: cluster => clusterLabel(cluster, { domain: domainName, sector: code => reference.sector(code)?.name, mixed: say.t('cluster.mixed'), around: member => member }),
    organisationName: node => names.get(snapshot.ids[node]) ?? snapshot.ids[node],
    mayName: node => group.partOf[node] < 0 || !numbers.told.cells[group.partOf[node]][clusterOf[node] < 0 ? clusters.length : clusterOf[node]],
    tellsSize: c => !numbers.told.columnTotals[c] || numbers.membersOf[c].length < clusters[c].size
  }
}

/** Id of the section about a cluster: C6 is cluster-c6. */
export const clusterSectionId = (code: string): string => `cluster-${code.toLowerCase()}`
/** As a link, where the report has such a section. */
export const clusterLink = ({ shown, loaded, query }: Report, c: number): string | undefined =>
  query.template !== 'brief' && shown.includes(c) && (query.template === 'full' || query.cluster === loaded.clusters[c].code) ? `#${clusterSectionId(loaded.clusters[c].code)}` : undefined
