/** What regions have declared as their specialisation: one record for each region, by its code; every state of it is kept. */
import { DeclaredPriorities } from '../contract/declared-priorities.ts'
import type { DeclaredInput, DeclaredPriority, DeclaredState, DeclaredVersion } from '../contract/declared-priorities.ts'
import { newestRegionCode } from '../contract/region-codes.ts'
import { CountryCode } from '../contract/scalars.ts'
import { ServiceError } from '../errors.ts'
import { nearestCodes } from '../reference/nearest-codes.ts'
import { VINTAGES_KNOWN } from '../reference/reference.ts'
import type { Reference } from '../reference/reference.ts'
import type { GraphStore, ListRequest, RecordDraft, Rows, StoredRecord } from '../store/graph-store.ts'

export type DeclaredStore = Pick<GraphStore, 'saveRecords' | 'getRecord' | 'listRecords' | 'listRecordVersions'>

const KIND = 'declared-priorities'
/** Records fetched at once when all are wanted. */
const BATCH_SIZE = 500

/** The code under which a region is kept: capitals; a country as ISO has it (GR, not EL); of a region under two codes that of NUTS 2024; null where no country and no NUTS region has it, in either vintage. */
export function regionCode (text: string, reference: Reference): string | null {
  const code = text.trim().toUpperCase()
  if (code.length === 2) return reference.country(code) === undefined ? null : CountryCode.parse(code)
  return VINTAGES_KNOWN.some(vintage => reference.region(code, vintage) !== undefined) ? newestRegionCode(code) : null
}

/** As regionCode; INVALID_INPUT with the codes most like it where there is none. */
export function needRegion (text: string, reference: Reference): string {
  const code = regionCode(text, reference)
  if (code !== null) return code
  const near = reference.didYouMean(text.trim().length === 2 ? 'countries' : 'regions', text)
  const message = `is neither a NUTS code nor a country code${near.length > 0 ? `; did you mean ${near.join(' or ')}?` : '; /api/v1/reference/regions lists them'}`
  throw new ServiceError('INVALID_INPUT', `region "${text.slice(0, 60)}" ${message}`, { errors: [{ path: 'region', value: text.slice(0, 60), message }], didYouMean: near })
}

/** The last saved first. */
export async function listDeclared (store: DeclaredStore, request: ListRequest): Promise<Rows<DeclaredState>> {
  const { rows, ...rest } = await store.listRecords({ kind: KIND }, request)
  return { ...rest, rows: rows.map(stateOf) }
}

/** All regions that have declared anything, by code. */
export async function loadDeclared (store: DeclaredStore): Promise<DeclaredState[]> {
  const states: DeclaredState[] = []
  for (let after: ListRequest['after'] | undefined = null; after !== undefined;) {
    const { rows, next }: Rows<DeclaredState> = await listDeclared(store, { limit: BATCH_SIZE, after })
    states.push(...rows)
    after = next ?? undefined
  }
  return states.sort((a, b) => a.region < b.region ? -1 : 1)
}

/** The newest state, or the version named. NOT_FOUND, with the declared regions most like it, where there is none. */
export async function getDeclared (store: DeclaredStore, region: string, version?: number): Promise<DeclaredState> {
  const record = await store.getRecord(KIND, region, version)
  if (record === null || record.document === null) throw await nothingDeclared(store, region, version)
  return stateOf(record)
}

/** Every state, oldest first. NOT_FOUND where nothing was ever declared. */
export async function listDeclaredVersions (store: DeclaredStore, region: string): Promise<DeclaredVersion[]> {
  const records = await store.listRecordVersions(KIND, region)
  if (records.length === 0) throw await nothingDeclared(store, region)
  return records.map(({ version, savedAt, document }) => ({ version, savedAt, priorities: document === null ? null : DeclaredPriorities.parse(document).priorities }))
}

/** Takes the place of what was declared. StoreConflict where `version` is not the newest; 0 stands for nothing declared, or withdrawn. */
export async function declare (store: DeclaredStore, region: string, { priorities, version }: Pick<DeclaredInput, 'priorities' | 'version'>, clock: () => Date): Promise<DeclaredState> {
  const basedOn = version === 0 && await store.getRecord(KIND, region) === null ? await newestVersion(store, region) : version
  const draft = declaredDraft(region, priorities, basedOn, clock)
  await store.saveRecords([draft])
  return { region, priorities, version: basedOn + 1, savedAt: draft.savedAt }
}

/** The region has declared nothing any more; what it had declared stays among its versions. StoreConflict where `basedOn` is not the newest. */
export async function withdraw (store: DeclaredStore, region: string, basedOn: number, clock: () => Date): Promise<void> {
  await getDeclared(store, region)
  await store.saveRecords([{ kind: KIND, id: region, subjects: [region], document: null, basedOn, savedAt: clock().toISOString() }])
}

/** 0: nothing was ever declared. A withdrawal is a version too. */
export const newestVersion = async (store: DeclaredStore, region: string): Promise<number> => (await store.listRecordVersions(KIND, region)).at(-1)?.version ?? 0

export const declaredDraft = (region: string, priorities: readonly DeclaredPriority[], basedOn: number, clock: () => Date): RecordDraft =>
  ({ kind: KIND, id: region, subjects: [region], document: { region, priorities }, basedOn, savedAt: clock().toISOString() })

const stateOf = ({ document, version, savedAt }: StoredRecord): DeclaredState => ({ ...DeclaredPriorities.parse(document), version, savedAt })

async function nothingDeclared (store: DeclaredStore, region: string, version?: number): Promise<ServiceError> {
  const what = version === undefined ? `Region ${region} has declared no priorities here` : `Version ${version} of the priorities of ${region} is not there`
  return new ServiceError('NOT_FOUND', `${what}; /api/v1/declared-priorities lists the regions that have.`, { didYouMean: nearestCodes(region, (await loadDeclared(store)).map(state => state.region).filter(code => code !== region)) })
}
