/** The reading half of the port, over the statement pairs. */
import * as dataset from '../../graph-queries/dataset/index.ts'
import * as imports from '../../graph-queries/imports/index.ts'
import * as links from '../../graph-queries/links/index.ts'
import * as memberships from '../../graph-queries/memberships/index.ts'
import * as networks from '../../graph-queries/networks/index.ts'
import * as organisations from '../../graph-queries/organisations/index.ts'
import * as quality from '../../graph-queries/quality/index.ts'
import * as records from '../../graph-queries/records/index.ts'
import * as runs from '../../graph-queries/runs/index.ts'
import * as sources from '../../graph-queries/sources/index.ts'
import * as valueChains from '../../graph-queries/value-chains/index.ts'
import type { Coverage } from '../contract/coverage.ts'
import type { OrganisationFilter } from '../contract/filter.ts'
import type { Organisation } from '../contract/organisation.ts'
import type { After, BareLink, BareOrganisation, Deletion, GraphStore, ListRequest, NetworkFilter, Rows, RunTable, StoreReader } from './graph-store.ts'
import { filterParameters } from './filter-parameters.ts'
import { nameKey } from './name-key.ts'
import { clusterOf, importOf, linkOf, membershipOf, networkOf, organisationOf, recordOf, resultOf, runOf, sourceOf } from './records.ts'
import { piecesOf, runMaybe, runOne } from './statement-runner.ts'
import type { StatementRunner } from './statement-runner.ts'

type StoreReads = Omit<GraphStore, 'kind' | 'open' | 'ping' | 'close' | 'write' | 'freeze' | 'saveRun' | 'completeRun' | 'saveRecords' | 'eraseRecords' | 'saveTable' | 'deleteTable' | 'saveTableResult'>

/** Sorts after every time stamp the service makes. */
const END_OF_TIME = '9999'

const byName = ({ after, limit }: ListRequest) => ({ afterKey: after?.key ?? '', afterId: after?.id ?? '', limit: limit + 1 })
const byId = ({ after, limit }: ListRequest) => ({ afterId: after?.id ?? '', limit: limit + 1 })
const newestFirst = ({ after, limit }: ListRequest) => ({ beforeTime: after?.key ?? END_OF_TIME, afterId: after?.id ?? '', limit: limit + 1 })

/** Cuts the one row more that was asked for, which says whether there is a next page. */
function pageOf<Row extends { id: string }, Item> (rows: Row[], total: number, limit: number, key: (row: Row) => string, item: (row: Row) => Item): Rows<Item> {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const next: After | null = rows.length > limit && last ? { key: key(last), id: last.id } : null
  return { rows: shown.map(item), total, next }
}

async function * mapBatches<Row, Item> (batches: AsyncIterable<Row[]>, item: (row: Row) => Item): AsyncGenerator<Item[]> {
  for await (const batch of batches) yield batch.map(item)
}

/** Counts and streams: what a frozen revision offers too. */
export function createReader (runner: StatementRunner): StoreReader {
  return {
    counts: () => runOne(runner, dataset.countDataset, {}),
    streamOrganisations: batchSize => mapBatches(runner.stream(organisations.streamOrganisations, {}, batchSize), organisationOf),
    streamLinks: batchSize => mapBatches(runner.stream(links.streamLinks, {}, batchSize), linkOf),
    streamNetworks: batchSize => mapBatches(runner.stream(networks.streamNetworks, {}, batchSize), networkOf),
    streamMemberships: batchSize => mapBatches(runner.stream(memberships.streamMemberships, {}, batchSize), membershipOf),
    streamBareOrganisations: (batchSize, since) => mapBatches(since === undefined
      ? runner.stream(organisations.streamBareOrganisations, {}, batchSize)
      : runner.stream(organisations.streamChangedOrganisations, { since }, batchSize), row => row as BareOrganisation),
    streamBareLinks: (batchSize, since) => mapBatches(since === undefined
      ? runner.stream(links.streamBareLinks, {}, batchSize)
      : runner.stream(links.streamChangedLinks, { since }, batchSize), row => row as BareLink),
    streamBareNetworks: (batchSize, since) => since === undefined
      ? runner.stream(networks.streamBareNetworks, {}, batchSize)
      : runner.stream(networks.streamChangedNetworks, { since }, batchSize),
    streamBareMemberships: (batchSize, since) => since === undefined
      ? runner.stream(memberships.streamBareMemberships, {}, batchSize)
      : runner.stream(memberships.streamChangedMemberships, { since }, batchSize),
    streamDeletions: (batchSize, since) => mapBatches(runner.stream(dataset.streamDeletions, { since }, batchSize), row => row as Deletion),
    committedAt: async number => (await runMaybe(runner, dataset.findRevision, { number }))?.committedAt ?? null
  }
}

