/**
 * The test command: `npm test`, or `npm test -- tests/store-contract` for a part of it.
 * Compiles the kernels, builds the page that the browser tests open, runs tap, prints a line for each file, all of a failing file, tap's own
 * totals and the skipped suites with their reasons. With CI=true a skip is a failure.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'

const OUTPUT = 'tests/output'

interface Outcome { exitCode: number, transcript: string[], skips: string[] }

function run (command: string, commandArguments: string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    spawn(command, commandArguments, { stdio: 'inherit' }).on('error', reject).on('close', code => resolve(code ?? 1))
  })
}

/** Runs tap and reads its output as it comes; a file's lines are held back until the file has ended. */
function runTap (files: string[]): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const tap = spawn('tap', ['--reporter=tap', ...files], { stdio: ['ignore', 'pipe', 'inherit'] })
    const transcript: string[] = []
    const skips: string[] = []
    let file: string[] = []
    createInterface({ input: tap.stdout }).on('line', line => {
      transcript.push(line)
      file.push(line)
      const skip = /^\s*ok \d+ - (.*) # SKIP ?(.*)$/.exec(line)
      const end = /^(ok|not ok) \d+ - (\S+) # (?:time=([\d.]+)ms|SKIP)/.exec(line)
      const bailed = /^Bail out!/.test(line)
      const name = file.find(each => each.startsWith('# Subtest: '))?.slice('# Subtest: '.length)
      if (skip) skips.push(name === undefined || skip[1] === name ? `${skip[1]}: ${skip[2]}` : `${name} > ${skip[1]}: ${skip[2]}`)
      if (!end && !bailed) return
      if (end?.[1] === 'ok') console.log(`${skip ? 'skip' : 'ok  '} ${end[2]}${end[3] === undefined ? '' : ` (${(Number(end[3]) / 1000).toFixed(1)} s)`}`)
      else console.log(file.filter(each => each.trim() !== '').join('\n'))
      file = []
    }).on('close', () => {
      const left = file.filter(each => each.trim() !== '')
      console.log('\n' + left.join('\n'))
    })
    tap.on('error', reject).on('close', code => resolve({ exitCode: code ?? 1, transcript, skips }))
  })
}

for (const [part, script] of [['kernels do', 'services/kernels/compile-if-stale.ts'], ['visualizer does', 'visualizer/build-if-stale.ts']]) {
  if (await run('node', ['--import', 'tsx', script]) === 0) continue
  console.error(`The ${part} not build; the tests were not started.`)
  process.exit(1)
}
const { exitCode, transcript, skips } = await runTap(process.argv.slice(2))
mkdirSync(OUTPUT, { recursive: true })
writeFileSync(`${OUTPUT}/results.tap`, transcript.join('\n') + '\n')

const strict = process.env.CI === 'true'
console.log(skips.length === 0 ? '\nNothing was skipped.' : `\nSkipped (${skips.length})${strict ? ', a failure where CI=true' : ''}:\n${skips.map(skip => `  ${skip}`).join('\n')}`)
console.log(`Full output: ${OUTPUT}/results.tap`)
process.exit(exitCode !== 0 ? exitCode : strict && skips.length > 0 ? 1 : 0)
