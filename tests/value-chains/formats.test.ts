import t from 'tap'
import type { Test } from 'tap'
import { UNWATCHED } from '../../services/analysis/context.ts'
import { readTable } from '../../services/value-chains/formats/read-table.ts'
import type { ReadTableOptions, TableFile } from '../../services/value-chains/formats/read-table.ts'
import type { InputOutputTable } from '../../services/value-chains/table.ts'
import { leather } from './example-tables.ts'

type Texts = Partial<Record<TableFile['role'], string>>
/** In pieces of `size` bytes, so that cells and lines are parted. */
const read = (texts: Texts, options: ReadTableOptions = {}, size = 7) => readTable(Object.entries(texts).map(([role, text]) => ({ name: `${role}.csv`, role: role as TableFile['role'], content: pieces(text, size) })), options, UNWATCHED)
async function * pieces (text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
const FOLDER = 'tests/datasets/value-chains/'
const threeFiles = (): TableFile[] => [{ name: 'Z.csv', role: 'table', content: `${FOLDER}leather.Z.csv` }, { name: 'Y.csv', role: 'final', content: `${FOLDER}leather.Y.csv` }, { name: 'X.csv', role: 'output', content: `${FOLDER}leather.X.csv` }]
const nodes = ({ labels: { countries, sectors } }: InputOutputTable): string[] => countries.flatMap(country => sectors.map(sector => `${country}.${sector}`))
const same = (t: Test, found: InputOutputTable, expected: InputOutputTable): void => {
  for (const key of ['intermediate', 'finalDemand', 'output', 'valueAdded'] as const) t.strictSame(found[key], expected[key], key)
  t.strictSame([found.labels.countries, found.labels.sectors], [expected.labels.countries, expected.labels.sectors])
}

function longForm (table: InputOutputTable): Texts {
  const ids = nodes(table)
  const n = ids.length
  const G = table.labels.countries.length
  const flows = ids.flatMap((source, i) => ids.map((target, j) => `${source},${target},${table.intermediate[i * n + j]}`))
  const final = ids.flatMap((source, i) => table.labels.countries.map((country, r) => `${source},${country}.F1,${table.finalDemand[i * G + r]}`))
  return { table: ['source,target,value', ...flows].join('\n'), final: ['source,final,value', ...final].join('\r\n'), output: ['id,output', ...ids.map((id, i) => `"${id}",${table.output[i]}`), ''].join('\n') }
}

t.test('the example is read from three files, from one matrix, and from long form, as the same table', async t => {
  const apart = await readTable(threeFiles(), {}, UNWATCHED)
  same(t, apart.table, leather())
  t.strictSame(apart.checks, [])
  const long = await read(longForm(leather()))
  same(t, long.table, leather())
  t.equal(long.table.hash, apart.table.hash)
  t.match(long.table.hash, /^[0-9a-f]{64}$/)
})
