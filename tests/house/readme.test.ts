import t from 'tap'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'

const README = readFileSync('README.md', 'utf8')
const ADDRESS = 'http://127.0.0.1:8080'
/** The first start loads the seed data and runs the first analysis; a loaded machine gets five times what is promised. */
const READY_WITHIN_MS = 280_000

const blocks = [...README.matchAll(/^```(\w+)\n([^]*?)^```$/gm)].map(([, language, text]) => ({ language, text: text.trim() }))
const commands = blocks.filter(({ language }) => language === 'sh').flatMap(({ text }) => text.replaceAll(/\\\n\s*/g, ' ').split('\n')).filter(line => line !== '' && !line.startsWith('#'))

/** What a person's shell would hand on, and a directory of its own for the data. */
function environment (more: Record<string, string>): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, HOME: process.env.HOME, ...more }
}

async function freePort (): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}

t.test('npm start, then each curl with its answer', { timeout: READY_WITHIN_MS }, async t => {
  t.ok(commands.includes('npm start'))
  const port = await freePort()
  const service = spawn('npm', ['start'], { env: environment({ PORT: String(port), DATA_DIR: t.testdir() }), stdio: ['ignore', 'pipe', 'inherit'], detached: true })
  // npm starts a shell that starts the service: the whole group is told to stop.
  t.teardown(async () => {
    process.kill(-service.pid!, 'SIGTERM')
    if (service.exitCode === null) await once(service, 'exit')
  })
  const here = `http://127.0.0.1:${port}`
  for await (const line of createInterface({ input: service.stdout })) if (line.includes(here)) break
  t.equal((await fetch(`${here}/health/ready`)).status, 200)

  const asked = commands.filter(command => command.startsWith('curl '))
  t.ok(asked.length > 0)
  const answers = blocks.filter(({ language }) => language === 'json')
  for (const [i, command] of asked.entries()) {
    const url = /'(http[^']+)'/.exec(command)![1]!.replace(ADDRESS, here)
    t.strictSame(await (await fetch(url)).json(), JSON.parse(answers[i]!.text), command)
  }
})

t.test('npm ci', async t => {
  t.ok(commands.includes('npm ci'))
  // Compares package.json with the lock and stops before it fetches anything.
  const { status, stderr } = spawnSync('npm', ['ci', '--dry-run', '--offline', '--cache', t.testdir()], { encoding: 'utf8', env: environment({}) })
  t.equal(status, 0, 'package.json and the lock agree', { stderr })
})

t.test('npm run seed -- --synthetic', async t => {
  t.ok(commands.includes('npm run seed -- --synthetic'))
  const { status, stderr } = spawnSync('npm', ['run', 'seed', '--', '--synthetic'], { encoding: 'utf8', env: environment({ DATA_DIR: t.testdir() }) })
  t.equal(status, 0, 'an empty store takes the synthetic data', { stderr })
})

t.test('every other command is known here', async t => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
  const compose = readFileSync('docker-compose.yml', 'utf8')
  for (const command of commands) {
    const script = /^npm (?:run )?([\w:]+)/.exec(command)?.[1]
    if (script !== undefined && script !== 'ci') {
      t.type(scripts[script], 'string', command)
    } else if (command.includes('docker compose')) {
      // No engine is asked for in tests: the variables that the file demands are those the command gives.
      const demanded = new Set([...compose.matchAll(/\$\{(\w+):\?/g)].map(match => match[1]))
      for (const name of demanded) t.match(command, new RegExp(`\\b${name}=`), command)
    } else {
      t.match(command, /^(npm ci$|curl )/, `${command} has a test in this file`)
    }
  }
})

t.test('what the README points at exists', async t => {
  for (const [, path] of README.matchAll(/\]\((?!https?:|#)([^)#]+)/g)) t.ok(existsSync(path), path)
})
