/** Partner profiles from a file: one need or offer a row. All rows of the file or none. */
import { PartnerProfileInput, PROFILES_MAX } from '../contract/partner-profile.ts'
import type { PartnerProfile, ProfilesReport } from '../contract/partner-profile.ts'
import { unguardFormula } from '../csv-line.ts'
import { idFor } from '../ids.ts'
import { presentId, readRedirects } from '../ingest/read-redirects.ts'
import type { Row } from '../ingest/row.ts'
import type { Reference } from '../reference/reference.ts'
import type { GraphStore, StoredRecord } from '../store/graph-store.ts'
import { inTurn } from './in-turn.ts'
import { inputOf, listProfiles, profileDraft } from './partner-profiles.ts'
import type { ProfileKeeper } from './partner-profiles.ts'
import { readWholeFile, refuseUnknownCodes, reportOfFile } from './whole-file.ts'
import type { FileShape, GivenFile } from './whole-file.ts'

/** Columns of the file; organisation, type and title must be there. Lists are divided by semicolons or bars. */
export const PROFILE_FILE_COLUMNS = ['id', 'organisation', 'type', 'title', 'description', 'domains', 'sectors', 'trl', 'countries', 'partnerKinds', 'validFrom', 'validUntil', 'confidentiality', 'namedPartners'] as const
/** What an export says beside them: the service knows better, and they are passed over. */
const PASSED_OVER = ['state', 'version', 'savedAt', 'about']
/** Rows of one file: the needs and offers of a thousand firms, more than a region's brokers keep. */
export const PROFILE_ROWS_MAX = 5000
/** Bytes of one file: that many rows with descriptions of half their greatest length. */
export const PROFILE_FILE_BYTES_MAX = 12 * 1024 * 1024

const SHAPE: FileShape = { required: ['organisation', 'type', 'title'], known: [...PROFILE_FILE_COLUMNS, ...PASSED_OVER], rowsMax: PROFILE_ROWS_MAX, bytesMax: PROFILE_FILE_BYTES_MAX, split: 'split the file' }

export interface ProfilesStore extends ProfileKeeper { store: ProfileKeeper['store'] & Pick<GraphStore, 'getOrganisations'> }

interface ReadProfile { row: Row, id: string | null, organisation: string, profile: PartnerProfileInput }

/**
 * A row with the id of a profile takes its place; one without an id that of the profile of the same organisation, type and title, or is new. What says the same as
 * before gets no new version, and profiles that are not in the file stay as they are. Ids of merged organisations lead to those they are part of. One wrong row keeps the
 * whole file out.
 */
export const importProfiles = (keeper: ProfilesStore, given: GivenFile, reference: Reference): Promise<ProfilesReport> => inTurn(keeper.store, async () => {
  const asWritten: ReadProfile[] = []
  const file = await readWholeFile(given, SHAPE, row => asWritten.push(...profileIn(row, reference)))
  // Of a file that breaks off nobody knows what comes after: the rows before are not worth a word.
  const read = await throughMerges(keeper.store, file.broken === null ? asWritten : [])
  await checkOrganisations(keeper.store, read)
  const known = await listProfiles(keeper, null, true)
  const withdrawn = await readWithdrawn(keeper.store, read, known)
  const placed = read.map(each => ({ ...each, takesPlaceOf: placeOf(each, known, withdrawn) }))
  refuseTwice(placed)
  refuseTooMany(placed, known)
  const report = reportOfFile(given, file)
  // A file that is refused changes nothing: no word of what its rows would.
  const profiles = (report.errorsTotal > 0 ? [] : placed).map(({ organisation, profile: { title }, profile, takesPlaceOf }) => ({ organisation, title, change: changeOf(takesPlaceOf, profile), replaces: takesPlaceOf?.version ?? 0 }))
  if (given.dryRun || report.errorsTotal > 0) return { ...report, profiles, status: given.dryRun ? 'checked' : 'refused' }
  const changed = placed.filter(({ profile, takesPlaceOf }) => changeOf(takesPlaceOf, profile) !== 'same')
  const drafts = changed.map(({ id, organisation, profile, takesPlaceOf }) => {
    const under = takesPlaceOf?.id ?? id ?? idFor('prf', organisation, keeper.newKey())
    return profileDraft(keeper, organisation, under, takesPlaceOf?.version ?? withdrawn.get(under)?.version ?? 0, profile)
  })
  if (drafts.length > 0) await keeper.store.saveRecords(drafts)
  return { ...report, profiles, status: 'completed' }
})

