/** What people keep, in and out as files: priorities, profiles. */
import { importPriorities, PRIORITY_FILE_COLUMNS } from '../casework/priorities-file.ts'
import { importProfiles, PROFILE_FILE_COLUMNS } from '../casework/profiles-file.ts'
import { clock, newKey } from '../open-service.ts'
import { loadReference } from '../reference/reference.ts'
import { wholeFileCommand } from './whole-file-command.ts'

export const prioritiesCommand = wholeFileCommand({
  name: 'priorities',
  summary: 'read or write what regions have declared as their specialisation',
  says: `FILE: separated values with the columns ${PRIORITY_FILE_COLUMNS.join(', ')}; it takes the place of what its regions had declared, wholly or not at all\nexample: amber-road priorities import seeds/declared-priorities/hamburg.csv`,
  exportPath: '/api/v1/exports/declared-priorities',
  read: (store, given) => importPriorities(store, given, loadReference(), clock)
})

export const profilesCommand = wholeFileCommand({
  name: 'profiles',
  summary: 'read needs and offers of organisations from a file, or write the public ones',
  says: `FILE: separated values, one need or offer a row, with the columns ${PROFILE_FILE_COLUMNS.join(', ')}; it is read wholly or not at all. An export holds what is public alone, and can be imported as it is`,
  exportPath: '/api/v1/exports/partner-profiles',
  read: (store, given) => importProfiles({ store, clock, newKey }, given, loadReference())
})
