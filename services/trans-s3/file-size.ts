/** What the file of a workspace comes to, told change by change, so that none is made that the service could not read back, and that those who lead can always revoke a link. */
import { ITEMS_EVER_MAX } from '../contract/workspace-items.ts'
import { reachOf } from '../contract/workspace-access.ts'
import { WORKSPACE_CHANGES_MAX } from '../contract/workspace.ts'
import type { WorkspaceChange, WorkspaceRole } from '../contract/workspace.ts'
import { ServiceError } from '../errors.ts'

/** Bytes of a file: a thousand ratings in ten versions each take 8 MB. */
export const WORKSPACE_FILE_BYTES_MAX = 32 * 1024 * 1024
/** What authorities and stakeholders fill of each limit, else one of them could fill all of it and could not be shut out any more: the last tenth, a thousand changes, revokes and renews the links of hundreds and settles what is open. */
export const PARTICIPANTS_SHARE = 0.9
/** What one participant alone fills of each limit: sixty priorities rated in ten versions, with a page of comment each, come to 2.4 MB; so nine of them are needed to leave no room for the others. */
export const PARTICIPANT_SHARE = 0.1
const MIB = 1024 * 1024

/** `items`: ever made, those taken out too. `bytes`: at most, a few less as there is no comma after the last of a list. */
export interface FileSize { items: number, bytes: number }
/** What one participant has brought to a file, ever. */
export interface Written extends FileSize { changes: number }

/** Of what stands around changes and items. */
export const EMPTY_FILE: FileSize = { items: 0, bytes: 200 }

/** With one change more. `made`: where a new item was made; null: one that is there has a new version. `version`: as it stands in the file. */
export function withChange ({ items, bytes }: FileSize, change: WorkspaceChange, versions: ReadonlyArray<{ id: string, made: readonly [number, number] | null, version: object }>): FileSize {
  return {
    items: items + versions.filter(({ made }) => made !== null).length,
    bytes: bytes + bytesAt(change, 2) + versions.reduce((sum, { id, made, version }) => sum + bytesAt(version, 4) + (made === null ? 0 : bytesAt({ id, made, versions: [] }, 2) + LIST_ENDS), 0)
  }
}

/** Line end and indent before the bracket of a list that holds something. */
const LIST_ENDS = 4
/** As it is written, that deep in the file, with the comma and the end of its line. */
function bytesAt (value: unknown, depth: number): number {
  const text = JSON.stringify(value, null, 1)
  return Buffer.byteLength(text) + depth * text.split('\n').length + 2
}

/** Of those who make and revoke links: what they write is bounded by the file alone. */
export const isLeading = (role: WorkspaceRole): boolean => reachOf(role, 'write participant') === 'all'

/** CONFLICT where the file could not be read back, or nothing were left for those who revoke links; `what` would come to that with so many changes, the last by somebody of this role. */
export function needFileRoom ({ items, bytes }: FileSize, changes: number, { role }: { role: WorkspaceRole }, what: string): void {
  const leads = isLeading(role)
  const share = leads ? 1 : PARTICIPANTS_SHARE
  const onward = leads ? 'Save it as a file as it is (GET /api/v1/workspaces/{id}/file), and begin another workspace.' : `Participants fill ${PARTICIPANTS_SHARE * 100} % of that; the rest is kept for the coordinator. Ask the coordinator to begin another workspace.`
  if (changes > WORKSPACE_CHANGES_MAX * share) throw new ServiceError('CONFLICT', `${what} would be changed ${changes} times; its file tells ${WORKSPACE_CHANGES_MAX}. ${onward}`)
  if (items > ITEMS_EVER_MAX * share) throw new ServiceError('CONFLICT', `${what} would have ${items} items, those taken out too; its file holds ${ITEMS_EVER_MAX}. ${onward}`)
  if (bytes > WORKSPACE_FILE_BYTES_MAX * share) throw new ServiceError('CONFLICT', `${what} would come to ${(bytes / MIB).toFixed(2)} MiB with every version of everything in it; a file that can be read back has at most ${WORKSPACE_FILE_BYTES_MAX / MIB} MiB. ${onward}`)
}

/** CONFLICT where one participant would leave too little to the others. */
export function needOwnRoom ({ items, bytes, changes }: Written): void {
  const onward = 'The others need room too. What you have written stays; tell the coordinator what is missing.'
  if (changes > WORKSPACE_CHANGES_MAX * PARTICIPANT_SHARE) throw new ServiceError('CONFLICT', `You would have changed the workspace ${changes} times; one participant may ${WORKSPACE_CHANGES_MAX * PARTICIPANT_SHARE} times. ${onward}`)
  if (items > ITEMS_EVER_MAX * PARTICIPANT_SHARE) throw new ServiceError('CONFLICT', `You would have made ${items} items, those taken out too; one participant may make ${ITEMS_EVER_MAX * PARTICIPANT_SHARE}. ${onward}`)
  if (bytes > WORKSPACE_FILE_BYTES_MAX * PARTICIPANT_SHARE) throw new ServiceError('CONFLICT', `You would have written ${(bytes / MIB).toFixed(2)} MiB, every version of everything counted; one participant may write ${(WORKSPACE_FILE_BYTES_MAX * PARTICIPANT_SHARE / MIB).toFixed(1)} MiB. ${onward}`)
}