/** None where something is wrong with the row, which then says what. */
function profileIn (row: Row, reference: Reference): ReadProfile[] {
  if (row.text('organisation') === '') row.refuse('organisation', 'the id of an organisation, such as org-7g2k9x0m4q8r')
  if (row.text('id') !== '' && !/^prf-[0-9a-z]{12}$/.test(row.text('id'))) row.refuse('id', 'the id of a profile, as a file of profiles has it; leave it empty for a new one')
  const profile = row.accept(PartnerProfileInput, {
    type: row.text('type'), title: unguardFormula(row.text('title')), description: unguardFormula(row.text('description')), domains: row.list('domains'), sectors: row.list('sectors'), trl: row.number('trl', false),
    countries: row.list('countries'), partnerKinds: row.list('partnerKinds'), validFrom: row.textOrNull('validFrom'), validUntil: row.textOrNull('validUntil'),
    ...(row.text('confidentiality') !== '' && { confidentiality: row.text('confidentiality') }), namedPartners: row.list('namedPartners')
  })
  if (profile !== null) refuseUnknownCodes(row, profile, reference)
  return profile === null || row.problems.length > 0 ? [] : [{ row, id: row.textOrNull('id'), organisation: row.text('organisation'), profile }]
}

async function throughMerges (store: ProfilesStore['store'], read: readonly ReadProfile[]): Promise<ReadProfile[]> {
  const redirects = await readRedirects(store)
  const present = (id: string): string => redirects.get(id) ?? id
  return read.map(({ organisation, profile, ...row }) => ({ ...row, organisation: present(organisation), profile: { ...profile, namedPartners: [...new Set(profile.namedPartners.map(present))] } }))
}

/** Owners and named partners are in the data, and nobody is named to itself. */
async function checkOrganisations (store: ProfilesStore['store'], read: readonly ReadProfile[]): Promise<void> {
  const known = new Set((await store.getOrganisations([...new Set(read.flatMap(({ organisation, profile }) => [organisation, ...profile.namedPartners]))])).map(({ id }) => id))
  for (const { row, organisation, profile } of read) {
    if (!known.has(organisation)) row.refuse('organisation', 'the id of an organisation in the data; the page of an organisation has it in its address')
    for (const partner of profile.namedPartners) {
      if (!known.has(partner)) row.refuse('namedPartners', 'ids of organisations in the data', partner)
      else if (partner === organisation) row.refuse('namedPartners', 'other organisations than the one of the row', partner)
    }
  }
}

interface Withdrawn { organisation: string, version: number }

/** Of the ids in the file that no profile has now, those that one had: it comes back as its next version. Its owner may have been merged since. */
async function readWithdrawn (store: ProfilesStore['store'], read: readonly ReadProfile[], known: readonly PartnerProfile[]): Promise<Map<string, Withdrawn>> {
  const current = new Set(known.map(({ id }) => id))
  const ids = [...new Set(read.flatMap(({ id }) => id === null || current.has(id) ? [] : [id]))]
  const newest = (await Promise.all(ids.map(async id => (await store.listRecordVersions('partner-profile', id)).at(-1)))).filter((record): record is StoredRecord => record !== undefined)
  return new Map(await Promise.all(newest.map(async ({ id, version, subjects: [owner] }) => [id, { organisation: await presentId(store, owner), version }] as const)))
}

/** The profile that a row takes the place of; notes where its id is that of another organisation, withdrawn or not. */
function placeOf ({ row, id, organisation, profile: { type, title } }: ReadProfile, known: readonly PartnerProfile[], withdrawn: ReadonlyMap<string, Withdrawn>): PartnerProfile | undefined {
  if (id === null) return known.find(other => other.organisation === organisation && other.type === type && other.title === title)
  const found = known.find(other => other.id === id)
  const owner = found?.organisation ?? withdrawn.get(id)?.organisation ?? organisation
  if (owner !== organisation) row.refuse('id', `the id of a profile of ${organisation}; this one is of another organisation`)
  return found
}

function refuseTwice (placed: ReadonlyArray<ReadProfile & { takesPlaceOf: PartnerProfile | undefined }>): void {
  const lines = new Map<string, number>()
  for (const { row, id, organisation, profile: { type, title }, takesPlaceOf } of placed) {
    const key = takesPlaceOf?.id ?? id ?? [organisation, type, title].join('\n')
    const first = lines.get(key)
    if (first === undefined) lines.set(key, row.line)
    else row.refuse('title', `each need or offer once: line ${first} is the same one`)
  }
}

function refuseTooMany (placed: ReadonlyArray<ReadProfile & { takesPlaceOf: PartnerProfile | undefined }>, known: readonly PartnerProfile[]): void {
  const kept = new Map<string, number>()
  for (const { organisation } of known) kept.set(organisation, (kept.get(organisation) ?? 0) + 1)
  for (const { row, organisation, takesPlaceOf } of placed) {
    if (takesPlaceOf !== undefined) continue
    const count = (kept.get(organisation) ?? 0) + 1
    kept.set(organisation, count)
    if (count > PROFILES_MAX) row.refuse('organisation', `at most ${PROFILES_MAX} needs and offers of one organisation, those that are kept already included`)
  }
}

const changeOf = (known: PartnerProfile | undefined, profile: PartnerProfileInput): 'new' | 'changed' | 'same' =>
  known === undefined ? 'new' : JSON.stringify(inOrder(inputOf(known))) === JSON.stringify(inOrder(profile)) ? 'same' : 'changed'

const inOrder = (profile: PartnerProfileInput): unknown[] => Object.entries(profile).sort(([a], [b]) => a < b ? -1 : 1)
