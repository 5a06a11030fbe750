/** The writing half of the port, over the statement pairs. Each function runs inside a transaction that the store has begun. */
import * as dataset from '../../graph-queries/dataset/index.ts'
import * as imports from '../../graph-queries/imports/index.ts'
import * as links from '../../graph-queries/links/index.ts'
import * as memberships from '../../graph-queries/memberships/index.ts'
import * as networks from '../../graph-queries/networks/index.ts'
import * as organisations from '../../graph-queries/organisations/index.ts'
import * as records from '../../graph-queries/records/index.ts'
import * as runs from '../../graph-queries/runs/index.ts'
import * as sources from '../../graph-queries/sources/index.ts'
import * as valueChains from '../../graph-queries/value-chains/index.ts'
import type { Query } from '../../graph-queries/query.ts'
import type { Cluster } from '../contract/cluster.ts'
import type { RecordKind } from '../contract/record.ts'
import type { Run } from '../contract/run.ts'
import { StoreConflict } from './graph-store.ts'
import type { Deletion, RecordDraft, RunResult, RunTable, StoredTable, StoreWriter, Upserted } from './graph-store.ts'
import { clusterRow, importRow, linkRow, networkRow, organisationRow, recordRow, resultRow, runRow } from './records.ts'
import { piecesOf, runMaybe, runOne } from './statement-runner.ts'
import type { StatementRunner } from './statement-runner.ts'

/** Fields of a stored result beside its measures, which stand among them in Neo4j. */
const RESULT_KEYS = ['run', 'organisation', 'cluster', 'x', 'y']
/** Ids that a conflict names; the rest is counted. */
const CONFLICTS_NAMED_MAX = 5

/** Marks what it writes with the revision. */
type MarkingQuery = Query<{ rows: 'rows', revision: 'integer' }, { n: 'number' }>
type IdsQuery = Query<{ ids: 'texts' }, { id: 'text' }>
type ConflictQuery = Query<{ rows: 'rows' }, { id: 'text' }>

