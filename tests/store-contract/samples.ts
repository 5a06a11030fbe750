/** Complete, valid records with something in every field, to be changed where a test needs it. */
import type { Cluster } from '../../services/contract/cluster.ts'
import type { ImportReport } from '../../services/contract/import.ts'
import type { Link } from '../../services/contract/link.ts'
import type { DataSource, Membership, Network } from '../../services/contract/network.ts'
import type { Organisation } from '../../services/contract/organisation.ts'
import type { Run } from '../../services/contract/run.ts'
import { idFor } from '../../services/ids.ts'
import type { IdPrefix } from '../../services/ids.ts'
import type { RunResult } from '../../services/store/graph-store.ts'

export const AT = '2026-03-04T05:06:07.089Z'
export const id = (prefix: IdPrefix, key: string | number): string => idFor(prefix, String(key))
export const organisationId = (key: string | number): string => id('org', key)

export function organisation (key: string | number, changes: Partial<Organisation> = {}): Organisation {
  return {
    id: organisationId(key), name: `Organisation ${key}`, aliases: [`Alias ${key}`, 'ACME'], kind: 'company', sizeClass: 'sme', country: 'PL',
    region: { code: 'PL633', vintage: '2024', precision: 'estimated' }, city: 'Gdańsk', coordinates: { latitude: 54.372158, longitude: 18.638306, precision: 'exact' },
    sectors: ['10.1', 'C'], domains: ['s3:bioeconomy', 'h2020:SC2'], identifiers: [{ scheme: 'local', value: `a:b:${key}` }], website: 'https://example.org/',
    source: 'manual', updatedAt: AT, ...changes
  }
}

export function link (source: string | number, target: string | number, changes: Partial<Link> = {}): Link {
  const kind = changes.kind ?? 'SUPPLIES'
  return {
    id: id('lnk', `${kind} ${source} ${target}`), kind, source: organisationId(source), target: organisationId(target), weight: 0.1 + 0.2, product: 'smoked fish',
    sector: '10.2', from: '2019-05', to: '2021', evidence: 'contract 12/7', confidence: 0.9, dataSource: 'manual', updatedAt: AT, ...changes
  }
}

export function network (key: string | number, changes: Partial<Network> = {}): Network {
  return {
    id: id('net', key), kind: 'project', name: `Network ${key}`, title: 'A longer title', programme: 'Horizon 2020', from: '2018-01-01', to: '2020-12-31',
    domains: ['h2020:SC2'], membersTotal: 12, externalKey: `cordis:${key}`, source: 'manual', updatedAt: AT, ...changes
  }
}

export function membership (organisationKey: string | number, networkKey: string | number, changes: Partial<Membership> = {}): Membership {
  return {
    id: id('mem', `${organisationKey} ${networkKey} ${changes.role ?? ''}`), organisation: organisationId(organisationKey), network: id('net', networkKey), role: 'participant',
    contribution: 123456.78, from: '2018-01-01', to: null, source: 'manual', updatedAt: AT, ...changes
  }
}

export function dataSource (key: string, changes: Partial<DataSource> = {}): DataSource {
  return {
    key, title: 'Horizon 2020 projects', publisher: 'European Commission', licence: 'CC BY 4.0', attribution: 'European Union', retrieved: '2026-01', website: 'https://example.org/',
    synthetic: false, ...changes
  }
}

export function importReport (key: string | number, changes: Partial<ImportReport> = {}): ImportReport {
  return {
    id: id('imp', key), status: 'completed',
    options: { format: 'organisations-csv', dryRun: false, onError: 'skip', columns: { name: 'Nazwa' }, encoding: 'windows-1250', decimalComma: true, nutsVintage: '2024', source: 'manual' },
    files: ['firmy.csv'], startedAt: AT, finishedAt: AT, rowsRead: 2, rowsSkipped: 1, written: { organisations: 1, links: 0, networks: 0, memberships: 0 }, errorsTotal: 1,
    errors: [{ file: 'firmy.csv', row: 3, column: 'kraj', value: 'Po\u0000lska "x" \\u0000', expected: 'a two-letter country code' }], notes: ['1 city guessed'], problem: null,
    revision: 1, ...changes
  }
}

export function run (key: string | number, changes: Partial<Run> = {}): Run {
  return {
    id: id('run', key), request: { algorithm: 'leiden', seed: 2 ** 32 - 1, options: { resolution: 0.5 }, projection: { layers: ['supply'], networkSizeMax: 100, networkSizeBasis: 'in-store' }, group: 'country', terms: 'domains' },
    status: 'running', revision: 3, softwareVersion: '0.1.0', requestedAt: AT, startedAt: AT, finishedAt: null, durationMs: null, inputHash: null, metrics: null, measured: null, problem: null, ...changes
  }
}

export const completed = (key: string | number): Run => run(key, { status: 'completed', finishedAt: AT, durationMs: 1234.5, inputHash: 'ab12', metrics: { organisations: 2, modularity: null } as Run['metrics'] })

export const result = (key: string | number, changes: Partial<RunResult> = {}): RunResult =>
  ({ organisation: organisationId(key), cluster: 'C1', x: 0.25, y: -1 / 3, scores: { degree: 3, bridgeScore: null, pagerank: 1 / 7 }, ...changes })

/** Stores keep a profile as a document, so a few of its fields stand for all. */
export const cluster = (runId: string, code: string, size: number): Cluster => ({ id: `${runId}:${code}`, run: runId, code, size, domains: [], name: { domain: 's3:bioeconomy' } }) as unknown as Cluster

/** All rows of a stream. */
export async function gather<Row> (stream: AsyncIterable<Row[]>): Promise<Row[]> {
  const rows: Row[] = []
  for await (const batch of stream) rows.push(...batch)
  return rows
}
