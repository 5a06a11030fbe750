/**
 * A real Neo4j for tests: one of our own on free ports with a throw-away home, or the server that TEST_NEO4J_URI names
 * (with TEST_NEO4J_USER and TEST_NEO4J_PASSWORD), whose data the tests then delete. Our own server dies with the test
 * process, even if that is killed.
 */
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import neo4j from 'neo4j-driver'
import { provideJars, whatIsMissing } from './neo4j/jars.ts'
import type { Distribution } from './neo4j/jars.ts'

/** How a server of our own runs: which jars, its greatest heap, options for Java, lines of its configuration. */
export interface Neo4jSetup { distribution: Distribution, heap: string, javaOptions: string[], configuration: string[] }
/** A heap that is enough for an import of 70,000 rows in one transaction; Java starts soon rather than runs fast. */
const FOR_TESTS: Neo4jSetup = { distribution: 'server', heap: '1g', javaOptions: ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'], configuration: [] }
const START_TIMEOUT_MS = 120_000
const PASSWORD = 'amber-road-tests'

export interface Neo4jServer {
  uri: string
  user: string
  password: string
  database: string
  /** Deletes all data; constraints and indexes stay. */
  wipe: () => Promise<void>
}
/** A server of our own, which may be treated badly. */
export interface OwnNeo4jServer extends Neo4jServer {
  start: () => Promise<void>
  /** Ends it as an administrator would. */
  stop: () => Promise<void>
  /** Ends it as a power cut would. */
  kill9: () => Promise<void>
  /** Of the Java process. */
  processId: () => number
  /** Stops it from answering without closing a connection, as a hanging machine would. */
  freeze: () => void
  thaw: () => void
  /** Stops it for good and removes its home. */
  remove: () => Promise<void>
}
export type Provided<Server> = { available: true, server: Server } | { available: false, reason: string }

/** Any server, for tests that leave it running. Call `release` at the end. */
export async function provideNeo4j (): Promise<Provided<Neo4jServer & { release: () => Promise<void> }>> {
  const uri = process.env.TEST_NEO4J_URI
  if (uri !== undefined) {
    const address = { uri, user: process.env.TEST_NEO4J_USER ?? 'neo4j', password: process.env.TEST_NEO4J_PASSWORD ?? '', database: 'neo4j' }
    return { available: true, server: { ...address, wipe: () => wipe(address), release: async () => {} } }
  }
  const own = await provideOwnNeo4j()
  return own.available ? { available: true, server: { ...own.server, release: own.server.remove } } : own
}

/** A server of our own, started, with passwords switched on. With CI=true a machine without Java or Maven is a failure. */
export async function provideOwnNeo4j (setup: Neo4jSetup = FOR_TESTS): Promise<Provided<OwnNeo4jServer>> {
  const reason = await whatIsMissing(setup.distribution)
  if (reason !== null) {
    if (process.env.CI === 'true') throw new Error(`no Neo4j to test on: ${reason}`)
    return { available: false, reason }
  }
  const jars = await provideJars(setup.distribution)
  const home = mkdtempSync(join(tmpdir(), 'amber-road-neo4j-'))
  const port = await freePort()
  const address = { uri: `bolt://127.0.0.1:${port}`, user: 'neo4j', password: PASSWORD, database: 'neo4j' }
  writeConfiguration(home, port, [...setup.distribution === 'gds' ? [`server.directories.plugins=${jars}/plugins`, 'dbms.security.procedures.unrestricted=gds.*'] : [], ...setup.configuration])

  let shell: ChildProcess | undefined
  const processId = () => Number(readFileSync(`${home}/run/java.pid`, 'utf8'))
  const signal = (name: NodeJS.Signals) => process.kill(processId(), name)
  const end = async (name: NodeJS.Signals) => {
    if (!shell) return
    const ended = once(shell, 'exit')
    signal(name)
    await ended
    shell = undefined
  }
  const server: OwnNeo4jServer = {
    ...address,
    start: async () => {
      shell = startJava(jars, home, setup)
      await untilItAnswers(address, shell, home)
    },
    stop: () => end('SIGTERM'),
    kill9: () => end('SIGKILL'),
    processId,
    freeze: () => signal('SIGSTOP'),
    thaw: () => signal('SIGCONT'),
    wipe: () => wipe(address),
    remove: async () => {
      await end('SIGKILL')
      rmSync(home, { recursive: true, force: true })
    }
  }
  try {
    await server.start()
  } catch (error) {
    // Without us at its input the shell ends Java.
    if (shell?.exitCode === null) {
      const ended = once(shell, 'exit')
      shell.stdin?.end()
      await ended
    }
    rmSync(home, { recursive: true, force: true })
    throw error
  }
  return { available: true, server }
}

function writeConfiguration (home: string, port: number, more: string[]): void {
  for (const folder of ['conf', 'data', 'logs', 'run', 'plugins', 'import', 'licenses', 'lib']) mkdirSync(join(home, folder))
  writeFileSync(join(home, 'conf/neo4j.conf'), [
    'server.default_listen_address=127.0.0.1',
    'server.bolt.enabled=true',
    `server.bolt.listen_address=127.0.0.1:${port}`,
    `server.bolt.advertised_address=127.0.0.1:${port}`,
    'server.bolt.tls_level=DISABLED',
    'server.http.enabled=false',
    'server.https.enabled=false',
    'server.memory.pagecache.size=64m',
    'dbms.usage_report.enabled=false',
    // It waits ten seconds for open transactions before it ends otherwise.
    'db.shutdown_transaction_end_timeout=1s',
    'dbms.security.auth_enabled=true',
    // Half a gigabyte of empty log files otherwise.
    'db.tx_log.preallocate=false',
    ...more,
    ''
  ].join('\n'))
}

/** A shell between us and Java ends Java when we are gone: its input closes then, however we went. */
function startJava (jars: string, home: string, { heap, javaOptions }: Neo4jSetup): ChildProcess {
  const script = 'exec 3<&0; "$@" 3<&- & java=$!; echo $java >"$NEO4J_HOME/run/java.pid"; (cat <&3 >/dev/null; kill -9 $java) & wait $java; code=$?; kill $! 2>/dev/null; exit $code'
  const opens = ['java.nio', 'java.io', 'sun.nio.ch', 'java.util.concurrent'].map(name => `--add-opens=java.base/${name}=ALL-UNNAMED`)
  const shell = spawn('sh', ['-c', script, 'sh', 'java', '-Xms256m', `-Xmx${heap}`, ...javaOptions, '-XX:-UsePerfData', ...opens,
    '-Dfile.encoding=UTF-8', '-Djava.awt.headless=true', '-Dlog4j2.disable.jmx=true', '-cp', `${home}/conf/*:${jars}/*:${jars}/plugins/*`,
    'org.neo4j.server.CommunityEntryPoint', `--home-dir=${home}`, `--config-dir=${home}/conf`, '--console-mode'],
  { stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, NEO4J_HOME: home } })
  const log = createWriteStream(join(home, 'logs/console.log'), { flags: 'a' })
  shell.stdout!.pipe(log)
  shell.stderr!.pipe(log)
  return shell
}