/** `revision`: the one that the transaction will make. */
export function createWriter (runner: StatementRunner, revision: number): StoreWriter {
  const upsert = async (rows: object[], write: (piece: object[]) => Promise<unknown>) => {
    for (const piece of piecesOf(rows, runner.rowsMax)) await write(piece)
    return rows.length
  }
  const remove = async (kind: Deletion['kind'], query: Query<{ id: 'text' }, { n: 'number' }>, id: string) => {
    const { n } = await runOne(runner, query, { id })
    if (n > 0) await runOne(runner, dataset.addDeletion, { revision, kind, id })
    return n > 0
  }
  const findIds = async (query: IdsQuery, ids: Iterable<string>): Promise<Set<string>> => {
    const found = new Set<string>()
    for (const piece of piecesOf([...new Set(ids)], runner.rowsMax)) {
      for (const { id } of await runner.run(query, { ids: piece })) found.add(id)
    }
    return found
  }
  /** Splits off rows with an end that is not there, refuses ids that mean something else, upserts the rest. */
  const upsertBetween = async <Row extends { id: string }>(
    rows: Row[], ends: Array<{ query: IdsQuery, of: (row: Row) => string[] }>, meaning: (row: Row) => string, queries: { conflicts: ConflictQuery, upsert: MarkingQuery }, other: string
  ): Promise<Upserted> => {
    const answer: Upserted = { written: 0, unknown: [] }
    for (const piece of piecesOf(rows, runner.rowsMax)) {
      const present = await Promise.all(ends.map(({ query, of }) => findIds(query, piece.flatMap(of))))
      const complete = piece.filter(row => {
        const missing = [...new Set(ends.flatMap(({ of }, i) => of(row).filter(id => !present[i].has(id))))]
        if (missing.length > 0) answer.unknown.push({ id: row.id, missing })
        return missing.length === 0
      })
      const stored = await runner.run(queries.conflicts, { rows: complete })
      refuse([...contradictions(complete, meaning), ...stored.map(({ id }) => id)], other)
      await runOne(runner, queries.upsert, { rows: complete, revision })
      answer.written += complete.length
    }
    return answer
  }

  return {
    upsertSources: rows => upsert(rows, piece => runOne(runner, sources.upsertSources, { rows: piece })),
    upsertOrganisations: rows => upsert(lastOfEach(rows).map(organisationRow), async piece => {
      await runOne(runner, organisations.upsertOrganisations, { rows: piece, revision })
      await runOne(runner, organisations.detachIdentifiers, { rows: piece })
      await runOne(runner, organisations.upsertIdentifiers, { rows: piece })
    }),
    upsertLinks: rows => upsertBetween(rows.map(linkRow),
      [{ query: organisations.findOrganisations, of: row => [row.source, row.target] }],
      row => `${row.kind} ${row.source} ${row.target}`,
      { conflicts: links.findLinkConflicts, upsert: links.upsertLinks }, 'link of another kind or between other organisations'),
    upsertNetworks: rows => upsert(lastOfEach(rows).map(networkRow), piece => runOne(runner, networks.upsertNetworks, { rows: piece, revision })),
    upsertMemberships: rows => upsertBetween(rows,
      [{ query: organisations.findOrganisations, of: row => [row.organisation] }, { query: networks.findNetworks, of: row => [row.network] }],
      row => `${row.organisation} ${row.network}`,
      { conflicts: memberships.findMembershipConflicts, upsert: memberships.upsertMemberships }, 'membership of another organisation or network'),
    deleteOrganisation: id => remove('organisation', organisations.deleteOrganisation, id),
    deleteLink: id => remove('link', links.deleteLink, id),
    deleteNetwork: id => remove('network', networks.deleteNetwork, id),
    deleteMembership: id => remove('membership', memberships.deleteMembership, id),
    saveImport: async report => {
      await runOne(runner, imports.saveImport, { rows: [importRow(report)] })
    },
    saveRecords: drafts => saveRecords(runner, drafts)
  }
}

/** Of rows with one id the last, in the place of the first. */
const lastOfEach = <Row extends { id: string }>(rows: Row[]): Row[] => [...new Map(rows.map(row => [row.id, row])).values()]

/** Ids that these rows give to two different things. */
function contradictions<Row extends { id: string }> (rows: Row[], meaning: (row: Row) => string): string[] {
  const first = new Map<string, string>()
  return rows.filter(row => {
    const known = first.get(row.id) ?? meaning(row)
    first.set(row.id, known)
    return known !== meaning(row)
  }).map(row => row.id)
}

function refuse (ids: string[], other: string): void {
  if (ids.length === 0) return
  const named = [...new Set(ids)].sort()
  const more = named.length > CONFLICTS_NAMED_MAX ? ` and ${named.length - CONFLICTS_NAMED_MAX} more` : ''
  throw new StoreConflict(`${named.slice(0, CONFLICTS_NAMED_MAX).join(', ')}${more}: the id belongs to a ${other}; delete that one first or use the id of the new one`)
}

export async function saveRun (runner: StatementRunner, run: Run, scoreKeys: string[] = []): Promise<void> {
  const { n } = await runOne(runner, runs.saveRun, { rows: [runRow(run, scoreKeys)] })
  if (n === 0) throw new StoreConflict(`run ${run.id} is completed: a completed run is never changed; start a new one`)
}

