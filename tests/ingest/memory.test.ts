import t from 'tap'
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/** The file is larger than the memory: were it or its rows held, the process would end. */
const HEAP_MB = 48
const FILE_MB = 60
const ROW_KB = 20

t.test(`a file of ${FILE_MB} MB goes through ${HEAP_MB} MB of memory`, async t => {
  const script = fileURLToPath(new URL('../support/import-wide-rows.ts', import.meta.url))
  const rows = FILE_MB * 1024 / ROW_KB
  const { stdout } = await promisify(execFile)(process.execPath, [`--max-old-space-size=${HEAP_MB}`, '--import', 'tsx', script, join(t.testdir({}), 'store.sqlite'), String(rows), String(ROW_KB * 1024)])
  t.equal(stdout.trim(), `completed ${rows}`)
})
