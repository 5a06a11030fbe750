/**
 * Needs and offers of organisations, kept as records: every version of a profile stays, and a profile outlives its organisation.
 * What is confidential is left out here for whoever may not be shown it; exports and reports take what is public alone.
 */
import { PROFILES_MAX } from '../contract/partner-profile.ts'
import type { PartnerProfile, PartnerProfileInput } from '../contract/partner-profile.ts'
import { ServiceError } from '../errors.ts'
import { idFor } from '../ids.ts'
import { mergedInto } from '../ingest/read-redirects.ts'
import type { GraphStore, RecordDraft, StoredRecord } from '../store/graph-store.ts'
import { inTurn } from './in-turn.ts'

const KIND = 'partner-profile'
/** Profiles read at once. */
const BATCH_SIZE = 500

export interface ProfileKeeper {
  store: Pick<GraphStore, 'saveRecords' | 'getRecord' | 'listRecords' | 'listRecordVersions'>
  clock: () => Date
  newKey: () => string
}

/** Of one organisation, or of all, the last changed first; expired ones too. `confidential`: those that are not public too. */
export async function listProfiles ({ store, clock }: Pick<ProfileKeeper, 'store' | 'clock'>, organisation: string | null, confidential: boolean): Promise<PartnerProfile[]> {
  const today = dayOf(clock)
  const profiles: PartnerProfile[] = []
  const filter = { kind: KIND, ...(organisation !== null && { subject: organisation }) } as const
  for (let { rows, next } = await store.listRecords(filter, { limit: BATCH_SIZE, after: null }); ; { rows, next } = await store.listRecords(filter, { limit: BATCH_SIZE, after: next })) {
    profiles.push(...rows.map(row => profileOf(row, today)))
    if (next === null) return profiles.filter(({ confidentiality }) => confidential || confidentiality === 'public')
  }
}

/** CONFLICT where the organisation has PROFILES_MAX already. */
export async function addProfile ({ store, clock, newKey }: ProfileKeeper, organisation: string, profile: PartnerProfileInput): Promise<PartnerProfile> {
  return await inTurn(store, async () => {
    await refuseMerged(store, organisation)
    const { total } = await store.listRecords({ kind: KIND, subject: organisation }, { limit: 1, after: null })
    if (total >= PROFILES_MAX) throw new ServiceError('CONFLICT', `${organisation} has ${total} profiles, and at most ${PROFILES_MAX} are kept; change or withdraw one of them.`)
    return await save({ store, clock }, organisation, idFor('prf', organisation, newKey()), 0, profile)
  })
}

/** CONFLICT where the profile has changed since the version `basedOn` was read. */
export async function changeProfile ({ store, clock }: Pick<ProfileKeeper, 'store' | 'clock'>, organisation: string, id: string, basedOn: number, profile: PartnerProfileInput): Promise<PartnerProfile> {
  await checkVersion(store, organisation, id, basedOn)
  return await save({ store, clock }, organisation, id, basedOn, profile)
}

/** The versions before stay. CONFLICT as above. */
export async function withdrawProfile ({ store, clock }: Pick<ProfileKeeper, 'store' | 'clock'>, organisation: string, id: string, basedOn: number): Promise<void> {
  await checkVersion(store, organisation, id, basedOn)
  await store.saveRecords([{ kind: KIND, id, savedAt: clock().toISOString(), subjects: [organisation], document: null, basedOn }])
}

/** NOT_FOUND for one that the organisation does not have, or that may not be shown. */
export async function findProfile ({ store, clock }: Pick<ProfileKeeper, 'store' | 'clock'>, organisation: string, id: string, confidential: boolean): Promise<PartnerProfile> {
  const record = await store.getRecord(KIND, id)
  const profile = record === null ? null : profileOf(record, dayOf(clock))
  if (profile?.organisation !== organisation || !(confidential || profile.confidentiality === 'public')) throw unknownProfile(organisation, id)
  return profile
}

/** Every version that was not the withdrawal, oldest first, as it was, also from before its organisation was merged into this one; what may not be shown is left out. */
export async function listProfileVersions ({ store, clock }: Pick<ProfileKeeper, 'store' | 'clock'>, organisation: string, id: string, confidential: boolean): Promise<PartnerProfile[]> {
  const records = await store.listRecordVersions(KIND, id)
  const versions = records.at(-1)?.subjects[0] === organisation ? records.filter(({ document }) => document !== null).map(record => profileOf(record, dayOf(clock))) : []
  const shown = versions.filter(({ confidentiality }) => confidential || confidentiality === 'public')
  if (shown.length === 0) throw unknownProfile(organisation, id)
  return shown
}

async function checkVersion (store: ProfileKeeper['store'], organisation: string, id: string, basedOn: number): Promise<void> {
  await refuseMerged(store, organisation)
  const record = await store.getRecord(KIND, id)
  if (record === null || !record.subjects.includes(organisation)) throw unknownProfile(organisation, id)
  if (record.version !== basedOn) throw new ServiceError('CONFLICT', `Profile ${id} is at version ${record.version}, and the change is based on ${basedOn}: somebody changed it meanwhile. Read it again at /api/v1/organisations/${organisation}/profiles/${id}.`)
}

export const profileDraft = ({ clock }: Pick<ProfileKeeper, 'clock'>, organisation: string, id: string, basedOn: number, profile: PartnerProfileInput): RecordDraft =>
  ({ kind: KIND, id, savedAt: clock().toISOString(), subjects: [organisation], document: profile, basedOn })

/** What its owner said: without what the service adds. */
export const inputOf = ({ id: _id, organisation: _organisation, version: _version, savedAt: _savedAt, state: _state, ...input }: PartnerProfile): PartnerProfileInput => input

async function save ({ store, clock }: Pick<ProfileKeeper, 'store' | 'clock'>, organisation: string, id: string, basedOn: number, profile: PartnerProfileInput): Promise<PartnerProfile> {
  const draft = profileDraft({ clock }, organisation, id, basedOn, profile)
  await store.saveRecords([draft])
  return profileOf({ ...draft, version: basedOn + 1 }, dayOf(clock))
}

const profileOf = ({ id, version, savedAt, subjects: [organisation], document }: StoredRecord, today: string): PartnerProfile => {
  const profile = document as PartnerProfileInput
  return { ...profile, id, organisation, version, savedAt, state: stateOf(profile, today) }
}

/** Both days count; as days of UTC. */
const stateOf = ({ validFrom, validUntil }: PartnerProfileInput, today: string): PartnerProfile['state'] =>
  validFrom !== null && today < validFrom ? 'not-yet-valid' : validUntil !== null && today > validUntil ? 'expired' : 'valid'

const dayOf = (clock: () => Date): string => clock().toISOString().slice(0, 10)

/** CONFLICT for one that was merged: whoever has its page open goes on at the one it is part of. */
export async function refuseMerged (store: Pick<GraphStore, 'getRecord'>, organisation: string): Promise<void> {
  const kept = await mergedInto(store, organisation)
  if (kept !== null) throw new ServiceError('CONFLICT', `${organisation} was merged into ${kept} meanwhile, and its profiles went with it. Read them again at /api/v1/organisations/${kept}/profiles, and make the change there.`, { didYouMean: [kept] })
}

const unknownProfile = (organisation: string, id: string): ServiceError =>
  new ServiceError('NOT_FOUND', `Profile "${id.slice(0, 60)}" is not among the profiles of ${organisation}; /api/v1/organisations/${organisation}/profiles lists them.`)