export async function completeRun (runner: StatementRunner, run: Run, results: RunResult[], clusters: Cluster[], tables: RunTable[] = []): Promise<void> {
  if (run.status !== 'completed') throw new StoreConflict(`run ${run.id} is ${run.status}: only a completed run has results`)
  const scoreKeys = [...new Set(results.flatMap(result => Object.keys(result.scores)))]
  const taken = scoreKeys.find(key => RESULT_KEYS.includes(key))
  if (taken !== undefined) throw new StoreConflict(`a measure cannot be called "${taken}": results have a field of that name`)
  await saveRun(runner, run, scoreKeys)
  for (const rows of piecesOf(results, runner.rowsMax)) {
    await runOne(runner, runs.saveResults, { run: run.id, rows: rows.map(result => resultRow(result, scoreKeys)) })
  }
  for (const rows of piecesOf(clusters.map(clusterRow), runner.rowsMax)) await runOne(runner, runs.saveClusters, { run: run.id, rows })
  for (const table of tables) await runOne(runner, runs.saveTables, { run: run.id, rows: [{ name: table.name, content: JSON.stringify(table.columns) }] })
}

export async function saveTable (runner: StatementRunner, { hash, importedAt, document }: StoredTable): Promise<boolean> {
  if (await runMaybe(runner, valueChains.getTable, { hash }) !== null) return false
  await runOne(runner, valueChains.saveTable, { rows: [{ hash, importedAt, document: JSON.stringify(document) }] })
  return true
}

export async function deleteTable (runner: StatementRunner, hash: string): Promise<boolean> {
  await runOne(runner, valueChains.deleteResults, { hash })
  return (await runOne(runner, valueChains.deleteTable, { hash })).n > 0
}

export async function saveTableResult (runner: StatementRunner, hash: string, key: string, content: unknown): Promise<void> {
  const { n } = await runOne(runner, valueChains.saveResults, { rows: [{ table: hash, key, content: JSON.stringify(content) }] })
  if (n === 0) throw new StoreConflict(`input-output table ${hash} is not in the store any more`)
}

/** Adds versions of records, several of one record in the order given. The transaction must already keep other writers out, so that what is newest stays so until it ends. */
export async function saveRecords (runner: StatementRunner, drafts: RecordDraft[]): Promise<void> {
  for (const round of roundsOf(drafts)) {
    for (const piece of piecesOf(round, runner.rowsMax)) {
      await refuseOutdated(runner, piece)
      const rows = piece.map(recordRow)
      await runOne(runner, records.detachListings, { rows })
      await runOne(runner, records.addRecords, { rows })
      await runOne(runner, records.addSubjects, { rows })
    }
  }
}

export async function eraseRecords (runner: StatementRunner, drafts: RecordDraft[], { kinds, subject }: { kinds: RecordKind[], subject: string }): Promise<void> {
  await saveRecords(runner, drafts)
  for (const kind of kinds) await runOne(runner, records.deleteSubjectRecords, { subject, kind })
  await runOne(runner, records.deleteSubject, { subject })
}

const recordName = ({ kind, id }: { kind: string, id: string }) => `${kind} ${id}`

/** Each record once in a round: a statement sees what is newest before it. */
function roundsOf (drafts: RecordDraft[]): RecordDraft[][] {
  const rounds: RecordDraft[][] = []
  const saved = new Map<string, number>()
  for (const draft of drafts) {
    const round = saved.get(recordName(draft)) ?? 0
    saved.set(recordName(draft), round + 1)
    ;(rounds[round] ??= []).push(draft)
  }
  return rounds
}

async function refuseOutdated (runner: StatementRunner, drafts: RecordDraft[]): Promise<void> {
  const newest = new Map((await runner.run(records.findNewestVersions, { rows: drafts.map(({ kind, id }) => ({ kind, id })) })).map(row => [recordName(row), row]))
  for (const draft of drafts) {
    const name = recordName(draft)
    const { version, isListed } = newest.get(name) ?? { version: 0, isListed: true }
    if (version === draft.basedOn) continue
    const base = draft.basedOn === 0 ? 'a new record' : `based on version ${draft.basedOn}`
    const found = version === 0 ? 'there is none' : `version ${version} is the newest${isListed ? '' : ' and says that it was deleted'}`
    throw new StoreConflict(`${name} was to be saved as ${base}, but ${found}: read it again, with its versions, and make the change on what is there now`)
  }
}
