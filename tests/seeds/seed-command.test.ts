import t from 'tap'
import { execFile } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { openStore } from '../../services/store/open-store.ts'

/** What `npm run seed -- ...` says, and how it ends. */
function seed (dataDir: string, ...options: string[]): Promise<{ code: number, output: string }> {
  return new Promise(resolve => {
    execFile(process.execPath, ['--import', 'tsx', 'seeds/seed.ts', ...options], { env: { PATH: process.env.PATH, DATA_DIR: dataDir } }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), output: stdout + stderr })
    })
  })
}

t.test('the command loads synthetic chains into an empty store and refuses a second time', async t => {
  const dataDir = join(t.testdir({}), 'data')
  t.match(await seed(dataDir, '--synthetic', '--seed', '7', '--clusters', '2', '--firms', '8'), { code: 0, output: /^16 synthetic organisations and \d+ supply links loaded \(seed 7\)/ })
  t.equal(readdirSync(join(dataDir, 'tables')).length, 1, 'the table comes with it')
  t.match(await seed(dataDir, '--synthetic'), { code: 1, output: /^The store holds data already/ })
  t.match(await seed(dataDir), { code: 1, output: /^The store holds data already/ }, 'the real seed neither')
  const store = await openStore({ kind: 'sqlite', file: join(dataDir, 'amber-road.db') })
  t.match(await store.freeze(reader => reader.counts()), { organisations: 16 })
  await store.close()
})

t.test('a wrong option is named and opens no store', async t => {
  const dataDir = join(t.testdir({}), 'data')
  t.match(await seed(dataDir, '--synthetic', '--firms', '3'), { code: 1, output: /^--firms: "3" cannot be used/ })
  t.match(await seed(dataDir, '--synthetic', '--seed', 'x'), { code: 1, output: /^--seed: "x"/ })
  t.match(await seed(dataDir, '--sinthetic'), { code: 1, output: /sinthetic/ })
})
