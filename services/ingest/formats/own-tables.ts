/** What the three plain tables share: one file each, from a source that only its key describes. */
import type { DataSource } from '../../contract/network.ts'
import { FileProblem } from '../file-problem.ts'
import type { ImportFile } from '../read-rows.ts'

export function onlyFile (files: ImportFile[]): ImportFile {
  if (files.length !== 1) throw new FileProblem(files.map(file => file.name).join(', '), 1, null, `${files.length} files`, 'one file for this format')
  return files[0]
}

/** A user's own table: nothing is known of it but its key, and that is said. */
export const describeSource = (key: string): DataSource => ({
  key, title: key, publisher: null, licence: 'not stated', attribution: key, retrieved: null, website: null, synthetic: false
})
