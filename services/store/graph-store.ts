/**
 * The port: what the service asks of a graph store. sqlite-store.ts and neo4j-store.ts implement it with the statement
 * pairs of graph-queries/, and tests/store-contract holds both to the same behaviour.
 *
 * Rows are complete and validated before they arrive. Every write happens inside `write`: all of it is committed, durably,
 * with the dataset revision raised by one, or none of it. Reads see committed data only.
 */
import type { Organisation, OrganisationSummary } from '../contract/organisation.ts'
import type { Link } from '../contract/link.ts'
import type { DataSource, Membership, Network } from '../contract/network.ts'
import type { Coverage } from '../contract/coverage.ts'
import type { OrganisationFacets, OrganisationFilter } from '../contract/filter.ts'
import type { ImportReport } from '../contract/import.ts'
import type { Run } from '../contract/run.ts'
import type { Cluster } from '../contract/cluster.ts'
import type { RecordKind } from '../contract/record.ts'

/** Numbers are raised by one within a dataset; `dataset` tells it from every other, whatever file or server it is in. */
export interface Revision { number: number, committedAt: string, dataset: string }
/** What was deleted; links and memberships that went with an organisation or a network are not told. */
export interface Deletion { kind: 'organisation' | 'link' | 'network' | 'membership', id: string }

/** What a snapshot keeps of each entity. */
export type BareOrganisation = Pick<Organisation, 'id' | 'country' | 'kind' | 'sizeClass' | 'city' | 'sectors' | 'domains'> & { regionCode: string | null, latitude: number | null, longitude: number | null }
export type BareLink = Pick<Link, 'id' | 'kind' | 'source' | 'target' | 'weight'>
export type BareNetwork = Pick<Network, 'id' | 'membersTotal' | 'domains'>
export type BareMembership = Pick<Membership, 'id' | 'organisation' | 'network'>

export interface Counts { organisations: number, links: number, networks: number, memberships: number }

/** Place in an ordered list: rows strictly after (key, id). Take it from `next`; what the key holds is the list's own affair. */
export interface After { key: string, id: string }
export interface ListRequest { limit: number, after: After | null }
export interface Rows<Row> { rows: Row[], total: number, next: After | null }

export interface LinkFilter { organisation?: string, kind?: Link['kind'], source?: string, target?: string }
export interface NetworkFilter { kind?: Network['kind'], domain?: string, programme?: string, organisation?: string, nameStartsWith?: string }
export interface MembershipFilter { organisation?: string, network?: string }

/** Rows written, and the endpoints that no organisation or network answers to: never silently dropped. */
export interface Upserted { written: number, unknown: Array<{ id: string, missing: string[] }> }

/** One organisation's line in a run: the cluster it belongs to and its measures; null = undefined for this organisation. */
export interface RunResult {
  organisation: string
  cluster: string | null
  /** Position inside its cluster's picture; null for unclustered organisations. */
  x: number | null
  y: number | null
  scores: Record<string, number | null>
}

/** A table of a run by column; null: not defined. */
export interface RunTable { name: string, columns: Record<string, Array<number | string | null>> }

/** One version of a record. Versions count from 1. */
export interface StoredRecord {
  kind: RecordKind
  id: string
  version: number
  savedAt: string
  /** Ids or codes of what it is about: organisations, regions. A record outlives what it is about. */
  subjects: string[]
  /** Null: this version says that the record was deleted. */
  document: unknown
}
/** `basedOn`: the version it replaces, 0 for a new record. */
export interface RecordDraft extends Omit<StoredRecord, 'version'> { basedOn: number }
export interface RecordFilter { kind: RecordKind, subject?: string }

/** What is known of an input-output table without its values, which are a file beside the store named by the hash. */
export interface StoredTable { hash: string, importedAt: string, document: unknown }

/** How large the layers are: links at most, since pairs that share several networks count for each. */
export interface NetworkSize { organisations: number, supply: number, collaboration: number, coMembership: number, memberships: number }

