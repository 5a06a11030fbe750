/** Which file is which: a format of several files knows them by their headings, not by their names. */
import { FileProblem } from '../file-problem.ts'
import { readHeadings } from '../read-rows.ts'
import type { ImportFile, ReadOptions } from '../read-rows.ts'

/** One file for each role whose headings it has; a file that fits no role must fit one of `ignored`. */
export async function assignFiles<Role extends string> (files: ImportFile[], roles: Record<Role, string[]>, ignored: string[][], options: ReadOptions): Promise<Record<Role, ImportFile>> {
  const assigned = new Map<string, ImportFile>()
  const names = Object.keys(roles) as Role[]
  for (const file of files) {
    const headings = new Set(await readHeadings(file, options))
    const role = names.find(name => roles[name].every(heading => headings.has(heading)))
    if (role === undefined) {
      if (ignored.some(needed => needed.every(heading => headings.has(heading)))) continue
      const expected = names.map(name => `${name} (${roles[name].join(', ')})`).join('; ')
      throw new FileProblem(file.name, 1, null, [...headings].join(', '), `the headings of one of: ${expected}`)
    }
    const other = assigned.get(role)
    if (other !== undefined) throw new FileProblem(file.name, 1, null, role, `one file of ${role}; ${other.name} is one already`)
    assigned.set(role, file)
  }
  const missing = names.find(name => !assigned.has(name))
  if (missing !== undefined) throw new FileProblem(files.map(file => file.name).join(', '), 1, null, '', `a file of ${missing} beside the others, with the columns ${roles[missing].join(', ')}`)
  return Object.fromEntries(assigned) as Record<Role, ImportFile>
}
