/** Records: every version of a document of people's work, and what it is about. `listedAs` is the kind of the newest version of a record that is not deleted, null in all others. */
import { defineQuery } from '../query.ts'

const RECORD = { kind: 'text', id: 'text', version: 'number', savedAt: 'text', subjects: 'texts', document: 'document' } as const
const PAGE = { kind: 'text', beforeTime: 'text', afterId: 'text', limit: 'integer' } as const

export const findNewestVersions = defineQuery('records/find-newest-versions', { rows: 'rows' }, { kind: 'text', id: 'text', version: 'number', isListed: 'boolean' })
export const detachListings = defineQuery('records/detach-listings', { rows: 'rows' }, { n: 'number' })
export const addRecords = defineQuery('records/add-records', { rows: 'rows' }, { n: 'number' })
export const addSubjects = defineQuery('records/add-subjects', { rows: 'rows' }, { n: 'number' })
export const deleteSubjectRecords = defineQuery('records/delete-subject-records', { subject: 'text', kind: 'text' }, { n: 'number' })
export const deleteSubject = defineQuery('records/delete-subject', { subject: 'text' }, { n: 'number' })
export const getNewestRecord = defineQuery('records/get-newest-record', { kind: 'text', id: 'text' }, RECORD)
export const getRecordVersion = defineQuery('records/get-record-version', { kind: 'text', id: 'text', version: 'integer' }, RECORD)
export const listRecordVersions = defineQuery('records/list-record-versions', { kind: 'text', id: 'text' }, RECORD)
export const listRecords = defineQuery('records/list-records', PAGE, RECORD)
export const countRecords = defineQuery('records/count-records', { kind: 'text' }, { n: 'number' })
export const listSubjectRecords = defineQuery('records/list-subject-records', { subject: 'text', ...PAGE }, RECORD)
export const countSubjectRecords = defineQuery('records/count-subject-records', { subject: 'text', kind: 'text' }, { n: 'number' })