export function createReads (runner: StatementRunner): StoreReads {
  const organisationsById = async (ids: string[]): Promise<Map<string, Organisation>> => {
    const found = new Map<string, Organisation>()
    for (const piece of piecesOf([...new Set(ids)], runner.rowsMax)) {
      for (const row of await runner.run(organisations.getOrganisations, { ids: piece })) found.set(row.id, organisationOf(row))
    }
    return found
  }

  return {
    ...createReader(runner),
    revision: () => runOne(runner, dataset.getRevision, {}),
    sizeNetwork: networkSizeMax => runOne(runner, dataset.countNetworkSize, { networkSizeMax }),

    getOrganisation: async id => (await organisationsById([id])).get(id) ?? null,
    getOrganisations: async ids => {
      const found = await organisationsById(ids)
      return ids.flatMap(id => found.get(id) ?? [])
    },
    findByIdentifiers: async keys => {
      const found = new Map<string, string>()
      for (const piece of piecesOf([...new Set(keys)], runner.rowsMax)) {
        for (const { key, id } of await runner.run(organisations.findIdentifiers, { keys: piece })) found.set(key, id)
      }
      return found
    },
    listOrganisations: async (filter, request) => {
      const parameters = filterParameters(filter)
      const [rows, { n }] = await Promise.all([
        runner.run(organisations.listOrganisations, { ...parameters, ...byName(request) }),
        runOne(runner, organisations.countOrganisations, parameters)
      ])
      return pageOf(rows, n, request.limit, row => row.nameKey, organisationOf)
    },
    countFacets: async filter => {
      const facet = (name: 'country' | 'kind' | 'domain' | 'sizeClass') => {
        const others: OrganisationFilter = { ...filter, [name]: undefined }
        return runner.run(organisations.countFacet, { ...filterParameters(others), facet: name })
      }
      const [{ n }, country, kind, domain, sizeClass] = await Promise.all([
        runOne(runner, organisations.countOrganisations, filterParameters(filter)), facet('country'), facet('kind'), facet('domain'), facet('sizeClass')
      ])
      return { total: n, country, kind, domain, sizeClass }
    },
    measureCoverage: async () => {
      const facet = (name: keyof Coverage['by']) => runner.run(organisations.countFacet, { ...filterParameters({}), facet: name })
      const [country, kind, sizeClass, domain, source, gaps, networkGaps, years, connections] = await Promise.all([
        facet('country'), facet('kind'), facet('sizeClass'), facet('domain'), facet('source'),
        runner.run(quality.countOrganisationGaps, {}), runner.run(quality.countNetworkGaps, {}), runner.run(quality.countYears, {}), runner.run(quality.countConnections, {})
      ])
      const total = country.reduce((sum, { count }) => sum + count, 0)
      return { organisations: total, by: { country, kind, sizeClass, domain, source }, gaps, networks: networkGaps, years: years as Coverage['years'], connections }
    },
    listNeighbours: async (id, depth, networkSizeMax, limit) => {
      const found: Awaited<ReturnType<GraphStore['listNeighbours']>> = []
      const known = [id]
      let frontier = [id]
      for (let step = 1; step <= depth && frontier.length > 0 && found.length < limit; step++) {
        const rows = await runner.run(organisations.listNeighbours, { ids: frontier, known, networkSizeMax, limit: limit - found.length })
        for (const { nameKey, kind, ...row } of rows) found.push({ ...row, kind: kind as Organisation['kind'], depth: step })
        frontier = rows.map(row => row.id)
        known.push(...frontier)
      }
      return found
    },

    getLink: async id => {
      const row = await runMaybe(runner, links.getLink, { id })
      return row && linkOf(row)
    },
    listLinks: async (filter, request) => {
      const { kind = null, source = null, target = null } = filter
      const organisation = filter.organisation ?? source ?? target
      const at = { organisation: organisation ?? '', kind, source, target }
      const [rows, { n }] = organisation === null
        ? await Promise.all([runner.run(links.listLinks, { kind, ...byId(request) }), runOne(runner, links.countLinks, { kind })])
        : await Promise.all([runner.run(links.listOrganisationLinks, { ...at, ...byId(request) }), runOne(runner, links.countOrganisationLinks, at)])
      return pageOf(rows, n, request.limit, row => row.id, linkOf)
    },

    getNetwork: async id => {
      const row = await runMaybe(runner, networks.getNetwork, { id })
      return row && networkOf(row)
    },
    findNetworks: async externalKeys => {
      const found = new Map<string, string>()
      for (const piece of piecesOf([...new Set(externalKeys)], runner.rowsMax)) {
        for (const { key, id } of await runner.run(networks.findExternalKeys, { keys: piece })) found.set(key, id)
      }
      return found
    },
    listNetworks: async ({ organisation, ...filter }, request) => {
      const parameters = networkParameters(filter)
      const [rows, { n }] = organisation === undefined
        ? await Promise.all([runner.run(networks.listNetworks, { ...parameters, ...byName(request) }), runOne(runner, networks.countNetworks, parameters)])
        : await Promise.all([
          runner.run(networks.listOrganisationNetworks, { ...parameters, ...byName(request), organisation }),
          runOne(runner, networks.countOrganisationNetworks, { ...parameters, organisation })
        ])
      return pageOf(rows, n, request.limit, row => row.nameKey, networkOf)
    },
    listSharedNetworks: async ([first, second], limit) => (await runner.run(networks.listSharedNetworks, { first, second, limit })).map(networkOf),

    getMembership: async id => {
      const row = await runMaybe(runner, memberships.getMembership, { id })
      return row && membershipOf(row)
    },
    listMemberships: async ({ organisation, network }, request) => {
      const page = byId(request)
      const [rows, total] = organisation !== undefined
        ? await Promise.all([
          runner.run(memberships.listOrganisationMemberships, { organisation, network: network ?? null, ...page }),
          runOne(runner, memberships.countOrganisationMemberships, { organisation, network: network ?? null }).then(({ n }) => n)
        ])
        : network !== undefined
          ? await Promise.all([
            runner.run(memberships.listNetworkMemberships, { network, ...page }), runOne(runner, memberships.countNetworkMemberships, { network }).then(({ n }) => n)
          ])
          : await Promise.all([runner.run(memberships.listMemberships, page), runOne(runner, dataset.countDataset, {}).then(counts => counts.memberships)])
      return pageOf(rows, total, request.limit, row => row.id, membershipOf)
    },

    listSources: async () => (await runner.run(sources.listSources, {})).map(sourceOf),
    getImport: async id => {
      const row = await runMaybe(runner, imports.getImport, { id })
      return row && importOf(row)
    },
    listImports: async request => {
      const [rows, { n }] = await Promise.all([runner.run(imports.listImports, newestFirst(request)), runOne(runner, imports.countImports, {})])
      return pageOf(rows, n, request.limit, row => row.startedAt, importOf)
    },

    getRun: async id => {
      const row = await runMaybe(runner, runs.getRun, { id })
      return row && runOf(row)
    },
    listRuns: async request => {
      const [rows, { n }] = await Promise.all([runner.run(runs.listRuns, newestFirst(request)), runOne(runner, runs.countRuns, {})])
      return pageOf(rows, n, request.limit, row => row.requestedAt, runOf)
    },
    streamResults: (run, batchSize) => mapBatches(runner.stream(runs.streamResults, { run }, batchSize), resultOf),
    listClusters: async run => (await runner.run(runs.listClusters, { run })).map(clusterOf),
    getRunTable: async (run, name) => {
      const row = await runMaybe(runner, runs.getTable, { run, name })
      return row && { name, columns: row.content as RunTable['columns'] }
    },

    getRecord: async (kind, id, version) => {
      if (version !== undefined) {
        const row = await runMaybe(runner, records.getRecordVersion, { kind, id, version })
        return row && recordOf(row)
      }
      const row = await runMaybe(runner, records.getNewestRecord, { kind, id })
      return row === null || row.document === null ? null : recordOf(row)
    },
    listRecords: async ({ kind, subject }, request) => {
      const page = { kind, ...newestFirst(request) }
      const [rows, { n }] = subject === undefined
        ? await Promise.all([runner.run(records.listRecords, page), runOne(runner, records.countRecords, { kind })])
        : await Promise.all([runner.run(records.listSubjectRecords, { subject, ...page }), runOne(runner, records.countSubjectRecords, { subject, kind })])
      return pageOf(rows, n, request.limit, row => row.savedAt, recordOf)
    },
    listRecordVersions: async (kind, id) => (await runner.run(records.listRecordVersions, { kind, id })).map(recordOf),

    getTable: hash => runMaybe(runner, valueChains.getTable, { hash }),
    listTables: () => runner.run(valueChains.listTables, {}),
    getTableResult: async (hash, key) => (await runMaybe(runner, valueChains.getResult, { hash, key }))?.content ?? null
  }
}

function networkParameters ({ kind, domain, programme, nameStartsWith }: NetworkFilter) {
  return { kind: kind ?? null, domain: domain ?? null, programme: programme ?? null, namePrefix: nameKey(nameStartsWith ?? '') }
}
