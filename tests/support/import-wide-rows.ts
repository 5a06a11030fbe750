/** Run by memory.test.ts in a process with little memory: imports a file several times as large and prints the report's status. */
import { Readable } from 'node:stream'
import { openStore } from '../../services/store/open-store.ts'
import { importInto } from './import-files.ts'

const [file, rows, cellLength] = process.argv.slice(2)
const cell = 'x'.repeat(Number(cellLength))

function * lines (): Generator<Buffer> {
  yield Buffer.from('key,name,country,unused\n')
  for (let i = 0; i < Number(rows); i++) yield Buffer.from(`k${i},Firm ${i},LV,${cell}\n`)
}

const store = await openStore({ kind: 'sqlite', file })
const report = await importInto(store, [{ name: 'wide.csv', open: () => Readable.from(lines(), { objectMode: false }) }], { format: 'organisations-csv' })
await store.close()
console.log(`${report.status} ${report.written.organisations}`)
