import t from 'tap'
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Runs .ci/run in an empty project whose npm does what the script says. */
function runWith (project: string, npm: string) {
  cpSync('.ci/run', join(project, '.ci/run'))
  const bin = join(project, 'bin')
  mkdirSync(bin)
  writeFileSync(join(bin, 'npm'), `#!/bin/sh\n${npm}\n`)
  chmodSync(join(bin, 'npm'), 0o755)
  const { status, stdout } = spawnSync(join(project, '.ci/run'), { encoding: 'utf8', env: { PATH: `${bin}${delimiter}${process.env.PATH}` }, timeout: 60_000 })
  return { status, lines: stdout.trim().split('\n') }
}

const WRITES = (totals: string, code: number) => `if [ "$1" = test ]; then mkdir -p tests/output; echo '${totals}' > tests/output/results.tap; exit ${code}; fi`

t.test('the last line is tap\'s totals and the exit code is kept', async t => {
  const passed = runWith(t.testdir(), WRITES('# { total: 10, pass: 10 }', 0))
  t.equal(passed.lines.at(-1), '10 passed, 0 failed')
  t.equal(passed.status, 0)

  const failed = runWith(t.testdir(), WRITES('# { total: 10, pass: 6, fail: 1, skip: 3 }', 1))
  t.equal(failed.lines.at(-1), '6 passed, 1 failed')
  t.equal(failed.status, 1)
})

t.test('no totals is a failure, and so is an install that fails', async t => {
  const refused = runWith(t.testdir(), 'exit 7')
  t.equal(refused.lines.at(-1), '0 passed, 1 failed')
  t.equal(refused.status, 7)
})

t.test('a skip that CI refuses says so above the totals', async t => {
  const skipped = runWith(t.testdir(), WRITES('# { total: 3, pass: 2, skip: 1 }', 1))
  t.equal(skipped.status, 1)
  t.match(skipped.lines.at(-2), /ended with code 1/)
  t.equal(skipped.lines.at(-1), '2 passed, 0 failed')
})