export interface StoreWriter {
  upsertSources: (rows: DataSource[]) => Promise<number>
  upsertOrganisations: (rows: Organisation[]) => Promise<number>
  /** A link id that exists with other endpoints or another kind is refused (StoreConflict). Collaboration has no direction: its ends are kept in ascending id order. */
  upsertLinks: (rows: Link[]) => Promise<Upserted>
  upsertNetworks: (rows: Network[]) => Promise<number>
  /** A membership id that exists with another organisation or network is refused (StoreConflict). */
  upsertMemberships: (rows: Membership[]) => Promise<Upserted>
  deleteOrganisation: (id: string) => Promise<boolean>
  deleteLink: (id: string) => Promise<boolean>
  deleteNetwork: (id: string) => Promise<boolean>
  deleteMembership: (id: string) => Promise<boolean>
  saveImport: (report: ImportReport) => Promise<void>
  /** As GraphStore.saveRecords, in this transaction. */
  saveRecords: (drafts: RecordDraft[]) => Promise<void>
}

export interface StoreReader {
  counts: () => Promise<Counts>
  /** Batches in ascending id order; every batch at most `batchSize` rows. */
  streamOrganisations: (batchSize: number) => AsyncIterable<Organisation[]>
  streamLinks: (batchSize: number) => AsyncIterable<Link[]>
  streamNetworks: (batchSize: number) => AsyncIterable<Network[]>
  streamMemberships: (batchSize: number) => AsyncIterable<Membership[]>
  /** The same, of each entity as much as a snapshot keeps. With `since`: those alone that were written after that revision. */
  streamBareOrganisations: (batchSize: number, since?: number) => AsyncIterable<BareOrganisation[]>
  streamBareLinks: (batchSize: number, since?: number) => AsyncIterable<BareLink[]>
  streamBareNetworks: (batchSize: number, since?: number) => AsyncIterable<BareNetwork[]>
  streamBareMemberships: (batchSize: number, since?: number) => AsyncIterable<BareMembership[]>
  /** What was deleted after a revision, oldest first, whether or not it was written again. */
  streamDeletions: (batchSize: number, since: number) => AsyncIterable<Deletion[]>
  /** When a revision was committed: by this and its number it is known again. Null for one that the store does not have or that is older than this record. */
  committedAt: (revision: number) => Promise<string | null>
}

export interface GraphStore extends StoreReader {
  readonly kind: 'sqlite' | 'neo4j'
  /** Creates schema, constraints and indexes where they are missing. Throws StoreUnavailable with the address and what to check. */
  open: () => Promise<void>
  /** Resolves when the store answers now; otherwise StoreUnavailable. */
  ping: () => Promise<void>
  close: () => Promise<void>
  revision: () => Promise<Revision>
  /** Networks with more members than `networkSizeMax` are left out of coMembership. */
  sizeNetwork: (networkSizeMax: number) => Promise<NetworkSize>

  /** Runs `work` in one transaction; it may run more than once after a transient fault, so it must start from scratch each time. One writer at a time. */
  write: <Value>(work: (writer: StoreWriter) => Promise<Value>) => Promise<{ value: Value, revision: number }>
  /** Runs `work` on one revision: what it streams is consistent. In Neo4j writers wait meanwhile, so `work` must not write. */
  freeze: <Value>(work: (reader: StoreReader, revision: Revision) => Promise<Value>) => Promise<Value>

