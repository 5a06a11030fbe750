/** Entities as the stores keep them: nested values flattened, and back. Documents (a report, a profile, a request) are JSON text. */
import type { RowOf } from '../../graph-queries/query.ts'
import type { getOrganisations } from '../../graph-queries/organisations/index.ts'
import type { getLink } from '../../graph-queries/links/index.ts'
import type { getNetwork } from '../../graph-queries/networks/index.ts'
import type { getMembership } from '../../graph-queries/memberships/index.ts'
import type { listSources } from '../../graph-queries/sources/index.ts'
import type { getRun, streamResults } from '../../graph-queries/runs/index.ts'
import type { getNewestRecord } from '../../graph-queries/records/index.ts'
import type { Cluster } from '../contract/cluster.ts'
import type { ImportReport } from '../contract/import.ts'
import type { Link } from '../contract/link.ts'
import type { DataSource, Membership, Network } from '../contract/network.ts'
import type { Coordinates, Identifier, Organisation, Region } from '../contract/organisation.ts'
import type { Run } from '../contract/run.ts'
import type { z } from 'zod'
import type { RecordDraft, RunResult, StoredRecord } from './graph-store.ts'
import { nameKey } from './name-key.ts'

type OrganisationRow = RowOf<typeof getOrganisations['columns']>

export const identifierKey = (identifier: Identifier): string => `${identifier.scheme}:${identifier.value}`

function identifierOf (key: string): Identifier {
  const colon = key.indexOf(':')
  return { scheme: key.slice(0, colon) as Identifier['scheme'], value: key.slice(colon + 1) }
}

export function organisationRow ({ region, coordinates, identifiers, ...organisation }: Organisation): OrganisationRow & { nameKey: string } {
  return {
    ...organisation,
    nameKey: nameKey(organisation.name),
    regionCode: region?.code ?? null,
    regionVintage: region?.vintage ?? null,
    regionPrecision: region?.precision ?? null,
    latitude: coordinates?.latitude ?? null,
    longitude: coordinates?.longitude ?? null,
    coordinatesPrecision: coordinates?.precision ?? null,
    identifiers: identifiers.map(identifierKey)
  }
}

export function organisationOf (row: OrganisationRow): Organisation {
  return {
    id: row.id,
    name: row.name,
    aliases: row.aliases,
    kind: row.kind as Organisation['kind'],
    sizeClass: row.sizeClass as Organisation['sizeClass'],
    country: row.country,
    region: row.regionCode === null
      ? null
      : { code: row.regionCode, vintage: row.regionVintage, precision: row.regionPrecision } as z.infer<typeof Region>,
    city: row.city,
    coordinates: row.latitude === null
      ? null
      : { latitude: row.latitude, longitude: row.longitude, precision: row.coordinatesPrecision } as z.infer<typeof Coordinates>,
    sectors: row.sectors,
    domains: row.domains,
    identifiers: row.identifiers.map(identifierOf),
    website: row.website,
    source: row.source,
    updatedAt: row.updatedAt
  }
}

/** Collaboration has no direction: its ends are kept in ascending order, so that one collaboration is one link. */
export function linkRow (link: Link): Link {
  return link.kind === 'COLLABORATES' && link.source > link.target ? { ...link, source: link.target, target: link.source } : link
}
export const linkOf = (row: RowOf<typeof getLink['columns']>): Link => ({ ...row, kind: row.kind as Link['kind'] })

export const networkRow = (network: Network): Network & { nameKey: string } => ({ ...network, nameKey: nameKey(network.name) })
export function networkOf ({ nameKey, ...row }: RowOf<typeof getNetwork['columns']> & { nameKey?: string }): Network {
  return { ...row, kind: row.kind as Network['kind'] }
}

export const membershipOf = (row: RowOf<typeof getMembership['columns']>): Membership => ({ ...row, role: row.role as Membership['role'] })
export const sourceOf = (row: RowOf<typeof listSources['columns']>): DataSource => row

export const importRow = (report: ImportReport) => ({ id: report.id, status: report.status, startedAt: report.startedAt, report: JSON.stringify(report) })
export const importOf = (row: { report: unknown }): ImportReport => row.report as ImportReport

/** `scoreKeys`: the measures its results carry, in order. */
export const runRow = (run: Run, scoreKeys: string[]) => ({
  ...run, request: JSON.stringify(run.request), metrics: jsonOrNull(run.metrics), measured: jsonOrNull(run.measured), scoreKeys
})
export const runOf = (row: RowOf<typeof getRun['columns']>): Run =>
  ({ ...row, request: row.request as Run['request'], status: row.status as Run['status'], metrics: row.metrics as Run['metrics'], measured: row.measured as Run['measured'] })
const jsonOrNull = (document: object | null): string | null => document === null ? null : JSON.stringify(document)

/** Every measure of the run, null where the organisation has none; what is not a finite number is no measure. */
export function resultRow (result: RunResult, scoreKeys: string[]): RunResult {
  return { ...result, x: finite(result.x), y: finite(result.y), scores: Object.fromEntries(scoreKeys.map(key => [key, finite(result.scores[key])])) }
}
export function resultOf (row: RowOf<typeof streamResults['columns']>): RunResult {
  const { organisation, cluster, x, y } = row
  return { organisation, cluster, x, y, scores: Object.fromEntries(row.scoreKeys.map(key => [key, row.scores[key] ?? null])) }
}
const finite = (value: number | null | undefined) => Number.isFinite(value) ? value as number : null

export const clusterRow = (cluster: Cluster, position: number) =>
  ({ id: cluster.id, code: cluster.code, size: cluster.size, position, profile: JSON.stringify(cluster) })
export const clusterOf = (row: { profile: unknown }): Cluster => row.profile as Cluster

/** The version that a draft makes. */
export const recordRow = ({ document, ...draft }: RecordDraft) =>
  ({ ...draft, version: draft.basedOn + 1, document: document === null ? null : JSON.stringify(document), listedAs: document === null ? null : draft.kind })
export const recordOf = (row: RowOf<typeof getNewestRecord['columns']>): StoredRecord => ({ ...row, kind: row.kind as StoredRecord['kind'] })
