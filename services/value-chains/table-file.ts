/** A table on disk: its arrays as columns behind its labels, each byte checked when it is read. */
import { readColumns, UnusableFile, writeColumns } from '../snapshot/column-file.ts'
import type { InputOutputTable, TableAbout, TableLabels } from './table.ts'

const KIND = 'input-output table 1'
interface About { kind: string, hash: string, about: TableAbout, labels: TableLabels }

export async function writeTable (file: string, { hash, about, labels, intermediate, finalDemand, output, valueAdded, inventoryChange }: InputOutputTable): Promise<void> {
  const columns = new Map(Object.entries({ intermediate, finalDemand, output, valueAdded, ...inventoryChange !== null && { inventoryChange } }))
  await writeColumns(file, { about: { kind: KIND, hash, about, labels } satisfies About, columns })
}

/** Null if there is no such file; UnusableFile if it is damaged or no table. Its arrays are shared memory, so that threads can have them without a copy. */
export async function openTable (file: string): Promise<InputOutputTable | null> {
  const found = await readColumns(file)
  if (found === null) return null
  const { kind, hash, about, labels } = found.about as About
  if (kind !== KIND) throw new UnusableFile('it holds no input-output table of this version')
  const column = (name: string): Float64Array => found.columns.get(name) as Float64Array
  return { hash, about, labels, intermediate: column('intermediate'), finalDemand: column('finalDemand'), output: column('output'), valueAdded: column('valueAdded'), inventoryChange: found.columns.has('inventoryChange') ? column('inventoryChange') : null }
}