async function untilItAnswers (address: Neo4jAddress, shell: ChildProcess, home: string): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS
  for (;;) {
    if (shell.exitCode !== null) throw new Error(`Neo4j ended while starting: ${readFileSync(join(home, 'logs/console.log'), 'utf8').slice(-2000)}`)
    try {
      return await settlePassword(address)
    } catch (error) {
      if (Date.now() > deadline) throw error
      await setTimeout(250)
    }
  }
}

type Neo4jAddress = Pick<Neo4jServer, 'uri' | 'user' | 'password' | 'database'>

/** A new server lets neo4j/neo4j in only to change that password. */
async function settlePassword (address: Neo4jAddress): Promise<void> {
  try {
    await query(address, address.database, 'RETURN 1')
  } catch (error) {
    if ((error as { code?: string }).code !== 'Neo.ClientError.Security.Unauthorized') throw error
    await query({ ...address, password: 'neo4j' }, 'system', 'ALTER CURRENT USER SET PASSWORD FROM \'neo4j\' TO $password', { password: address.password })
    await query(address, address.database, 'RETURN 1')
  }
}

async function wipe (address: Neo4jAddress): Promise<void> {
  await query(address, address.database, 'MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS')
}

async function query ({ uri, user, password }: Neo4jAddress, database: string, text: string, parameters = {}): Promise<void> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { connectionTimeout: 5000, maxTransactionRetryTime: 0 })
  const session = driver.session({ database })
  try {
    await session.run(text, parameters)
  } finally {
    await session.close()
    await driver.close()
  }
}

async function freePort (): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
