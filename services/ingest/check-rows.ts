/** First pass: every row is read and checked against the model, the other rows and the store; nothing is written. */
import { linkId, membershipId } from '../ids.ts'
import { ROW_ERRORS_LISTED_MAX } from '../contract/import.ts'
import type { ImportOptions, ImportReport, RowError } from '../contract/import.ts'
import type { GraphStore } from '../store/graph-store.ts'
import type { Draft, FormatReader, RowDrafts } from './drafts.ts'
import { FileProblem } from './file-problem.ts'
import type { ImportContext } from './import-context.ts'
import type { ImportLimits } from './limits.ts'
import { NetworkIndex } from './network-index.ts'
import { Notes } from './notes.ts'
import { OrganisationIndex } from './organisation-index.ts'
import { readRedirects } from './read-redirects.ts'

/** Rows looked up together: one question to the store for each batch. */
export const BATCH_ROWS = 500

export interface Checked {
  organisations: OrganisationIndex
  networks: NetworkIndex
  /** Rows of each organisation named more than once. */
  repeated: Map<string, number>
  /** Rows left out, by rowKey. */
  faulty: Set<string>
  /** True if a file could not be read to its end. */
  broken: boolean
  rowsRead: number
  rowsSkipped: number
  counts: ImportReport['written']
  errorsTotal: number
  errors: RowError[]
  notes: string[]
}

export const rowKey = ({ row }: RowDrafts): string => `${row.file}\n${row.line}`

export async function checkRows (store: GraphStore, format: FormatReader, options: ImportOptions, limits: ImportLimits, context: ImportContext): Promise<Checked> {
  const source = format.dataSource.key
  const organisations = new OrganisationIndex(store, source, await readRedirects(store))
  const networks = new NetworkIndex(store, source)
  const notes = new Notes()
  const rowsOf = new Map<string, number>()
  const seen = { networks: new Set<string>(), memberships: new Set<string>(), links: new Set<string>() }
  const coordinators = new Map<string, number>()
  const faulty = new Set<string>()
  const errors: RowError[] = []
  let errorsTotal = 0
  let rowsRead = 0
  let broken = false

  function list (problems: RowError[]): void {
    errorsTotal += problems.length
    errors.push(...problems.slice(0, Math.max(0, ROW_ERRORS_LISTED_MAX - errors.length)))
  }

  function check (draft: Draft, row: RowDrafts['row']): void {
    switch (draft.type) {
      case 'organisation': {
        const resolved = organisations.resolve(draft)
        if ('conflict' in resolved) return row.refuse(null, resolved.conflict, draft.organisation.name)
        for (const key of resolved.leftOut) notes.add('VAT numbers that another organisation of the source has too left out', key)
        if (draft.organisation.identifiers.length === 0) notes.add('organisations without an identifier are known by source, name and country')
        rowsOf.set(resolved.id, (rowsOf.get(resolved.id) ?? 0) + 1)
        return
      }
      case 'network': {
        seen.networks.add(networks.resolve(draft))
        return
      }
      case 'membership': {
        const organisation = organisations.find(draft.organisation)
        const network = networks.find(draft.network)
        if (organisation === null) row.refuse(draft.organisation.field, unknownOrganisation(source))
        if (network === null) row.refuse(draft.network.field, 'a network of this import or of the store, by its service id or external key')
        if (organisation === null || network === null || row.problems.length > 0) return
        const id = membershipId({ organisation, network, role: draft.membership.role })
        if (seen.memberships.has(id)) notes.add('memberships named twice, the last row counts')
        else if (draft.membership.role === 'coordinator') coordinators.set(network, (coordinators.get(network) ?? 0) + 1)
        seen.memberships.add(id)
        return
      }
      case 'link': {
        const [from, to] = [organisations.find(draft.source), organisations.find(draft.target)]
        if (from === null) row.refuse(draft.source.field, unknownOrganisation(source))
        if (to === null) row.refuse(draft.target.field, unknownOrganisation(source))
        if (from === null || to === null || row.problems.length > 0) return
        const id = linkId({ kind: draft.link.kind, source: from, target: to, product: draft.link.product })
        if (seen.links.has(id)) notes.add('links named twice, the last row counts')
        if (from === to) notes.add('links of an organisation to itself kept as its internal volume')
        if (draft.link.weight === 0) notes.add('links of weight 0 kept, left out of the network')
        seen.links.add(id)
      }
    }
  }

  try {
    for await (const batch of batches(format.read(notes))) {
      context.signal.throwIfAborted()
      if (rowsRead + batch.length > limits.rows) {
        const { row } = batch[limits.rows - rowsRead]
        throw new FileProblem(row.file, row.line, null, `more than ${limits.rows} rows`, `at most ${limits.rows} rows in one import: split the files`)
      }
      await prefetch(batch, organisations, networks)
      for (const rowDrafts of batch) {
        const { row, drafts } = rowDrafts
        if (row.problems.length === 0) for (const draft of drafts) check(draft, row)
        if (row.problems.length > 0) {
          faulty.add(rowKey(rowDrafts))
          list(row.problems)
        }
      }
      rowsRead += batch.length
      context.progress(rowsRead, null, 'Checking rows')
    }
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error
    broken = true
    list([error.rowError])
  }

  for (const count of coordinators.values()) if (count > 1) notes.add(count === 2 ? 'networks name two coordinators' : 'networks name more than two coordinators')
  const repeated = new Map([...rowsOf].filter(([, rows]) => rows > 1))
  for (const rows of repeated.values()) for (let i = 1; i < rows; i++) notes.add('rows name an organisation that an earlier row names, and were merged with it')
  for (const id of rowsOf.keys()) if (organisations.isStored(id)) notes.add('organisations were in the store already and are brought up to date')
  return {
    organisations, networks, repeated, faulty, broken, rowsRead, rowsSkipped: options.onError === 'skip' ? faulty.size : 0,
    counts: { organisations: rowsOf.size, networks: seen.networks.size, memberships: seen.memberships.size, links: seen.links.size },
    errorsTotal, errors, notes: notes.list()
  }
}

/** Asks the store for everything the rows of a batch refer to. */
async function prefetch (batch: RowDrafts[], organisations: OrganisationIndex, networks: NetworkIndex): Promise<void> {
  const drafts = batch.flatMap(({ drafts }) => drafts)
  await organisations.prefetch(
    drafts.filter(draft => draft.type === 'organisation'),
    drafts.flatMap(draft => draft.type === 'membership' ? [draft.organisation] : draft.type === 'link' ? [draft.source, draft.target] : []))
  await networks.prefetch(drafts.filter(draft => draft.type === 'network'), drafts.flatMap(draft => draft.type === 'membership' ? [draft.network] : []))
}

export async function * batches<Value> (values: AsyncIterable<Value>): AsyncGenerator<Value[]> {
  let batch: Value[] = []
  for await (const value of values) {
    if (batch.push(value) < BATCH_ROWS) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

const unknownOrganisation = (source: string): string =>
  `an organisation of this import or of the store: a service id, scheme:value such as pic:999978821, or its key in the source ${source}`
