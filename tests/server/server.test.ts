/** The service as a process of its own: started, stopped, started again, and surroundings in which it cannot start. */
import t from 'tap'
import type { Test } from 'tap'
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { generateValueChains } from '../../seeds/synthetic/value-chains.ts'
import { loadValueChains } from '../../seeds/synthetic/load-value-chains.ts'
import { openStore } from '../../services/store/open-store.ts'
import { SMALL_CHAINS } from '../support/build-service.ts'
import { startService } from '../support/start-service.ts'

const json = async (url: string, request?: RequestInit): Promise<any> => await (await fetch(url, request)).json()
const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }
/** A start that is expected to fail. */
function failingStart (environment: Record<string, string>): { status: number | null, output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'services/server.ts'], { encoding: 'utf8', env: { PATH: process.env.PATH, PORT: '0', SEED: 'none', ...environment }, timeout: 60_000 })
  return { status, output: stdout + stderr }
}
async function filledFolder (t: Test): Promise<string> {
  const folder = t.testdir({})
  const store = await openStore({ kind: 'sqlite', file: join(folder, 'amber-road.db') })
  await loadValueChains(store, generateValueChains(SMALL_CHAINS))
  await store.close()
  return folder
}

t.test('the first start analyses, the second changes nothing, SIGTERM ends both well', async t => {
  const folder = await filledFolder(t)
  const first = await startService({ DATA_DIR: folder })
  t.match(first.output(), /First analysis: .*\n[^]*clusters among 72 organisations.*\nAmber Road is ready: http:\/\/127\.0\.0\.1:\d+\n/)
  t.equal((await fetch(`${first.address}/health/ready`)).status, 200)
  const before = await json(`${first.address}/api/v1/status`)
  t.equal(await first.stop(), 0)
  const second = await startService({ DATA_DIR: folder })
  t.equal(second.output().trim(), `Amber Road is ready: ${second.address}`, 'it says one line')
  t.strictSame(await json(`${second.address}/api/v1/status`), before)
  t.equal((await json(`${second.address}/api/v1/runs`)).total, 1)
  t.equal(await second.stop(), 0)
})

t.test('an empty store is served too, and says what to do', async t => {
  const service = await startService({ SEED: 'none' })
  t.match(service.output(), /The store is empty: import data/)
  t.match({ status: (await fetch(`${service.address}/health/ready`)).status, body: await json(`${service.address}/health/ready`) }, { status: 503, body: { code: 'NOT_READY', detail: /start one/ } })
  t.notMatch(service.output(), /ServiceError|start one with POST/, 'and no fault in the log')
  t.equal((await fetch(service.address)).headers.get('content-type')?.startsWith('text/'), true)
  t.equal(await service.stop(), 0)
})

t.test('a killed process leaves a run behind; the next start says that it failed', async t => {
  const folder = await filledFolder(t)
  const first = await startService({ DATA_DIR: folder })
  const { id } = await json(`${first.address}/api/v1/runs`, post)
  first.child.kill('SIGKILL')
  await first.stop()
  const second = await startService({ DATA_DIR: folder })
  t.match(await json(`${second.address}/api/v1/runs/${id}`), { status: 'failed', problem: /stopped before the run had ended/ })
  t.match(await json(`${second.address}/api/v1/runs/latest`), { status: 'completed' }, 'the run before it is still shown')
  await second.stop()
})

t.test('SIGTERM in the middle of a run ends at once, and the run says why', async t => {
  const folder = await filledFolder(t)
  const first = await startService({ DATA_DIR: folder })
  const { id } = await json(`${first.address}/api/v1/runs`, post)
  t.equal(await first.stop(), 0)
  const second = await startService({ DATA_DIR: folder })
  t.match(await json(`${second.address}/api/v1/runs/${id}`), { status: 'failed', problem: /was stopped; start the run again/ })
  await second.stop()
})

t.test('surroundings in which it cannot start are told in one sentence', async t => {
  const taken = createServer().listen(0, '127.0.0.1')
  await new Promise(resolve => taken.once('listening', resolve))
  const { port } = taken.address() as AddressInfo
  const folder = t.testdir({ 'a-file': '', damaged: {}, foreign: {} })
  writeFileSync(join(folder, 'damaged', 'amber-road.db'), 'SQLite format 3\u0000 and then nonsense'.repeat(100))
  const cases: Array<[what: string, environment: Record<string, string>, said: RegExp]> = [
    ['a port that is taken', { PORT: String(port), DATA_DIR: join(folder, 'free') }, new RegExp(`Port ${port} on 127\\.0\\.0\\.1 is taken`)],
    ['a folder that cannot be made', { DATA_DIR: join(folder, 'a-file', 'data') }, /data folder .* cannot be made \(ENOTDIR\); set DATA_DIR/],
    ['a damaged store', { DATA_DIR: join(folder, 'damaged') }, /amber-road\.db/],
    ['every machine let in', { HOST: '0.0.0.0', DATA_DIR: join(folder, 'free') }, /ACCESS_TOKEN/],
    ['a Neo4j that is not there', { NEO4J_URI: 'bolt://127.0.0.1:1', DATA_DIR: join(folder, 'free') }, /bolt:\/\/127\.0\.0\.1:1 does not answer/]
  ]
  for (const [what, environment, said] of cases) {
    const { status, output } = failingStart(environment)
    t.equal(status, 1, what)
    t.match(output, said, what)
    t.notMatch(output, /\n\s+at /, `${what}: no stack`)
  }
  taken.close()
})