  getOrganisation: (id: string) => Promise<Organisation | null>
  /** Same order as `ids`; unknown ids are left out. */
  getOrganisations: (ids: string[]) => Promise<Organisation[]>
  /** Ids by identifier: key `scheme:value`, value organisation id. Unknown keys are absent. */
  findByIdentifiers: (keys: string[]) => Promise<Map<string, string>>
  /** Ordered by name key (case and diacritics folded, see name-key.ts), then id. */
  listOrganisations: (filter: OrganisationFilter, request: ListRequest) => Promise<Rows<Organisation>>
  countFacets: (filter: OrganisationFilter) => Promise<OrganisationFacets>
  /** What is there and what is missing, counted by statements over everything. */
  measureCoverage: () => Promise<Coverage>
  getLink: (id: string) => Promise<Link | null>
  /** Links, and memberships, by id. */
  listLinks: (filter: LinkFilter, request: ListRequest) => Promise<Rows<Link>>
  getNetwork: (id: string) => Promise<Network | null>
  /** Ids by external key. */
  findNetworks: (externalKeys: string[]) => Promise<Map<string, string>>
  /** Ordered as organisations. */
  listNetworks: (filter: NetworkFilter, request: ListRequest) => Promise<Rows<Network>>
  getMembership: (id: string) => Promise<Membership | null>
  listMemberships: (filter: MembershipFilter, request: ListRequest) => Promise<Rows<Membership>>
  /** Networks that both organisations belong to, by name: the evidence behind a co-membership link. */
  listSharedNetworks: (organisations: [string, string], limit: number) => Promise<Network[]>
  /** Organisations within `depth` steps (1 or 2) over links and shared networks up to `networkSizeMax` members, nearest first, then by name. */
  listNeighbours: (id: string, depth: 1 | 2, networkSizeMax: number, limit: number) => Promise<Array<OrganisationSummary & { depth: number }>>
  listSources: () => Promise<DataSource[]>
  getImport: (id: string) => Promise<ImportReport | null>
  /** Newest first. */
  listImports: (request: ListRequest) => Promise<Rows<ImportReport>>

  /** Runs are kept beside the data and do not raise the revision. A run, once completed, is never changed (StoreConflict). */
  saveRun: (run: Run) => Promise<void>
  getRun: (id: string) => Promise<Run | null>
  /** Newest first. */
  listRuns: (request: ListRequest) => Promise<Rows<Run>>
  /** Saves results, clusters, tables and the completed run in one transaction. */
  completeRun: (run: Run, results: RunResult[], clusters: Cluster[], tables?: RunTable[]) => Promise<void>
  /** Ascending organisation id; survives the deletion of an organisation. */
  streamResults: (run: string, batchSize: number) => AsyncIterable<RunResult[]>
  listClusters: (run: string) => Promise<Cluster[]>
  getRunTable: (run: string, name: string) => Promise<RunTable | null>

  /** Records are kept beside the data and do not raise the revision. All drafts or none; several of one record are its next versions in the order given. StoreConflict where `basedOn` is not the newest version. */
  saveRecords: (drafts: RecordDraft[]) => Promise<void>
  /** In one transaction saves the drafts as `saveRecords` does, then takes every version of the records of these kinds that are about the subject alone out for good, those just saved too. */
  eraseRecords: (drafts: RecordDraft[], erased: { kinds: RecordKind[], subject: string }) => Promise<void>
  /** The newest version, or the one named; null if there is none, or if the newest says that it was deleted and none was named. */
  getRecord: (kind: RecordKind, id: string, version?: number) => Promise<StoredRecord | null>
  /** Newest versions of records that are not deleted, the last saved first. */
  listRecords: (filter: RecordFilter, request: ListRequest) => Promise<Rows<StoredRecord>>
  /** Every version, oldest first. */
  listRecordVersions: (kind: RecordKind, id: string) => Promise<StoredRecord[]>

  /** Input-output tables are kept beside the data and do not raise the revision. False where one of this hash is there already: the same content, which stays as it is. */
  saveTable: (table: StoredTable) => Promise<boolean>
  getTable: (hash: string) => Promise<StoredTable | null>
  /** Newest first. */
  listTables: () => Promise<StoredTable[]>
  /** With what was measured on it; false if there is none. */
  deleteTable: (hash: string) => Promise<boolean>
  /** Keeps what was measured on a table under a key, in place of what was there; StoreConflict where the table is not. */
  saveTableResult: (hash: string, key: string, content: unknown) => Promise<void>
  getTableResult: (hash: string, key: string) => Promise<unknown>
}

/** The store cannot be reached now: HTTP 503 with Retry-After. */
export class StoreUnavailable extends Error {
  override name = 'StoreUnavailable'
}

/** The write contradicts what is stored: HTTP 409. */
export class StoreConflict extends Error {
  override name = 'StoreConflict'
}
